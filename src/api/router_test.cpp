#include "api/router.h"

#include <gtest/gtest.h>

namespace haymaker::api {
namespace {

Router sample() {
  Router router;
  for (const auto& [method, pattern] : {std::pair{"GET", "/"},
                                        {"GET", "/jobs"},
                                        {"POST", "/jobs"},
                                        {"GET", "/jobs/{job}"},
                                        {"DELETE", "/jobs/{job}"},
                                        {"GET", "/jobs/{job}/messages/{index}"}}) {
    router.add({method, pattern, Scope::user, {}});
  }
  return router;
}

TEST(Router, FindsTheRouteOfAMethodAndAPattern) {
  const Router router = sample();
  const auto target = parse_target("/jobs/a1/messages/17");
  const auto match = router.find("GET", *target);
  ASSERT_NE(match.route, nullptr);
  EXPECT_EQ(match.route->pattern, "/jobs/{job}/messages/{index}");
  EXPECT_EQ(match.names, (std::vector<std::string_view>{"a1", "17"}));
  EXPECT_EQ(router.find("POST", *parse_target("/jobs")).route->method, "POST");
  EXPECT_EQ(router.find("GET", *parse_target("/")).route->pattern, "/");
}

TEST(Router, AnswersHeadWhereItAnswersGet) {
  const Router router = sample();
  EXPECT_EQ(router.find("HEAD", *parse_target("/jobs/a1")).route->pattern, "/jobs/{job}");
}

TEST(Router, TellsWhatAPlaceTakes) {
  const Router router = sample();
  const auto match = router.find("PUT", *parse_target("/jobs/a1"));
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.allowed, "GET, HEAD, DELETE");
  for (const char* nowhere : {"/job", "/jobs/a1/messages", "/jobs/a1/messages/1/raw", "/a"}) {
    const auto none = router.find("GET", *parse_target(nowhere));
    EXPECT_EQ(none.route, nullptr) << nowhere;
    EXPECT_EQ(none.allowed, "") << nowhere;
  }
}

}  // namespace
}  // namespace haymaker::api
