#include "api/page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace haymaker::api {

namespace {

constexpr char kBytes[] = "<html>js{}packed js";
constexpr std::array kFiles = {
    EmbeddedFile{"index.html", kBytes, kBytes + 6},
    EmbeddedFile{"assets/index-4f2a.js", kBytes + 6, kBytes + 10},
    EmbeddedFile{"assets/index-4f2a.js.gz", kBytes + 10, kBytes + 19},
};

std::optional<Response> ask(const std::string& path, std::vector<HttpField> fields = {}) {
  const Request request{.method = "GET", .target = path, .fields = std::move(fields), .body = {}};
  return Page(kFiles).find(request, parse_target(path).value());
}

std::string field(const Response& response, std::string_view name) {
  const auto found = std::ranges::find(response.fields, name, &HttpField::name);
  return found == response.fields.end() ? "" : found->value;
}

TEST(Page, IsShownAtTheRootAndWhereOnlyItsOwnRouterLeads) {
  for (const char* path : {"/", "/index.html", "/jobs/17"}) EXPECT_EQ(ask(path)->body, "<html>");
  EXPECT_FALSE(ask("/assets/other.js"));
  EXPECT_EQ(field(*ask("/"), "cache-control"), "no-cache");
}

TEST(Page, IsPackedForWhoeverTakesGzip) {
  const std::string script = "/assets/index-4f2a.js";
  for (const char* taken : {"gzip", "br, gzip", "deflate,gzip;q=0.5, br"}) {
    const Response packed = *ask(script, {{"accept-encoding", taken}});
    EXPECT_EQ(packed.body, "packed js") << taken;
    EXPECT_EQ(field(packed, "content-encoding"), "gzip");
    EXPECT_EQ(field(packed, "content-type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(field(packed, "vary"), "accept-encoding");
  }
  for (const char* taken : {"", "br", "gzip;q=0", "gzip;q=0.0, br", "xgzip"}) {
    const Response plain = *ask(script, {{"accept-encoding", taken}});
    EXPECT_EQ(plain.body, "js{}") << taken;
    EXPECT_EQ(field(plain, "content-encoding"), "");
    EXPECT_EQ(field(plain, "vary"), "accept-encoding");
  }
}

TEST(Page, IsNotSentAgainToWhoeverHasIt) {
  const std::string script = "/assets/index-4f2a.js";
  const std::string tag = field(*ask(script), "etag");
  EXPECT_EQ(ask(script, {{"if-none-match", tag}})->status, 304U);
  // The packed bytes are other bytes.
  EXPECT_EQ(ask(script, {{"if-none-match", tag}, {"accept-encoding", "gzip"}})->status, 200U);
}

}  // namespace

}  // namespace haymaker::api
