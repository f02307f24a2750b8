#include "people/systems.h"

#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "people/naming.h"
#include "people/pack_text.h"
#include "people/world_pack.h"

namespace haymaker::people {

void add_systems(Roster& roster) {
  roster.first_system = static_cast<std::uint32_t>(roster.people.size());
  std::array<std::vector<std::uint32_t>, 2> volumes;
  Buffer scratch;
  for (const Record& record : records_of(world_file("systems.txt"))) {
    const PersonId id{static_cast<std::uint32_t>(roster.people.size())};
    std::string_view domain = record.text("address");
    const std::string_view local_part = next_field(domain, '@');
    if (domain.empty()) domain = roster.spec.domain;
    const std::size_t kind = record.text("kind") == "newsletter" ? 1 : 0;

    Person system;
    system.id = id;
    system.kind = PersonKind::system;
    system.client = MailClient::machine;
    system.display_name = record.text("system");
    system.address = claim_address(local_part, domain, id, roster, scratch);
    system.activity = record.number<std::uint32_t>("volume");
    system.voice.signature = false;
    system.voice.greeting = 0;
    roster.people.push_back(system);
    roster.systems[kind].push_back(id);
    volumes[kind].push_back(system.activity);
  }
  for (std::size_t kind = 0; kind < volumes.size(); ++kind) {
    roster.system_volume[kind] = rng::WeightedTable(volumes[kind]);
  }
}

}  // namespace haymaker::people
