#include "corpus/world_maker.h"

namespace haymaker::corpus {

using people::Person;

namespace {

// Whom and what the text of a conversation may name.
constexpr int kWorldPersons = 6;
constexpr int kWorldClients = 3;
constexpr int kPersonTries = 8;

bool has_client(const text::World& world, std::string_view name) {
  const auto clients = std::span(world.clients.items).first(world.clients.count);
  return std::ranges::find(clients, name) != clients.end();
}

}  // namespace

void WorldMaker::add_client(PersonId insider, rng::Stream& stream, text::World& world) const {
  const PersonId contact = company_.draw_contact(insider, stream);
  if (contact != kNobody) {
    const Person& person = company_.person(contact);
    const people::Organisation& organisation = company_.organisations()[value(person.organisation)];
    if (organisation.kind == people::OrganisationKind::client &&
        !has_client(world, organisation.short_name)) {
      world.clients.add(organisation.short_name);
      return world.client_people.add(person.full_name);
    }
  }
  const auto organisations = company_.organisations();
  for (int tries = 0; tries < 8; ++tries) {
    const auto& organisation =
        organisations[stream.below(static_cast<std::uint32_t>(organisations.size()))];
    if (organisation.kind != people::OrganisationKind::client || organisation.contacts == 0 ||
        has_client(world, organisation.short_name))
      continue;
    const Person& person =
        company_.people()[organisation.first_contact + stream.below(organisation.contacts)];
    world.clients.add(organisation.short_name);
    return world.client_people.add(person.full_name);
  }
}

bool WorldMaker::is_taken(const Person& person, const Parties& parties,
                          const text::World& world) const noexcept {
  const auto persons = std::span(world.persons.items).first(world.persons.count);
  if (std::ranges::find(persons, person.given) != persons.end()) return true;
  return std::ranges::any_of(
      parties.all(), [&](PersonId party) { return company_.person(party).given == person.given; });
}

void WorldMaker::fill(PersonId insider, Days day, const Parties& parties, rng::Key key,
                      text::World& world) const {
  rng::Stream stream(key);
  world.company = company_.spec().name;
  world.telephone = company_.site(company_.person(insider)).telephone();
  for (int i = 0; i < kWorldPersons; ++i) {
    const Person* colleague = &company_.person(company_.draw_colleague(insider, day, stream));
    // Whom a mail names is nobody whom it is from or to, nor of the same given name as another.
    for (int tries = 0; tries < kPersonTries && is_taken(*colleague, parties, world); ++tries) {
      colleague = &company_.person(company_.draw_colleague(insider, day, stream));
    }
    world.persons.add(colleague->given);
    world.person_names.add(colleague->full_name);
  }
  for (int i = 0; i < kWorldClients; ++i) add_client(insider, stream, world);
  const auto teams = company_.teams();
  world.teams.add(teams[static_cast<std::size_t>(company_.person(insider).team)].name);
  for (int i = 0; i < 2; ++i)
    world.teams.add(teams[stream.below(static_cast<std::uint32_t>(teams.size()))].name);
  for (int i = 0; i < 3; ++i) {
    world.sites.add(
        company_.sites()[stream.below(static_cast<std::uint32_t>(company_.sites().size()))].city());
  }
  if (const auto projects = company_.projects(); !projects.empty()) {
    world.projects.add(projects[stream.below(static_cast<std::uint32_t>(projects.size()))].name);
  }
  const auto organisations = company_.organisations();
  for (int tries = 0; tries < 16 && world.vendors.count < 2; ++tries) {
    const auto& organisation =
        organisations[stream.below(static_cast<std::uint32_t>(organisations.size()))];
    if (organisation.kind == people::OrganisationKind::vendor)
      world.vendors.add(organisation.short_name);
  }
}

void WorldMaker::fill_outside(PersonId contact, text::World& world) const {
  const Person& person = company_.person(contact);
  const auto& organisation = company_.organisations()[value(person.organisation)];
  world.company = organisation.short_name;
  world.teams.add(organisation.short_name);
  world.sites.add(company_.site(person).city());
  const auto colleagues =
      company_.people().subspan(organisation.first_contact, organisation.contacts);
  for (const Person& colleague : colleagues) {
    if (colleague.id == contact) continue;
    world.persons.add(colleague.given);
    world.person_names.add(colleague.full_name);
  }
}

}  // namespace haymaker::corpus
