#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/pack.h"
#include "text/tree.h"

namespace haymaker::text {

// Resolves the names of a parsed pack and emits its bytecode. Used once, by Pack::compile.
class Compiler {
 public:
  Compiler(const PackTree& tree, Errors& errors);
  Pack compile();

 private:
  using Names = std::map<std::string, Target, std::less<>>;
  struct Context {  // Where a node stands: its file, and the topic whose names it sees first.
    const Source* source;
    const Names* topic;
  };

  void declare(const TopicTree& topic, Names& names);
  template <class Tree>
  void forbid_twins(const std::vector<Tree>& trees);
  void emit_rules(const TopicTree& topic, const Names& names);
  std::uint32_t emit_choice(const std::vector<Alternative>& alternatives, const Context& context);
  void fill_choice(std::uint32_t id, const std::vector<Alternative>& alternatives,
                   const Context& context);
  std::vector<Op> flatten(const std::vector<Node>& nodes, const Context& context);
  void flatten_node(const Node& node, const Context& context, bool space, std::vector<Op>& out);
  void flatten_reference(const Node& node, const Context& context, Op op, std::vector<Op>& out);
  void flatten_literal(std::string_view text, bool before_expansion, bool& space,
                       std::vector<Op>& out);
  void flatten_words(std::string_view words, bool& space, std::vector<Op>& out);
  [[nodiscard]] std::optional<std::uint32_t> find_variant(std::string_view words,
                                                          bool ends_clause) const;
  Op literal_op(std::string_view text, bool space, bool ends_sentence);

  // Splits "thing.pl.pos" into the longest declared name and its forms; false with an error if
  // none.
  bool split_forms(const Node& node, const Context& context, std::string& name, Op& op);
  [[nodiscard]] Target find(std::string_view name, const Names* topic) const;
  [[nodiscard]] bool has_form(Target target, Form form) const;
  std::uint32_t slot(const std::string& name, const Source& source, Position position);
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
  Pack pack_;
  Names core_;
  std::vector<Names> topics_;
  struct Slot {
    std::string name;
    const Source* source;
    Position position;
  };
  struct LateForm {  // A form that is asked of whatever a slot is bound to.
    std::uint32_t slot;
    Form form;
    const Source* source;
    Position position;
  };
  std::vector<Slot> slots_;
  std::vector<LateForm> late_forms_;
  std::map<std::string, std::uint32_t, std::less<>> slot_ids_;
  std::map<std::string, std::uint32_t, std::less<>> variant_ids_;
  std::map<std::string, std::string, std::less<>> american_;
  std::map<std::string, std::uint32_t, std::less<>> literal_ids_;
  std::size_t longest_variant_ = 0;
};

}  // namespace haymaker::text
