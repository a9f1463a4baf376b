#include "engine/care/episode_course.hpp"
#include "engine/care/sessions.hpp"
#include "engine/lives/home.hpp"
#include "engine/lives/use_rates.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

#include <cmath>

using namespace tsunagi;
using test::HandMadeWorld;
using test::move_home;
using test::WorldPlan;

namespace {

double protection(HandMadeWorld& world, ClientId person) {
    double factor{};
    world.act([&](Views& views) { factor = protection_of(views.lives, person).factor; });
    return factor;
}

RatesOfUse rates(HandMadeWorld& world, ClientId person) {
    RatesOfUse rates;
    world.act([&](Views& views) { rates = rates_of_use(views.lives, person); });
    return rates;
}

void open(HandMadeWorld& world, ClientId person, AgencyId agency, Service service) {
    world.act([&](Views& views) {
        open_episode(views.care, {.client = person, .agency = agency, .service = service});
    });
}

void attend(HandMadeWorld& world, ClientId person, AgencyId agency, int times) {
    world.act([&](Views& views) {
        for (int i = 0; i < times; ++i) {
            tsunagi::attend(views.care, person, agency);
        }
    });
}

} // namespace

TEST_CASE("use: a year of abstinence has the cumulative hazard of the parameter table") {
    const auto baseline = relapse_baseline(test::default_parameters().use);
    CHECK(baseline.cumulative(365.25) == Approx(0.6535).margin(5e-5));
    const double hazard = baseline.cumulative(700.0);
    CHECK(baseline.age_at(hazard) == Approx(700.0));
}

TEST_CASE("use: with the early part whole and nothing late, relapse is that of the US cohort") {
    auto use = test::default_parameters().use;
    use.early = 1.0;
    use.late_per_year = 0.0;
    const auto baseline = relapse_baseline(use);
    const auto relapsed = [&](double months) {
        return 1.0 - std::exp(-baseline.cumulative(months * days_per_year / 12.0));
    };
    CHECK(relapsed(1.0) == Approx(0.35).margin(0.005));
    CHECK(relapsed(6.0) == Approx(0.53).margin(0.005));
    CHECK(relapsed(12.0) == Approx(0.60).margin(0.005));
    CHECK(relapsed(60.0) == Approx(0.75).margin(0.005));
}

TEST_CASE("use: risk rises with severity and for full-term releases, and is small for the stable") {
    const auto use = test::default_parameters().use;
    Client person;
    const double other = relapse_risk(use, person);
    person.severity = Severity::severe;
    const double severe = relapse_risk(use, person);
    CHECK(severe / other == Approx(2.5));
    CHECK(severe * other == Approx(1.0));
    person.source = IntakeSource::full_term;
    CHECK(relapse_risk(use, person) == Approx(2.8 * severe));
    person.traits.stable = true;
    CHECK(relapse_risk(use, person) == Approx(0.05 * 2.8 * severe));
    person.source = IntakeSource::suspended_without_probation;
    CHECK(relapse_risk(use, person) == Approx(0.05 * severe));
}

TEST_CASE("use: protection is the product over open episodes - being in work is none of them") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = world.add_person();
    CHECK(protection(world, person) == 1.0);
    open(world, person, test::centre, Service::counselling);
    CHECK(protection(world, person) == Approx(0.8));
    open(world, person, test::hospital, Service::outpatient);
    CHECK(protection(world, person) == Approx(0.64));
    world.world().clients[person].traits.work = true;
    CHECK(protection(world, person) == Approx(0.64));
}

TEST_CASE("use: a family in care protects by the factor of its service") {
    auto plan = test::quiet_plan();
    plan.parameters.protection.by_service[static_cast<std::size_t>(Service::family_counselling)] =
        0.9;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    const auto family = world.add_family(person);
    open(world, person, test::centre, Service::counselling);
    CHECK(protection(world, person) == Approx(0.8));
    open(world, family, test::centre, Service::family_counselling);
    CHECK(protection(world, person) == Approx(0.72));
}

TEST_CASE("use: protection has a floor, but for a bed and a residence, whose factors stand alone") {
    auto plan = test::quiet_plan();
    plan.parameters.protection.floor = 0.7;
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    open(world, person, test::centre, Service::programme);
    CHECK(protection(world, person) == 0.7);
    move_home(world, person, Residence::recovery_facility);
    CHECK(protection(world, person) == 0.25);
    move_home(world, person, Residence::hospital);
    CHECK(protection(world, person) == 0.05);
    move_home(world, person, Residence::rehabilitation_facility);
    CHECK(protection(world, person) == 0.7);
}

TEST_CASE("use: monthly aftercare protects like counselling") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = world.add_person();
    open(world, person, test::centre, Service::programme);
    CHECK(protection(world, person) == Approx(0.6));
    const auto episode = world.episode_of(person, Service::programme).value();
    world.world().episodes[episode].phase = Episode::Phase::aftercare;
    CHECK(protection(world, person) == Approx(0.8));
}

TEST_CASE(
    "use: a relation is trusted from a familiarity of one half, with a support agency alone") {
    HandMadeWorld world{test::quiet_plan()};
    const auto person = world.add_person();
    attend(world, person, test::office, 5);
    CHECK(protection(world, person) == 1.0);
    attend(world, person, test::hospital, 1); // 0.3
    CHECK(protection(world, person) == 1.0);
    attend(world, person, test::hospital, 1); // 0.51
    CHECK(protection(world, person) == Approx(0.7));
    world.run_days(10.0); // 0.51 x 2^(-10/180) = 0.49
    CHECK(protection(world, person) == 1.0);
}

TEST_CASE("use: rates follow the state of use") {
    WorldPlan plan;
    plan.parameters = test::default_parameters();
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.add_family(person);
    auto& client = world.world().clients[person];
    client.age_years = 45.0;
    const auto abstinent = rates(world, person);
    CHECK(abstinent.arrest == 0.0);
    CHECK(abstinent.other_arrest == 0.015);
    CHECK(abstinent.admission == 0.01);
    CHECK(abstinent.danger == 0.0);
    CHECK(abstinent.death == Approx(0.004));
    CHECK(abstinent.move == 0.02);
    CHECK(abstinent.lapse_end == 0.0);
    CHECK(abstinent.remission == 0.0);
    client.use = Use::lapse;
    const auto lapse = rates(world, person);
    CHECK(lapse.arrest == 0.5);
    CHECK(lapse.admission == 0.033);
    CHECK(lapse.danger == 0.05);
    CHECK(lapse.death == Approx(0.004));
    CHECK(lapse.lapse_end == Approx(365.25 / 14.0));
    CHECK(lapse.remission == 0.0);
    client.use = Use::regular;
    const auto regular = rates(world, person);
    CHECK(regular.arrest == 1.0);
    CHECK(regular.other_arrest == 0.015);
    CHECK(regular.admission == 0.1);
    CHECK(regular.danger == 0.25);
    CHECK(regular.death == Approx(0.02));
    CHECK(regular.lapse_end == 0.0);
    CHECK(regular.remission == Approx(0.173));
    open(world, person, test::centre, Service::counselling);
    CHECK(rates(world, person).remission == Approx(0.346));
}

TEST_CASE("use: admission is needed twice as often with medical need, and not in a bed") {
    WorldPlan plan;
    plan.parameters = test::default_parameters();
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.world().clients[person].traits.medical = true;
    CHECK(rates(world, person).admission == Approx(0.02));
    world.world().clients[person].residence = Residence::hospital;
    CHECK(rates(world, person).admission == 0.0);
}

TEST_CASE("use: a home is endangered where person and family live under one roof") {
    WorldPlan plan;
    plan.parameters = test::default_parameters();
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.add_family(person);
    world.world().clients[person].use = Use::regular;
    for (const auto residence : {Residence::family_home,
                                 Residence::alone,
                                 Residence::rehabilitation_facility,
                                 Residence::recovery_facility,
                                 Residence::hospital}) {
        world.world().clients[person].residence = residence;
        CHECK(rates(world, person).danger == (residence == Residence::family_home ? 0.25 : 0.0));
    }
}

TEST_CASE("use: mortality grows by 7 % of its level at 45 for every five years") {
    WorldPlan plan;
    plan.parameters = test::default_parameters();
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    world.world().clients[person].age_years = 55.0;
    CHECK(rates(world, person).death == Approx(0.004 * 1.14));
    world.run_days(5.0 * 365.25);
    CHECK(rates(world, person).death == Approx(0.004 * 1.21));
    world.world().clients[person].age_years = 15.0;
    CHECK(rates(world, person).death == Approx(0.004 * 0.65));
}
