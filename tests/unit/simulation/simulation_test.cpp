#include "engine/simulation/simulation.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace tsunagi;
using test::Runs;
using test::same_counts;
using test::short_experiment;

namespace {

RunResult go_on(Runs& runs, Simulation simulation, const LinkEffect& effect, std::size_t scenario) {
    simulation.adopt(runs.setting(effect), runs.experiment().scenarios[scenario].policy);
    simulation.run_until(runs.experiment().horizon);
    return simulation.finish();
}

} // namespace

TEST_CASE("a scenario that goes on from a copied warm-up equals the scenario run from the start") {
    Runs runs{short_experiment()};
    const auto effect = runs.effect_of(test::causal);
    const auto good = runs.replication_with_good_link();
    const auto warm_up = runs.warmed_up(effect, good);
    for (std::size_t scenario = 0; scenario < runs.experiment().scenarios.size(); ++scenario) {
        const auto copied = go_on(runs, warm_up, effect, scenario);
        const auto from_start = runs.run(effect, scenario, good).result;
        CAPTURE(scenario);
        CHECK(copied.digest == from_start.digest);
        CHECK(same_counts(copied, from_start));
        CHECK(copied.events == from_start.events);
    }
}

TEST_CASE("readings that differ in the structure weight alone may share a warm-up") {
    Runs runs{short_experiment()};
    auto warm = runs.effect_of(test::causal);
    warm.structure_weight = 0.0;
    const auto warm_up = runs.warmed_up(warm);
    for (const double weight : {0.3, 1.0}) {
        auto effect = warm;
        effect.structure_weight = weight;
        const auto copied = go_on(runs, warm_up, effect, test::regular_contact);
        CHECK(same_counts(copied, runs.run(effect, test::regular_contact).result));
    }
}

TEST_CASE("a copy in the middle of a run goes on exactly as the original, and neither disturbs "
          "the other") {
    Runs runs{short_experiment()};
    const auto effect = runs.effect_of(test::causal);
    auto original = runs.warmed_up(effect);
    original.adopt(runs.setting(effect), runs.experiment().scenarios[test::regular_contact].policy);
    original.run_until(runs.experiment().policy_start + std::chrono::days{500});
    auto copy = original;
    auto late_copy = original;
    original.run_until(runs.experiment().horizon);
    copy.run_until(runs.experiment().horizon);
    CHECK(same_counts(original.finish(), copy.finish()));
    late_copy.run_until(runs.experiment().horizon);
    CHECK(same_counts(original.finish(), late_copy.finish()));
    CHECK(same_counts(original.finish(), runs.run(effect, test::regular_contact).result));
}

TEST_CASE("stopping on the way changes nothing") {
    Runs runs{short_experiment()};
    const auto effect = runs.effect_of(test::causal);
    auto simulation = runs.warmed_up(effect);
    simulation.adopt(runs.setting(effect), runs.experiment().scenarios[test::today].policy);
    for (auto now = runs.experiment().policy_start; now < runs.experiment().horizon;
         now += std::chrono::days{13}) {
        simulation.run_until(now);
    }
    simulation.run_until(runs.experiment().horizon);
    CHECK(same_counts(simulation.finish(), runs.run(effect, test::today).result));
}

TEST_CASE("replications and seeds have lives of their own") {
    auto experiment = short_experiment(2);
    Runs runs{experiment};
    const auto effect = runs.effect_of(test::causal);
    const auto one = runs.run(effect, test::today, 0).result;
    CHECK(one.digest != runs.run(effect, test::today, 1).result.digest);
    experiment.seed += 1;
    Runs other{experiment};
    CHECK(one.digest != other.run(effect, test::today, 0).result.digest);
}

TEST_CASE("a listener hears facts in the order of time, each life from its beginning") {
    struct Order final : FactListener {
        void hear(const Fact& fact) override {
            ordered = ordered && fact.at >= last;
            last = fact.at;
            ++heard;
        }
        SimTime last = SimTime::min();
        std::size_t heard = 0;
        bool ordered = true;
    };
    Runs runs{short_experiment()};
    Order order;
    Simulation simulation{runs.setting(runs.effect_of(test::causal)), Streams{{7, 0}}};
    simulation.set_listener(&order);
    simulation.run_until(runs.experiment().policy_start);
    CHECK(order.ordered);
    CHECK(order.heard > 1000);
    CHECK(order.last < runs.experiment().policy_start);
}

TEST_CASE("understanding is noted at policy start, at each anniversary and at the horizon") {
    Runs runs{short_experiment()};
    const auto& experiment = runs.experiment();
    const auto effect = runs.effect_of(test::causal);
    const auto good = runs.replication_with_good_link();
    const auto noted = runs.run(effect, test::regular_contact, good).result.understanding;
    REQUIRE(noted.size() == 4);
    auto simulation = runs.warmed_up(effect, good);
    simulation.adopt(runs.setting(effect), experiment.scenarios[test::regular_contact].policy);
    const std::chrono::year_month_day start{date_of(experiment.policy_start)};
    for (std::size_t year = 0; year < noted.size(); ++year) {
        CAPTURE(year);
        const std::chrono::years passed{static_cast<int>(year)};
        const auto instant = at_date(std::chrono::sys_days{start + passed});
        simulation.run_until(instant); // not over it: staff rotate at that very instant
        const auto& links = simulation.world().links;
        const auto pair = links.find(test::office, test::centre).value();
        const auto level = [&](SimTime at) {
            return links.policy_understanding(pair, experiment.parameters.relations, at);
        };
        CHECK(noted[year] == level(instant));
        CHECK(noted[year] != level(instant + std::chrono::days{1})); // a wrong date is seen
    }
    CHECK(at_date(std::chrono::sys_days{start + std::chrono::years{3}}) == experiment.horizon);
}

TEST_CASE("every scenario has the same people in every group, since groups are those of intake") {
    Runs runs{short_experiment()};
    const auto effect = runs.effect_of(test::causal);
    const auto good = runs.replication_with_good_link();
    const auto cohorts = [](const auto& rows) {
        std::vector<std::int64_t> persons;
        for (const auto& row : rows) {
            persons.push_back(row[static_cast<std::size_t>(Count::cohort)]);
        }
        return persons;
    };
    const auto warm_up = runs.warmed_up(effect, good);
    const auto today = go_on(runs, warm_up, effect, test::today);
    for (std::size_t scenario = 0; scenario < runs.experiment().scenarios.size(); ++scenario) {
        CAPTURE(scenario);
        const auto result = go_on(runs, warm_up, effect, scenario);
        CHECK(cohorts(result.by_group) == cohorts(today.by_group));
        CHECK(cohorts(result.by_level) == cohorts(today.by_level));
        CHECK(cohorts(result.by_municipality) == cohorts(today.by_municipality));
        CHECK(cohorts(result.by_fiscal_year) == cohorts(today.by_fiscal_year));
        CHECK((result.digest == today.digest) ==
              (scenario == test::today || scenario == test::written_agreement));
    }
}

TEST_CASE("the cohort is in the group of the link's level just before the policy starts") {
    Runs runs{short_experiment(12)};
    const auto effect = runs.effect_of(test::causal);
    int good = 0;
    for (std::int64_t replication = 0; replication < 12; ++replication) {
        const auto result = runs.run(effect, test::today, replication).result;
        const bool is_good = result.understanding.front() >= 0.5;
        const auto cohort = [&](LinkGroup group) {
            return result
                .by_group[static_cast<std::size_t>(group)][static_cast<std::size_t>(Count::cohort)];
        };
        CHECK((cohort(LinkGroup::good) > 0) == is_good);
        CHECK((cohort(LinkGroup::not_good) > 0) == !is_good);
        good += is_good ? 1 : 0;
    }
    CHECK(good > 0);
    CHECK(good < 12);
}

#ifdef TSUNAGI_KEY_AUDIT
TEST_CASE("the key audit watches whole runs and goes with their copies") {
    Runs runs{short_experiment()};
    const auto simulation = runs.warmed_up(runs.effect_of(test::causal));
    auto streams = simulation.world().streams;
    CHECK_THROWS_AS(
        streams.uniform(
            {.purpose = Draw::arrival, .entity = key_of("intake.parole_only"), .occurrence = 0}),
        ContractViolation);
}
#endif

TEST_CASE("hours used are the ledger's, over the whole weeks of the policy years") {
    Runs runs{short_experiment()};
    const auto effect = runs.effect_of(test::causal);
    auto simulation = runs.warmed_up(effect);
    const auto result = go_on(runs, simulation, effect, test::today);
    const auto& ledger = simulation.world().ledger;
    const auto& experiment = runs.experiment();
    const auto weeks =
        week_of(experiment.horizon) - week_of(experiment.policy_start - Duration{1}) - 1;
    for (std::uint32_t row = 0; row < result.agencies.size(); ++row) {
        const auto total = ledger.weekly_total(AgencyId{row}).value_or(Duration{0});
        const auto& agency = result.agencies[row];
        CHECK(agency[AgencyCount::direct_ticks] == weeks * total.count());
        CHECK(agency[AgencyCount::taken_ticks] <=
              agency[AgencyCount::direct_ticks] + result.overtime_ticks);
        CHECK((agency[AgencyCount::taken_ticks] > 0) == (total > Duration{0}));
    }
}
