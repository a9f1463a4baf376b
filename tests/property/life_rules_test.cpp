// What no life may break: every fact of whole runs over several seeds, in a region where all that
// lives can go through happens and little of it is to be had.
#include "tests/support/account_books.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/life_rules.hpp"
#include "tests/support/whole_runs.hpp"

#include <array>
#include <set>

using namespace tsunagi;
using test::LifeRules;
using test::Runs;
using test::short_experiment;

namespace {

Experiment wide_experiment() {
    auto experiment = short_experiment(12);
    experiment.region = test::wide_region();
    return experiment;
}

/// Hears a run, and remembers which kinds of fact it told.
struct Judge final : FactListener {
    void hear(const Fact& fact) override {
        rules.hear(fact);
        told.insert(fact.kind);
    }
    LifeRules rules;
    std::set<FactKind> told;
};

void run(Runs& runs, std::int64_t replication, FactListener& listener) {
    const auto& experiment = runs.experiment();
    Simulation simulation{runs.setting(runs.effect_of(test::causal)),
                          Streams{{experiment.seed, static_cast<std::uint64_t>(replication)}}};
    simulation.set_listener(&listener);
    simulation.run_until(experiment.horizon);
}

// What the rules speak of. If a run never told it, they would hold for nothing.
constexpr std::array spoken_of{FactKind::died,
                               FactKind::moved_away,
                               FactKind::person_left,
                               FactKind::residence_changed,
                               FactKind::custody_started,
                               FactKind::custody_ended,
                               FactKind::prison_entered,
                               FactKind::supervision_revoked,
                               FactKind::lapsed,
                               FactKind::regular_use,
                               FactKind::admission_needed,
                               FactKind::danger_at_home,
                               FactKind::place_taken,
                               FactKind::place_left,
                               FactKind::list_joined,
                               FactKind::track_opened,
                               FactKind::track_contact,
                               FactKind::track_agreed,
                               FactKind::guarantor_attended,
                               FactKind::family_called,
                               FactKind::consultation_sought,
                               FactKind::benefit_granted};

} // namespace

TEST_CASE("no life breaks a rule, in any of several replications") {
    Runs runs{wide_experiment()};
    std::set<FactKind> told;
    for (std::int64_t replication = 0; replication < 12; ++replication) {
        Judge judge;
        run(runs, replication, judge);
        CAPTURE(replication, judge.rules.broken());
        CHECK(judge.rules.broken().empty());
        told.insert(judge.told.begin(), judge.told.end());
    }
    for (const auto kind : spoken_of) {
        CAPTURE(static_cast<int>(kind));
        CHECK(told.contains(kind));
    }
}

TEST_CASE("rules that miss a fact are broken") {
    struct Forgetful final : FactListener {
        explicit Forgetful(FactKind kind) : missed{kind} {}
        void hear(const Fact& fact) override {
            if (fact.kind != missed) {
                rules.hear(fact);
            }
        }
        FactKind missed;
        LifeRules rules;
    };
    Runs runs{wide_experiment()};
    for (const auto missed : {FactKind::person_entered,
                              FactKind::supervision_started,
                              FactKind::lapsed,
                              FactKind::became_abstinent,
                              FactKind::episode_ended}) {
        Forgetful listener{missed};
        run(runs, 0, listener);
        CAPTURE(static_cast<int>(missed));
        CHECK_FALSE(listener.rules.broken().empty());
    }
}

TEST_CASE("a contact of one who is dead, in prison or in a bed breaks a rule") {
    const auto fact = [](FactKind kind, std::uint8_t detail = 0, std::int64_t amount = 0) {
        return Fact{.at = test::run_start,
                    .kind = kind,
                    .detail = detail,
                    .client = ClientId{0},
                    .subject = key_of("somebody"),
                    .agency = test::centre,
                    .amount = amount};
    };
    const auto to = [&](Residence from, Residence residence) {
        return fact(FactKind::residence_changed,
                    static_cast<std::uint8_t>(residence),
                    static_cast<std::int64_t>(from));
    };
    const auto entered = fact(FactKind::person_entered);
    const auto session = fact(FactKind::session_attended);
    const auto contact_after = [&](const Fact& before) {
        LifeRules rules;
        for (const auto& told : {entered, before, session}) {
            rules.hear(told);
        }
        return rules.broken().size();
    };
    CHECK(contact_after(fact(FactKind::supervision_started)) == 0);
    CHECK(contact_after(fact(FactKind::died)) == 1);
    CHECK(contact_after(fact(FactKind::moved_away)) == 1);
    CHECK(contact_after(to(Residence::alone, Residence::prison)) == 1);
    CHECK(contact_after(to(Residence::alone, Residence::hospital)) == 1);
    LifeRules rules;
    for (const auto& told : {entered, session, to(Residence::prison, Residence::alone)}) {
        rules.hear(told);
    }
    CHECK(rules.broken().size() == 1);
    LifeRules twice;
    const auto bed = fact(FactKind::episode_opened, static_cast<std::uint8_t>(Service::bed));
    for (const auto& told : {entered, bed, bed}) {
        twice.hear(told);
    }
    CHECK(twice.broken().size() == 1);
}
