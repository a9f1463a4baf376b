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

TEST_CASE("characters of every length in UTF-8 are shown as typed") {
    FaultLog faults;
    const auto root = parse_toml("x = [ \"é\", \"所\", \"𠮷\" ] # 🙂\n", "f", faults);
    REQUIRE(root);
    CHECK(at(*root, "x").text == "[ \"é\", \"所\", \"𠮷\" ]");
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

TEST_CASE("deep and wide tables are told before anything walks them") {
    const auto faults_of = [](const std::string& text) {
        FaultLog faults;
        const bool is_read = parse_toml(text, "f", faults).has_value();
        CHECK(is_read == faults.empty());
        return faults.sorted();
    };
    const auto repeated = [](const std::string& part, int times) {
        std::string text;
        for (int time = 0; time < times; ++time) {
            text += part;
        }
        return text;
    };
    for (const std::string key : {"a.", "\"a\" . ", "'a'."}) {
        const auto deep = faults_of("x = 1\n" + repeated(key, 60'000) + "a = 1\n");
        REQUIRE(deep.size() == 1);
        CHECK(deep[0].id == "fault.too_deep");
        CHECK(deep[0].at.line == 2);
    }
    const auto nested = faults_of("a = " + repeated("[", 40) + repeated("]", 40) + "\n");
    REQUIRE(nested.size() == 1);
    CHECK(nested[0].id == "fault.too_deep");
    CHECK(faults_of("a = " + repeated("[", 32) + repeated("]", 32) + "\n").empty());
    const auto wide = faults_of("a = [" + repeated("1,", 10'001) + "]\n");
    REQUIRE(wide.size() == 1);
    CHECK(wide[0].id == "fault.too_many");
    CHECK(faults_of("a = [" + repeated("1,", 10'000) + "]\n").empty());
}

TEST_CASE("dots in texts, comments and numbers make no key deep") {
    const std::string dots(100, '.');
    FaultLog faults;
    CHECK(parse_toml("a = \"\\\"" + dots + "\" # " + dots + "\nb = [" +
                         "1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, " +
                         "1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, " +
                         "1.5, 1.5, 1.5, 1.5, 1.5, 1.5]\nc = \"\"\"\n" + dots +
                         "\"\"\"\"\"\nd = '" + dots + "'\n",
                     "f",
                     faults));
    CHECK(faults.empty());
}

TEST_CASE("text that is not TOML is a fault where it is not") {
    FaultLog faults;
    CHECK_FALSE(parse_toml("a = 1\nb == 2\n", "f", faults));
    REQUIRE(faults.count() == 1);
    CHECK(faults.sorted()[0].id == "fault.not_toml");
    CHECK(faults.sorted()[0].at == Position{"f", 2, 4});
    CHECK(faults.sorted()[0].text == "b == 2");
}
