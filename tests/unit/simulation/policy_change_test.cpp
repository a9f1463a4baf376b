#include "engine/lives/admission_triggers.hpp"
#include "engine/lives/medical.hpp"
#include "engine/simulation/policy_change.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"
#include "tests/support/whole_runs.hpp"

#include <array>
#include <cstdlib>
#include <utility>

using namespace tsunagi;
using test::Runs;
using test::short_experiment;

namespace {

constexpr std::size_t scenario_under_test = 4;

// One observed region that holds t2.05 six times a year and liaison twice; no incidental contact,
// nobody arrives. The policy under test is the fifth scenario.
Experiment six_meetings(Policy policy) {
    auto experiment = short_experiment();
    experiment.region.links =
        ObservedLinks{{{test::centre, test::office, test::guarantor_contact, 6.0},
                       {test::centre, test::office, test::liaison_contact, 2.0}}};
    const double pre_release = experiment.parameters.intake.pre_release_days;
    experiment.parameters.intake = {};
    experiment.parameters.intake.pre_release_days = pre_release;
    experiment.parameters.relations.incidental_per_year = 1.0;
    experiment.scenarios.push_back({key_of("under test"), std::move(policy)});
    return experiment;
}

// Contacts that cost the centre hours, by year of the policy.
struct Meetings {
    std::array<int, 3> standing{};
    std::array<int, 3> liaison{};
};

struct MeetingListener final : FactListener {
    explicit MeetingListener(SimTime from) : start{from} {}
    void hear(const Fact& fact) override {
        const bool centre =
            fact.kind == FactKind::work_done && fact.agency == OptionalId<AgencyTag>{test::centre};
        const auto year = static_cast<std::size_t>(days_between(start, fact.at) / days_per_year);
        if (centre && fact.at >= start && year < 3) {
            const auto task = static_cast<Task>(fact.detail);
            meetings.standing.at(year) += task == Task::standing_contact ? 1 : 0;
            meetings.liaison.at(year) += task == Task::liaison ? 1 : 0;
        }
    }
    SimTime start;
    Meetings meetings;
};

Meetings meetings_under(const Policy& policy) {
    Runs runs{six_meetings(policy)};
    const auto& experiment = runs.experiment();
    MeetingListener listener{experiment.policy_start};
    auto simulation = runs.warmed_up(runs.effect_of(test::causal));
    simulation.adopt(runs.setting(runs.effect_of(test::causal)),
                     experiment.scenarios[scenario_under_test].policy);
    simulation.set_listener(&listener);
    simulation.run_until(experiment.horizon);
    return listener.meetings;
}

DatedLever from_start(const Lever& lever) {
    return {short_experiment().policy_start, lever};
}

RaiseContact raised_to(double per_year) {
    return {.label = test::guarantor_contact,
            .first = test::centre,
            .second = test::office,
            .at_least_per_year = per_year};
}

void check_about(const std::array<int, 3>& meetings, int per_year) {
    for (const int in_year : meetings) {
        CHECK(std::abs(in_year - per_year) <= 1);
    }
}

} // namespace

TEST_CASE("without a lever contacts go on as they were held") {
    const auto meetings = meetings_under({});
    check_about(meetings.standing, 6);
    check_about(meetings.liaison, 2);
}

TEST_CASE("stopping contacts ends every standing activity, liaison included, from its date on") {
    const auto meetings = meetings_under({{from_start(StopContacts{})}});
    CHECK(meetings.standing == std::array<int, 3>{});
    CHECK(meetings.liaison == std::array<int, 3>{});
}

TEST_CASE("stopping contacts leaves incidental contact") {
    Runs runs{six_meetings({{from_start(StopContacts{})}})};
    const auto result =
        runs.run(runs.effect_of(test::causal), scenario_under_test).result.understanding;
    REQUIRE(result.size() == 4);
    CHECK(result[0] > result[1]);
    // Decay and rotation of three years alone would leave far less than this.
    CHECK(result[3] > 0.02);
}

TEST_CASE("a raised contact is held at least so often, from its date on") {
    const auto meetings = meetings_under({{from_start(raised_to(12.0))}});
    check_about(meetings.standing, 12);
    check_about(meetings.liaison, 2);
}

TEST_CASE("a contact that is held more often already stays as it is") {
    const auto meetings = meetings_under({{from_start(raised_to(4.0))}});
    check_about(meetings.standing, 6);
}

TEST_CASE("a contact that nobody holds is added") {
    auto experiment = six_meetings({});
    experiment.region.links = ObservedLinks{};
    experiment.scenarios[scenario_under_test].policy = {{from_start(raised_to(12.0))}};
    Runs runs{experiment};
    const auto effect = runs.effect_of(test::causal);
    const auto task = static_cast<std::size_t>(Task::standing_contact);
    const auto hours = [&](std::size_t scenario) {
        return static_cast<double>(
                   runs.run(effect, scenario).result.work[test::centre.row()][task]) /
               3600.0;
    };
    CHECK(hours(test::today) == 0.0);
    CHECK(hours(scenario_under_test) == Approx(36.0 * (2.0 + 2.0 / 3.0)).epsilon(0.03));
}

TEST_CASE("levers may begin on different dates") {
    const auto start = short_experiment().policy_start;
    const auto second_year = next_first_of_april(start);
    const auto third_year = next_first_of_april(second_year);
    const auto meetings =
        meetings_under({{{second_year, raised_to(24.0)}, {third_year, StopContacts{}}}});
    CHECK(std::abs(meetings.standing[0] - 6) <= 1);
    CHECK(std::abs(meetings.standing[1] - 24) <= 1);
    CHECK(meetings.standing[2] == 0);
}

TEST_CASE("a lever acts on its own date alone, wherever it stands in the list") {
    const auto start = short_experiment().policy_start;
    const auto second_year = next_first_of_april(start);
    const auto meetings =
        meetings_under({{{second_year, StopContacts{}}, {start, raised_to(24.0)}}});
    CHECK(std::abs(meetings.standing[0] - 24) <= 1);
    CHECK(meetings.standing[1] == 0);
    CHECK(meetings.standing[2] == 0);
}

TEST_CASE("guarantor meetings cost the office more hours once they are held more often") {
    const auto office_hours = [](double per_year) {
        Runs runs{
            six_meetings({{from_start(RaiseGuarantorMeetings{.at_least_per_year = per_year})}})};
        const auto run = runs.run(runs.effect_of(test::causal), scenario_under_test);
        const auto task = static_cast<std::size_t>(Task::guarantor_meeting);
        return static_cast<double>(run.result.work[test::office.row()][task]) / 3600.0;
    };
    CHECK(office_hours(6.0) == Approx(3 * 6 * 2.0).margin(2.0));
    CHECK(office_hours(12.0) == Approx(3 * 12 * 2.0).margin(2.0));
}

TEST_CASE(
    "one introduction is one contact of every pair of the centre in the scenario alone, free of "
    "hours") {
    Runs runs{six_meetings({{from_start(IntroduceCentre{.weight = 0.5})}})};
    const auto& experiment = runs.experiment();
    const auto effect = runs.effect_of(test::causal);
    const auto links_after = [&](std::size_t scenario) {
        auto simulation = runs.warmed_up(effect);
        simulation.adopt(runs.setting(effect), experiment.scenarios[scenario].policy);
        simulation.run_until(experiment.policy_start + Duration{1});
        return simulation.world().links;
    };
    const auto today = links_after(test::today);
    const auto introduced = links_after(scenario_under_test);
    int met = 0;
    for (std::size_t row = 0; row < today.links().size(); ++row) {
        const auto& before = today.links().values()[row];
        const auto& after = introduced.links().values()[row];
        CHECK(after.reference.value == before.reference.value);
        if (before.first == test::centre || before.second == test::centre) {
            ++met;
            const double gain = experiment.parameters.relations.gain_per_contact * 0.5 *
                                (1.0 - before.policy.value);
            CHECK(after.policy.value == Approx(before.policy.value + gain).margin(1e-6));
            CHECK(after.held_policy == after.policy.value);
        } else {
            CHECK(after.policy.value == before.policy.value);
        }
    }
    CHECK(met > 0);
    const auto centre_work = [&](std::size_t scenario) {
        return runs.run(effect, scenario).result.work[test::centre.row()];
    };
    CHECK(centre_work(scenario_under_test) == centre_work(test::today));
}

TEST_CASE("the reference scenario's levers drive the reference understanding of every scenario") {
    auto experiment = six_meetings({{from_start(raised_to(24.0))}});
    experiment.reference = scenario_under_test;
    Runs runs{experiment};
    const auto& start = experiment.policy_start;
    const auto pair_after_a_year = [&](std::size_t scenario) {
        auto simulation = runs.warmed_up(runs.effect_of(test::causal));
        simulation.adopt(runs.setting(runs.effect_of(test::causal)),
                         experiment.scenarios[scenario].policy);
        simulation.run_until(start + std::chrono::days{364});
        const auto& links = simulation.world().links;
        return links.links()[links.find(test::centre, test::office).value()];
    };
    const auto today = pair_after_a_year(test::today);
    const auto raised = pair_after_a_year(scenario_under_test);
    CHECK(today.reference.value == raised.reference.value);
    CHECK(raised.policy.value == raised.reference.value);
    CHECK(today.policy.value < today.reference.value);
}

TEST_CASE("a lever before the policy start is a broken contract") {
    const auto start = short_experiment().policy_start;
    Runs runs{six_meetings({{{start - Duration{1}, StopContacts{}}}})};
    CHECK_THROWS_AS(runs.run(runs.effect_of(test::causal), scenario_under_test), ContractViolation);
}

TEST_CASE("raising an activity that the region does not know is a broken contract") {
    auto unknown = raised_to(12.0);
    unknown.label = key_of("t9.99");
    Runs runs{six_meetings({{from_start(unknown)}})};
    CHECK_THROWS_AS(runs.run(runs.effect_of(test::causal), scenario_under_test), ContractViolation);
}

TEST_CASE("a written agreement with an effect of its own is a broken contract") {
    auto experiment = short_experiment();
    experiment.parameters.relations.agreement_effect = 0.1;
    Runs runs{experiment};
    CHECK_THROWS_AS(runs.run(runs.effect_of(test::causal), test::written_agreement),
                    ContractViolation);
}

TEST_CASE("clocks of tracks and of consultations see an introduction at once") {
    test::WorldPlan plan;
    plan.parameters.medical.consultation_per_month = 1.0;
    plan.effect.learning = 1.0;
    test::HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 1000.0});
    world.act([&](Views& views) {
        refresh_consultations(views.lives);
        wish_for_place(views.lives, person);
    });
    const auto joint_contacts = [&] {
        return world.world().clients.life(person).hazards.clocks.rate(
            static_cast<std::size_t>(PersonHazard::joint_contact));
    };
    const double before = joint_contacts();
    const double consultations_before = world.world().consultations.per_month;
    REQUIRE(before > 0.0);
    world.run_days(10.0);
    world.act([](Views& views) {
        apply_levers({{DatedLever{views.moment.now, IntroduceCentre{.weight = 1.0}}}},
                     ScheduleName::policy,
                     views);
    });
    CHECK(joint_contacts() > before);
    CHECK(world.world().consultations.per_month > consultations_before);
}
