#include "engine/experiment/parameter_draw.hpp"
#include "engine/experiment/replicate.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/whole_runs.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::Runs;
using test::same_counts;
using test::short_experiment;

namespace {

Reading scaled(Reading reading, double scale) {
    reading.scale = scale;
    return reading;
}

/// Counts what it is told.
class Ear final : public FactListener {
public:
    explicit Ear(SimTime policy_start) : policy_start_{policy_start} {}
    void hear(const Fact& fact) override { ++(fact.at < policy_start_ ? before : after); }

    std::size_t before{};
    std::size_t after{};

private:
    SimTime policy_start_;
};

} // namespace

TEST_CASE("a reading states what it states of the link and leaves the rest to the parameters") {
    auto experiment = short_experiment();
    auto forced = test::causal;
    forced.forced_link = 1.0;
    auto unstated = test::causal;
    unstated.structure_weight = std::nullopt;
    experiment.parameters.link.structure_weight = 0.25;
    experiment.readings = {
        scaled(test::causal, 1.5), test::selection, test::no_effect, forced, unstated};
    const PreparedExperiment prepared{experiment};
    const auto strong = prepared.effect(prepared.experiment().readings.at(0), 0);
    CHECK(strong.structure_weight == 1.0);
    CHECK(strong.offers == Approx(1.5));
    CHECK(strong.arrival == Approx(0.75));
    CHECK(strong.drop_out == Approx(-0.15));
    CHECK(prepared.effect(prepared.experiment().readings.at(1), 0).structure_weight == 0.0);
    const auto off = prepared.effect(prepared.experiment().readings.at(2), 0);
    CHECK(off.offers == 0.0);
    CHECK(off.arrival == 0.0);
    CHECK(off.drop_out == 0.0);
    CHECK(prepared.effect(prepared.experiment().readings.at(3), 0).forced_link == 1.0);
    CHECK(prepared.effect(prepared.experiment().readings.at(4), 0).structure_weight == 0.25);
}

TEST_CASE("the replications of a draw share its link, and the next draw has its own") {
    auto experiment = short_experiment(9);
    experiment.readings = {test::from_priors};
    const PreparedExperiment prepared{experiment};
    for (std::int64_t replication = 0; replication < 9; ++replication) {
        CHECK(prepared.effect(prepared.experiment().readings.at(0), replication) ==
              link_effect(drawn_link(experiment, replication / 4), 1.0));
    }
    CHECK_FALSE(prepared.effect(prepared.experiment().readings.at(0), 3) ==
                prepared.effect(prepared.experiment().readings.at(0), 4));
}

TEST_CASE("a replication holds every scenario of every reading, each equal to a run from the "
          "start") {
    auto experiment = short_experiment(2);
    experiment.readings = {test::causal, test::selection, scaled(test::causal, 0.5)};
    const PreparedExperiment prepared{experiment};
    const auto results = replicate(prepared, 1);
    const auto scenarios = experiment.scenarios.size();
    REQUIRE(results.size() == experiment.readings.size() * scenarios);
    Runs runs{experiment};
    for (std::size_t reading = 0; reading < experiment.readings.size(); ++reading) {
        for (std::size_t scenario = 0; scenario < scenarios; ++scenario) {
            const auto& result = results[reading * scenarios + scenario];
            const auto from_start =
                runs.run(runs.effect_of(experiment.readings[reading]), scenario, 1);
            CAPTURE(reading, scenario, from_start.faults);
            CHECK(from_start.faults.empty());
            CHECK(same_counts(result, from_start.result));
            CHECK(result.events == from_start.result.events);
        }
    }
}

TEST_CASE("readings of equal effect have equal results, and the curve begins at no effect") {
    auto experiment = short_experiment();
    experiment.readings = {test::no_effect, scaled(test::causal, 0.0), test::causal};
    const PreparedExperiment prepared{experiment};
    const auto results = replicate(prepared, 0);
    const auto scenarios = experiment.scenarios.size();
    for (std::size_t scenario = 0; scenario < scenarios; ++scenario) {
        CHECK(same_counts(results[scenario], results[scenarios + scenario]));
        CHECK_FALSE(same_counts(results[scenario], results[2 * scenarios + scenario]));
    }
}

TEST_CASE("without common random numbers scenarios share no chance, not even equal ones") {
    auto experiment = short_experiment(1);
    experiment.pairing = Pairing::independent;
    const PreparedExperiment prepared{experiment};
    const auto results = replicate(prepared, 0);
    CHECK_FALSE(same_counts(results[test::today], results[test::written_agreement]));
    CHECK(results[test::today].by_group != results[test::written_agreement].by_group);
}

TEST_CASE("what all replications share is computed once and as the parameters say") {
    const auto experiment = short_experiment();
    const PreparedExperiment prepared{experiment};
    const auto setting = prepared.setting(experiment.parameters, {});
    const auto counselling = static_cast<std::size_t>(Service::counselling);
    CHECK(setting.drop_out_scales.at(counselling) == Approx(637.13).margin(0.005));
    CHECK(setting.link_correlation > 0.0);
    CHECK(setting.link_correlation < 1.0);
    CHECK(&prepared.experiment() == &experiment);
}

TEST_CASE("an experiment that nobody keeps cannot be prepared") {
    STATIC_REQUIRE(std::is_constructible_v<PreparedExperiment, const Experiment&>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<PreparedExperiment, Experiment>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<PreparedExperiment, const Experiment>);
}

TEST_CASE("a study without its reference, or a replication outside it, is a broken contract") {
    auto experiment = short_experiment();
    const PreparedExperiment prepared{experiment};
    CHECK_THROWS_AS(replicate(prepared, 1), ContractViolation);
    CHECK_THROWS_AS(replicate(prepared, -1), ContractViolation);
    auto no_reference = experiment;
    no_reference.reference = 4;
    CHECK_THROWS_AS(PreparedExperiment{no_reference}, ContractViolation);
    auto no_draws = experiment;
    no_draws.replications_per_draw = 0;
    CHECK_THROWS_AS(PreparedExperiment{no_draws}, ContractViolation);
}

TEST_CASE("one run that is listened to is the run of its replication, and its warm-up is told") {
    for (const auto pairing : {Pairing::common_random_numbers, Pairing::independent}) {
        auto experiment = short_experiment(2);
        experiment.pairing = pairing;
        experiment.readings = {test::causal, test::selection};
        const PreparedExperiment prepared{experiment};
        const auto results = replicate(prepared, 1);
        for (const std::size_t scenario : {test::no_contact, test::regular_contact}) {
            Ear ear{experiment.policy_start};
            const RunChoice run{.reading = 1, .scenario = scenario, .replication = 1};
            const auto heard = listen(prepared, run, ear);
            CHECK(same_counts(heard, results[experiment.scenarios.size() + scenario]));
            CHECK(ear.before > 1000);
            CHECK(ear.after > 1000);
        }
    }
}

TEST_CASE("a run that the experiment does not have is a broken contract") {
    const auto experiment = short_experiment(2);
    const PreparedExperiment prepared{experiment};
    Ear ear{experiment.policy_start};
    CHECK_THROWS_AS(listen(prepared, {.reading = 1}, ear), ContractViolation);
    CHECK_THROWS_AS(listen(prepared, {.scenario = 4}, ear), ContractViolation);
    CHECK_THROWS_AS(listen(prepared, {.replication = 2}, ear), ContractViolation);
    CHECK(ear.before + ear.after == 0);
}

TEST_CASE("effective links are those of which appointments tell when they fall due") {
    // Without consent an appointment tells of none.
    struct Dues final : FactListener {
        void hear(const Fact& fact) override {
            if (fact.kind != FactKind::offered && fact.kind != FactKind::appointment_due) {
                return;
            }
            const auto agency = fact.agency.value();
            const auto referral = std::pair{fact.subject.value, agency.row()};
            if (fact.kind == FactKind::offered) {
                senders.erase(referral);
                if (static_cast<Consent>(fact.detail) == Consent::given) {
                    senders.emplace(referral, fact.other.value());
                }
                return;
            }
            const auto sender = senders.find(referral);
            if (fact.at >= from && sender != senders.end()) {
                questions.push_back({fact.at, agency, sender->second});
                told.push_back(static_cast<double>(fact.amount) / 1e6);
            }
        }
        SimTime from{};
        std::map<std::pair<std::uint64_t, std::size_t>, AgencyId> senders;
        std::vector<LinkQuestion> questions;
        std::vector<double> told;
    };
    auto experiment = short_experiment(1);
    experiment.readings = {test::causal, test::selection};
    const PreparedExperiment prepared{experiment};
    for (const std::size_t reading : {0U, 1U}) {
        const RunChoice run{.reading = reading, .scenario = test::regular_contact};
        Dues dues;
        dues.from = experiment.policy_start;
        listen(prepared, run, dues);
        REQUIRE(dues.told.size() > 20);
        const auto links = effective_links(prepared, run, dues.questions);
        REQUIRE(links.size() == dues.told.size());
        for (std::size_t row = 0; row < links.size(); ++row) {
            CHECK(links[row].value_or(0.0) == Approx(dues.told[row]).margin(1e-6));
        }
        std::reverse(dues.questions.begin(), dues.questions.end());
        CHECK_THROWS_AS(effective_links(prepared, run, dues.questions), ContractViolation);
    }
}
