#include "engine/care/episode_course.hpp"
#include "engine/care/sessions.hpp"
#include "engine/region/service_traits.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <chrono>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::day_of_only_end;
using test::HandMadeWorld;
using test::multiplier;
using test::only_end;
using test::open;
using test::row_of;
using test::WorldPlan;

namespace {

ServiceUnit& unit(HandMadeWorld& world, Service service, AgencyId agency = test::centre) {
    return world.world().units.of(agency, service);
}

void hold(HandMadeWorld& world, Service service) {
    world.act([&](Views& views) {
        hold_group_session(views.care, test::centre, service, GroupDate::held);
    });
}

// A programme of three dates, one a week from day 7 on, held to the end.
void hold_course(HandMadeWorld& world) {
    for (int date = 0; date < 3; ++date) {
        world.run_days(7.0);
        hold(world, Service::programme);
    }
}

WorldPlan short_programme(double aftercare) {
    WorldPlan plan;
    plan.parameters.episodes.programme_sessions = 3.0;
    plan.parameters.episodes.aftercare = aftercare;
    plan.parameters.episodes.review_goes_on = 0.0;
    return plan;
}

} // namespace

TEST_CASE("care: a review after two years ends care in order, or lets it go on to the next") {
    HandMadeWorld world;
    world.parameters().episodes.review_goes_on = 1.0;
    open(world, world.add_person({.end_day = 3000.0}));
    world.run_days(1000.0);
    CHECK(world.count(FactKind::episode_ended) == 0);
    world.parameters().episodes.review_goes_on = 0.0;
    world.run_days(800.0);
    CHECK(day_of_only_end(world) == Approx(2 * 730.5));
    CHECK(only_end(world) == EpisodeEnd::review);
}

TEST_CASE("care: individual care is reviewed, a group has no planned end") {
    using Subject = ServiceTraits::Subject;
    WorldPlan plan;
    plan.parameters.episodes.review_goes_on = 0.0;
    plan.parameters.episodes.silence_days = 1e5; // no group meets in this world
    const auto group = test::add_agency(
        plan.region, key_of("group"), AgencyType::self_help_group, TenureClass::local);
    plan.region.agencies[group].services = {
        {.service = Service::self_help, .places = {}, .slots_per_month = {}, .share = 1.0}};
    const std::vector<std::pair<AgencyId, Service>> reviewed{
        {test::centre, Service::counselling},
        {test::centre, Service::family_counselling},
        {test::hospital, Service::outpatient}};
    const std::vector<std::pair<AgencyId, Service>> open_ended{
        {test::centre, Service::family_class},
        {test::facility, Service::day_programme},
        {test::facility, Service::family_meeting},
        {group, Service::self_help}};
    for (const auto& kept_at : {reviewed, open_ended}) {
        HandMadeWorld world{plan};
        for (const auto& [agency, service] : kept_at) {
            const bool family = traits_of(service).subject == Subject::family;
            const auto client = family ? world.add_background(ClientKind::background_family)
                                       : world.add_person({.end_day = 3000.0});
            open(world, client, service, agency);
        }
        world.run_days(1500.0);
        const auto ended = world.facts(FactKind::episode_ended);
        CHECK(ended.size() == (kept_at == reviewed ? reviewed.size() : 0));
        for (const auto& end : ended) {
            CHECK(test::end_of(end) == EpisodeEnd::review);
            CHECK(test::day_of(end) == Approx(730.5));
        }
    }
}

TEST_CASE("care: a review gives the booked session back, a drop-out leaves its hours to be spent") {
    for (const bool in_order : {true, false}) {
        WorldPlan plan;
        test::set_weekly_hours(plan.region, test::centre, 10.0);
        plan.parameters.episodes.review_goes_on = 0.0;
        plan.parameters.episodes.review_days = 30.0;
        HandMadeWorld world{plan};
        const auto episode = open(world, world.add_person());
        world.run_days(29.0); // the next session is booked for day 56
        const auto booked_for = world.now() + std::chrono::days{27};
        REQUIRE(world.world().ledger.booked(test::centre, booked_for) == std::chrono::minutes{90});
        if (!in_order) {
            test::end(world, episode, EpisodeEnd::drop_out);
        }
        world.run_days(2.0);
        CAPTURE(in_order);
        CHECK(world.count(FactKind::episode_ended) == 1);
        CHECK(world.world().ledger.booked(test::centre, booked_for) ==
              (in_order ? Duration{0} : Duration{std::chrono::minutes{90}}));
        world.run_days(60.0);
        CHECK(world.count(FactKind::session_attended) == 1);
        CHECK(test::hours_of(world) == Approx(in_order ? 1.5 : 3.0));
        // The row is free again.
        CHECK(open(world, world.add_person()) == episode);
    }
}

TEST_CASE("care: one client has one episode with an agency and service at a time") {
    HandMadeWorld world;
    const auto person = world.add_person();
    open(world, person);
    CHECK_THROWS_AS(open(world, person), ContractViolation);
    open(world, person, Service::programme);
    CHECK(world.world().episodes.size() == 2);
}

TEST_CASE("care: a group takes a place for every member, none beyond, and gives it back") {
    WorldPlan plan;
    test::offer_of(plan.region, test::centre, Service::programme).places = 1.0;
    HandMadeWorld world{plan};
    const auto episode = open(world, world.add_person(), Service::programme);
    CHECK(unit(world, Service::programme).places.occupied() == 1);
    CHECK(unit(world, Service::programme).members == std::vector{episode});
    CHECK_THROWS_AS(open(world, world.add_person(), Service::programme), ContractViolation);
    world.run_days(10.0);
    test::end(world, episode, EpisodeEnd::drop_out);
    CHECK(unit(world, Service::programme).places.occupied() == 0);
    CHECK(unit(world, Service::programme).members.empty());
    const auto left = test::the_fact(world, FactKind::place_left);
    CHECK(days_of(Duration{left.amount}) == Approx(10.0));
}

TEST_CASE("care: a set course ends after its dates, attended or not") {
    for (const double attendance : {1.0, 0.0}) {
        auto plan = short_programme(0.0);
        row_of(plan.parameters, Service::programme).attendance = attendance;
        HandMadeWorld world{plan};
        const auto person = world.add_person();
        open(world, person, Service::programme);
        hold_course(world);
        CAPTURE(attendance);
        CHECK(only_end(world) == EpisodeEnd::completed);
        CHECK(day_of_only_end(world) == Approx(21.0));
        CHECK(unit(world, Service::programme).places.occupied() == 0);
        CHECK(world.world().episodes.size() == 0);
    }
}

TEST_CASE("care: aftercare frees the seat, meets monthly for an hour and a half and is reviewed") {
    HandMadeWorld world{short_programme(1.0)};
    const auto person = world.add_person({.end_day = 3000.0});
    const auto episode = open(world, person, Service::programme);
    hold_course(world);
    CHECK(world.count(FactKind::episode_ended) == 0);
    CHECK(unit(world, Service::programme).places.occupied() == 0);
    CHECK(world.count(FactKind::place_left) == 1);
    CHECK(world.world().episodes[episode].phase == Episode::Phase::aftercare);
    // The group meets without those in aftercare.
    world.forget_facts();
    hold(world, Service::programme);
    CHECK(world.count(FactKind::session_attended) == 0);
    world.parameters().episodes.aftercare_attendance = 1.0;
    world.run_days(61.0);
    const auto monthly = world.facts(FactKind::session_attended);
    REQUIRE(monthly.size() == 2);
    CHECK(test::day_of(monthly[0]) == Approx(21.0 + 30.0));
    CHECK(test::day_of(monthly[1]) == Approx(21.0 + 60.0));
    CHECK(static_cast<Service>(monthly[0].detail) == Service::programme);
    CHECK(test::hours_of(world, Task::counselling_session) == Approx(2 * 1.5));
    world.run_days(800.0);
    CHECK(only_end(world) == EpisodeEnd::review);
    CHECK(day_of_only_end(world) == Approx(21.0 + 730.5));
}

TEST_CASE("care: silence of four months ends aftercare") {
    auto plan = short_programme(1.0);
    plan.parameters.episodes.aftercare_attendance = 0.0;
    HandMadeWorld world{plan};
    open(world, world.add_person({.end_day = 3000.0}), Service::programme);
    hold_course(world);
    world.run_days(300.0);
    CHECK(only_end(world) == EpisodeEnd::silence);
    CHECK(day_of_only_end(world) == Approx(21.0 + 120.0));
}

TEST_CASE("care: aftercare is no programme that weighs on others") {
    HandMadeWorld world{short_programme(1.0)};
    const auto person = world.add_person();
    const auto other = open(world, person, Service::hospital_programme, test::hospital);
    open(world, person, Service::programme);
    CHECK(multiplier(world, other) == Approx(0.87 * 0.60 * 1.1));
    hold_course(world);
    CHECK(multiplier(world, other) == Approx(0.87 * 0.60));
}

TEST_CASE("care: a planned stay knows no drop-out, silence or sessions") {
    WorldPlan plan;
    plan.drop_out_scale_days = 30.0; // others would have dropped out
    HandMadeWorld world{plan};
    const auto person = world.add_person({.end_day = 3000.0});
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = person,
                      .agency = test::hospital,
                      .service = Service::bed,
                      .route = Route::admission,
                      .discharge = views.moment.now + sampled(40.0)});
    });
    const auto id = world.episode_of(person, Service::bed).value();
    CHECK_FALSE(world.world().episodes[id].drop_out.has_value());
    CHECK(unit(world, Service::bed, test::hospital).places.occupied() == 1);
    world.run_days(39.0);
    CHECK(world.count(FactKind::episode_ended) == 0);
    world.run_days(2.0);
    CHECK(only_end(world) == EpisodeEnd::completed);
    CHECK(day_of_only_end(world) == Approx(40.0));
    CHECK(world.count(FactKind::session_attended) == 0);
}

TEST_CASE("care: custody, death or a move ends everything at once") {
    HandMadeWorld world;
    const auto person = world.add_person();
    open(world, person);
    open(world, person, Service::programme);
    open(world, person, Service::outpatient, test::hospital);
    world.act([&](Views& views) { end_episodes(views.care, person, EpisodeEnd::custody); });
    CHECK(world.count(FactKind::episode_ended) == 3);
    CHECK_FALSE(world.world().episodes.any_open(person));
}
