#include "api/access.h"

#include <gtest/gtest.h>

namespace haymaker::api {
namespace {

const AccessPolicy kLocal{{"127.0.0.1:8080", "localhost:8080"}, "", "truth-token-of-the-test"};
const AccessPolicy kGuarded{{}, "user-token-of-the-test", "truth-token-of-the-test"};

Request request(std::vector<HttpField> fields) { return {"GET", "/", std::move(fields), ""}; }

// The status of the refusal; 0 where there is none.
unsigned refusal(std::vector<HttpField> fields, bool changes_state,
                 const AccessPolicy& policy = kLocal) {
  const auto refused = refuse_foreign(request(std::move(fields)), policy, changes_state);
  return refused ? refused->status : 0;
}

TEST(Access, IsForTheNamesOfThisServer) {
  EXPECT_EQ(refusal({{"host", "127.0.0.1:8080"}}, false), 0U);
  EXPECT_EQ(refusal({{"host", "LocalHost:8080"}}, false), 0U);
  EXPECT_EQ(refusal({{"host", "rebound.example:8080"}}, false), 421U);
  EXPECT_EQ(refusal({{"host", "localhost"}}, false), 421U);
  EXPECT_EQ(refusal({}, false), 400U);
  EXPECT_EQ(refusal({{"host", "localhost:8080"}, {"host", "localhost:8080"}}, false), 400U);
  EXPECT_EQ(refusal({{"host", "any.example"}}, false, kGuarded), 0U);
}

TEST(Access, LetsNoPageOfAnotherSiteChangeAnythingOrLook) {
  const HttpField host{"host", "localhost:8080"};
  const HttpField own{"x-haymaker", "1"};
  EXPECT_EQ(refusal({host, own, {"origin", "http://localhost:8080"}}, true), 0U);
  EXPECT_EQ(refusal({host, own, {"origin", "http://evil.example"}}, true), 403U);
  EXPECT_EQ(refusal({host, own, {"origin", "null"}}, true), 403U);
  EXPECT_EQ(refusal({host, own, {"origin", "http://localhost:8080.evil.example"}}, true), 403U);
  EXPECT_EQ(refusal({host, {"origin", "http://evil.example"}}, false), 403U);
  EXPECT_EQ(refusal({host, own, {"sec-fetch-site", "same-origin"}}, true), 0U);
  EXPECT_EQ(refusal({host, own, {"sec-fetch-site", "none"}}, true), 0U);
  EXPECT_EQ(refusal({host, own, {"sec-fetch-site", "same-site"}}, true), 403U);
  EXPECT_EQ(refusal({host, own, {"sec-fetch-site", "cross-site"}}, true), 403U);
  EXPECT_EQ(refusal({host, {"sec-fetch-site", "cross-site"}}, false), 403U);
}

TEST(Access, LetsALinkOnAnotherPageLeadHereButNotAForm) {
  const std::vector<HttpField> navigation = {{"host", "localhost:8080"},
                                             {"sec-fetch-site", "cross-site"},
                                             {"sec-fetch-mode", "navigate"},
                                             {"x-haymaker", "1"}};
  EXPECT_EQ(refusal(navigation, false), 0U);
  EXPECT_EQ(refusal(navigation, true), 403U);
}

TEST(Access, WantsAFieldThatOnlyAScriptOfItsOwnCanSend) {
  EXPECT_EQ(refusal({{"host", "localhost:8080"}}, true), 403U);
  EXPECT_EQ(refusal({{"host", "localhost:8080"}, {"x-haymaker", ""}}, true), 403U);
}

Scope scope(std::string authorization, const AccessPolicy& policy) {
  return scope_of(request({{"authorization", std::move(authorization)}}), policy);
}

TEST(Access, FollowsFromTheToken) {
  EXPECT_EQ(scope("Bearer user-token-of-the-test", kGuarded), Scope::user);
  EXPECT_EQ(scope("bearer user-token-of-the-test", kGuarded), Scope::user);
  EXPECT_EQ(scope("Bearer truth-token-of-the-test", kGuarded), Scope::truth);
  for (const char* wrong :
       {"", "Bearer", "Bearer ", "Bearer user-token-of-the-tes", "Bearer user-token-of-the-test ",
        "Basic user-token-of-the-test", "user-token-of-the-test"}) {
    EXPECT_EQ(scope(wrong, kGuarded), Scope::nobody) << wrong;
  }
}

TEST(Access, ToTheAnswerKeyNeedsItsTokenOnLoopbackToo) {
  EXPECT_EQ(scope("", kLocal), Scope::user);
  EXPECT_EQ(scope("Bearer wrong", kLocal), Scope::user);
  EXPECT_EQ(scope("Bearer truth-token-of-the-test", kLocal), Scope::truth);
}

}  // namespace
}  // namespace haymaker::api
