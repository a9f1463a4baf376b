#include "engine/experiment/detail/pathway_book.hpp"
#include "engine/experiment/pathways.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"
#include "tests/unit/experiment/pathway_facts.hpp"

#include <set>

using namespace tsunagi;
using test::HandMadeWorld;
using test::sum_in;

namespace {

constexpr RunChoice today_run{.reading = 0, .scenario = 0, .replication = 0};
constexpr Duration two_weeks = std::chrono::days{14};

Experiment wide_short_experiment() {
    auto experiment = test::short_experiment();
    experiment.region = test::wide_region();
    return experiment;
}

/// Sums that the runs of a group have by themselves: no quantiles.
bool adds_up(std::size_t sum) {
    return sum < static_cast<std::size_t>(PathwaySum::wait_runs) ||
           sum > static_cast<std::size_t>(PathwaySum::p90_ticks);
}

void check_adds_up(const Sums& whole, std::span<const Sums> parts) {
    const auto total = total_of(parts);
    for (std::size_t sum = 0; sum < pathway_sums; ++sum) {
        CAPTURE(sum);
        CHECK((!adds_up(sum) || total[sum] == whole[sum]));
    }
}

} // namespace

TEST_CASE("only persons of the cohort are followed, each in the groups they belong to") {
    HandMadeWorld world;
    detail::PathwayBook book{test::pathway_rule, 2};
    const auto near = world.add_person({.end_day = 100.0, .municipality = 0});
    const auto far = world.add_person({.end_day = 800.0, .municipality = 1});
    const auto too_late = world.add_person({.end_day = 1461.0 - 364.0});
    const auto family = world.add_family(near);
    world.world().clients[far].sex = Sex::female;
    for (const auto client : {near, far, too_late, family}) {
        const auto tell = [&](FactKind kind) {
            book.hear({.at = test::run_start + one_day,
                       .kind = kind,
                       .client = client,
                       .agency = test::centre,
                       .other = test::office},
                      world.world());
        };
        tell(FactKind::offered); // of whoever had the row before
        tell(FactKind::person_entered);
        tell(FactKind::offered);
    }
    // The row of one who has left is given to somebody who is none of them.
    world.world().clients[near].sentence.end = test::run_start - one_day;
    for (const auto kind : {FactKind::person_entered, FactKind::offered}) {
        book.hear({.at = test::run_start + 2 * one_day,
                   .kind = kind,
                   .client = near,
                   .agency = test::centre,
                   .other = test::office},
                  world.world());
    }
    const auto counted = book.finish();
    CHECK(sum_in(counted.cohort, PathwaySum::persons) == 2);
    CHECK(sum_in(counted.cohort, PathwaySum::sent) == 2);
    REQUIRE(counted.by_municipality.size() == 2);
    CHECK(sum_in(counted.by_municipality[1], PathwaySum::sent) == 1);
    CHECK(sum_in(counted.by_level.at(static_cast<std::size_t>(Level::female)), PathwaySum::sent) ==
          1);
    CHECK(sum_in(counted.by_level.at(static_cast<std::size_t>(Level::male)), PathwaySum::sent) ==
          1);
    REQUIRE(counted.by_fiscal_year.size() == 4);
    CHECK(sum_in(counted.by_fiscal_year[0], PathwaySum::sent) == 1);
    CHECK(sum_in(counted.by_fiscal_year[2], PathwaySum::sent) == 1);
}

TEST_CASE(
    "the groups of an attribute make up the cohort, and no stage has more than the one before") {
    const auto experiment = wide_short_experiment();
    const PreparedExperiment prepared{experiment};
    const auto counted = count_pathways(prepared, today_run, two_weeks);
    CHECK(sum_in(counted.cohort, PathwaySum::sent) > 20);
    CHECK(sum_in(counted.cohort, PathwaySum::came) > 10);
    check_adds_up(counted.cohort, counted.by_municipality);
    check_adds_up(counted.cohort, counted.by_fiscal_year);
    const std::span levels_of_sex{counted.by_level.data(), 2};
    check_adds_up(counted.cohort, levels_of_sex);
    for (auto stage = static_cast<std::size_t>(PathwaySum::sent);
         stage < static_cast<std::size_t>(PathwaySum::completed);
         ++stage) {
        const auto lost = counted.cohort[stage + referral_stages];
        CHECK(counted.cohort[stage + 1] + lost <= counted.cohort[stage]);
    }
    const auto& load = counted.load;
    CHECK(load[static_cast<std::size_t>(LoadSum::direct_ticks)] > 0);
    CHECK(load[static_cast<std::size_t>(LoadSum::taken_ticks)] > 0);
}

TEST_CASE("the same run is counted alike, and a stricter standard changes only who is in time") {
    const auto experiment = wide_short_experiment();
    const PreparedExperiment prepared{experiment};
    const auto once = count_pathways(prepared, today_run, two_weeks);
    const auto again = count_pathways(prepared, today_run, two_weeks);
    CHECK(once.cohort == again.cohort);
    CHECK(once.load == again.load);
    auto strict = count_pathways(prepared, today_run, one_day).cohort;
    auto& in_time = strict[static_cast<std::size_t>(PathwaySum::came_in_time)];
    CHECK(in_time < sum_in(once.cohort, PathwaySum::came_in_time));
    in_time = sum_in(once.cohort, PathwaySum::came_in_time);
    CHECK(strict == once.cohort);
    CHECK_THROWS_AS(count_pathways(prepared, today_run, Duration{0}), ContractViolation);
}

TEST_CASE("no two indicators have one id") {
    std::set<std::string_view> ids;
    std::size_t number = 0;
    for (const auto& list : {pathway_indicators(), load_indicators()}) {
        for (const auto& indicator : list) {
            ids.insert(indicator.id);
            ++number;
        }
    }
    CHECK(ids.size() == number);
}
