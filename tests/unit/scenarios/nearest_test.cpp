#include "scenarios/reader/nearest.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("the edit distance counts insertions, deletions, replacements and swaps of neighbours "
          "once each") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("delay", "delay") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("gian", "gain") == 1);
    CHECK(edit_distance("ca", "abc") == 3); // no character is edited twice
}

TEST_CASE("the edit distance counts characters, not bytes") {
    CHECK(edit_distance("保護観察所", "保護観察書") == 1);
    CHECK(edit_distance("薬務課", "務薬課") == 1);
}

TEST_CASE("at most three names are offered, best first, and none that is far") {
    const std::vector<std::string> names{
        "offer_delay", "lead_cold", "offer_deley", "offer_daily", "offer_dely"};
    CHECK(nearest_names("offer_delay", names) ==
          std::vector<std::string>{"offer_delay", "offer_deley", "offer_dely"});
    CHECK(nearest_names("completely_else", names).empty());
    CHECK(nearest_names(std::string(300, 'a'), std::vector{std::string(300, 'b')}).empty());
    CHECK(nearest_names("ab", std::vector<std::string>{"cd", "xyz"}) ==
          std::vector<std::string>{"cd"});
}
