#include "engine/lives/stay.hpp"
#include "engine/lives/ways_in.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/ways_in_worlds.hpp"

#include <vector>

using namespace tsunagi;
using test::enter_knowing;
using test::HandMadeWorld;
using test::knowing;
using test::per_year;
using test::ticks;
using test::WorldPlan;

namespace {

WorldPlan with_self_help() {
    auto plan = knowing();
    test::add_provider(
        plan.region,
        "group",
        AgencyType::self_help_group,
        {{.service = Service::self_help, .places = {}, .slots_per_month = {}, .share = 1.0}});
    return plan;
}

} // namespace

TEST_CASE("in prison or in a bed nobody comes by himself") {
    auto plan = with_self_help();
    auto& ways = plan.parameters.ways_in;
    ways = {.self_referral_per_year = 1e-6,
            .self_help_per_year = 2e-6,
            .day_programme_per_year = 3e-6,
            .residence_per_year = 4e-6};
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    const auto rates = [&] {
        return std::vector{test::rate_of(world, person, PersonHazard::self_referral),
                           test::rate_of(world, person, PersonHazard::self_help),
                           test::rate_of(world, person, PersonHazard::day_programme),
                           test::rate_of(world, person, PersonHazard::residence_wish)};
    };
    const std::vector free{1e-6, 2e-6, 3e-6, 4e-6};
    const std::vector none{0.0, 0.0, 0.0, 0.0};
    const auto expect_rates = [&](const std::vector<double>& expected) {
        const auto found = rates();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CHECK(found[i] == Approx(expected[i]).margin(1e-15));
        }
    };
    expect_rates(free);
    auto& client = world.world().clients[person];
    client.residence = Residence::hospital;
    world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
    expect_rates(none);
    client.residence = Residence::family_home;
    world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
    expect_rates(free);
    client.liberty = Liberty::custody;
    world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
    expect_rates(none);
}

TEST_CASE("a self-help group is joined unannounced, once") {
    auto plan = with_self_help();
    plan.parameters.ways_in.self_help_per_year = per_year;
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    const double expected =
        test::threshold_of(world, person, Draw::self_help) * days_per_year / per_year;
    world.run_days(expected + 1.0);
    const auto met = test::the_fact(world, FactKind::first_contact);
    CHECK(test::day_of(met) == Approx(expected).margin(ticks));
    CHECK(static_cast<Route>(met.detail) == Route::unannounced);
    CHECK(world.count(FactKind::booked) == 0);
    CHECK(world.episode_of(person, Service::self_help).has_value());
    CHECK(test::rate_of(world, person, PersonHazard::self_help) == 0.0);
}

TEST_CASE("the day programme is joined unannounced where a place is free, else asked for again") {
    for (const double places : {1.0, 0.0}) {
        auto plan = knowing();
        test::set_places(plan.region, test::facility, Service::day_programme, places);
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.day_programme_per_year = 1e-6;
        world.act(
            [&](Views& views) { join_unannounced(views.lives, person, Service::day_programme); });
        const bool in = places > 0.0;
        CAPTURE(places);
        CHECK(world.episode_of(person, Service::day_programme).has_value() == in);
        CHECK(world.count(FactKind::first_contact) == (in ? 1 : 0));
        CHECK(test::rate_of(world, person, PersonHazard::day_programme) ==
              Approx(in ? 0.0 : 1e-6).margin(1e-15));
    }
}

TEST_CASE("the wish of a place does not run for one who lives in a residence or is on a track") {
    auto plan = knowing();
    plan.parameters.ways_in.residence_per_year = 1e-6;
    HandMadeWorld world{plan};
    const auto person = enter_knowing(world);
    const auto wish = [&] {
        world.act([&](Views& views) { reconsider_ways_in(views.lives, person); });
        return test::rate_of(world, person, PersonHazard::residence_wish);
    };
    CHECK(wish() == Approx(1e-6));
    world.world().clients.life(person).track = AdmissionTrack{.facility = test::facility};
    CHECK(wish() == 0.0);
    world.world().clients.life(person).track.reset();
    world.act([&](Views& views) { enter_residence(views.lives, person, test::facility); });
    CHECK(wish() == 0.0);
}

TEST_CASE("after a residence some go to a self-help group and to the facility's day programme") {
    for (const double chance : {1.0, 0.0}) {
        auto plan = with_self_help();
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.self_help_exit = chance;
        world.parameters().ways_in.day_programme_exit = chance;
        world.act([&](Views& views) {
            join_after(views.lives, person, test::facility, Service::residence);
        });
        CAPTURE(chance);
        CHECK(world.episode_of(person, Service::self_help).has_value() == (chance > 0.0));
        CHECK(world.episode_of(person, Service::day_programme).has_value() == (chance > 0.0));
    }
}

TEST_CASE(
    "the end in order of a programme leads to a self-help group - no other end does, nor that "
    "of another service") {
    struct Ended {
        AgencyId agency;
        Service service{};
        EpisodeEnd end{};
        bool leads_on{};
    };
    for (const auto& ended :
         {Ended{test::centre, Service::programme, EpisodeEnd::completed, true},
          Ended{test::hospital, Service::hospital_programme, EpisodeEnd::completed, true},
          Ended{test::centre, Service::programme, EpisodeEnd::drop_out, false},
          Ended{test::hospital, Service::hospital_programme, EpisodeEnd::drop_out, false},
          Ended{test::centre, Service::counselling, EpisodeEnd::completed, false}}) {
        HandMadeWorld world{with_self_help()};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.self_help_exit = 1.0;
        world.parameters().ways_in.day_programme_exit = 1.0;
        const auto episode = test::open_service(world, person, ended.agency, ended.service);
        test::end_service(world, episode, ended.end);
        CHECK(world.episode_of(person, Service::self_help).has_value() == ended.leads_on);
        // The day programme follows a residence alone.
        CHECK_FALSE(world.episode_of(person, Service::day_programme).has_value());
    }
}

TEST_CASE("a programme that goes on as aftercare has ended in order too, once") {
    for (const auto agency : {test::centre, test::hospital}) {
        auto plan = with_self_help();
        plan.parameters.episodes.aftercare = 1.0;
        HandMadeWorld world{plan};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.self_help_exit = 1.0;
        const auto programme = test::open_service(
            world,
            person,
            agency,
            agency == test::centre ? Service::programme : Service::hospital_programme);
        world.act([&](Views& views) { finish_course(views.care, programme); });
        CHECK(world.episode_of(person, Service::self_help).has_value());
        CHECK(world.world().clients.life(person).exits == 1);
        test::end_service(world, programme, EpisodeEnd::review);
        CHECK(world.world().clients.life(person).exits == 1);
    }
}

TEST_CASE("nobody goes anywhere from prison or from a bed after a stay has ended") {
    for (const bool in_bed : {false, true}) {
        HandMadeWorld world{with_self_help()};
        const auto person = enter_knowing(world);
        world.parameters().ways_in.self_help_exit = 1.0;
        world.parameters().ways_in.day_programme_exit = 1.0;
        auto& client = world.world().clients[person];
        client.liberty = in_bed ? Liberty::at_liberty : Liberty::custody;
        client.residence = in_bed ? Residence::hospital : Residence::prison;
        world.act([&](Views& views) {
            join_after(views.lives, person, test::facility, Service::residence);
        });
        CAPTURE(in_bed);
        CHECK(world.count(FactKind::first_contact) == 0);
    }
}
