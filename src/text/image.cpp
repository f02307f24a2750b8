#include "text/image.h"

#include <concepts>
#include <cstring>
#include <type_traits>

namespace haymaker::text {

namespace {

constexpr std::uint64_t kMagic = 0x314B434150594148;  // "HAYPACK1"
constexpr std::uint64_t kByteOrder = 0x0102030405060708;
constexpr std::size_t kWord = sizeof(std::uint64_t);

template <class T>
concept Number = std::integral<T> || std::is_enum_v<T>;

// Bytes without a value of their own would make two images of one pack differ.
template <class T>
concept Plain = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T> &&
                kWord % alignof(T) == 0;

constexpr std::size_t words_for(std::size_t bytes) { return (bytes + kWord - 1) / kWord; }

class Writer {
 public:
  void number(const Number auto& value) { words_.push_back(static_cast<std::uint64_t>(value)); }
  template <Plain T>
  void array(std::span<const T> items, std::size_t slack = 0) {
    number(items.size());
    const std::size_t at = words_.size();
    words_.resize(at + words_for(items.size_bytes() + slack));
    if (!items.empty()) std::memcpy(words_.data() + at, items.data(), items.size_bytes());
  }
  void text(std::string_view value) { array(std::span<const char>(value)); }
  std::vector<std::uint64_t> take() { return std::move(words_); }

 private:
  std::vector<std::uint64_t> words_;
};

class Reader {
 public:
  explicit Reader(const std::uint64_t* words) noexcept : words_(words) {}

  template <Number T>
  void number(T& value) {
    value = static_cast<T>(*words_++);
  }
  template <Plain T>
  void array(std::span<const T>& items, std::size_t slack = 0) {
    std::size_t count = 0;
    number(count);
    items = {reinterpret_cast<const T*>(words_), count};
    words_ += words_for(items.size_bytes() + slack);
  }
  void text(std::string& value) {
    std::span<const char> characters;
    array(characters);
    value.assign(characters.data(), characters.size());
  }

 private:
  const std::uint64_t* words_;
};

// What an image holds, in order, said once for reading and writing. Structures are taken apart by
// all of their members, so that one that is added does not compile until it stands here.
template <class Medium>
class Exchange {
 public:
  explicit Exchange(Medium& medium) noexcept : medium_(medium) {}

  void operator()(Program& program) {
    auto& [code, halves, rules, conditions, columns, lexicons, variants, late, slots] = program;
    medium_.array(code, kSlack);
    medium_.array(halves, kSlack);
    medium_.array(rules);
    medium_.array(conditions);
    medium_.array(columns);
    medium_.array(lexicons);
    medium_.array(variants);
    medium_.array(late);
    one(slots);
  }
  void operator()(Contents& contents) {
    auto& [topics, frame, facts, acts, moves, blocks, start, answers, final_answers] = contents;
    all(topics, frame, facts, acts, moves, blocks, start, answers, final_answers);
  }

 private:
  void all(auto&... members) { (one(members), ...); }

  void one(Number auto& value) { medium_.number(value); }
  void one(std::string& text) { medium_.text(text); }
  template <class T>
  void one(std::vector<T>& list) {
    std::size_t size = list.size();
    one(size);
    list.resize(size);
    for (T& item : list) one(item);
  }
  void one(std::map<std::string, Target, std::less<>>& map) {
    std::vector<std::pair<std::string, Target>> list(map.begin(), map.end());
    one(list);
    map = {list.begin(), list.end()};
  }
  void one(std::pair<std::string, Target>& pair) { all(pair.first, pair.second); }
  void one(std::optional<std::uint32_t>& number) {
    std::uint64_t next = number ? std::uint64_t{*number} + 1 : 0;
    one(next);
    number = next == 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(next - 1));
  }
  // A table is made anew from its weights.
  static void one(const rng::WeightedTable& /*table*/) {}

  void one(Target& target) {
    auto& [kind, id] = target;
    all(kind, id);
  }
  void one(ScenarioFields& scenario) {
    auto& [code, about, terms, regs, actors, topics, severity, external, outbound] = scenario;
    all(code, about, terms, regs, actors, topics, severity, external, outbound);
  }
  void one(Topic& topic) {
    auto& [name, kind, weight, departments, files, case_weights, cases, subject, body, scenario,
           rules] = topic;
    all(name, kind, weight, departments, files, case_weights, cases, subject, body, scenario,
        rules);
  }
  void one(Frame& frame) {
    auto& [greeting, opener, closer, sign_off, signature, subject, another, segue] = frame;
    all(greeting, opener, closer, sign_off, signature, subject, another, segue);
  }
  void one(FactLexicons& facts) {
    auto& [issuer, system, project, product, town, room, file_stem] = facts;
    all(issuer, system, project, product, town, room, file_stem);
  }
  void one(ActMoves::Sequence& sequence) {
    auto& [slots, weight] = sequence;
    all(slots, weight);
  }
  void one(ActMoves& moves) {
    auto& [sequences, fill, most_words, table] = moves;
    all(sequences, fill, most_words, table);
  }
  void one(Block& block) {
    auto& [head, row, apart] = block;
    all(head, row, apart);
  }
  void one(Blocks& blocks) {
    auto& [items, item_weights, table] = blocks;
    all(items, item_weights, table);
  }
  void one(Answers& answers) {
    auto& [acts, act_weights, table] = answers;
    all(acts, act_weights, table);
  }

  Medium& medium_;
};

void build_tables(Answers& answers) {
  if (!answers.acts.empty()) answers.weights = rng::WeightedTable(answers.act_weights);
}

void build_tables(Contents& contents) {
  for (ActMoves& moves : contents.moves) {
    std::vector<std::uint32_t> weights;
    weights.reserve(moves.sequences.size());
    for (const ActMoves::Sequence& sequence : moves.sequences) weights.push_back(sequence.weight);
    if (!weights.empty()) moves.weights = rng::WeightedTable(weights);
  }
  for (Topic& topic : contents.topics) {
    if (!topic.case_weights.empty()) topic.cases = rng::WeightedTable(topic.case_weights);
  }
  for (Blocks& blocks : contents.blocks) {
    if (!blocks.items.empty()) blocks.weights = rng::WeightedTable(blocks.item_weights);
  }
  build_tables(contents.start);
  for (Answers& answers : contents.answers) build_tables(answers);
  for (Answers& answers : contents.final_answers) build_tables(answers);
}

}  // namespace

Image make_image(Program program, Contents contents) {
  Writer writer;
  writer.number(kMagic);
  writer.number(kByteOrder);
  Exchange exchange(writer);
  exchange(program);
  exchange(contents);
  return Image(writer.take());
}

std::expected<OpenedImage, Error> open_image(std::string_view bytes) {
  std::uint64_t magic = 0;
  std::uint64_t byte_order = 0;
  const auto* const words = reinterpret_cast<const std::uint64_t*>(bytes.data());
  const bool aligned = reinterpret_cast<std::uintptr_t>(words) % kWord == 0;
  Reader reader(words);
  if (aligned && bytes.size() >= 2 * kWord) {
    reader.number(magic);
    reader.number(byte_order);
  }
  if (magic != kMagic || byte_order != kByteOrder) {
    return std::unexpected(Error{ErrorCode::bad_input, "is not an image of a pack", "pack"});
  }
  OpenedImage image;
  Exchange exchange(reader);
  exchange(image.program);
  exchange(image.contents);
  build_tables(image.contents);
  return image;
}

}  // namespace haymaker::text
