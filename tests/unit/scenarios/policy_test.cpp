#include "scenarios/policies/policy_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/scratch.hpp"

using namespace tsunagi;
using namespace std::chrono_literals;

namespace {

const SimTime start = at_date(std::chrono::sys_days{2021y / 4 / 1});
const SimTime horizon = at_date(std::chrono::sys_days{2026y / 4 / 1});

struct TypicalPrefecture {
    RegionFile region = *load_region(test::scenario("regions/typical-prefecture.toml")).value;

    Policy policy(const std::string& file) const {
        Inputs inputs;
        FaultLog faults;
        const PolicySetting setting{.region = region, .policy_start = start, .horizon = horizon};
        const auto read = read_policy(inputs, file, {}, &setting, faults);
        REQUIRE(faults.empty());
        return read->policy;
    }
};

const std::string named_header =
    "schema = [1, 0]\nkind = \"policy\"\nname = { en = \"x\", ja = \"y\" }\n";

} // namespace

TEST_CASE("today changes nothing") {
    CHECK(TypicalPrefecture{}.policy(test::scenario("policies/today.toml")).levers.empty());
}

TEST_CASE("no contact stops contacts when policies start") {
    const auto levers =
        TypicalPrefecture{}.policy(test::scenario("policies/no-contact.toml")).levers;
    REQUIRE(levers.size() == 1);
    CHECK(std::holds_alternative<StopContacts>(levers[0].lever));
    CHECK(levers[0].from == start);
}

TEST_CASE("regular contact raises meetings and attendance to twelve a year") {
    const TypicalPrefecture prefecture;
    const auto levers = prefecture.policy(test::scenario("policies/regular-contact.toml")).levers;
    REQUIRE(levers.size() == 2);
    CHECK(std::get<RaiseGuarantorMeetings>(levers[0].lever).at_least_per_year == 12.0);
    const auto& raise = std::get<RaiseContact>(levers[1].lever);
    CHECK(raise.label == key_of("t2.05"));
    CHECK(raise.first == prefecture.region.region.centre);
    CHECK(raise.second == prefecture.region.region.probation_office);
    CHECK(raise.at_least_per_year == 12.0);
}

TEST_CASE("a written agreement is between the two it names, by id or by type") {
    const TypicalPrefecture prefecture;
    const test::Scratch scratch;
    const auto by_type = scratch.write(
        "p.toml",
        named_header + "from = \"policy-start\"\n[lever.a]\nkind = \"written-agreement\"\n"
                       "between = [\"mental_health_welfare_center\", \"probation_office\"]\n");
    for (const auto& file : {test::scenario("policies/written-agreement.toml"), by_type}) {
        const auto levers = prefecture.policy(file).levers;
        REQUIRE(levers.size() == 1);
        const auto& agreement = std::get<WrittenAgreement>(levers[0].lever);
        CHECK(agreement.first == prefecture.region.region.centre);
        CHECK(agreement.second == prefecture.region.region.probation_office);
    }
}

TEST_CASE("a lever may start later than its policy, up to the day before the horizon") {
    const test::Scratch scratch;
    const auto file = scratch.write(
        "p.toml",
        named_header + "from = \"policy-start\"\n[lever.a]\nkind = \"stop-contacts\"\n"
                       "from = 2026-03-31\n[lever.b]\nkind = \"stop-contacts\"\n");
    const auto levers = TypicalPrefecture{}.policy(file).levers;
    REQUIRE(levers.size() == 2);
    CHECK(levers[0].from == horizon - one_day);
    CHECK(levers[1].from == start);
}
