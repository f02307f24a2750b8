#include "mime/quoted_printable.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::mime {
namespace {

std::string encoded(std::string_view text) {
  Buffer out;
  append_quoted_printable(text, out);
  return std::string(out.view());
}

struct Case {
  std::string_view name;
  std::string text;
  std::string expected;
};

TEST(QuotedPrintable, EncodesWhatALineCannotCarry) {
  const std::string x75(75, 'x');
  const Case cases[] = {
      {"nothing", "", ""},
      {"plain", "Hello", "Hello\r\n"},
      {"line end", "a\nb\n", "a\r\nb\r\n"},
      {"empty lines", "\n\n", "\r\n\r\n"},
      {"equals sign", "1+1=2\n", "1+1=3D2\r\n"},
      {"UTF-8",
       "Gr\xC3\xBC\xC3\x9F"
       "e\n",
       "Gr=C3=BC=C3=9Fe\r\n"},
      {"space before a line end", "a \n", "a=20\r\n"},
      {"tab", "a\tb\t\n", "a=09b=09\r\n"},
      {"only a space", " \n", "=20\r\n"},
      {"delete", "\x7F\n", "=7F\r\n"},
      {"carriage return", "a\rb\n", "a=0Db\r\n"},
      {"lone dot", ".\n", "=2E\r\n"},
      {"dot with company", "..\n", "..\r\n"},
      {"mbox separator", "From me\n", "=46rom me\r\n"},
      {"no separator", "Fromage\nSee From \n", "Fromage\r\nSee From=20\r\n"},
      {"76 columns", x75 + "y\n", x75 + "y\r\n"},
      {"77 columns", x75 + "yz\n", x75 + "=\r\nyz\r\n"},
      {"154 columns", x75 + x75 + "abcd\n", x75 + "=\r\n" + x75 + "=\r\nabcd\r\n"},
      {"encoded at column 73", std::string(73, 'x') + "=\n", std::string(73, 'x') + "=3D\r\n"},
      {"encoded at column 74", std::string(74, 'x') + "=\n", std::string(74, 'x') + "=\r\n=3D\r\n"},
      {"encoded and more", std::string(73, 'x') + "=y\n", std::string(73, 'x') + "=\r\n=3Dy\r\n"},
      {"space at column 76", x75 + " \n", x75 + "=\r\n=20\r\n"},
      {"separator after a soft break", x75 + "From here\n", x75 + "=\r\n=46rom here\r\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(encoded(c.text), c.expected) << c.name;
}

// The rules of RFC 2045 section 6.7 read backwards: what a decoder does.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') continue;
    if (text[i] != '=') {
      out += text[i];
    } else if (text[i + 1] == '\r') {
      i += 2;
    } else {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    }
  }
  return out;
}

TEST(QuotedPrintable, KeepsLinesShortAndLosesNothing) {
  std::uint64_t state = 1;
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    const std::size_t size = round % 300;
    while (text.size() < size) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      constexpr std::string_view kLetters = "abcdef    ==..From \n\xC3\xA9\t";
      text += kLetters[(state >> 33) % kLetters.size()];
    }
    text += '\n';
    const std::string lines = encoded(text);
    ASSERT_EQ(decoded(lines), text);
    ASSERT_LE(lines.size(), quoted_printable_bound(text.size()));
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = lines.find("\r\n", begin);
      ASSERT_LE(end - begin, 76U);
      if (end != begin) {
        ASSERT_NE(lines[end - 1], ' ');
        ASSERT_NE(lines[end - 1], '\t');
      }
      ASSERT_NE(lines.substr(begin, 5), "From ");
      begin = end + 2;
    }
  }
}

}  // namespace
}  // namespace haymaker::mime
