#include "people/voice.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "rng/quantiles.h"
#include "rng/stream.h"

namespace haymaker::people {

namespace {

using rng::QuantilePoint;

constexpr std::uint32_t kWhole = 65536;

// Spread of a habit over people: most are near the middle, a few always or never have it.
constexpr std::array<QuantilePoint, 7> kGreeting = {
    {{0, 2}, {6'000, 12}, {16'000, 35}, {32'768, 62}, {49'000, 82}, {60'000, 94}, {kWhole, 100}}};
constexpr std::array<QuantilePoint, 6> kSignOff = {
    {{0, 5}, {8'000, 30}, {22'000, 62}, {40'000, 84}, {56'000, 95}, {kWhole, 100}}};
constexpr std::array<QuantilePoint, 5> kContractions = {
    {{0, 0}, {12'000, 20}, {32'768, 62}, {52'000, 88}, {kWhole, 100}}};
// Percent of the mean author's length; lognormal with sigma 0.35.
constexpr std::array<QuantilePoint, 7> kVerbosity = {{{0, 42},
                                                      {3'277, 56},
                                                      {16'384, 79},
                                                      {32'768, 100},
                                                      {49'152, 127},
                                                      {62'259, 178},
                                                      {kWhole, 220}}};
constexpr std::array<QuantilePoint, 5> kTypos = {
    {{0, 0}, {14'000, 0}, {38'000, 3}, {60'000, 10}, {kWhole, 25}}};
constexpr std::array<QuantilePoint, 4> kExclamations = {
    {{0, 0}, {26'000, 3}, {54'000, 22}, {kWhole, 85}}};

// Formality of mail in a region, as an addition to that of the person.
int regional_formality(std::string_view locale) noexcept {
  constexpr std::array<std::string_view, 6> kFormal = {"de", "ja", "ko", "fr", "en_IN", "zh"};
  constexpr std::array<std::string_view, 4> kInformal = {"en_US", "nl", "sv", "da"};
  if (std::ranges::find(kFormal, locale) != kFormal.end()) return 1;
  return std::ranges::find(kInformal, locale) != kInformal.end() ? -1 : 0;
}

int functional_formality(Function function) noexcept {
  switch (function) {
    case Function::trading:
    case Function::technology: return -1;
    case Function::legal:
    case Function::compliance:
    case Function::wealth:
    case Function::hr: return 1;
    default: return 0;
  }
}

// Percent by which greetings are scaled: the higher, the shorter.
std::uint32_t greeting_scale(Seniority seniority) noexcept {
  switch (seniority) {
    case Seniority::junior: return 112;
    case Seniority::head: return 72;
    case Seniority::executive: return 50;
    case Seniority::lead: return 90;
    default: return 102;
  }
}

std::uint8_t percent(std::int64_t value) noexcept {
  return static_cast<std::uint8_t>(std::clamp<std::int64_t>(value, 0, 100));
}

}  // namespace

Voice draw_voice(const Person& person, Function function, bool british, rng::Key key) {
  rng::Stream stream(key);
  const auto draw = [&stream](std::span<const QuantilePoint> points) {
    return rng::Quantiles(points).draw(stream);
  };
  const bool is_mobile = person.client == MailClient::iphone;
  const bool is_high = person.seniority >= Seniority::head;

  Voice voice;
  voice.taste = key.low;
  const int formality = static_cast<int>(stream.below(3)) + regional_formality(person.locale) +
                        functional_formality(function) + (person.seniority == Seniority::junior);
  voice.formality = static_cast<std::uint8_t>(std::clamp(formality, 0, 3));
  const bool is_chatty = voice.formality == 0;
  const std::int64_t scale = greeting_scale(person.seniority) - (is_mobile ? 25U : 0U);
  voice.greeting = percent(draw(kGreeting) * scale / 100 + std::int64_t{4} * voice.formality - 4);
  voice.sign_off = percent(draw(kSignOff) * (is_mobile ? 70 : 100) / 100);
  voice.contractions = percent(draw(kContractions) * (voice.formality == 3 ? 35 : 100) / 100);
  voice.verbosity = static_cast<std::uint8_t>(draw(kVerbosity) * (is_high ? 75 : 100) / 100 *
                                              (is_mobile ? 65 : 100) / 100);
  voice.abbreviations = stream.chance(is_chatty ? 6 : 2, 10)
                            ? percent(5 + stream.below(is_chatty ? 70 : 25))
                            : std::uint8_t{0};
  voice.typos_per_mille = percent(draw(kTypos) * (is_mobile ? 2 : 1));
  voice.exclamations = percent(draw(kExclamations) * (voice.formality >= 2 ? 50 : 100) / 100);
  voice.emoji = is_chatty && stream.chance(3, 10) ? percent(3 + stream.below(35)) : std::uint8_t{0};
  voice.lower_case = is_chatty && stream.chance(1, 8);
  voice.british = british;
  voice.double_space = stream.chance(british ? 6 : 12, 100);
  voice.signature = stream.chance(is_mobile ? 40 : 88, 100);
  return voice;
}

}  // namespace haymaker::people
