// The files of a corpus as its messages have them.

#include "corpus/enclosures.h"

#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "corpus/renderer.h"

namespace haymaker::corpus {
namespace {

using threads::BlockPlan;
using threads::kBlockSize;
using threads::MessageKind;

constexpr std::uint64_t kMessages = 10 * kBlockSize;
constexpr std::string_view kFile = "\r\nContent-Disposition: attachment";

Spec spec_of(std::uint32_t share) {
  Spec spec;
  spec.count = kMessages;
  spec.seed = 4;
  spec.attachments = {.share = share, .size_percent = 2};
  return spec;
}

// take(plan, slot, bytes) for each message.
template <class Take>
void for_each_message(const Spec& spec, Take take) {
  const Corpus corpus = Corpus::compile(spec).value();
  Renderer renderer(corpus);
  Rendered rendered;
  for (std::uint64_t i = 0; i < spec.count; ++i) {
    renderer.render(MessageIndex{i}, rendered);
    const BlockPlan& plan = renderer.plan_of(BlockIndex{i / kBlockSize});
    take(plan, static_cast<std::uint16_t>(i % kBlockSize), std::string(rendered.bytes));
  }
}

double percent_with_files(std::uint32_t share) {
  std::uint64_t with_files = 0;
  for_each_message(spec_of(share), [&](const BlockPlan&, std::uint16_t, const std::string& bytes) {
    with_files += bytes.contains(kFile);
  });
  return static_cast<double>(with_files) * 100 / kMessages;
}

TEST(Enclosures, AreAsFrequentAsTheSpecAsks) {
  EXPECT_EQ(percent_with_files(0), 0);
  EXPECT_NEAR(percent_with_files(5), 5, 1.5);
  EXPECT_NEAR(percent_with_files(18), 18, 2);
  EXPECT_NEAR(percent_with_files(40), 40, 4);
}

// The base64 bodies of the files.
std::vector<std::string> files_of(const std::string& bytes) {
  std::vector<std::string> files;
  for (std::size_t at = bytes.find(kFile); at != std::string::npos; at = bytes.find(kFile, at)) {
    at = bytes.find("\r\n\r\n", at) + 4;
    files.push_back(bytes.substr(at, bytes.find("\r\n--", at) - at));
  }
  return files;
}

TEST(Enclosures, OfAForwardAreThoseOfWhatItForwards) {
  std::vector<std::string> block(kBlockSize);
  std::size_t forwarded = 0;
  for_each_message(spec_of(40),
                   [&](const BlockPlan& plan, std::uint16_t slot, const std::string& bytes) {
                     block[slot] = bytes;
                     if (plan.messages[slot].kind != MessageKind::forward) return;
                     for (const std::string& file : files_of(block[plan.messages[slot].parent])) {
                       EXPECT_TRUE(bytes.contains(file)) << slot;
                       ++forwarded;
                     }
                   });
  EXPECT_GT(forwarded, 50U);
}

// What the text calls a file is its name, nine times in ten.
TEST(Enclosures, HaveTheNamesThatTheTextGivesThem) {
  const std::regex name(R"( ([A-Za-z0-9_]+\.(xlsx|pdf|docx|csv|pptx))[ .,;:\r])");
  std::size_t named = 0;
  std::size_t sent = 0;
  for_each_message(spec_of(18),
                   [&](const BlockPlan& plan, std::uint16_t slot, const std::string& bytes) {
                     if (plan.messages[slot].kind != MessageKind::first) return;
                     const std::string text = bytes.substr(bytes.find("\r\n\r\n"));
                     std::smatch found;
                     const std::string before = text.substr(0, text.find(kFile));
                     if (!std::regex_search(before, found, name)) return;
                     ++named;
                     sent += bytes.contains("filename=\"" + found[1].str() + "\"") ||
                             bytes.contains("filename=" + found[1].str());
                   });
  EXPECT_GT(named, 50U);
  EXPECT_GT(sent * 100, named * 80);
  EXPECT_LT(sent, named);
}

}  // namespace
}  // namespace haymaker::corpus
