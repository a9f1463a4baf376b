// The headline by groups of persons, from counts made by hand.
#include "outputs/store/names.hpp"

#include "tests/unit/tables/hand_made_study.hpp"

#include <algorithm>

using namespace tsunagi;
using namespace tsunagi::hand_made;

namespace {

const SubgroupSupport&
subgroups_of(const Analysis& analysis, std::size_t scenario, Attribute attribute) {
    const auto found = std::ranges::find_if(analysis.subgroups, [&](const SubgroupSupport& row) {
        return row.scenario == scenario && row.attribute == attribute;
    });
    REQUIRE(found != analysis.subgroups.end());
    return *found;
}

void set(Tally& tally, std::int32_t cohort, std::int32_t supported) {
    tally[static_cast<std::size_t>(Count::cohort)] = cohort;
    tally[static_cast<std::size_t>(Count::support_180)] = supported;
}

} // namespace

TEST_CASE("the headline by level: those of the group in support over those of the group") {
    Study made{3};
    constexpr std::array<std::int32_t, 3> more{2, 4, 3};
    for (std::size_t row = 0; row < 3; ++row) {
        const auto step = static_cast<std::int32_t>(row + 1);
        for (const auto scenario : {base, other}) {
            auto& by_level = made.run(scenario, row).by_level;
            set(by_level[static_cast<std::size_t>(Level::began_before)], 30, 6);
            set(by_level[static_cast<std::size_t>(Level::began_after)],
                10 * step,
                scenario == base ? step : more.at(row));
        }
    }
    const auto analysis = made.analysis();
    const auto& today = subgroups_of(analysis, base, Attribute::start);
    REQUIRE(today.groups.size() == 2);
    CHECK(today.groups[0].id == "began_before");
    CHECK(today.groups[0].persons == 30.0);
    CHECK(today.groups[0].support_180.level->value == Approx(0.2));
    CHECK(today.groups[1].id == "began_after");
    CHECK(today.groups[1].persons == 20.0);
    CHECK(today.groups[1].support_180.level->value == Approx(0.1));
    CHECK(*today.largest_gap == Approx(0.1));
    const auto& policy = subgroups_of(analysis, other, Attribute::start);
    CHECK(policy.groups[0].support_180.difference->value == 0.0);
    check_jackknife(
        policy.groups[1].support_180.difference, 3.0 / 60.0, {2.0 / 50.0, 1.0 / 40.0, 3.0 / 30.0});
}

TEST_CASE("every level belongs to one attribute, in the order of the levels") {
    Study made{2};
    for (auto& tally : made.run(base, 0).by_level) {
        set(tally, 1, 0);
    }
    const auto analysis = made.analysis();
    std::vector<std::string> found;
    for (const auto& row : analysis.subgroups) {
        if (row.scenario == base) {
            for (const auto& group : row.groups) {
                found.push_back(group.id);
            }
        }
    }
    std::vector<std::string> all;
    for (std::size_t level = 0; level < levels; ++level) {
        all.emplace_back(name_of(static_cast<Level>(level)));
    }
    CHECK(found.size() == all.size());
    CHECK(std::ranges::is_permutation(found, all));
    CHECK(subgroups_of(analysis, base, Attribute::age).groups.front().id == "under_30");
    CHECK(subgroups_of(analysis, base, Attribute::age).groups.back().id == "from_50");
}

TEST_CASE("municipalities and fiscal years are named - groups of nobody are left out") {
    Study made{2};
    for (std::size_t row = 0; row < 2; ++row) {
        auto& run = made.run(base, row);
        run.by_municipality.resize(2);
        set(run.by_municipality[1], 5, 2);
        run.by_fiscal_year.resize(4);
        set(run.by_fiscal_year[0], 10, 1);
        set(run.by_fiscal_year[3], 10, 4);
    }
    const auto analysis = made.analysis();
    const auto& places = subgroups_of(analysis, base, Attribute::municipality);
    REQUIRE(places.groups.size() == 1);
    CHECK(places.groups[0].id == "town");
    CHECK(places.groups[0].support_180.level->value == Approx(0.4));
    CHECK(*places.largest_gap == 0.0);
    const auto& years = subgroups_of(analysis, base, Attribute::fiscal_year);
    REQUIRE(years.groups.size() == 2);
    CHECK(years.groups[0].id == "2021"); // the policy starts on 1 April 2021
    CHECK(years.groups[1].id == "2024");
    CHECK(*years.largest_gap == Approx(0.3));
    CHECK_FALSE(subgroups_of(analysis, base, Attribute::sex).largest_gap);
}
