#pragma once

// The shape of the traffic: how many recipients, how long the conversations, when, how large.

#include <span>
#include <vector>

#include "audit/mail_sample.h"
#include "audit/metric.h"

namespace haymaker::audit {

// Counts that are compared with the shares that they should have.
class Histogram {
 public:
  struct Bin {
    const char* label;
    double share;  // As it should be; all sum to 1, or to any other number that stands for all.
  };
  explicit Histogram(std::span<const Bin> bins) : bins_(bins), counts_(bins.size(), 0) {}

  void add(std::size_t bin) { counts_[bin] += 1; }
  [[nodiscard]] double total() const noexcept;
  [[nodiscard]] double share(std::size_t bin) const noexcept;  // As it is.
  // Half the sum of the differences of all shares: 0 where they agree, 1 where nothing does.
  [[nodiscard]] double distance() const noexcept;
  // A metric a bin without a goal, then the distance, which is at most `most`.
  void report(MailClass mail_class, const std::string& name, double most,
              std::vector<Metric>& out) const;

 private:
  std::span<const Bin> bins_;
  std::vector<double> counts_;
};

// The value below which a share `q` of `sorted` lies, between neighbours in proportion; 0 for none.
double quantile(std::span<const double> sorted, double q) noexcept;

// Of the messages of people. Recipients, sizes of conversations, the share of answers, weekdays and
// hours on the sender's clock, bytes of the .eml.
void measure_traffic(const MailSample& sample, std::vector<Metric>& out);

}  // namespace haymaker::audit
