#include "outputs/report/detail/figure.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;

TEST_CASE("chart data can neither end its script element nor begin another") {
    const Json chart{{"name", "</script><script>alert(1)</script><!-- <A&B>"}};
    const std::string text = script_safe(chart);
    CHECK(text.find('<') == std::string::npos);
    CHECK(Json::parse(text) == chart);
}
