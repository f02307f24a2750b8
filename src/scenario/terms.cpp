#include "scenario/terms.h"

#include <algorithm>

namespace haymaker::scenario {

namespace {

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

}  // namespace

Terms::Terms(const text::Pack& pack) : words_(pack.topics().size()), views_(pack.topics().size()) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (const std::string& term : pack.topics()[i].scenario.terms)
      words_[i].push_back(lower_case(term));
    std::ranges::sort(words_[i], [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    views_[i].assign(words_[i].begin(), words_[i].end());
  }
}

}  // namespace haymaker::scenario
