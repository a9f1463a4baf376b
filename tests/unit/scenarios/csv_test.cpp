#include "engine/core/contracts.hpp"
#include "scenarios/reader/csv.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/scratch.hpp"

#include <array>

using namespace tsunagi;

TEST_CASE("cells are read with their places - doubled quotes and commas belong to the text") {
    const test::Scratch scratch;
    const auto file = scratch.write("t.csv", "\"id\",\"名\"\n\"a\",\"x, \"\"y\"\"\"\n\"b\",\"\"\n");
    const std::array<std::string, 2> columns{"id", "名"};
    Inputs inputs;
    FaultLog faults;
    const auto table = read_csv(inputs, file, columns, {}, faults);
    REQUIRE(table);
    CHECK(table->rows() == 2);
    CHECK(table->at(0, "名").text == "x, \"y\"");
    CHECK(table->at(0, "名").at == Position{file, 2, 5});
    CHECK(table->at(1, "名").text.empty());
    CHECK_THROWS_AS(table->at(2, "id"), ContractViolation);
    CHECK_THROWS_AS(table->at(0, "name"), ContractViolation);
}

TEST_CASE("columns count characters, of every cell of a row") {
    const test::Scratch scratch;
    const auto file = scratch.write("t.csv", "\"a\",\"b\",\"c\"\n\"所\",\"\"\"\",\"x\"\n");
    const std::array<std::string, 3> columns{"a", "b", "c"};
    Inputs inputs;
    FaultLog faults;
    const auto table = read_csv(inputs, file, columns, {}, faults);
    REQUIRE(table);
    CHECK(table->at(0, "a").at == Position{file, 2, 1});
    CHECK(table->at(0, "b").at == Position{file, 2, 5});
    CHECK(table->at(0, "c").at == Position{file, 2, 10});
}

TEST_CASE("rows that are not of the form are told one by one") {
    const test::Scratch scratch;
    const auto file =
        scratch.write("t.csv", "\"id\",\"n\"\n\"a\"\n\"b\",1\n\"c\",\"2\"x\n\"d\",\"3\"\n\"e,\n");
    const std::array<std::string, 2> columns{"id", "n"};
    Inputs inputs;
    FaultLog faults;
    const auto table = read_csv(inputs, file, columns, {}, faults);
    REQUIRE(table);
    CHECK(table->rows() == 1);
    CHECK(faults.count() == 4);
}
