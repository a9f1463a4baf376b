#include "outputs/messages/messages.hpp"

#include "tests/support/catch.hpp"

#include <cstdlib>

using namespace tsunagi;

TEST_CASE("both languages are there in one process, in any order, without any locale installed") {
    setenv("LANG", "C", 1);
    setenv("LC_ALL", "C", 1);
    const Messages english{Language::en};
    const Messages japanese{Language::ja};
    for (int round = 0; round < 3; ++round) {
        CHECK(english.text("cli.built") == "built");
        CHECK(japanese.text("cli.built") == "実装済み");
    }
    unsetenv("LC_ALL");
}

TEST_CASE("arguments go where their names stand, and other braces stay") {
    const Messages english{Language::en};
    CHECK(english.text("fault.out_of_bounds", {{"upper", "2"}, {"lower", "{upper}"}}) ==
          "must lie in [{upper}, 2]; change the number");
    CHECK(english.text("fault.prior_numbers", {{"law", "normal"}}) ==
          "the law normal needs its numbers; write { law = \"normal\", ... }");
    CHECK(english.text("fault.not_a_table", {{"key", "a"}}) ==
          "must be a table; write { ... } or [a]");
}

TEST_CASE("a message that the catalogue lacks is shown by its id and arguments") {
    const Messages english{Language::en};
    CHECK_FALSE(english.has("fault.no_such_message"));
    CHECK(english.has("fault.unknown_key"));
    CHECK(english.text("fault.no_such_message", {{"a", "1"}}) == "fault.no_such_message a=1");
    const Messages nowhere{Language::en, "/nonexistent"};
    CHECK(nowhere.text("fault.unknown_key") == "fault.unknown_key");
    CHECK(english.text("cli.built") == "built");
}
