// What rival readings of the link must agree on to the bit.
#include "engine/experiment/parameter_draw.hpp"

#include "tests/property/wide_experiments.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

using namespace tsunagi;
using test::Runs;
using test::same_counts;
using test::short_experiment;
using test::wide_experiment;
using test::wide_without_limits;

namespace {

LinkEffect with_weight(LinkEffect effect, double structure_weight) {
    effect.structure_weight = structure_weight;
    return effect;
}

// A policy that changes how often staff meet, and nothing that anybody else takes part in.
constexpr std::size_t monthly_contact = 4;

Experiment with_monthly_contact() {
    auto experiment = wide_without_limits();
    experiment.scenarios.push_back({key_of("monthly contact"),
                                    {{{experiment.policy_start,
                                       RaiseContact{.label = test::guarantor_contact,
                                                    .first = test::centre,
                                                    .second = test::office,
                                                    .at_least_per_year = 12.0}}}}});
    return experiment;
}

// What a policy changes by itself where it adds meetings that families are invited to.
test::Lives without_meetings(test::Lives lives) {
    for (auto& [key, life] : lives) {
        std::erase_if(life, [](const test::LifeFact& fact) {
            return fact.kind == FactKind::guarantor_attended;
        });
    }
    return lives;
}

// Everything that is counted of persons and families, and of what agencies do for them.
bool same_lives_counted(const RunResult& one, const RunResult& other) {
    return one.by_group == other.by_group && one.by_level == other.by_level &&
           one.by_municipality == other.by_municipality &&
           one.by_fiscal_year == other.by_fiscal_year &&
           one.first_event_day == other.first_event_day && one.use_course == other.use_course &&
           one.episodes == other.episodes && one.agencies == other.agencies &&
           one.by_service == other.by_service && one.tracks == other.tracks &&
           one.others == other.others;
}

std::int64_t contact_ticks(const RunResult& result) {
    std::int64_t ticks = 0;
    for (const auto& by_task : result.work) {
        ticks += by_task[static_cast<std::size_t>(Task::standing_contact)] +
                 by_task[static_cast<std::size_t>(Task::liaison)];
    }
    return ticks;
}

} // namespace

TEST_CASE("today is the same to the byte under every structure weight") {
    Runs runs{wide_experiment()};
    const auto effect = runs.effect_of(test::causal);
    const auto good = runs.replication_with_good_link();
    const auto causal = runs.run(effect, test::today, good);
    for (const double weight : {0.0, 0.5}) {
        const auto other = runs.run(with_weight(effect, weight), test::today, good);
        CAPTURE(weight);
        CHECK(other.result.digest == causal.result.digest);
        CHECK(same_counts(other.result, causal.result));
        CHECK(other.result.events == causal.result.events);
        CHECK(other.lives == causal.lives);
    }
}

TEST_CASE("today is the same to the byte under every drawn structure weight") {
    auto experiment = short_experiment(20);
    experiment.readings = {test::from_priors};
    Runs runs{experiment};
    int drawn = 0;
    for (std::int64_t draw = 0; draw < 5; ++draw) {
        const auto effect = link_effect(drawn_link(experiment, draw), 1.0);
        drawn += effect.structure_weight > 0.0 && effect.structure_weight < 1.0 ? 1 : 0;
        const auto one = runs.run(effect, test::today, 4 * draw);
        const auto other = runs.run(with_weight(effect, 0.0), test::today, 4 * draw);
        CHECK(same_counts(one.result, other.result));
    }
    CHECK(drawn == 5);
}

TEST_CASE("a written agreement changes nothing for anybody, and no count") {
    Runs runs{short_experiment()};
    for (const auto& reading : {test::causal, test::selection, test::no_effect}) {
        const auto effect = runs.effect_of(reading);
        for (const auto replication : {std::int64_t{0}, runs.replication_with_good_link()}) {
            const auto today = runs.run(effect, test::today, replication);
            const auto agreement = runs.run(effect, test::written_agreement, replication);
            CHECK(agreement.lives == today.lives);
            CHECK(same_counts(agreement.result, today.result));
        }
    }
}

TEST_CASE("a policy that asks for no more than is held changes nothing") {
    auto experiment = short_experiment();
    experiment.scenarios.push_back(
        {key_of("null"),
         {{{experiment.policy_start, RaiseGuarantorMeetings{.at_least_per_year = 6.0}},
           {experiment.policy_start, RaiseGuarantorMeetings{.at_least_per_year = 1.0}}}}});
    Runs runs{experiment};
    const auto effect = runs.effect_of(test::causal);
    const auto good = runs.replication_with_good_link();
    const auto today = runs.run(effect, test::today, good);
    const auto null = runs.run(effect, experiment.scenarios.size() - 1, good);
    CHECK(null.lives == today.lives);
    CHECK(same_counts(null.result, today.result));
}

TEST_CASE("at scale 0 the effect curve meets the reading without effect, in every scenario") {
    auto at_zero = test::causal;
    at_zero.scale = 0.0;
    Runs runs{short_experiment()};
    REQUIRE(runs.effect_of(at_zero) == runs.effect_of(test::no_effect));
    const auto good = runs.replication_with_good_link();
    for (const auto scenario : {test::today, test::no_contact, test::regular_contact}) {
        const auto scaled = runs.run(runs.effect_of(at_zero), scenario, good);
        const auto switched_off = runs.run(runs.effect_of(test::no_effect), scenario, good);
        CHECK(same_counts(scaled.result, switched_off.result));
        CHECK(scaled.lives == switched_off.lives);
    }
}

TEST_CASE("where good centres hold meetings (w = 0), frequency of contact changes hours and "
          "nobody's life, without limits of hours") {
    Runs runs{with_monthly_contact()};
    const auto effect = runs.effect_of(test::selection);
    const auto good = runs.replication_with_good_link();
    const auto today = runs.run(effect, test::today, good);
    for (const auto scenario : {test::no_contact, monthly_contact}) {
        const auto other = runs.run(effect, scenario, good);
        CAPTURE(scenario);
        CHECK(other.lives == today.lives);
        CHECK(same_lives_counted(other.result, today.result));
        CHECK(contact_ticks(other.result) != contact_ticks(today.result));
    }
    const auto regular = runs.run(effect, test::regular_contact, good);
    CHECK(without_meetings(regular.lives) == without_meetings(today.lives));
    CHECK(same_lives_counted(regular.result, today.result));
}

TEST_CASE("where links have no effect (B = 0), frequency of contact changes hours and nobody's "
          "life, without limits of hours") {
    Runs runs{with_monthly_contact()};
    const auto effect = runs.effect_of(test::no_effect);
    const auto good = runs.replication_with_good_link();
    const auto today = runs.run(effect, test::today, good);
    for (const auto scenario : {test::no_contact, test::regular_contact, monthly_contact}) {
        const auto other = runs.run(effect, scenario, good);
        CAPTURE(scenario);
        CHECK(test::without_links(without_meetings(other.lives)) ==
              test::without_links(without_meetings(today.lives)));
        CHECK(same_lives_counted(other.result, today.result));
        CHECK(contact_ticks(other.result) != contact_ticks(today.result));
    }
}

TEST_CASE("where links have no effect (B = 0), warm and cold links coincide") {
    auto warm = test::no_effect;
    auto cold = test::no_effect;
    warm.forced_link = 1.0;
    cold.forced_link = 0.0;
    Runs runs{wide_experiment()};
    for (const std::int64_t replication : {0, 1}) {
        const auto one = runs.run(runs.effect_of(warm), test::today, replication);
        const auto other = runs.run(runs.effect_of(cold), test::today, replication);
        CHECK(test::without_links(one.lives) == test::without_links(other.lives));
        CHECK(one.result.by_group == other.result.by_group);
        CHECK(one.result.work == other.result.work);
    }
    // With an effect they part.
    warm.switch_on = 1.0;
    cold.switch_on = 1.0;
    CHECK(test::without_links(runs.run(runs.effect_of(warm), test::today).lives) !=
          test::without_links(runs.run(runs.effect_of(cold), test::today).lives));
}

TEST_CASE("where meetings make links (w = 1), frequency of contact does change lives") {
    // Without this the two laws above would hold for a model in which links do nothing.
    Runs runs{wide_without_limits()};
    const auto effect = runs.effect_of(test::causal);
    const auto good = runs.replication_with_good_link();
    const auto today = runs.run(effect, test::today, good);
    for (const auto scenario : {test::no_contact, test::regular_contact}) {
        CHECK(runs.run(effect, scenario, good).lives != today.lives);
    }
}

TEST_CASE("the reference scenario is the same under every structure weight, whichever it is") {
    auto experiment = short_experiment();
    experiment.reference = test::regular_contact;
    Runs runs{experiment};
    const auto effect = runs.effect_of(test::causal);
    const auto causal = runs.run(effect, test::regular_contact);
    const auto selection = runs.run(with_weight(effect, 0.0), test::regular_contact);
    CHECK(same_counts(causal.result, selection.result));
    CHECK(causal.lives == selection.lives);
}
