#include "audit/traffic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace haymaker::audit {
namespace {

using Bin = Histogram::Bin;

// What is known of real mail, in per cent.
constexpr std::array kRecipients = {Bin{"1", 60},   Bin{"2", 16},   Bin{"3", 8},
                                    Bin{"4-5", 8},  Bin{"6-10", 5}, Bin{"11-50", 2.5},
                                    Bin{"51+", 0.5}};
constexpr std::array<std::size_t, 7> kRecipientsFrom = {0, 2, 3, 4, 6, 11, 51};

constexpr std::array kThreadSizes = {Bin{"2", 55.6},   Bin{"3", 15.9},    Bin{"4", 10.1},
                                     Bin{"5", 4.3},    Bin{"6", 2.9},     Bin{"7", 3.0},
                                     Bin{"8-10", 2.6}, Bin{"11-20", 4.2}, Bin{"21+", 1.4}};
constexpr std::array<std::size_t, 9> kThreadSizesFrom = {0, 3, 4, 5, 6, 7, 8, 11, 21};

constexpr std::array kWeekdays = {Bin{"Sun", 2.8},  Bin{"Mon", 20.3}, Bin{"Tue", 20.7},
                                  Bin{"Wed", 19.9}, Bin{"Thu", 18.5}, Bin{"Fri", 16.5},
                                  Bin{"Sat", 1.4}};

constexpr std::array kHours = {
    Bin{"07", 3}, Bin{"08", 8},   Bin{"09", 11.5},   Bin{"10", 11.5},  Bin{"11", 10.5},
    Bin{"12", 7}, Bin{"13", 8},   Bin{"14", 10},     Bin{"15", 10},    Bin{"16", 9},
    Bin{"17", 6}, Bin{"18", 2.5}, Bin{"19-22", 2.5}, Bin{"23-06", 0.5}};

std::size_t hour_bin(int hour) {
  if (hour == 23 || hour < 7) return 13;
  return hour >= 19 ? 12 : static_cast<std::size_t>(hour - 7);
}

template <std::size_t kBins>
std::size_t bin_of(std::size_t value, const std::array<std::size_t, kBins>& from) {
  return static_cast<std::size_t>(std::ranges::upper_bound(from, value) - from.begin()) - 1;
}

// Sizes of the conversations of at least two messages.
std::vector<std::size_t> thread_sizes(const std::vector<const SampledMessage*>& messages) {
  std::unordered_map<std::string_view, const SampledMessage*> by_id;
  for (const SampledMessage* message : messages) by_id.emplace(message->id, message);
  std::unordered_map<std::string_view, std::size_t> sizes;
  for (const SampledMessage* message : messages) {
    const SampledMessage* root = message;
    for (std::size_t steps = 0; steps < messages.size(); ++steps) {
      const auto parent = by_id.find(root->parent);
      if (parent == by_id.end()) break;
      root = parent->second;
    }
    ++sizes[root->id];
  }
  std::vector<std::size_t> out;
  for (const auto& [root, size] : sizes) {
    if (size > 1) out.push_back(size);
  }
  return out;
}

void measure_sizes(const std::vector<const SampledMessage*>& messages, std::vector<Metric>& out) {
  std::vector<double> bytes;
  bytes.reserve(messages.size());
  for (const SampledMessage* message : messages) {
    bytes.push_back(static_cast<double>(message->bytes));
  }
  std::ranges::sort(bytes);
  for (const double q : {0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
    out.push_back({.name = fmt::format("bytes of the .eml, p{:.0f}", q * 100),
                   .sample = fmt::format("{} messages", bytes.size()),
                   .value = quantile(bytes, q),
                   .goal = {}});
  }
}

}  // namespace

double Histogram::total() const noexcept {
  return std::accumulate(counts_.begin(), counts_.end(), 0.0);
}

double Histogram::share(std::size_t bin) const noexcept {
  const double all = total();
  return all > 0 ? counts_[bin] / all : 0;
}

double Histogram::distance() const noexcept {
  double wanted = 0;
  for (const Bin& bin : bins_) wanted += bin.share;
  double sum = 0;
  for (std::size_t i = 0; i < bins_.size(); ++i)
    sum += std::abs(share(i) - bins_[i].share / wanted);
  return sum / 2;
}

void Histogram::report(MailClass mail_class, const std::string& name, double most,
                       std::vector<Metric>& out) const {
  const std::string sample = fmt::format("{:.0f}", total());
  double wanted = 0;
  for (const Bin& bin : bins_) wanted += bin.share;
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    out.push_back(
        {mail_class,
         fmt::format("{} {}, share (real: {:.3f})", name, bins_[i].label, bins_[i].share / wanted),
         sample,
         share(i),
         {}});
  }
  out.push_back(
      {mail_class, name + ", distance from real mail", sample, distance(), Goal::at_most(most)});
}

double quantile(std::span<const double> sorted, double q) noexcept {
  if (sorted.empty()) return 0;
  const double place = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

void measure_traffic(const MailSample& sample, std::vector<Metric>& out) {
  constexpr double kFarthest = 0.05;
  // A sample lies in a few weeks, so holidays and the hours of its sites show in it.
  constexpr double kFarthestInTime = 0.1;
  std::vector<const SampledMessage*> messages;
  for (const SampledMessage& message : sample.messages()) {
    if (message.mail_class == MailClass::human) messages.push_back(&message);
  }
  if (messages.empty()) return;
  Histogram recipients(kRecipients);
  Histogram weekdays(kWeekdays);
  Histogram hours(kHours);
  std::size_t answers = 0;
  for (const SampledMessage* message : messages) {
    recipients.add(bin_of(message->recipients, kRecipientsFrom));
    const CivilTime local = civil_time(message->date, message->offset_minutes);
    weekdays.add(static_cast<std::size_t>(local.weekday));
    hours.add(hour_bin(local.hour));
    answers += !message->parent.empty();
  }
  Histogram threads(kThreadSizes);
  for (const std::size_t size : thread_sizes(messages)) {
    threads.add(bin_of(size, kThreadSizesFrom));
  }
  const auto all = static_cast<double>(messages.size());
  recipients.report(MailClass::human, "recipients", kFarthest, out);
  threads.report(MailClass::human, "messages of a conversation", kFarthest, out);
  weekdays.report(MailClass::human, "weekday", kFarthestInTime, out);
  hours.report(MailClass::human, "hour", kFarthestInTime, out);
  out.push_back({.name = "share of answers",
                 .sample = fmt::format("{} messages", messages.size()),
                 .value = static_cast<double>(answers) / all,
                 .goal = Goal::within(0.559, 0.15)});
  measure_sizes(messages, out);
}

}  // namespace haymaker::audit
