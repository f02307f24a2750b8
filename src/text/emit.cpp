// The half of the compiler that turns markup into operations.

#include <algorithm>
#include <array>

#include "text/compiler.h"

namespace haymaker::text {

namespace {

std::string quoted(std::string_view name) { return '`' + std::string(name) + '`'; }

// Words whose full stop does not end a sentence.
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"e.g.", "i.e.", "vs.",   "approx.", "no.",  "Mr.",  "Ms.",   "Mrs.", "Dr.",
     "etc.", "cf.",  "incl.", "excl.",   "a.m.", "p.m.", "est.",  "max.", "min.",
     "ref.", "tel.", "ext.",  "St.",     "Inc.", "Ltd.", "Corp.", "Co."});

constexpr std::string_view kClosingMarks = ".,;:!?)\"";

constexpr auto kAuxiliaries = std::to_array<std::string_view>({"be", "have", "do"});

// The end of the first sentence of `text`, just behind its last mark; npos where none ends.
std::size_t sentence_end(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '.' && text[i] != '?' && text[i] != '!') continue;
    std::size_t end = i + 1;
    while (end < text.size() &&
           (text[end] == ')' || text[end] == '"' || text[end] == '!' || text[end] == '?'))
      ++end;
    if (end < text.size() && text[end] != ' ') continue;
    if (i > 0 && text[i - 1] == '.') continue;  // An ellipsis.
    const std::size_t word = text.rfind(' ', i);
    const std::string_view last =
        text.substr(word == std::string_view::npos ? 0 : word + 1, i - word);
    const std::string_view whole = word == std::string_view::npos ? text.substr(0, i + 1) : last;
    if (std::ranges::find(kAbbreviations, whole) == kAbbreviations.end()) return end;
  }
  return std::string_view::npos;
}

std::string decapitalised(std::string_view words) {
  std::string result(words);
  if (!result.empty() && result[0] >= 'A' && result[0] <= 'Z')
    result[0] = static_cast<char>(result[0] + 32);
  return result;
}

bool is_expansion(const Node& node) {
  return node.kind == Node::Kind::reference || node.kind == Node::Kind::fact ||
         node.kind == Node::Kind::choice;
}

// Behind which word number `words` of `text` ends; npos if it has fewer.
std::size_t end_of_words(std::string_view text, std::size_t words) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < words; ++i) {
    if (at > text.size()) return std::string_view::npos;
    at = std::min(text.find(' ', at), text.size()) + 1;
  }
  return at - 1;
}

}  // namespace

std::vector<DraftBranch> Compiler::emit_branches(const std::vector<Alternative>& alternatives,
                                                 const Context& context) {
  std::vector<DraftBranch> branches;
  branches.reserve(alternatives.size());
  for (const Alternative& alternative : alternatives) {
    branches.push_back({encode(flatten(alternative.nodes, context)), alternative.weight,
                        program_.condition(alternative.required, alternative.forbidden)});
  }
  return branches;
}

Compiler::Instructions Compiler::flatten(const std::vector<Node>& nodes, const Context& context) {
  Instructions out;
  bool space = false;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (node.kind == Node::Kind::literal) {
      std::size_t next = i + 1;
      while (next < nodes.size() && nodes[next].kind == Node::Kind::span_begin) ++next;
      flatten_literal(node.text, next < nodes.size() && is_expansion(nodes[next]), space, out);
    } else {
      flatten_node(node, context, space, out);
      if (node.kind != Node::Kind::agreement && node.kind != Node::Kind::span_begin &&
          node.kind != Node::Kind::span_end) {
        space = false;
      }
    }
  }
  if (space) out.push_back(program_.literal("", true));
  return out;
}

void Compiler::flatten_node(const Node& node, const Context& context, bool space,
                            Instructions& out) {
  Instruction instruction;
  Op& op = instruction.op;
  op.flags = space ? kSpaceBefore : 0;
  switch (node.kind) {
    case Node::Kind::literal: return;
    case Node::Kind::reference: return flatten_reference(node, context, space, out);
    case Node::Kind::choice:
      op.code = Code::choice;
      instruction.choice = program_.choice(emit_branches(node.alternatives, context));
      break;
    case Node::Kind::fact: {
      const auto fact = fact_named(node.text);
      if (!fact) {
        errors_.push_back(
            error_at(*context.source, node.position, "unknown fact " + quoted(node.text)));
        return;
      }
      op.code = Code::fact;
      op.detail = static_cast<std::uint8_t>(*fact);
      op.number = node.number;
      if (node.fresh) op.flags |= kFresh;
      break;
    }
    case Node::Kind::agreement:
      op.code = Code::agree;
      op.number = static_cast<std::uint8_t>(node.agreement);
      op.flags = 0;
      break;
    case Node::Kind::span_begin: op.code = Code::span_begin; break;
    case Node::Kind::span_end: op.code = Code::span_end; break;
    case Node::Kind::line_break: op.code = Code::line_break; break;
    case Node::Kind::paragraph: op.code = Code::paragraph; break;
  }
  out.push_back(std::move(instruction));
}

void Compiler::flatten_reference(const Node& node, const Context& context, bool space,
                                 Instructions& out) {
  const auto split = split_forms(node, context);
  if (!split) return;
  const auto& [name, form, flags] = *split;
  Instruction instruction;
  Op& op = instruction.op;
  op.flags = flags | (space ? kSpaceBefore : std::uint8_t{0});
  if (node.scope != Scope::none) op.flags |= kScoped;
  op.detail = static_cast<std::uint8_t>(static_cast<unsigned>(form) |
                                        static_cast<unsigned>(node.scope) << 4U);
  op.number = node.number;
  const auto auxiliary = std::ranges::find(kAuxiliaries, name);
  bool fits = true;
  if (node.late) {
    op.code = Code::late;
    instruction.operand = slot(name, form, *context.source, node.position);
  } else if (const Target target = find(name, context.topic); target.kind != Target::Kind::none) {
    op.code = target.kind == Target::Kind::rule ? Code::rule : Code::lexicon;
    instruction.operand = target.id;
    fits = has_form(target, form) &&
           (target.kind == Target::Kind::lexicon || (flags & kPossessive) == 0);
  } else if (auxiliary != kAuxiliaries.end()) {
    op.code = Code::auxiliary;
    op.flags &= static_cast<std::uint8_t>(~kScoped);
    op.detail = static_cast<std::uint8_t>(form);
    op.number = static_cast<std::uint8_t>(auxiliary - kAuxiliaries.begin());
    fits = form == Form::base || text::has_form(WordClass::verb, form);
  } else {
    errors_.push_back(
        error_at(*context.source, node.position, "unknown rule or lexicon " + quoted(name)));
    return;
  }
  if (!fits) {
    errors_.push_back(
        error_at(*context.source, node.position, quoted(name) + " does not have this form"));
    return;
  }
  out.push_back(std::move(instruction));
}

std::optional<Compiler::Name> Compiler::split_forms(const Node& node, const Context& context) {
  Name result{.name = node.text};
  while (true) {
    std::string& name = result.name;
    if (find(name, context.topic).kind != Target::Kind::none ||
        slot_ids_.contains({name, Form::base}))
      return result;
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) return result;
    const std::string_view suffix = std::string_view(name).substr(dot + 1);
    if (suffix == "a") {
      result.flags |= kArticle;
    } else if (suffix == "pos") {
      result.flags |= kPossessive;
    } else if (const auto form = form_named(suffix)) {
      result.form = *form;
    } else {
      errors_.push_back(error_at(*context.source, node.position,
                                 "unknown rule, lexicon or form " + quoted(node.text)));
      return std::nullopt;
    }
    name.resize(dot);
  }
}

// Cuts a literal behind each sentence, and takes a last "a" or "an" before an expansion as an
// article.
void Compiler::flatten_literal(std::string_view text, bool before_expansion, bool& space,
                               Instructions& out) {
  while (!text.empty()) {
    if (text.front() == ' ') {
      space = true;
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = sentence_end(text);
    std::string_view sentence = text.substr(0, end);
    text.remove_prefix(sentence.size());
    const bool trailing = sentence.ends_with(' ');
    while (sentence.ends_with(' ')) sentence.remove_suffix(1);
    const bool article =
        before_expansion && text.empty() && trailing &&
        (sentence == "a" || sentence == "an" || sentence == "A" || sentence == "An" ||
         sentence.ends_with(" a") || sentence.ends_with(" an"));
    if (article) {
      const std::size_t cut = sentence.rfind(' ');
      const std::string_view before = cut == std::string_view::npos ? "" : sentence.substr(0, cut);
      if (!before.empty()) flatten_words(before, space, out);
      Instruction instruction;
      instruction.op.code = Code::article;
      instruction.op.flags = space || !before.empty() ? kSpaceBefore : 0;
      out.push_back(std::move(instruction));
    } else if (end == std::string_view::npos) {
      flatten_words(sentence, space, out);
    } else {
      flatten_words(sentence, space, out);
      out.back().op.detail |= kEndsSentence;  // The mark that ends it is in a literal.
    }
    space = trailing;
  }
}

// The variant of the words, however they begin. A clause does not end in a contraction: "I am.",
// unless it is one of "not".
const Compiler::NamedVariant* Compiler::find_variant(std::string_view words,
                                                     bool ends_clause) const {
  auto found = variants_.find(words);
  if (found == variants_.end()) found = variants_.find(decapitalised(words));
  if (found == variants_.end()) return nullptr;
  const bool contraction = found->second.kind == VariantKind::contraction;
  if (ends_clause && contraction && !words.ends_with("not")) return nullptr;
  return &found->second;
}

// Cuts out the words of which there are variants.
void Compiler::flatten_words(std::string_view words, bool& space, Instructions& out) {
  std::size_t plain = 0;  // Start of the words that wait to become a literal.
  std::size_t at = 0;
  const auto flush = [&](std::size_t end) {
    if (end <= plain) return;
    std::string_view text = words.substr(plain, end - plain);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (!text.empty()) {
      out.push_back(program_.literal(text, space));
      space = true;
    }
  };
  while (at < words.size()) {
    bool found = false;
    for (std::size_t n = longest_variant_; n > 0 && !found; --n) {
      const std::size_t end = end_of_words(words.substr(at), n);
      if (end == std::string_view::npos || at + end > words.size()) continue;
      const std::size_t size = words.substr(at, end).find_last_not_of(kClosingMarks) + 1;
      const NamedVariant* const variant = find_variant(words.substr(at, size), size < end);
      if (variant == nullptr) continue;
      flush(at);
      Instruction instruction;
      instruction.op.code = Code::variant;
      instruction.op.flags = space ? kSpaceBefore : 0;
      instruction.op.detail = static_cast<std::uint8_t>(variant->kind);
      instruction.operand = variant->id;
      out.push_back(std::move(instruction));
      if (size < end) out.push_back(program_.literal(words.substr(at + size, end - size), false));
      space = true;
      at += end + 1;
      plain = at;
      found = true;
    }
    if (!found) at = std::min(words.find(' ', at), words.size()) + 1;
  }
  flush(words.size());
  space = false;
}

}  // namespace haymaker::text
