#include "text/pen.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace haymaker::text {
namespace {

// Writes pieces with a blank asked for before each: "." and "," must pull it back.
std::string spaced(std::initializer_list<std::string_view> pieces, const Voice& voice = {}) {
  Buffer out;
  Pen pen;
  pen.start(voice, out);
  for (const std::string_view piece : pieces) {
    pen.space();
    pen.write(piece);
  }
  return std::string(out.view());
}

TEST(Pen, PutsSingleBlanksBetweenWords) {
  EXPECT_EQ(spaced({"one", "", "two", "", "", "three"}), "One two three");
}

TEST(Pen, PutsNoBlankBeforeMarksAndBehindABracket) {
  EXPECT_EQ(spaced({"well", ",", "yes", ";", "no", ":", "(", "so", ")", "?", "4", "%", "up", "!"}),
            "Well, yes; no: (so)? 4% up!");
}

TEST(Pen, LetsALaterMarkWinOverAComma) {
  EXPECT_EQ(spaced({"thanks", ",", "."}), "Thanks.");
  EXPECT_EQ(spaced({"thanks", ",", ","}), "Thanks,");
}

TEST(Pen, WritesOneFullStopOnly) {
  EXPECT_EQ(spaced({"done.", "."}), "Done.");
  EXPECT_EQ(spaced({"really?", "."}), "Really?");
}

TEST(Pen, BeginsTheTextTheLineAndTheSentenceWithACapital) {
  Buffer out;
  Pen pen;
  pen.start({}, out);
  pen.write("it is done");
  pen.end_sentence();
  pen.write("it works");
  pen.new_line();
  pen.write("amy");
  EXPECT_EQ(out.view(), "It is done. It works\nAmy");
}

TEST(Pen, KeepsTheCapitalForTheLetterBehindABracket) {
  EXPECT_EQ(spaced({"(", "as agreed)"}), "(As agreed)");
}

TEST(Pen, LeavesFiguresAndCapitalsAtTheStartAlone) {
  EXPECT_EQ(spaced({"3 trades"}), "3 trades");
  EXPECT_EQ(spaced({"FX trades"}), "FX trades");
}

TEST(Pen, WritesLowerCaseWhereTheVoiceDoes) {
  Voice voice;
  voice.lower_case = true;
  EXPECT_EQ(spaced({"no idea"}, voice), "no idea");
}

TEST(Pen, EndsASentenceOnceAndDropsItsLastComma) {
  for (const std::string_view text : {"on it", "on it.", "on it,"}) {
    Buffer out;
    Pen pen;
    pen.start({}, out);
    pen.write(text);
    pen.end_sentence();
    pen.end_sentence();
    EXPECT_EQ(out.view(), "On it.");
  }
}

TEST(Pen, AddsNothingAtTheStartOfALine) {
  Buffer out;
  Pen pen;
  pen.start({}, out);
  pen.end_sentence();
  pen.new_paragraph();
  EXPECT_EQ(out.view(), "");
  pen.write("yes");
  pen.new_line();
  pen.end_sentence();
  EXPECT_EQ(out.view(), "Yes\n");
}

TEST(Pen, PartsParagraphsByOneEmptyLineAndLeavesNoTrailingBlank) {
  Buffer out;
  Pen pen;
  pen.start({}, out);
  pen.write("one");
  pen.space();
  pen.new_paragraph();
  pen.new_paragraph();
  pen.space();
  pen.write("two");
  EXPECT_EQ(out.view(), "One\n\nTwo");
}

TEST(Pen, TypesTwoBlanksBehindAFullStopWhereTheVoiceDoes) {
  Voice voice;
  voice.double_space = true;
  Buffer out;
  Pen pen;
  pen.start(voice, out);
  pen.write("done");
  pen.end_sentence();
  pen.write("call me");
  EXPECT_EQ(out.view(), "Done.  Call me");
}

TEST(Pen, ChoosesTheArticleByTheNextSound) {
  Buffer out;
  Pen pen;
  pen.start({}, out);
  pen.article();
  pen.space();
  pen.write("hour");
  pen.space();
  pen.article();
  pen.space();
  pen.write("");  // An empty choice decides nothing.
  pen.write("trade");
  EXPECT_EQ(out.view(), "An hour a trade");
}

TEST(Pen, MarksTheNextCharacterBehindTheBlankThatIsDue) {
  Buffer out;
  Pen pen;
  pen.start({}, out);
  pen.write("buy");
  pen.space();
  pen.mark();
  EXPECT_FALSE(pen.marked());
  pen.write("now");
  EXPECT_EQ(pen.marked(), 4U);
  EXPECT_EQ(out.view(), "Buy now");
}

TEST(Pen, WritesBehindWhatTheBufferHolds) {
  Buffer out;
  out.append("header,");
  Pen pen;
  pen.start({}, out);
  pen.space();
  pen.write(".");
  pen.write("yes");
  EXPECT_EQ(out.view(), "header,.Yes");
}

}  // namespace
}  // namespace haymaker::text
