#include "corpus/renderer.h"

namespace haymaker::corpus {

using threads::kBlockSize;

Renderer::Renderer(const Corpus& corpus)
    : corpus_(corpus),
      planner_(corpus.company(), corpus.timeline(), corpus.spec().traffic, corpus.key() / "threads",
               corpus.blocks()),
      scene_(corpus),
      texts_(corpus),
      writer_(corpus) {}

void Renderer::enter(BlockIndex block) {
  if (entered_ && plan_.block == block) return;
  planner_.plan(block, corpus_.messages_in(block), corpus_.plantings().pins(block), plan_);
  scene_.stage(plan_);
  texts_.start(plan_);
  writer_.start(plan_);
  entered_ = true;
}

void Renderer::render(MessageIndex index, Rendered& out) noexcept {
  enter(BlockIndex{value(index) / kBlockSize});
  const auto slot = static_cast<std::uint16_t>(value(index) % kBlockSize);
  texts_.need(plan_, scene_, slot);
  message_.clear();
  writer_.write(plan_, scene_, texts_, slot, message_);
  out.bytes = message_.view();
  out.message_id = writer_.message_id(slot);
  out.uid = writer_.uid(slot);
  out.date = plan_.messages[slot].sent;
  out.digest = digest(out.bytes);
}

}  // namespace haymaker::corpus
