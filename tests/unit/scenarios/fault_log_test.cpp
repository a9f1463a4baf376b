#include "scenarios/reader/fault_log.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("faults are told by file and place, in whatever order they were found") {
    FaultLog log;
    log.add({.id = "c", .at = {"one", 3, 1}});
    log.add({.id = "x", .at = {"two", 1, 1}});
    log.add({.id = "b", .at = {"one", 2, 9}});
    log.add({.id = "a", .at = {"one", 2, 1}});
    std::string order;
    for (const auto& fault : log.sorted()) {
        order += fault.id;
    }
    CHECK(order == "abcx");
}

TEST_CASE("of many faults in a file the first twenty are told and the rest counted") {
    FaultLog log;
    for (int line = 25; line >= 1; --line) {
        log.add({.id = "f", .at = {"one", line, 1}});
    }
    log.add({.id = "f", .at = {"two", 1, 1}});
    const auto told = log.sorted();
    REQUIRE(told.size() == 22);
    CHECK(told[19].at.line == 20);
    CHECK(told[20].id == "fault.more");
    CHECK(told[20].arguments == std::vector<FaultArgument>{{"count", "5"}});
    CHECK(told[21].at.file == "two");
}

TEST_CASE("the same fault found twice is told once, and still counts as found") {
    FaultLog log;
    log.add({.id = "f", .at = {"one", 1, 1}});
    log.add({.id = "f", .at = {"one", 1, 1}});
    log.add({.id = "f", .at = {"one", 1, 2}});
    CHECK(log.count() == 3);
    CHECK(log.sorted().size() == 2);
}

TEST_CASE("a file full of faults is told at once") {
    FaultLog log;
    constexpr int lines = 100'000;
    for (int line = 1; line <= lines; ++line) {
        log.add({.id = "f", .at = {"one", line, 1}});
        log.add({.id = "f", .at = {"one", line, 1}});
    }
    const auto told = log.sorted();
    REQUIRE(told.size() == most_faults_per_file + 1);
    CHECK(told.back().arguments == std::vector<FaultArgument>{{"count", "99980"}});
}

TEST_CASE("a warning is told as it is and counts as no fault") {
    FaultLog log;
    const Fault warning{.id = "w", .at = {"one", 1, 1}};
    log.warn(warning);
    CHECK(log.empty());
    CHECK(log.count() == 0);
    CHECK(log.sorted().empty());
    CHECK(log.warnings() == std::vector<Fault>{warning});
}
