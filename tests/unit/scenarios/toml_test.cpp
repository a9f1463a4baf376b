#include "scenarios/reader/toml.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

namespace {

const Value& at(const Value& value, std::string_view key) {
    return find_member(std::get<Value::Table>(value.content), key)->value;
}

} // namespace

TEST_CASE("every value knows its place, counted in characters, and its text as typed") {
    FaultLog faults;
    const auto root = parse_toml(
        "\"機関\" = { \"名\" = \"所\", n = 0x1F }\nx = 1_000.50 # comment\n", "f", faults);
    REQUIRE(root);
    const auto& agency = at(*root, "機関");
    CHECK(agency.at == Position{"f", 1, 8});
    CHECK(agency.text == "{ \"名\" = \"所\", n = 0x1F }");
    CHECK(at(agency, "名").at == Position{"f", 1, 16});
    CHECK(std::get<std::int64_t>(at(agency, "n").content) == 31);
    CHECK(at(agency, "n").text == "0x1F");
    CHECK(at(*root, "x").text == "1_000.50");
    CHECK(faults.empty());
}

TEST_CASE("members keep the order of the file") {
    FaultLog faults;
    const auto root = parse_toml("[z]\nb = 1\na = 2\n[y]\n", "f", faults);
    REQUIRE(root);
    const auto& table = std::get<Value::Table>(root->content);
    REQUIRE(table.size() == 2);
    CHECK(table[0].key == "z");
    CHECK(std::get<Value::Table>(table[0].value.content)[0].key == "b");
}

TEST_CASE("values that run on are shown by their first line") {
    FaultLog faults;
    const auto root = parse_toml("a = [\n  1,\n  2,\n]\n", "f", faults);
    REQUIRE(root);
    CHECK(at(*root, "a").text == "[ ...");
}

TEST_CASE("text that is not TOML is a fault where it is not") {
    FaultLog faults;
    CHECK_FALSE(parse_toml("a = 1\nb == 2\n", "f", faults));
    REQUIRE(faults.count() == 1);
    CHECK(faults.sorted()[0].id == "fault.not_toml");
    CHECK(faults.sorted()[0].at == Position{"f", 2, 4});
    CHECK(faults.sorted()[0].text == "b == 2");
}
