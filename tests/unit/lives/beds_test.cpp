#include "engine/lives/beds.hpp"
#include "engine/lives/stay.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

WorldPlan beds() {
    WorldPlan plan;
    plan.parameters.medical.stay_log_sd = 0.0;
    plan.parameters.residence.early_scale_days = 1e9;
    plan.parameters.residence.late_scale_days = 1e9;
    plan.parameters.admission.base = test::never;
    return plan;
}

void need(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { need_admission(views.lives, person); });
}

std::vector<AdmissionBed> beds_found(const HandMadeWorld& world) {
    std::vector<AdmissionBed> found;
    for (const auto& fact : world.facts(FactKind::admission_needed)) {
        found.push_back(static_cast<AdmissionBed>(fact.detail));
    }
    return found;
}

OfferedService unlimited(Service service) {
    return {.service = service, .places = {}, .slots_per_month = {}, .share = 1.0};
}

// No bed but one out of the area, which everybody accepts.
WorldPlan far_beds() {
    auto plan = beds();
    test::set_places(plan.region, test::hospital, Service::bed, 0.0);
    test::add_provider(plan.region,
                       "far hospital",
                       AgencyType::out_of_prefecture_hospital,
                       {unlimited(Service::bed)});
    plan.parameters.admission.far_acceptance = 1.0;
    return plan;
}

} // namespace

TEST_CASE("a bed: 40 days in the specialist hospital, a bump at entry, then home") {
    HandMadeWorld world{beds()};
    const auto person = world.add_person({.end_day = 3000.0});
    need(world, person);
    CHECK(beds_found(world) == std::vector{AdmissionBed::specialist});
    CHECK(world.world().clients[person].residence == Residence::hospital);
    CHECK(world.episode_of(person, Service::bed).has_value());
    CHECK(test::bump_seen(world, person) > 0.3);
    world.run_days(39.9);
    CHECK(world.episode_of(person, Service::bed).has_value());
    world.run_days(0.2);
    CHECK(!world.episode_of(person, Service::bed).has_value());
    CHECK(world.world().clients[person].residence == Residence::family_home);
    CHECK(test::the_fact(world, FactKind::episode_ended).detail ==
          static_cast<std::uint8_t>(EpisodeEnd::completed));
    CHECK(test::day_of(test::the_fact(world, FactKind::place_left)) == Approx(40.0));
}

TEST_CASE("a bed: where the specialist's are taken by chance a general one, then one out of the "
          "area, then none") {
    auto plan = beds();
    test::set_places(plan.region, test::hospital, Service::bed, 0.0);
    const auto general = test::add_provider(plan.region,
                                            "general hospitals",
                                            AgencyType::psychiatric_hospital,
                                            {unlimited(Service::bed)});
    const auto far = test::add_provider(plan.region,
                                        "far hospital",
                                        AgencyType::out_of_prefecture_hospital,
                                        {unlimited(Service::bed)});
    const auto run = [&](double general_bed, double far_acceptance) {
        plan.parameters.medical.general_bed = general_bed;
        plan.parameters.admission.far_acceptance = far_acceptance;
        HandMadeWorld world{plan};
        const auto person = world.add_person({.end_day = 3000.0});
        need(world, person);
        const auto found = beds_found(world);
        REQUIRE(found.size() == 1);
        world.run_days(1.9);
        const bool at_once = world.episode_of(person, Service::bed).has_value();
        world.run_days(0.2);
        const auto& episodes = world.world().episodes;
        CHECK(episodes.open_at(person, general, Service::bed).has_value() ==
              (found.front() == AdmissionBed::general));
        CHECK(episodes.open_at(person, far, Service::bed).has_value() ==
              (found.front() == AdmissionBed::out_of_area));
        CHECK(at_once == (found.front() == AdmissionBed::general));
        return found.front();
    };
    CHECK(run(1.0, 1.0) == AdmissionBed::general);
    CHECK(run(0.0, 1.0) == AdmissionBed::out_of_area);
    CHECK(run(0.0, 0.0) == AdmissionBed::none);
}

TEST_CASE("a bed: the way to one out of the area can be cut short") {
    HandMadeWorld world{far_beds()};
    const auto person = world.add_person({.end_day = 3000.0});
    need(world, person);
    world.act([&](Views& views) { cancel_far_bed(views.lives, person); });
    world.run_days(10.0);
    CHECK(!world.episode_of(person, Service::bed).has_value());
}

TEST_CASE("a bed: a need on the way to one out of the area leaves the clock of needs running") {
    auto plan = far_beds();
    plan.parameters.use.admission_per_year.fill(10'000.0);
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 3000.0});
    need(world, person);
    world.run_days(1.0); // 27 further needs, most likely
    CHECK(beds_found(world) == std::vector{AdmissionBed::out_of_area});
    CHECK(test::rate_of(world, person, PersonHazard::admission) > 0.0);
}

TEST_CASE("a bed: a resident gives the place up for it, and nobody lives in two places") {
    HandMadeWorld world{beds()};
    const auto person = world.add_person({.end_day = 3000.0});
    world.act([&](Views& views) { enter_residence(views.lives, person, test::facility); });
    world.run_days(5.0);
    need(world, person);
    CHECK(!world.episode_of(person, Service::residence).has_value());
    CHECK(test::the_fact(world, FactKind::episode_ended).detail ==
          static_cast<std::uint8_t>(EpisodeEnd::other_residence));
    CHECK(world.world().clients[person].residence == Residence::hospital);
    world.run_days(40.5);
    CHECK(world.world().clients[person].residence == Residence::family_home);
}

TEST_CASE("a bed: at discharge the hospital offers its own outpatient care, at the warm lead, "
          "without a link and without a handover") {
    auto plan = beds();
    plan.effect.forced_link = std::nullopt;
    SECTION("accepted") {
        HandMadeWorld world{plan};
        const auto person = world.add_person({.end_day = 3000.0});
        need(world, person);
        world.run_days(40.5);
        const auto offered = test::the_fact(world, FactKind::offered);
        CHECK(offered.agency == OptionalId<AgencyTag>{test::hospital});
        CHECK(offered.other == OptionalId<AgencyTag>{test::hospital});
        CHECK(test::day_of(offered) == Approx(40.0));
        const auto booked = test::the_fact(world, FactKind::booked);
        CHECK(Duration{booked.amount} == 14 * one_day);
        CHECK(static_cast<Route>(booked.detail) == Route::discharge);
        CHECK(test::hours_spent(world, test::hospital, Task::handover) == 0.0);
    }
    SECTION("whatever was refused or lost there before") {
        HandMadeWorld world{plan};
        const auto person = world.add_person({.end_day = 3000.0});
        world.with(person, test::hospital).refractory_until = world.now() + 60 * one_day;
        need(world, person);
        world.run_days(40.5);
        CHECK(world.count(FactKind::booked) == 1);
    }
    SECTION("refused by one who resists hospitals") {
        plan.parameters.referral.accept_base = 0.0;
        plan.parameters.referral.accept_resistance = -test::never;
        HandMadeWorld world{plan};
        const auto person = world.add_person({.end_day = 3000.0});
        world.world().clients[person].resistance = 1.0;
        need(world, person);
        world.run_days(40.5);
        CHECK(world.count(FactKind::offer_refused) == 1);
        CHECK(world.count(FactKind::booked) == 0);
    }
}

TEST_CASE("a bed: silence of other care counts from the discharge") {
    HandMadeWorld world{beds()};
    world.parameters().episodes.by_service.at(0).attendance = 0.0;
    const auto person = world.add_person({.end_day = 3000.0});
    test::open_service(world, person, test::centre, Service::counselling);
    world.run_days(100.0); // of 112
    need(world, person);
    world.run_days(41.0);
    CHECK(world.episode_of(person, Service::counselling).has_value());
    world.run_days(110.0);
    CHECK(world.episode_of(person, Service::counselling).has_value());
    world.run_days(2.0);
    CHECK(!world.episode_of(person, Service::counselling).has_value());
}
