#include "text/pack.h"

#include "text/compiler.h"
#include "text/parser.h"

namespace haymaker::text {

namespace {

ActId draw(const Answers& answers, rng::Stream& stream) {
  return answers.acts[answers.weights.draw(stream)];
}

}  // namespace

std::expected<Image, Errors> Pack::compile_image(std::span<const Source> sources) {
  Errors errors;
  const PackTree tree = parse_pack(sources, errors);
  Image image = Compiler(tree, errors).compile();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return image;
}

std::expected<Pack, Errors> Pack::open(std::string_view image) {
  auto opened = open_image(image);
  if (!opened) return std::unexpected(Errors{std::move(opened.error())});
  return Pack(std::move(*opened));
}

std::expected<Pack, Errors> Pack::compile(std::span<const Source> sources) {
  auto image = compile_image(sources);
  if (!image) return std::unexpected(std::move(image.error()));
  auto pack = open(image->bytes());
  if (pack) pack->own_ = std::move(*image);
  return pack;
}

ActId Pack::draw_first_act(rng::Stream& stream) const noexcept {
  return draw(contents_.start, stream);
}

ActId Pack::draw_answer(ActId parent, bool last, rng::Stream& stream) const noexcept {
  const Answers& final_answers = contents_.final_answers[static_cast<std::size_t>(parent)];
  if (last && !final_answers.acts.empty()) return draw(final_answers, stream);
  return draw(contents_.answers[static_cast<std::size_t>(parent)], stream);
}

}  // namespace haymaker::text
