#include "api/corpora.h"

#include <algorithm>

namespace haymaker::api {

std::shared_ptr<const corpus::Corpus> Corpora::find(std::string_view digest) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(entries_, digest, &Entry::digest);
  if (found == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found);
  return found->corpus;
}

std::expected<Corpora::Entry, Errors> Corpora::get(const corpus::Spec& spec) {
  std::string digest = corpus::spec_digest(spec);
  if (auto known = find(digest)) return Entry{std::move(digest), std::move(known)};
  auto compiled = corpus::Corpus::compile(spec);
  if (!compiled) return std::unexpected(std::move(compiled.error()));
  Entry entry{std::move(digest), std::make_shared<const corpus::Corpus>(std::move(*compiled))};
  const std::lock_guard lock(mutex_);
  entries_.push_front(entry);
  if (entries_.size() > kMostKept) entries_.pop_back();
  return entry;
}

}  // namespace haymaker::api
