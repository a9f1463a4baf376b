#include "engine/care/episode_course.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/family_course.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/ways_in.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/family_worlds.hpp"
#include "tests/unit/lives/lives_probe.hpp"

using namespace tsunagi;
using test::aware_families;
using test::entered_family;
using test::families;
using test::HandMadeWorld;
using test::life_of;
using test::understanding;

namespace {

double rate_per_year(HandMadeWorld& world, ClientId family, FamilyHazard cause) {
    return days_per_year *
           life_of(world, family).hazards.clocks.rate(static_cast<std::size_t>(cause));
}

EpisodeId open_counselling(HandMadeWorld& world, ClientId family) {
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = family,
                      .agency = test::centre,
                      .service = Service::family_counselling,
                      .route = Route::self,
                      .own_factor = 0.87,
                      .handover = world.office_centre()});
        reconsider_family(views.lives, family);
    });
    return world.episode_of(family, Service::family_counselling).value();
}

} // namespace

TEST_CASE("a family calls while it knows the centre, five times as often at its person's full "
          "crisis") {
    HandMadeWorld world{aware_families()};
    const auto person = world.add_person();
    const auto family = entered_family(world, person);
    CHECK(rate_per_year(world, family, FamilyHazard::call) == Approx(0.20));
    world.act([&](Views& views) { raise(views.lives, person, Bump::arrest); });
    const double level = test::bump_seen(world, person);
    CHECK(level > 0.3);
    CHECK(rate_per_year(world, family, FamilyHazard::call) == Approx(0.20 * (1.0 + 4.0 * level)));
    world.act([&](Views& views) {
        lose_awareness(views.lives, family, Known::centre);
        reconsider_family(views.lives, family);
    });
    CHECK(rate_per_year(world, family, FamilyHazard::call) == 0.0);
}

TEST_CASE("a family that is on its way to the centre or in care there does not call") {
    HandMadeWorld world{aware_families()};
    const auto family = entered_family(world, world.add_person());
    world.offer(family, Consent::given);
    world.act([&](Views& views) { reconsider_family(views.lives, family); });
    CHECK(rate_per_year(world, family, FamilyHazard::call) == 0.0);
    const auto other = entered_family(world, world.add_person());
    open_counselling(world, other);
    CHECK(rate_per_year(world, other, FamilyHazard::call) == 0.0);
}

TEST_CASE("the monthly look sees a family while it is in care") {
    HandMadeWorld world{families()};
    const auto family = entered_family(world, world.add_person());
    const auto seen = [&] { return world.world().clients.next_look(family) <= world.now(); };
    CHECK_FALSE(seen());
    open_counselling(world, family);
    CHECK(seen());
    world.act([&](Views& views) { end_episodes(views.care, family, EpisodeEnd::drop_out); });
    CHECK_FALSE(seen());
}

TEST_CASE("a call books an appointment after the cold lead, without a link") {
    HandMadeWorld world{aware_families()};
    world.set_understanding(1.0, 1.0);
    const auto family = entered_family(world, world.add_person());
    world.act([&](Views& views) { call_centre(views.lives, family); });
    CHECK(world.count(FactKind::family_called) == 1);
    const auto booked = world.facts(FactKind::booked);
    REQUIRE(booked.size() == 1);
    CHECK(static_cast<Route>(booked[0].detail) == Route::self);
    CHECK(booked[0].amount == sampled(world.parameters().referral.lead_cold_days).count());
    world.run_days(31.0);
    CHECK(world.count(FactKind::first_contact) == 1);
    CHECK(world.episode_of(family, Service::family_counselling).has_value());
    CHECK(understanding(world, family) > life_of(world, family).start_understanding);
}

TEST_CASE("a family in counselling joins the class beside it, with its handover and fit") {
    HandMadeWorld world{families()};
    const auto family = entered_family(world, world.add_person());
    CHECK(rate_per_year(world, family, FamilyHazard::join_class) == 0.0);
    open_counselling(world, family);
    CHECK(rate_per_year(world, family, FamilyHazard::join_class) == Approx(0.20));
    world.act([&](Views& views) { join_class(views.lives, family); });
    const auto joined = world.episode_of(family, Service::family_class);
    REQUIRE(joined.has_value());
    CHECK(world.world().episodes[joined.value()].own_factor == 0.87);
    CHECK(world.world().episodes[joined.value()].handover == world.office_centre());
    CHECK(world.episode_of(family, Service::family_counselling).has_value());
    CHECK(rate_per_year(world, family, FamilyHazard::join_class) == 0.0);
    CHECK(world.count(FactKind::place_taken) == 1);
}

TEST_CASE("a family joins no full class, but may find a seat another time") {
    auto plan = families();
    for (auto& service : plan.region.agencies[test::centre].services) {
        if (service.service == Service::family_class) {
            service.places = 1.0;
        }
    }
    HandMadeWorld world{plan};
    const auto first = entered_family(world, world.add_person());
    const auto second = entered_family(world, world.add_person());
    open_counselling(world, first);
    open_counselling(world, second);
    world.act([&](Views& views) { join_class(views.lives, first); });
    world.act([&](Views& views) { join_class(views.lives, second); });
    CHECK(world.count(FactKind::place_taken) == 1);
    CHECK_FALSE(world.episode_of(second, Service::family_class).has_value());
    CHECK(rate_per_year(world, second, FamilyHazard::join_class) == Approx(0.20));
}

TEST_CASE("the centre's other families join the class too, and do not call") {
    HandMadeWorld world{aware_families()};
    const auto family = world.add_background(ClientKind::background_family);
    open_counselling(world, family);
    CHECK(rate_per_year(world, family, FamilyHazard::join_class) == Approx(0.20));
    CHECK(rate_per_year(world, family, FamilyHazard::call) == 0.0);
}

TEST_CASE("nobody joins a class that is too far away") {
    auto plan = families();
    plan.parameters.choice.longest_minutes = 45.0;
    HandMadeWorld world{plan};
    const auto family = entered_family(world, world.add_person({.municipality = 1})); // 60 minutes
    open_counselling(world, family);
    CHECK(rate_per_year(world, family, FamilyHazard::join_class) == 0.0);
}

TEST_CASE("when the person is gone, the family's care and its own steps end") {
    HandMadeWorld world{aware_families()};
    const auto in_care = entered_family(world, world.add_person());
    open_counselling(world, in_care);
    const auto booked = entered_family(world, world.add_person());
    world.offer(booked, Consent::given);
    for (const auto family : {in_care, booked}) {
        world.act([&](Views& views) {
            views.world.clients[family].staying = Client::Staying::departed;
            end_family(views.lives, family, EpisodeEnd::death);
        });
        CHECK_FALSE(life_of(world, family).hazards.clocks.next().has_value());
        CHECK_FALSE(world.world().episodes.any_open(family));
    }
    const auto ended = world.facts(FactKind::episode_ended);
    REQUIRE(ended.size() == 1);
    CHECK(static_cast<EpisodeEnd>(ended[0].detail) == EpisodeEnd::death);
    const auto lost = world.facts(FactKind::referral_lost);
    REQUIRE(lost.size() == 1);
    CHECK(static_cast<Loss>(lost[0].detail) == Loss::person_gone);
    CHECK(lost[0].client == booked);
}
