#include "scenarios/reader/table_reader.hpp"
#include "scenarios/reader/toml.hpp"

#include "tests/support/catch.hpp"

#include <functional>

using namespace tsunagi;

namespace {

// Ids of the faults that reading a text gives.
std::vector<std::string> told(const std::string& text,
                              const std::function<void(TableReader&)>& read) {
    FaultLog faults;
    const auto root = parse_toml(text, "f", faults);
    TableReader reader{Field{"", *root, faults}};
    read(reader);
    reader.finish();
    std::vector<std::string> ids;
    for (const auto& fault : faults.sorted()) {
        ids.push_back(fault.id);
    }
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("numbers are finite, within bounds and no texts") {
    const auto number = [](TableReader& table) { table.number("a", {0.0, 2.0}); };
    CHECK(told("a = 2", number).empty());
    CHECK(told("a = 0.0", number).empty());
    CHECK(told("a = 2.000001", number) == Ids{"fault.out_of_bounds"});
    CHECK(told("a = -1", number) == Ids{"fault.out_of_bounds"});
    CHECK(told("a = nan", number) == Ids{"fault.not_finite"});
    CHECK(told("a = -inf", number) == Ids{"fault.not_finite"});
    CHECK(told("a = \"1\"", number) == Ids{"fault.number_in_quotes"});
    CHECK(told("a = \"１．５\"", number) == Ids{"fault.full_width_number"});
    CHECK(told("a = \"one\"", number) == Ids{"fault.not_a_number"});
    CHECK(told("a = 2020-01-01", number) == Ids{"fault.not_a_number"});
    CHECK(told("", number) == Ids{"fault.missing_key"});
}

TEST_CASE("whole numbers have no fraction, even a zero one") {
    const auto whole = [](TableReader& table) { table.whole("a", {1, 3}); };
    CHECK(told("a = 3", whole).empty());
    CHECK(told("a = 3.0", whole) == Ids{"fault.not_whole"});
    CHECK(told("a = 4", whole) == Ids{"fault.out_of_bounds"});
}

TEST_CASE("a key that nobody asked for is unknown, and every one is told") {
    const auto read = [](TableReader& table) { table.number("seed"); };
    CHECK(told("seed = 1\nsede = 2\nx = 3", read) == Ids{"fault.unknown_key", "fault.unknown_key"});
}

TEST_CASE("a text in both languages needs both and nothing else") {
    const auto words = [](TableReader& table) { table.words("a"); };
    CHECK(told("a = { en = \"x\", ja = \"y\" }", words).empty());
    CHECK(told("a = { en = \"x\", fr = \"z\" }", words) ==
          Ids{"fault.missing_key", "fault.unknown_key"});
    CHECK(told("a = \"x\"", words) == Ids{"fault.not_a_table"});
}

TEST_CASE("a field knows its path and its own name, dots within the name included") {
    FaultLog faults;
    const auto root = parse_toml("[label.\"t2.05\"]\nn = 1", "f", faults);
    TableReader reader{Field{"", *root, faults}};
    const auto labels = reader.members("label");
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].path() == "label.t2.05");
    CHECK(labels[0].name() == "t2.05");
}
