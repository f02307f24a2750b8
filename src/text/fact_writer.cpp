#include "text/fact_writer.h"

#include <algorithm>
#include <array>

#include "base/append.h"
#include "base/hash.h"

namespace haymaker::text {

namespace {

constexpr auto kNumberWords = std::to_array<std::string_view>(
    {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"});
constexpr auto kCurrencies = std::to_array<std::string_view>(
    {"USD", "EUR", "GBP", "CHF", "JPY", "SEK", "AUD", "CAD", "SGD", "PLN"});
constexpr auto kDeadlines = std::to_array<std::string_view>(
    {"close of business ", "the end of ", "noon on ", "first thing ", "lunchtime ", "5pm ",
     "4pm on ", "10am ", "COB ", "end of play ", "mid-morning ", "the close on ", "midday ",
     "tea time "});

// A choice that the author always makes alike, 0 .. choices - 1.
std::uint32_t manner(const Situation& situation, std::string_view of, std::uint32_t choices) {
  return static_cast<std::uint32_t>(
             (situation.voice.taste ^ stable_hash(of)) * 0x9E3779B97F4A7C15U >> 33) %
         choices;
}

void append_grouped(std::uint64_t value, Buffer& out) {
  if (value >= 1000) {
    append_grouped(value / 1000, out);
    out.append(',');
    append_padded(value % 1000, 3, out);
  } else {
    append_decimal(value, out);
  }
}

// 1.0 to 999.9 times a power of a thousand, spread evenly over the magnitudes, in tenths.
std::uint64_t draw_thousands(rng::Stream& stream) {
  // 1k .. 100m; the larger, the rarer.
  const std::uint32_t one = stream.below(5);
  const std::uint32_t magnitude = std::min(one, stream.below(5) + 1);
  std::uint64_t scale = 1;
  for (std::uint32_t i = 0; i < magnitude; ++i) scale *= 10;
  const std::uint64_t whole = (10 + stream.below(90)) * scale;
  return whole + (magnitude > 1 && stream.chance(1, 3) ? stream.below(10) * scale / 10 : 0);
}

// All sums of a conversation are in one currency.
std::string_view draw_currency(const Situation& situation) {
  rng::Stream stream(situation.conversation / "currency");
  return stream.chance(3, 4) ? kCurrencies[stream.below(3)]
                             : kCurrencies[stream.below(kCurrencies.size())];
}

void append_amount(const Situation& situation, rng::Stream& stream, Buffer& out) {
  const std::string_view currency = draw_currency(situation);
  const std::uint64_t thousands = draw_thousands(stream);
  const std::uint32_t style = manner(situation, "amount", 5);
  const bool symbol = style >= 3 && (currency == "USD" || currency == "EUR" || currency == "GBP");
  if (symbol) {
    out.append(currency == "USD" ? "$" : currency == "EUR" ? "€" : "£");
  } else if (style < 2) {
    out.append(currency);
    out.append(' ');
  }
  if (style == 4 || (style == 1 && thousands < 1000)) {
    append_grouped(thousands * 1000, out);
  } else if (thousands >= 1000) {
    append_decimal(thousands / 1000, out);
    if (thousands / 100 % 10 != 0) {
      out.append('.');
      append_decimal(thousands / 100 % 10, out);
    }
    out.append(manner(situation, "million", 3) == 0   ? "mm"
               : manner(situation, "million", 3) == 1 ? "m"
                                                      : " million");
  } else {
    append_decimal(thousands, out);
    out.append('k');
  }
  if (style == 2 || (style >= 3 && !symbol)) {
    out.append(' ');
    out.append(currency);
  }
}

void append_decimals(std::uint64_t hundredths, Buffer& out) {
  append_decimal(hundredths / 100, out);
  out.append('.');
  append_padded(hundredths % 100, 2, out);
}

void append_percent(rng::Stream& stream, Buffer& out) {
  const std::uint32_t tenths = stream.chance(2, 3) ? 1 + stream.below(120) : 1 + stream.below(950);
  append_decimal(std::uint64_t{tenths / 10}, out);
  if (tenths % 10 != 0) {
    out.append('.');
    append_decimal(std::uint64_t{tenths % 10}, out);
  }
  out.append('%');
}

// Hours of the working day.
constexpr std::uint32_t kDayBegins = 8;
constexpr std::uint32_t kDayEnds = 18;

// A working day `from` to `to` days after the conversation's first.
Days draw_day(const Situation& situation, std::int32_t from, std::int32_t to, rng::Stream& stream) {
  Days day = static_cast<Days>(situation.started_day) + stream.between(from, to);
  const std::int32_t step = to > 0 ? 1 : -1;
  while (weekday_from_days(day) == 0 || weekday_from_days(day) == 6) day += step;
  return day;
}

void append_date(const Situation& situation, Days day, Buffer& out) {
  const CivilDate date = civil_from_days(day);
  const auto number = static_cast<std::uint64_t>(date.day);
  const std::string_view month = month_name(date.month);
  const std::uint32_t style = manner(situation, "date", 4);
  if (!situation.voice.british) {
    out.append(style == 0 ? month.substr(0, 3) : month);
    out.append(' ');
    append_decimal(number, out);
    return;
  }
  append_decimal(number, out);
  if (style == 1) {
    out.append(date.day % 10 == 1 && date.day != 11   ? "st"
               : date.day % 10 == 2 && date.day != 12 ? "nd"
               : date.day % 10 == 3 && date.day != 13 ? "rd"
                                                      : "th");
  }
  out.append(' ');
  out.append(style == 0 ? month.substr(0, 3) : month);
}

// An hour of the working day that is still to come when a conversation begins, as long as the day
// has one: otherwise of the next day.
std::uint32_t draw_hour_ahead(const Situation& situation, rng::Stream& stream) {
  const std::uint32_t now = situation.started_hour;
  const std::uint32_t from = now < kDayBegins || now + 2 > kDayEnds ? kDayBegins : now + 1;
  return from + stream.below(kDayEnds - from);
}

// An hour of the day that is over when a conversation begins, as near as the day allows.
std::uint32_t draw_hour_gone(const Situation& situation, rng::Stream& stream) {
  const std::uint32_t now = std::min(situation.started_hour, kDayEnds);
  return now <= kDayBegins ? kDayBegins - 1 : kDayBegins - 1 + stream.below(now - kDayBegins + 1);
}

void append_clock(const Situation& situation, std::uint32_t hour, rng::Stream& stream,
                  Buffer& out) {
  std::uint32_t minute = stream.below(4) * 15;
  if (stream.chance(1, 4)) minute += stream.below(15);
  if (manner(situation, "clock", 3) == 0) {
    append_decimal(std::uint64_t{hour > 12 ? hour - 12 : hour}, out);
    if (minute != 0) {
      out.append(situation.voice.british ? '.' : ':');
      append_padded(minute, 2, out);
    }
    out.append(hour < 12 ? "am" : "pm");
  } else {
    append_padded(hour, 2, out);
    out.append(':');
    append_padded(minute, 2, out);
  }
}

void append_reference(rng::Stream& stream, Buffer& out) {
  constexpr auto kPrefixes =
      std::to_array<std::string_view>({"CHG", "INC", "REQ", "TRN-", "FX", "SR-", "CASE-", "PO-",
                                       "TKT", "REF ", "DL", "OPS-", "Q-", "#"});
  out.append(kPrefixes[stream.below(kPrefixes.size())]);
  const std::uint32_t number = stream.next32();
  append_padded(number, 4 + static_cast<int>(stream.below(4)), out);
}

void append_letters(std::uint32_t count, rng::Stream& stream, Buffer& out) {
  for (std::uint32_t i = 0; i < count; ++i) out.append(static_cast<char>('A' + stream.below(26)));
}

// "XT" is no country's code, so no security can have such an ISIN (ISO 6166).
void append_isin(rng::Stream& stream, Buffer& out) {
  out.append("XT");
  append_padded(stream.next64(), 10, out);
}

std::string_view from_lexicon(const Pack& pack, std::optional<std::uint32_t> id,
                              rng::Stream& stream) {
  if (!id) return {};
  const Program& program = pack.program();
  return program.draw(program.lexicons[*id], Form::base, true, stream).words();
}

// With "_" for blanks, as in the name of a file.
void append_joined(std::string_view words, Buffer& out) {
  for (const char c : words) out.append(c == ' ' ? '_' : c);
}

void append_file(const Situation& situation, const Pack& pack, rng::Stream& stream, Buffer& out) {
  // As often as in real mail.
  constexpr auto kEndings = std::to_array<std::string_view>(
      {".pdf", ".pdf", ".pdf", ".pdf", ".pdf", ".pdf", ".xlsx", ".xlsx", ".xlsx", ".xlsx", ".docx",
       ".docx", ".docx", ".pptx", ".pptx", ".csv"});
  std::string_view stem = from_lexicon(pack, pack.fact_lexicons().file_stem, stream);
  if (stem.empty()) stem = "summary";
  append_joined(stem, out);
  out.append('_');
  switch (stream.below(3)) {
    case 0:
      out.append('v');
      append_decimal(std::uint64_t{1 + stream.below(9)}, out);
      break;
    case 1: {
      const CivilDate date = civil_from_days(draw_day(situation, -60, 0, stream));
      append_decimal(static_cast<std::uint64_t>(date.year) * 10'000 +
                         static_cast<std::uint64_t>(date.month * 100 + date.day),
                     out);
      break;
    }
    default:
      append_joined(situation.world->clients.count > 0 ? situation.world->clients.at(0) : "final",
                    out);
  }
  out.append(kEndings[stream.below(kEndings.size())]);
}

void append_phone(std::string_view pattern, rng::Stream& stream, Buffer& out) {
  // Ofcom's range for drama: 020 7946 0000 to 0999.
  if (pattern.empty()) pattern = "+44 20 7946 0###";
  for (const char c : pattern) {
    out.append(c == '#' ? static_cast<char>('0' + stream.below(10)) : c);
  }
}

void append_url(rng::Stream& stream, Buffer& out) {
  constexpr auto kPlaces =
      std::to_array<std::string_view>({"wiki", "portal", "share", "docs", "tickets", "reports"});
  out.append("https://");
  out.append(kPlaces[stream.below(kPlaces.size())]);
  out.append(".intranet.example/");
  append_hex(stream.next32(), 7, out);
}

std::string_view weekday_of(Days day) { return weekday_name(weekday_from_days(day)); }

void append_quarter(const Situation& situation, rng::Stream& stream, Buffer& out) {
  const int month = civil_from_days(static_cast<Days>(situation.started_day)).month;
  const std::uint32_t quarter =
      (static_cast<std::uint32_t>(month - 1) / 3 + stream.below(2) + 3) % 4 + 1;
  if (manner(situation, "quarter", 3) == 0) {
    append_decimal(std::uint64_t{quarter}, out);
    out.append('Q');
  } else {
    out.append('Q');
    append_decimal(std::uint64_t{quarter}, out);
  }
}

std::string_view name_of(Fact fact, std::uint32_t i, const Situation& situation, const Pack& pack,
                         rng::Stream& stream) {
  const World& world = *situation.world;
  const FactLexicons& lexicons = pack.fact_lexicons();
  switch (fact) {
    case Fact::client: return world.clients.at(i);
    case Fact::client_person: return world.client_people.at(i);
    case Fact::vendor: return world.vendors.at(i);
    case Fact::project:
      return world.projects.count > 0 ? world.projects.at(i)
                                      : from_lexicon(pack, lexicons.project, stream);
    case Fact::system: return from_lexicon(pack, lexicons.system, stream);
    case Fact::person: return world.persons.at(i);
    case Fact::person_full: return world.person_names.at(i);
    case Fact::team:
    case Fact::desk: return world.teams.at(i);
    case Fact::site: return world.sites.at(i);
    case Fact::city: return from_lexicon(pack, lexicons.town, stream);
    case Fact::me: return situation.me;
    case Fact::me_full: return situation.me_full;
    case Fact::me_title: return situation.me_title;
    case Fact::me_phone: return situation.me_phone;
    case Fact::me_address: return situation.me_address;
    case Fact::you: return situation.you;
    case Fact::boss: return situation.boss.empty() ? world.persons.at(i) : situation.boss;
    case Fact::company: return world.company;
    case Fact::site_address: return situation.site_address;
    case Fact::issuer: return from_lexicon(pack, lexicons.issuer, stream);
    case Fact::product: return from_lexicon(pack, lexicons.product, stream);
    case Fact::room: return from_lexicon(pack, lexicons.room, stream);
    default: return {};
  }
}

void append_number(Fact fact, const Situation& situation, rng::Stream& stream, Buffer& out) {
  switch (fact) {
    case Fact::amount: return append_amount(situation, stream, out);
    case Fact::price:
      return append_decimals(
          stream.chance(1, 2) ? 9'000 + stream.below(2'000) : 200 + stream.below(40'000), out);
    case Fact::pct: return append_percent(stream, out);
    case Fact::bps:
      append_decimal(std::uint64_t{1 + stream.below(60)}, out);
      return out.append(manner(situation, "bps", 2) == 0 ? "bp" : "bps");
    case Fact::n: {
      const std::uint32_t n = 2 + stream.below(8);
      if (manner(situation, "n", 3) == 0) return append_decimal(std::uint64_t{n}, out);
      return out.append(kNumberWords[n]);
    }
    case Fact::count:
      return append_decimal(
          std::uint64_t{stream.chance(1, 2) ? 11 + stream.below(60) : 40 + stream.below(940)}, out);
    case Fact::qty: {
      const std::uint64_t lots = 1 + stream.below(200);
      return append_grouped(lots * (stream.chance(1, 2) ? 500U : 2'500U), out);
    }
    default: return;
  }
}

void append_when(Fact fact, const Situation& situation, rng::Stream& stream, Buffer& out) {
  switch (fact) {
    case Fact::date: return append_date(situation, draw_day(situation, 2, 40, stream), out);
    case Fact::past: {
      const Days day = draw_day(situation, -12, -1, stream);
      const bool near = day > static_cast<Days>(situation.started_day) - 5;
      return near ? out.append(weekday_of(day)) : append_date(situation, day, out);
    }
    case Fact::day: return out.append(weekday_of(draw_day(situation, 1, 5, stream)));
    case Fact::deadline:
      out.append(kDeadlines[stream.below(kDeadlines.size())]);
      return out.append(weekday_of(draw_day(situation, 1, 5, stream)));
    case Fact::month: return out.append(month_name(1 + static_cast<int>(stream.below(12))));
    case Fact::quarter: return append_quarter(situation, stream, out);
    case Fact::year: {
      const int year = civil_from_days(static_cast<Days>(situation.started_day)).year;
      return append_decimal(static_cast<std::uint64_t>(year) - (stream.chance(1, 3) ? 1U : 0U),
                            out);
    }
    case Fact::time: {
      const std::uint32_t hour = draw_hour_ahead(situation, stream);
      return append_clock(situation, hour, stream, out);
    }
    case Fact::earlier: {
      const std::uint32_t hour = draw_hour_gone(situation, stream);
      return append_clock(situation, hour, stream, out);
    }
    case Fact::daypart: {
      const int hour = civil_time(situation.sent, situation.offset_minutes).hour;
      return out.append(hour < 10 ? "morning" : hour < 16 ? "afternoon" : "evening");
    }
    case Fact::back: return append_date(situation, situation.back_day, out);
    case Fact::weekday:
      return out.append(weekday_name(civil_time(situation.sent, situation.offset_minutes).weekday));
    default: return;
  }
}

void append_room(rng::Stream& stream, Buffer& out) {
  append_decimal(std::uint64_t{1 + stream.below(14)}, out);
  out.append('.');
  append_padded(1 + stream.below(40), 2, out);
}

void append_made(Fact fact, const Situation& situation, const Pack& pack, rng::Stream& stream,
                 Buffer& out) {
  switch (fact) {
    case Fact::amount:
    case Fact::price:
    case Fact::pct:
    case Fact::bps:
    case Fact::n:
    case Fact::count:
    case Fact::qty: return append_number(fact, situation, stream, out);
    case Fact::ticker: return append_letters(3 + stream.below(2), stream, out);
    case Fact::isin: return append_isin(stream, out);
    case Fact::ref: return append_reference(stream, out);
    case Fact::file: return append_file(situation, pack, stream, out);
    case Fact::room: return append_room(stream, out);
    case Fact::phone: return append_phone(situation.world->telephone, stream, out);
    case Fact::url: return append_url(stream, out);
    default: return append_when(fact, situation, stream, out);
  }
}

}  // namespace

std::string_view fact_words(Fact fact, std::uint32_t number, const Situation& situation,
                            const Pack& pack, rng::Stream& stream, Buffer& room) noexcept {
  const std::string_view name = name_of(fact, number < 2 ? 0 : number - 1, situation, pack, stream);
  if (!name.empty()) return name;
  room.clear();
  append_made(fact, situation, pack, stream, room);
  return room.view();
}

}  // namespace haymaker::text
