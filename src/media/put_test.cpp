#include "media/put.h"

#include <gtest/gtest.h>

namespace haymaker::media {
namespace {

TEST(Put, WritesPiecesInOrder) {
  Buffer out;
  put(out, "a", 'b', 12U, " ", -7, std::size_t{3});
  EXPECT_EQ(out.view(), "ab12 -73");
}

TEST(Put, EscapesXmlAndDropsWhatXmlCannotHold) {
  Buffer out;
  put(out, XmlText{"a<b> & \"c\" 'd'\x01\x1F\te\nf ü"});
  EXPECT_EQ(out.view(), "a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;\te f ü");
}

}  // namespace
}  // namespace haymaker::media
