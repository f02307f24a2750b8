#include "people/naming.h"

#include <algorithm>
#include <string>

#include "base/append.h"
#include "people/ascii.h"
#include "people/world_pack.h"

namespace haymaker::people {

namespace {

std::string_view first_letter(std::string_view name) noexcept {
  std::size_t end = 1;  // UTF-8: what follows belongs to the letter while it continues it.
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80) ++end;
  return name.substr(0, end);
}

}  // namespace

NameSource::NameSource(const std::vector<SiteRule>& sites) {
  for (const SiteRule& site : sites) {
    Mix mix;
    std::vector<std::uint32_t> weights;
    for (const auto& [locale, weight] : site.people) {
      auto known = std::ranges::find(lexicons_, locale, &Lexicon::locale);
      if (known == lexicons_.end()) {
        const std::string file = "names/" + std::string(locale) + ".txt";
        known = lexicons_.insert(known, Lexicon(locale, world_file(file)));
      }
      mix.lexicons.push_back(static_cast<std::uint32_t>(known - lexicons_.begin()));
      weights.push_back(weight);
    }
    mix.table = rng::WeightedTable(weights);
    mixes_.push_back(std::move(mix));
  }
}

FullName NameSource::draw(SiteId site, rng::Stream& stream) const noexcept {
  const Mix& mix = mixes_[value(site)];
  const Lexicon& lexicon = lexicons_[mix.lexicons[mix.table.draw(stream)]];
  const Gender gender = stream.chance(1, 2) ? Gender::female : Gender::male;
  return {.gender = gender,
          .locale = lexicon.locale(),
          .given = lexicon.given(gender).draw(stream),
          .family = lexicon.family(gender).draw(stream)};
}

void append_display_name(const FullName& name, NameStyle style, std::string_view department,
                         Buffer& out) {
  if (style == NameStyle::given_family) {
    out.append(name.given);
    out.append(' ');
    out.append(name.family);
    return;
  }
  out.append(name.family);
  out.append(", ");
  out.append(name.given);
  if (style == NameStyle::family_given_department && !department.empty()) {
    out.append(" (");
    out.append(department);
    out.append(')');
  }
}

void append_local_part(const FullName& name, AddressStyle style, Buffer& out) {
  const std::string_view initial = first_letter(name.given);
  switch (style) {
    case AddressStyle::given: append_address_part(name.given, '\0', out); return;
    case AddressStyle::given_dot_family:
      append_address_part(name.given, '\0', out);
      out.append('.');
      break;
    case AddressStyle::initial_family: append_address_part(initial, '\0', out); break;
    case AddressStyle::initial_dot_family:
      append_address_part(initial, '\0', out);
      out.append('.');
      break;
    case AddressStyle::family_dot_initial:
      append_address_part(name.family, '\0', out);
      out.append('.');
      append_address_part(initial, '\0', out);
      return;
  }
  append_address_part(name.family, '\0', out);
}

void append_digits(std::string_view pattern, std::uint32_t lowest, rng::Stream& stream,
                   Buffer& out) {
  for (const char c : pattern) {
    out.append(c == '#' ? static_cast<char>('0' + lowest + stream.below(10 - lowest)) : c);
  }
}

std::string_view claim_address(std::string_view local_part, std::string_view domain, PersonId id,
                               Roster& roster, Buffer& scratch) {
  scratch.clear();
  scratch.append(local_part);
  const std::size_t bare = scratch.size();
  for (std::uint64_t number = 2;; ++number) {
    scratch.append('@');
    scratch.append(domain);
    if (roster.addresses.find(scratch.view()) == kNobody) break;
    scratch.truncate(bare);
    append_decimal(number, scratch);
  }
  const std::string_view address = roster.arena.keep(scratch.view());
  roster.addresses.add(address, id);
  return address;
}

}  // namespace haymaker::people
