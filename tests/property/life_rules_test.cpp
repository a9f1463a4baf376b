// What no life may break: every fact of whole runs over several seeds, in a region where all that
// lives can go through happens and little of it is to be had.
#include "tests/property/wide_experiments.hpp"
#include "tests/support/account_books.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/life_rules.hpp"
#include "tests/support/whole_runs.hpp"

#include <array>
#include <set>
#include <vector>

using namespace tsunagi;
using test::LifeRules;
using test::Runs;
using test::wide_experiment;

namespace {

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
    Runs runs{wide_experiment(12)};
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
    Runs runs{wide_experiment(12)};
    for (const auto missed : {FactKind::person_entered,
                              FactKind::supervision_started,
                              FactKind::custody_started,
                              FactKind::custody_ended,
                              FactKind::residence_changed,
                              FactKind::lapsed,
                              FactKind::became_abstinent,
                              FactKind::episode_ended}) {
        Forgetful listener{missed};
        run(runs, 0, listener);
        CAPTURE(static_cast<int>(missed));
        CHECK_FALSE(listener.rules.broken().empty());
    }
}

namespace {

/// One life told by hand, a day after the other.
struct ToldLife {
    std::vector<Fact> facts;
    SimTime now = test::run_start;

    ToldLife& tell(FactKind kind, std::uint8_t detail = 0, std::int64_t amount = 0) {
        facts.push_back({.at = now,
                         .kind = kind,
                         .detail = detail,
                         .client = ClientId{0},
                         .subject = key_of("somebody"),
                         .agency = test::centre,
                         .amount = amount});
        return *this;
    }
    ToldLife& move(Residence from, Residence to) {
        return tell(FactKind::residence_changed,
                    static_cast<std::uint8_t>(to),
                    static_cast<std::int64_t>(from));
    }
    ToldLife& open(Service service) {
        return tell(FactKind::episode_opened, static_cast<std::uint8_t>(service));
    }
    ToldLife& next_day() {
        now += one_day;
        return *this;
    }
    std::size_t broken() const {
        LifeRules rules;
        for (const auto& fact : facts) {
            rules.hear(fact);
        }
        return rules.broken().size();
    }
};

ToldLife entered() {
    ToldLife life;
    life.tell(FactKind::person_entered);
    return life;
}

/// At liberty and abstinent since the day before.
ToldLife abstinent() {
    return entered().tell(FactKind::became_abstinent).next_day();
}

} // namespace

TEST_CASE("a contact of one who is dead, in custody or in a bed breaks a rule") {
    constexpr auto session = FactKind::session_attended;
    CHECK(entered().tell(FactKind::supervision_started).tell(session).broken() == 0);
    CHECK(entered().tell(FactKind::died).tell(session).broken() == 1);
    CHECK(entered().tell(FactKind::moved_away).tell(session).broken() == 1);
    CHECK(entered().tell(FactKind::custody_started).tell(session).broken() == 1);
    CHECK(entered().tell(FactKind::custody_started).tell(FactKind::track_contact).broken() == 0);
    CHECK(entered().move(Residence::alone, Residence::hospital).tell(session).broken() == 1);
    // Released for the first time, so inside until then.
    CHECK(entered().tell(session).tell(FactKind::custody_ended).broken() == 1);
    CHECK(entered().open(Service::bed).open(Service::bed).broken() == 1);
}

TEST_CASE("custody begins at liberty, ends in custody, and is spent in prison") {
    constexpr auto taken = FactKind::custody_started;
    constexpr auto released = FactKind::custody_ended;
    CHECK(entered().tell(released).tell(taken).tell(released).broken() == 0);
    CHECK(entered().tell(taken).tell(taken).broken() == 1);
    CHECK(entered().tell(released).tell(released).broken() == 1);
    CHECK(abstinent().tell(FactKind::prison_entered).broken() == 1);
    CHECK(abstinent().open(Service::bed).tell(taken).broken() == 1);
    const auto in_custody_at = [&](Residence home) {
        auto life = abstinent();
        life.move(Residence::alone, home).tell(taken).next_day();
        return life.tell(FactKind::prison_entered).broken();
    };
    CHECK(in_custody_at(Residence::prison) == 0);
    CHECK(in_custody_at(Residence::family_home) == 1);
}

TEST_CASE("abstinence begins with liberty, after use, and with a stay or its end") {
    constexpr auto begins = FactKind::became_abstinent;
    CHECK(abstinent().tell(FactKind::lapsed).tell(begins).broken() == 0);
    CHECK(abstinent().tell(begins).broken() == 1);
    CHECK(abstinent()
              .move(Residence::alone, Residence::recovery_facility)
              .tell(begins)
              .next_day()
              .move(Residence::recovery_facility, Residence::alone)
              .tell(begins)
              .broken() == 0);
    CHECK(abstinent().move(Residence::alone, Residence::family_home).tell(begins).broken() == 1);
    // Custody ends it untold; it begins again at the release, not before and not later.
    constexpr auto taken = FactKind::custody_started;
    constexpr auto released = FactKind::custody_ended;
    CHECK(abstinent().tell(taken).tell(released).tell(begins).broken() == 0);
    CHECK(abstinent().tell(taken).next_day().tell(begins).broken() == 1);
    CHECK(abstinent().tell(taken).tell(released).next_day().tell(begins).broken() == 1);
    CHECK(abstinent().tell(taken).tell(released).tell(FactKind::lapsed).broken() == 1);
}
