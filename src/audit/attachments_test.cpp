#include "audit/attachments.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::audit {

namespace {

TEST(Attachments, AreCountedByTheEndingsOfTheirNamesAndNotShownPictures) {
  const std::string message =
      "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
      "--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
      "--b\r\nContent-Type: image/png; name=\"logo.png\"\r\nContent-Transfer-Encoding: base64\r\n"
      "Content-Disposition: inline; filename=\"logo.png\"\r\n\r\nAAAA\r\n"
      "--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
      "Content-Disposition: attachment; filename=\"a.b.pdf\"\r\n\r\nAAAA\r\nAAAA\r\n"
      "--b\r\nContent-Type: text/plain\r\n"
      "Content-Disposition: attachment; filename=\"notes\"\r\n\r\nfive5\r\n"
      "--b--\r\n";
  MessageReader reader;
  reader.read(message);
  const auto files = files_of(reader);
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].kind, "pdf");
  EXPECT_EQ(files[0].bytes, 6U);
  EXPECT_EQ(files[1].kind, "");
  EXPECT_EQ(files[1].bytes, 5U);
}

}  // namespace

}  // namespace haymaker::audit
