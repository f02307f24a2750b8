#include "job/corpus_source.h"

#include "corpus/renderer.h"

namespace haymaker::job {

namespace {

class CorpusRenderer final : public Renderer {
 public:
  explicit CorpusRenderer(const corpus::Corpus& corpus) : renderer_(corpus) {}

  void render(MessageIndex index, Rendered& out) noexcept override {
    corpus::Rendered message;
    renderer_.render(index, message);
    out = {message.bytes, message.message_id, message.uid, message.date, message.digest};
  }

 private:
  corpus::Renderer renderer_;
};

}  // namespace

std::unique_ptr<Renderer> CorpusSource::new_renderer() const {
  return std::make_unique<CorpusRenderer>(corpus_);
}

}  // namespace haymaker::job
