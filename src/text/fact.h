#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace haymaker::text {

// What a message can speak of besides words: names, figures and dates of its world. The list and
// its meanings stand in docs/formats/grammar.md.
enum class Fact : std::uint8_t {
  client,
  client_person,
  vendor,
  project,
  system,
  person,
  person_full,
  team,
  desk,
  site,
  city,
  me,
  me_full,
  me_title,
  me_phone,
  me_address,
  you,
  boss,
  company,
  site_address,
  amount,
  price,
  pct,
  bps,
  n,
  count,
  qty,
  issuer,
  ticker,
  isin,
  date,
  day,
  deadline,
  month,
  quarter,
  year,
  time,
  earlier,
  past,
  daypart,
  back,
  weekday,
  ref,
  file,
  room,
  phone,
  url,
  product,
};

std::optional<Fact> fact_named(std::string_view name) noexcept;

}  // namespace haymaker::text
