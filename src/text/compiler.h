#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/contents.h"
#include "text/image.h"
#include "text/program_builder.h"
#include "text/source.h"
#include "text/tree.h"

namespace haymaker::text {

// Resolves the names of a parsed pack and emits its bytecode. Used once.
class Compiler {
 public:
  Compiler(const PackTree& tree, Errors& errors);
  Image compile();

 private:
  using Names = std::map<std::string, Target, std::less<>>;
  struct Context {  // Where a node stands: its file, and the topic whose names it sees first.
    const Source* source;
    const Names* topic;
  };

  void declare(const TopicTree& topic, Names& names);
  void declare_groups(const LexiconTree& lexicon, Names& names);
  std::uint32_t add_lexicon(WordClass word_class, const std::vector<LexiconEntry>& entries);
  template <class Tree>
  void forbid_twins(const std::vector<Tree>& trees);
  void emit_rules(const TopicTree& topic, const Names& names);
  struct NamedVariant {
    std::uint32_t id;
    VariantKind kind;
  };
  using Instructions = std::vector<Instruction>;

  std::vector<DraftBranch> emit_branches(const std::vector<Alternative>& alternatives,
                                         const Context& context);
  Instructions flatten(const std::vector<Node>& nodes, const Context& context);
  void flatten_node(const Node& node, const Context& context, bool space, Instructions& out);
  void flatten_reference(const Node& node, const Context& context, bool space, Instructions& out);
  void flatten_literal(std::string_view text, bool before_expansion, bool& space,
                       Instructions& out);
  void flatten_words(std::string_view words, bool& space, Instructions& out);
  [[nodiscard]] const NamedVariant* find_variant(std::string_view words, bool ends_clause) const;

  // Splits "thing.pl.pos" into the longest declared name and its forms; an error and nothing if
  // there is none.
  struct Name {
    std::string name;
    Form form = Form::base;
    std::uint8_t flags = 0;  // Of the Op.
  };
  std::optional<Name> split_forms(const Node& node, const Context& context);
  [[nodiscard]] Target find(std::string_view name, const Names* topic) const;
  [[nodiscard]] bool has_form(Target target, Form form) const;
  struct Slot {
    std::string name;
    Form form;
    const Source* source;
    Position position;
  };
  // The late-bound slot of a name in a form.
  std::uint32_t slot(const std::string& name, Form form, const Source& source, Position position);
  [[nodiscard]] Target find_formed(std::string_view name, Form form, const Names* topic) const;
  [[nodiscard]] Target bind(const Slot& slot, const Names* topic) const;
  void bind_slots();
  void check_late_forms();
  void compile_variants();
  void compile_dialogue();
  void compile_moves();
  void compile_blocks();
  void compile_frame();
  ActId act(const Weighted& name, const Source& source);

  const PackTree& tree_;
  Errors& errors_;
  ProgramBuilder program_;
  Contents contents_;
  Names core_;
  std::vector<Names> topics_;
  std::vector<Slot> slots_;
  std::map<std::pair<std::string, Form>, std::uint32_t> slot_ids_;
  std::map<std::string, NamedVariant, std::less<>> variants_;
  std::map<std::string, std::string, std::less<>> american_;
  std::size_t longest_variant_ = 0;
};

}  // namespace haymaker::text
