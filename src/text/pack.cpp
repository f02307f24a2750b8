#include "text/pack.h"

#include "text/compiler.h"
#include "text/parser.h"

namespace haymaker::text {

std::expected<Pack, Errors> Pack::compile(std::span<const Source> sources) {
  Errors errors;
  const PackTree tree = parse_pack(sources, errors);
  Pack pack = Compiler(tree, errors).compile();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return pack;
}

ActId Pack::draw_first_act(rng::Stream& stream) const noexcept { return start_.draw(stream); }

ActId Pack::draw_answer(ActId parent, bool last, rng::Stream& stream) const noexcept {
  const Answers& answers = answers_[static_cast<std::size_t>(parent)];
  if (last && !answers.final_acts.empty()) {
    return answers.final_acts[answers.final_weights.draw(stream)];
  }
  return answers.draw(stream);
}

}  // namespace haymaker::text
