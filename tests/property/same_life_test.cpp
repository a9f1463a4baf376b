// A life is a function of the person's keyed draws, the parameters, and what agencies show it.
#include "tests/property/any_experiment.hpp"
#include "tests/property/any_number.hpp"
#include "tests/property/wide_experiments.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/whole_runs.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

using namespace tsunagi;
using test::Lives;
using test::Runs;
using test::short_experiment;
using test::wide_experiment;
using test::wide_without_limits;

namespace {

// A rate at which exactly one juvenile enters within the run.
double juveniles_for_one_arrival(const Experiment& experiment) {
    Streams streams{{experiment.seed, 0}};
    const auto interval = [&](std::uint64_t ordinal) {
        return streams.exponential(
            {.purpose = Draw::arrival, .entity = key_of("intake.juvenile"), .occurrence = ordinal});
    };
    const double first = interval(0);
    const double middle = first + interval(1) / 2.0; // between the first and the second
    const double years = days_between(experiment.run_start, experiment.horizon) / days_per_year;
    return middle / years;
}

} // namespace

TEST_CASE("an agency that nobody uses changes nobody's life") {
    Runs runs{short_experiment()};
    auto larger = short_experiment();
    test::add_agency(
        larger.region, key_of("self-help group"), AgencyType::self_help_group, TenureClass::local);
    Runs with_group{larger};
    const auto good = runs.replication_with_good_link();
    for (const auto scenario : {test::today, test::regular_contact}) {
        const auto effect = runs.effect_of(test::causal);
        const auto one = runs.run(effect, scenario, good);
        const auto other = with_group.run(effect, scenario, good);
        CHECK(one.lives == other.lives);
        CHECK(one.result.by_group == other.result.by_group);
        CHECK(one.result.understanding == other.result.understanding);
    }
}

TEST_CASE("the order in which a region's file lists agencies, services and routes changes nobody's "
          "life") {
    const auto experiment = wide_experiment();
    Runs runs{experiment};
    const auto effect = runs.effect_of(test::causal);
    const auto good = runs.replication_with_good_link();
    std::vector<test::WholeRun> as_listed;
    for (const auto scenario : {test::today, test::no_contact, test::regular_contact}) {
        as_listed.push_back(runs.run(effect, scenario, good));
    }
    test::for_all(
        [&] {
            const auto order = test::any_file_order(experiment.region);
            const auto scenario = static_cast<std::size_t>(test::any_below(std::ssize(as_listed)));
            const auto& one = as_listed.at(scenario);
            Runs others{test::reordered(experiment, order)};
            const auto other = others.run(effect, scenario, good);
            RC_ASSERT(one.lives == other.lives);
            RC_ASSERT(one.result.by_group == other.result.by_group);
            RC_ASSERT(one.result.digest == other.result.digest);
            for (std::uint32_t row = 0; row < experiment.region.agencies.size(); ++row) {
                RC_ASSERT(one.result.work.at(row) ==
                          other.result.work.at(test::moved(AgencyId{row}, order).row()));
            }
        },
        20);
}

TEST_CASE("one more person changes nobody else's life, without limits of hours") {
    auto without = wide_without_limits();
    without.parameters.intake.juvenile_per_year = 0.0;
    auto with_one = without;
    with_one.parameters.intake.juvenile_per_year = juveniles_for_one_arrival(without);
    Runs runs{without};
    Runs runs_with_one{with_one};
    const auto effect = runs.effect_of(test::causal);
    const auto one = runs.run(effect, test::regular_contact).lives;
    auto other = runs_with_one.run(effect, test::regular_contact).lives;
    const auto person = child_key(key_of("intake.juvenile"), 0);
    REQUIRE(other.erase(person) == 1);
    other.erase(child_key(person, 0)); // the family, if there is one
    REQUIRE(other.size() == one.size());
    CHECK(one == other);
}

TEST_CASE("a whole source more changes nobody else's life, without limits of hours") {
    auto without = wide_without_limits();
    without.parameters.intake.background_families_per_year = 0.0;
    Runs runs{without};
    Runs with_families{wide_without_limits()};
    const auto effect = runs.effect_of(test::causal);
    const auto one = runs.run(effect, test::today).lives;
    auto other = with_families.run(effect, test::today).lives;
    REQUIRE(other.size() > one.size() + 50);
    for (auto life = other.begin(); life != other.end();) {
        life = one.contains(life->first) ? std::next(life) : other.erase(life);
    }
    CHECK(one == other);
}

TEST_CASE("with limits of hours one person's appointment can be another's wait") {
    auto crowded = short_experiment();
    crowded.region.agencies[test::centre].staffing =
        Agency::Staffing{.posts = 0.4, .direct_share = 0.6};
    auto without = crowded;
    without.parameters.intake.background_families_per_year = 0.0;
    Runs runs{without};
    Runs with_families{crowded};
    const auto effect = runs.effect_of(test::causal);
    const auto one = runs.run(effect, test::today).lives;
    const auto other = with_families.run(effect, test::today).lives;
    const auto same = [&](const Lives::value_type& life) {
        return other.at(life.first) == life.second;
    };
    CHECK_FALSE(std::all_of(one.begin(), one.end(), same));
}
