#include "corpus/file_mention.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace haymaker::corpus {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FileMention read(std::string_view text, std::span<const BlockTexts::Planted> planted = {}) {
  FileMention mention;
  mention.read(text, planted);
  return mention;
}

TEST(FileMention, IsAWordForSendingFilesOrTheNameOfOne) {
  EXPECT_TRUE(read("Attached is the list.").found());
  EXPECT_TRUE(read("I have enclosed both.").found());
  EXPECT_TRUE(read("See recon_v3.xlsx first").found());
  EXPECT_FALSE(read("The list is on the shared drive.").found());
  EXPECT_FALSE(read("").found());
}

TEST(FileMention, GivesEachNameOnceInTheOrderOfTheText) {
  const std::string_view text =
      "In \"Müller_recon_v3.xlsx\", tab 2, and in (NAV_pack.pdf). Then Müller_recon_v3.xlsx again.";
  EXPECT_THAT(read(text).names(), ElementsAre("Müller_recon_v3.xlsx", "NAV_pack.pdf"));
}

TEST(FileMention, TakesNoOtherDotForTheEndingOfAName) {
  EXPECT_THAT(read("At 10.30 we go. pdf is fine, .csv too, and so is a.pdfs.").names(), IsEmpty());
  EXPECT_THAT(read("https://wiki.intranet.example/a1").names(), IsEmpty());
}

TEST(FileMention, DoesNotLookAtPlantedWords) {
  const std::string_view text = "As ever. Attached in deal_v2.pdf";
  const BlockTexts::Planted words[] = {{9, 32, {}}};
  EXPECT_FALSE(read(text, words).found());
  const BlockTexts::Planted others[] = {{0, 8, {}}};
  EXPECT_THAT(read(text, others).names(), ElementsAre("deal_v2.pdf"));
}

}  // namespace
}  // namespace haymaker::corpus
