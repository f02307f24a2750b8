#include "audit/inspect.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "audit/attachments.h"
#include "audit/coherence.h"
#include "audit/compression.h"
#include "audit/lexical_diversity.h"
#include "audit/near_duplicates.h"
#include "audit/repetition.h"
#include "audit/traffic.h"
#include "audit/words.h"
#include "base/hash.h"

namespace haymaker::audit {
namespace {

constexpr std::size_t kBodyBytes = 4'000'000;
constexpr std::size_t kLexicalWords = 200'000;
constexpr std::size_t kMattrWindow = 500;
constexpr std::size_t kZipfRanks = 3'000;
constexpr std::size_t kBleuMessages = 500;
constexpr std::size_t kLongRun = 8;
constexpr std::size_t kLeastSentenceWords = 4;
constexpr std::size_t kLeastMessages = 50;  // A smaller class is counted, not measured.

// Measures the bodies of one class.
class ClassMeasures {
 public:
  ClassMeasures(MailClass mail_class, const MailSample& sample, std::vector<Metric>& out)
      : mail_class_(mail_class), out_(out) {
    for (const SampledMessage& message : sample.messages()) {
      if (message.mail_class == mail_class) messages_.push_back(&message);
    }
    // In an order that has nothing to do with time, so that a prefix stands for the whole.
    mixed_ = messages_;
    std::ranges::sort(mixed_, {}, [](const SampledMessage* m) { return stable_hash(m->id); });
    for (const SampledMessage* message : mixed_) {
      bodies_.emplace_back(message->body);
      words_.push_back(to_words(message->body, vocabulary_));
      skeletons_.push_back(to_skeleton(message->body, skeleton_vocabulary_));
    }
  }

  void run() {
    add("messages", "", static_cast<double>(messages_.size()), {});
    if (messages_.size() < kLeastMessages) return;
    compression();
    lexical_diversity();
    repetition();
    sentence_skeletons();
    duplicates();
    lengths();
    coherence();
  }

 private:
  // Only what people write has goals: what machines send should repeat itself.
  void add(std::string name, std::string sample, double value, Goal goal) {
    if (mail_class_ != MailClass::human) goal = {};
    out_.push_back({mail_class_, std::move(name), std::move(sample), value, goal});
  }

  void compression() {
    std::string text;
    for (const std::string_view body : bodies_) {
      if (text.size() >= kBodyBytes) break;
      text.append(body).append("\n");
    }
    text.resize(std::min(text.size(), kBodyBytes));
    const std::string sample = fmt::format("{} bytes", text.size());
    add("gzip -9 ratio", sample, gzip_ratio(text), Goal::at_most(3.2));
    add("zstd -19 ratio", sample, zstd_ratio(text, 19), Goal::at_most(4.5));
    add("zstd -3 ratio", sample, zstd_ratio(text, 3), Goal::at_most(3.4));
  }

  void lexical_diversity() {
    Words text;
    for (const Words& words : words_) {
      if (text.size() >= kLexicalWords) break;
      text.insert(text.end(), words.begin(), words.end());
    }
    text.resize(std::min(text.size(), kLexicalWords));
    const std::string sample = fmt::format("{} words", text.size());
    constexpr double kDistinct[] = {0.06, 0.45, 0.75, 0.85};
    for (std::size_t n = 1; n <= 4; ++n) {
      add(fmt::format("distinct-{}", n), sample, distinct_n(text, n),
          Goal::at_least(kDistinct[n - 1]));
    }
    add("Heaps beta", sample, heaps_exponent(text), Goal::between(0.55, 0.72));
    add("Zipf s", sample, zipf_exponent(text, kZipfRanks), Goal::between(0.85, 1.05));
    add("hapax share of words", sample, hapax_share(text), Goal::at_least(0.35));
    add("MATTR-500", sample, moving_type_token_ratio(text, kMattrWindow),
        Goal::between(0.50, 0.60));
  }

  void repetition() {
    const std::size_t few = std::min(kBleuMessages, words_.size());
    add("self-BLEU-4", fmt::format("{} messages", few), self_bleu_4(std::span(words_).first(few)),
        Goal::at_most(0.35));
    const Overlap plain = shared_n_grams(words_, kLongRun);
    const std::string sample = fmt::format("{} messages", plain.messages);
    add("8-grams seen elsewhere, mean", sample, plain.mean, Goal::at_most(0.20));
    add("8-grams seen elsewhere, median", sample, plain.median, Goal::at_most(0.05));
    const Overlap masked = shared_n_grams(skeletons_, kLongRun);
    add("skeleton 8-grams seen elsewhere, mean", sample, masked.mean, Goal::at_most(0.35));
    add("skeleton 8-grams seen elsewhere, median", sample, masked.median, Goal::at_most(0.15));
  }

  void sentence_skeletons() {
    const SkeletonUse use = skeleton_use(bodies_, kLeastSentenceWords);
    const std::string sample = fmt::format("{} sentences", use.sentences);
    add("top 100 sentence skeletons, share", sample, use.top_share, Goal::at_most(0.12));
    add("sentence skeletons used once", sample, use.singleton_share, Goal::at_least(0.60));
  }

  void duplicates() {
    const NearDuplicates plain = near_duplicates(words_);
    const NearDuplicates masked = near_duplicates(skeletons_);
    const std::string sample = fmt::format("{} messages", plain.messages);
    add("near duplicates, J >= 0.8", sample, plain.share_80, Goal::at_most(0.03));
    add("near duplicates, J >= 0.5", sample, plain.share_50, {});
    add("skeleton near duplicates, J >= 0.8", sample, masked.share_80, Goal::at_most(0.05));
    add("skeleton near duplicates, J >= 0.5", sample, masked.share_50, Goal::at_most(0.12));
  }

  void lengths() {
    struct Target {
      double q;
      double words;
    };
    // Of real mail; a third either way allows for the habits of a firm.
    constexpr Target kTargets[] = {{0.05, 13},  {0.25, 32},  {0.50, 66},  {0.75, 136},
                                   {0.90, 267}, {0.95, 402}, {0.99, 1174}};
    std::vector<double> sizes;
    sizes.reserve(words_.size());
    for (const Words& words : words_) sizes.push_back(static_cast<double>(words.size()));
    std::ranges::sort(sizes);
    for (const auto& [q, words] : kTargets) {
      const Goal goal = q == 0.5 ? Goal::within(words, 1.0 / 3) : Goal{};
      add(fmt::format("words of a body, p{:.0f} (real: {:.0f})", q * 100, words),
          fmt::format("{} messages", sizes.size()), quantile(sizes, q), goal);
    }
  }

  void coherence() {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < messages_.size(); ++i) places.emplace(messages_[i]->id, i);
    std::vector<Answer> texts;
    for (const SampledMessage* message : messages_) {
      const auto parent = places.find(message->parent);
      texts.push_back({message->body, parent == places.end() ? kNoParent : parent->second});
    }
    const Coherence found = measure_coherence(texts);
    const std::string sample = fmt::format("{} pairs", found.pairs);
    if (found.pairs == 0) return;
    add("cosine of an answer and its parent", sample, found.parent_cosine, {});
    add("cosine of an answer and a stranger", sample, found.chance_cosine, {});
    add("answers nearer to their parent than to a stranger", sample, found.nearer_parent,
        Goal::at_least(0.75));
    add("topic persistence, times chance", fmt::format("{} pairs", found.neighbours),
        found.topic_persistence, Goal::at_least(3));
  }

  MailClass mail_class_;
  std::vector<Metric>& out_;
  std::vector<const SampledMessage*> messages_;  // In the order of the corpus.
  std::vector<const SampledMessage*> mixed_;     // The order of the three below.
  std::vector<std::string_view> bodies_;
  std::vector<Words> words_;
  std::vector<Words> skeletons_;
  Vocabulary vocabulary_;
  Vocabulary skeleton_vocabulary_;
};

// Everything together, since a whole mailbox is what is stored.
void measure_files(const MailSample& sample, std::vector<Metric>& out) {
  const auto add = [&](std::string name, const std::string& bytes, double value, Goal goal) {
    out.push_back({.name = std::move(name),
                   .sample = fmt::format("{} bytes of all classes, without files", bytes.size()),
                   .value = value,
                   .goal = goal});
  };
  const std::string& raw = sample.raw();
  const std::string& headers = sample.headers();
  add("raw .eml, gzip -9 ratio", raw, gzip_ratio(raw), Goal::within(3.5, 0.35));
  add("raw .eml, zstd -19 ratio", raw, zstd_ratio(raw, 19), Goal::within(5.5, 0.35));
  add("headers, gzip -9 ratio", headers, gzip_ratio(headers), Goal::within(5.8, 0.4));
  add("headers, zstd -19 ratio", headers, zstd_ratio(headers, 19), Goal::within(12.8, 0.4));
}

}  // namespace

bool InspectReport::good() const noexcept {
  return std::ranges::none_of(metrics, [](const Metric& m) { return m.pass() == false; });
}

InspectReport measure(const MailSample& sample) {
  InspectReport report;
  report.messages = sample.messages().size();
  for (int i = 0; i < kMailClasses; ++i) {
    ClassMeasures(static_cast<MailClass>(i), sample, report.metrics).run();
    if (static_cast<MailClass>(i) != MailClass::human) continue;
    measure_traffic(sample, report.metrics);
    measure_attachments(sample, report.metrics);
    measure_files(sample, report.metrics);
  }
  return report;
}

std::expected<InspectReport, Error> inspect(const std::filesystem::path& out_dir,
                                            const InspectOptions& options) {
  const auto sample = MailSample::read(out_dir, options.messages);
  if (!sample) return std::unexpected(sample.error());
  return measure(*sample);
}

}  // namespace haymaker::audit
