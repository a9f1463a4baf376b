#include "engine/core/contracts.hpp"
#include "outputs/tables/text_table.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("Japanese characters take two columns, combining marks none") {
    CHECK(display_width("") == 0);
    CHECK(display_width("plan") == 4);
    CHECK(display_width("現状") == 4);
    CHECK(display_width("（40）") == 6);
    CHECK(display_width("ｱ") == 1);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("é𠮷野") == 5); // two, four and three bytes
    CHECK(display_width("\xe7") == 1);  // a character cut off
}

TEST_CASE("columns line up whatever the language") {
    using Align = TextTable::Align;
    TextTable table{{{"施策", Align::left}, {"level", Align::right}, {"", Align::left}}};
    table.add_row({"today", "8.7", "x"});
    table.add_row({"毎月の会合", "10.75", ""});
    CHECK(table.text() == "施策        level\n"
                          "--------------------\n"
                          "today         8.7  x\n"
                          "毎月の会合  10.75\n");
    CHECK_THROWS_AS(table.add_row({"one"}), ContractViolation);
}
