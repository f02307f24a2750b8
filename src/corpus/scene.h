#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"
#include "corpus/topic_table.h"
#include "corpus/world_maker.h"
#include "text/situation.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// What a conversation is about: its topic and the part of the world that it speaks of.
struct ConversationScene {
  rng::Key key;
  // Of the facts that it speaks of: its own, or those of an incident that goes on over several
  // conversations.
  rng::Key story;
  text::TopicId topic{0};
  text::ConditionSet topic_case = 0;  // Which of the topic's cases it is.
  text::World world;
  Days back = 0;  // Of a reply for somebody on leave: when they are back.
};

struct MessageScene {
  text::ActId act{0};
  std::uint32_t scene = 0;  // Its ConversationScene: an automatic reply has one of its own.
  std::uint16_t target_words = 60;
  bool files_drawn = false;  // It has files, whatever its text says.
};

// Gives each conversation of a planned block its topic and facts, and each message its act and
// length.
class Scene {
 public:
  explicit Scene(const Corpus& corpus);

  void stage(const threads::BlockPlan& plan);

  [[nodiscard]] const ConversationScene& conversation(std::uint16_t id) const noexcept {
    return conversations_[id];
  }
  [[nodiscard]] const MessageScene& message(std::uint16_t slot) const noexcept {
    return messages_[slot];
  }
  // What the text machine needs to write the message in `slot`.
  [[nodiscard]] text::Situation situation(const threads::BlockPlan& plan,
                                          std::uint16_t slot) const noexcept;
  // What it needs to write `words` words of a file that the message has, about the same facts: in
  // nobody's manner and to nobody. The key is the file's.
  [[nodiscard]] text::Situation file_situation(const threads::BlockPlan& plan, std::uint16_t slot,
                                               rng::Key key, std::uint32_t words) const noexcept;
  // What the department does whose matter the conversation is.
  [[nodiscard]] people::Function function(std::uint16_t conversation) const noexcept {
    return function_of(insiders_[conversation]);
  }

 private:
  [[nodiscard]] people::Function function_of(PersonId insider) const noexcept;
  [[nodiscard]] bool draws_files(const threads::BlockPlan& plan, std::uint16_t slot,
                                 std::uint32_t words) const;

  void stage_auto_reply(const threads::PlannedMessage& message, MessageScene& scene);
  [[nodiscard]] text::TopicId topic_named(std::string_view name) const noexcept;
  void find_insiders(const threads::BlockPlan& plan);
  // The topics amid which what is planted in a conversation is told; none: whatever.
  [[nodiscard]] std::span<const std::string> told_amid(
      const threads::Conversation& conversation) const noexcept;
  [[nodiscard]] text::TopicId draw_topic(const threads::Conversation& conversation,
                                         PersonId insider, rng::Stream& stream) const;
  [[nodiscard]] std::uint16_t draw_words(const threads::PlannedMessage& message,
                                         rng::Stream& stream) const;
  [[nodiscard]] text::ConditionSet conditions(const threads::BlockPlan& plan,
                                              const threads::PlannedMessage& message,
                                              int offset_minutes) const noexcept;

  const Corpus& corpus_;
  rng::Key key_;
  WorldMaker worlds_;
  std::array<TopicTable, text::kTopicKinds> topics_;  // By kind.
  std::array<TopicTable, people::kFunctions>
      by_function_;                          // Business, by what the insider's department does.
  std::optional<text::ActId> document_act_;  // What files are made of, if the pack says.
  std::vector<PersonId> insiders_;  // Of each conversation, the first party who is an employee.
  std::vector<Parties> parties_;    // Of each conversation.
  std::vector<ConversationScene> conversations_;
  std::vector<MessageScene> messages_;
};

}  // namespace haymaker::corpus
