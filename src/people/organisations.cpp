#include "people/organisations.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "people/activity.h"
#include "people/ascii.h"
#include "people/pack_text.h"
#include "people/voice.h"
#include "people/world_pack.h"
#include "rng/permutation.h"

namespace haymaker::people {

namespace {

// How many of 102 organisations have 1, 2, ... 12 contacts.
constexpr std::array<std::uint32_t, 12> kContacts = {14, 20, 18, 14, 10, 8, 5, 4, 3, 3, 2, 1};

struct Sector {
  std::string_view name;
  std::string_view domain;
  std::vector<std::string_view> endings;
  std::vector<std::string_view> titles;
};

struct Sectors {
  std::vector<Sector> sectors;
  rng::WeightedTable table;
};

Sectors sectors_of(std::string_view kind, const std::vector<Record>& records) {
  Sectors found;
  std::vector<std::uint32_t> weights;
  for (const Record& record : records) {
    if (record.text("kind") != kind) continue;
    found.sectors.push_back({.name = record.text("sector"),
                             .domain = record.text("domain"),
                             .endings = record.list("endings"),
                             .titles = record.list("titles")});
    weights.push_back(record.number<std::uint32_t>("weight"));
  }
  found.table = rng::WeightedTable(weights);
  return found;
}

// Invented names, no two alike: a head and a tail, and when all pairs are used, two such names.
class InventedNames {
 public:
  InventedNames(const std::vector<Record>& records, rng::Key key)
      : heads_(fields_of(value_of("heads", records), ' ')),
        tails_(fields_of(value_of("tails", records), ' ')),
        pairs_(heads_.size() * tails_.size()),
        first_(key / "first", pairs_),
        second_(key / "second", pairs_) {}

  void append(std::uint64_t number, Buffer& out) const {
    append_pair(first_.at(number % pairs_), out);
    if (number < pairs_) return;
    out.append(' ');
    append_pair(second_.at((number / pairs_ + number) % pairs_), out);
  }

 private:
  static std::string_view value_of(std::string_view key, const std::vector<Record>& records) {
    const auto found =
        std::ranges::find_if(records, [key](const Record& record) { return record.has(key); });
    return found->text(key);
  }

  void append_pair(std::uint64_t pair, Buffer& out) const {
    out.append(heads_[pair / tails_.size()]);
    out.append(tails_[pair % tails_.size()]);
  }

  std::vector<std::string_view> heads_;
  std::vector<std::string_view> tails_;
  std::uint64_t pairs_;
  rng::Permutation first_;
  rng::Permutation second_;
};

// As the contact's own program has it: mostly in the style of the organisation, sometimes with its
// name, and sometimes nothing, so that only the address is known.
void append_display_as_known(const FullName& name, NameStyle style,
                             const Organisation& organisation, rng::Key contact, Buffer& out) {
  constexpr std::uint32_t kAddressOnlyPercent = 5;
  constexpr std::uint32_t kWithOrganisationPercent = 7;
  const std::uint32_t rank = rng::Stream(contact / "display").below(100);
  if (rank < kAddressOnlyPercent) return;
  append_display_name(name, style, {}, out);
  if (rank >= kAddressOnlyPercent + kWithOrganisationPercent) return;
  out.append(" (");
  out.append(organisation.short_name);
  out.append(')');
}

class Register {
 public:
  Register(const NameSource& names, Roster& roster)
      : names_(names),
        roster_(roster),
        records_(records_of(world_file("organisations.txt"))),
        invented_(records_, roster.key / "organisation names"),
        contacts_(kContacts) {}

  void add(OrganisationKind kind, std::uint32_t count) {
    const Sectors sectors =
        sectors_of(kind == OrganisationKind::client ? "client" : "vendor", records_);
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto number = static_cast<std::uint32_t>(roster_.organisations.size());
      rng::Stream stream(roster_.key / "organisation" / number);
      const Sector& sector = sectors.sectors[sectors.table.draw(stream)];
      Organisation organisation = name(number, sector, stream);
      organisation.kind = kind;
      organisation.first_contact = static_cast<std::uint32_t>(roster_.people.size());
      organisation.contacts = contacts_.draw(stream) + 1;
      roster_.organisations.push_back(organisation);
      add_contacts(OrganisationId{number}, sector, stream);
    }
  }

 private:
  std::string_view kept() { return roster_.arena.keep(text_.view()); }

  Organisation name(std::uint32_t number, const Sector& sector, rng::Stream& stream) {
    Organisation organisation;
    organisation.sector = sector.name;
    text_.clear();
    invented_.append(number, text_);
    organisation.short_name = kept();
    text_.append(' ');
    text_.append(stream.pick(std::span(sector.endings)));
    organisation.name = kept();
    text_.clear();
    append_address_part(organisation.short_name, '-', text_);
    if (stream.chance(3, 5)) {
      text_.append('-');
      text_.append(sector.domain);
    }
    text_.append(".example");
    organisation.domain = kept();
    return organisation;
  }

  // All contacts of an organisation share its city, its styles and its kind of mail server.
  void add_contacts(OrganisationId id, const Sector& sector, rng::Stream& stream) {
    const Organisation& organisation = roster_.organisations[value(id)];
    const PersonId neighbour = stream.pick(std::span<const PersonId>(roster_.everyone));
    const SiteId site = roster_.people[value(neighbour)].site;
    const auto name_style = static_cast<NameStyle>(stream.below(2));
    const auto address_style = static_cast<AddressStyle>(stream.below(5));
    const bool google = stream.chance(3, 10);
    for (std::uint32_t i = 0; i < organisation.contacts; ++i) {
      const PersonId contact{organisation.first_contact + i};
      const rng::Key key = roster_.key / "contact" / value(contact);
      rng::Stream own(key);
      const FullName name = names_.draw(site, own);
      Person person;
      person.id = contact;
      person.kind = PersonKind::contact;
      person.gender = name.gender;
      person.given = name.given;
      person.family = name.family;
      person.locale = name.locale;
      text_.clear();
      append_display_name(name, NameStyle::given_family, {}, text_);
      person.full_name = kept();
      text_.clear();
      append_display_as_known(name, name_style, organisation, key, text_);
      person.display_name = kept();
      text_.clear();
      append_local_part(name, address_style, text_);
      person.address = claim_address(text_.view(), organisation.domain, contact, roster_, scratch_);
      person.title = own.pick(std::span(sector.titles));
      text_.clear();
      append_digits(roster_.sites[value(site)].telephone(), 0, own, text_);
      person.telephone = kept();
      person.organisation = id;
      person.site = site;
      person.seniority = static_cast<Seniority>(own.below(4));
      person.client = draw_outside_client(google, own);
      person.activity = draw_activity(person.seniority, 100, own);
      person.voice =
          draw_voice(person, Function::sales, roster_.sites[value(site)].british(), key / "voice");
      rng::Stream tongue(key / "language");
      person.language = draw_language(person.locale, roster_.sites[value(site)], tongue);
      roster_.people.push_back(person);
    }
  }

  const NameSource& names_;
  Roster& roster_;
  std::vector<Record> records_;
  InventedNames invented_;
  rng::WeightedTable contacts_;
  Buffer text_;
  Buffer scratch_;
};

}  // namespace

void add_organisations(const NameSource& names, Roster& roster) {
  roster.organisations.push_back({.kind = OrganisationKind::self,
                                  .name = roster.spec.name,
                                  .short_name = roster.spec.name,
                                  .domain = roster.spec.domain,
                                  .sector = "bank"});
  Register all(names, roster);
  all.add(OrganisationKind::client, roster.spec.clients);
  all.add(OrganisationKind::vendor, roster.spec.vendors);
}

}  // namespace haymaker::people
