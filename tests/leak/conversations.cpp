// conversations SPEC: what the engine alone knows of each message, as CSV on standard output: its
// conversation, what it is planted for, and what a planted conversation must be like. By this the
// leak test finds clean mail of the same kind to hold planted mail against.

#include <fmt/core.h>

#include <cstdio>

#include "app/spec_argument.h"
#include "corpus/renderer.h"

namespace {

using namespace haymaker;

// The employee of a conversation: who began it, or to whom a contact wrote.
const people::Person& insider(const corpus::Corpus& corpus, const threads::BlockPlan& plan,
                              const threads::PlannedMessage& first) {
  const people::Person& author = corpus.company().person(first.author);
  if (author.kind == people::PersonKind::employee || first.to == 0) return author;
  return corpus.company().person(plan.to(first).front());
}

std::string_view direction(const corpus::Corpus& corpus,
                           const threads::Conversation& conversation) {
  if (!conversation.external) return "internal";
  return corpus.company().person(conversation.starter).kind == people::PersonKind::employee
             ? "outbound"
             : "inbound";
}

void print_block(const corpus::Corpus& corpus, const threads::BlockPlan& plan) {
  constexpr std::string_view kTraffic[] = {"business", "personal", "notice", "newsletter"};
  std::vector<const threads::PlannedMessage*> firsts(plan.conversations.size());
  for (const threads::PlannedMessage& message : plan.messages) {
    if (message.ordinal == 0) firsts[message.conversation] = &message;
  }
  for (std::size_t slot = 0; slot < plan.messages.size(); ++slot) {
    const threads::PlannedMessage& message = plan.messages[slot];
    const threads::Conversation& conversation = plan.conversations[message.conversation];
    const people::Person& who = insider(corpus, plan, *firsts[message.conversation]);
    const auto function = corpus.company().departments()[value(who.department)].function;
    int steps = 0;
    std::string_view polarity;
    std::string_view scenario;
    if (conversation.pin != threads::kNoPin) {
      const scenario::Planting& planting = corpus.plantings().planting(conversation.pin);
      steps = planting.steps;
      polarity = planting.decoy ? "decoy" : "true";
      scenario = corpus.pack().topic(planting.scenario).scenario.code;
    }
    const std::uint64_t index = value(plan.block) * threads::kBlockSize + slot;
    fmt::print("{:016x},{}-{},{},{},{},{},{},{},{},{},{}\n", corpus.uid(MessageIndex{index}),
               value(plan.block), message.conversation, message.ordinal, conversation.size,
               kTraffic[static_cast<std::size_t>(conversation.traffic)],
               direction(corpus, conversation), static_cast<int>(function), polarity, steps,
               scenario, value(conversation.starter));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return app::kWrongUse;
  const auto corpus = app::load_corpus({argv[1], {}, {}});
  if (!corpus) return app::report_wrong_use(corpus.error());
  corpus::Renderer renderer(*corpus);
  fmt::print(
      "uid,conversation,ordinal,size,traffic,direction,function,polarity,steps,scenario,starter\n");
  for (std::uint64_t block = 0; block < corpus->blocks(); ++block)
    print_block(*corpus, renderer.plan_of(BlockIndex{block}));
  return 0;
}
