#include "outputs/report/detail/months.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/report/page_parts.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;
using namespace std::chrono;
using test::english;
using test::japanese;
using test::names_alone;

namespace {

std::string in_japanese(year_month_day day) {
    return month_words(PageSource{names_alone, japanese}, day);
}

} // namespace

TEST_CASE("a month has the era of its day, and an era's first year its own name") {
    CHECK(in_japanese(2021y / April / 1) == "令和3年（2021年）4月");
    CHECK(in_japanese(2019y / May / 1) == "令和元年（2019年）5月");
    CHECK(in_japanese(2019y / April / 30) == "平成31年（2019年）4月");
    CHECK(in_japanese(1989y / January / 8) == "平成元年（1989年）1月");
    CHECK(in_japanese(1989y / January / 7) == "昭和64年（1989年）1月");
    CHECK(in_japanese(1926y / December / 24) == "大正15年（1926年）12月");
    CHECK(in_japanese(1912y / July / 29) == "明治45年（1912年）7月");
    CHECK(month_words(PageSource{names_alone, english}, sys_days{2019y / May / 1}) ==
          "5/2019 (Reiwa 1)");
}

TEST_CASE("a date is read as the analysis writes it") {
    CHECK(day_of("2026-04-01") == sys_days{2026y / April / 1});
}
