#include "outputs/messages/fault_words.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("a fault is one line of place, key, text, rule and remedy - what is not there leaves no "
          "trace") {
    const Messages words{Language::en};
    FaultParts fault{.id = "fault.not_a_share",
                     .arguments = {},
                     .file = "scenarios/base.toml",
                     .line = 14,
                     .column = 12,
                     .key = "probation.offer",
                     .text = "1.5",
                     .nearest = {}};
    CHECK(fault_line(fault, words) == "scenarios/base.toml:14:12: probation.offer = 1.5: must lie "
                                      "in [0, 1]; write 0.35 for 35 %");
    fault.text.clear();
    CHECK(fault_line(fault, words) ==
          "scenarios/base.toml:14:12: probation.offer: must lie in [0, 1]; write 0.35 for 35 %");
    fault.key.clear();
    fault.line = 0;
    CHECK(fault_line(fault, words) ==
          "scenarios/base.toml: must lie in [0, 1]; write 0.35 for 35 %");
}

TEST_CASE("one, two or three names are offered as one would say it") {
    FaultParts fault{.id = "fault.unknown_key",
                     .arguments = {},
                     .file = "f",
                     .line = 1,
                     .column = 1,
                     .key = "k",
                     .text = {},
                     .nearest = {"a"}};
    const Messages english{Language::en};
    const Messages japanese{Language::ja};
    CHECK(fault_line(fault, english) ==
          "f:1:1: k: unknown key; take it out or correct it; did you mean \"a\"?");
    fault.nearest = {"a", "b"};
    CHECK(fault_line(fault, english) ==
          "f:1:1: k: unknown key; take it out or correct it; did you mean \"a\" or \"b\"?");
    fault.nearest = {"a", "b", "c"};
    CHECK(fault_line(fault, english) ==
          "f:1:1: k: unknown key; take it out or correct it; did you mean \"a\", \"b\" or \"c\"?");
    CHECK(fault_line(fault, japanese) == "f:1:1: k: "
                                         "知らないキーです。消すか、正しい名前に直してください。「a"
                                         "」「b」「c」のいずれかではありませんか");
}
