#include "scenarios/reader/text.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("characters are decoded from one to four bytes") {
    CHECK(characters("aé保🙂") == std::u32string{U"aé保🙂"});
}

TEST_CASE("overlong forms, surrogates and cut sequences are no UTF-8") {
    CHECK_FALSE(first_invalid_utf8("保護 abc"));
    CHECK(first_invalid_utf8("a\xC0\xAF") == 1);
    CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);
    CHECK(first_invalid_utf8("ab\xE4\xBF") == 2);
    CHECK(first_invalid_utf8("\xF5\x80\x80\x80") == 0);
}

TEST_CASE(
    "full-width digits, signs and letters have half-width counterparts - other Japanese stays") {
    CHECK(half_width("１２．５") == "12.5");
    CHECK(half_width("−３") == "-3");
    CHECK(half_width("ａ＝保護") == "a=保護");
    CHECK(half_width("センター") == "センター");
}

TEST_CASE("lines end at LF, and the last needs no end") {
    CHECK(lines_of("a\n\nb") == std::vector<std::string_view>{"a", "", "b"});
    CHECK(lines_of("").empty());
}

TEST_CASE("a path in a file is meant from that file's folder") {
    CHECK(beside("scenarios/studies/one.toml", "../regions/two.toml") ==
          "scenarios/regions/two.toml");
    CHECK(beside("one.toml", "two.toml") == "two.toml");
}

TEST_CASE("byte order mark and CRLF are told and taken away, so that the rest is read") {
    FaultLog faults;
    const auto text = checked_text("\xEF\xBB\xBF"
                                   "a\r\nb\r\n",
                                   "file",
                                   faults);
    CHECK(text == "a\nb\n");
    CHECK(faults.count() == 2);
}

TEST_CASE("bytes that are no UTF-8 are told apart from Shift_JIS") {
    FaultLog faults;
    CHECK_FALSE(checked_text("name = \"\x8D\x91\"\n", "sjis", faults)); // 国
    CHECK_FALSE(checked_text("\n ab\xFF\xFE", "other", faults));
    const auto told = faults.sorted();
    REQUIRE(told.size() == 2);
    CHECK(told[0].id == "fault.shift_jis");
    CHECK(told[1].id == "fault.not_utf8");
    CHECK(told[1].at == Position{"other", 2, 4});
}
