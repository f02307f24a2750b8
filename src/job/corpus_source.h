#pragma once

#include <memory>

#include "corpus/corpus.h"
#include "job/message_source.h"

namespace haymaker::job {

// Lets the engine run a compiled corpus, which outlives the source.
class CorpusSource final : public MessageSource {
 public:
  explicit CorpusSource(const corpus::Corpus& corpus) : corpus_(corpus) {}

  [[nodiscard]] std::uint64_t count() const override { return corpus_.count(); }
  [[nodiscard]] std::unique_ptr<Renderer> new_renderer() const override;

 private:
  const corpus::Corpus& corpus_;
};

}  // namespace haymaker::job
