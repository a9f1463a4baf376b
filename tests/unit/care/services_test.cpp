#include "engine/care/services.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <algorithm>
#include <cmath>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

EpisodeId open(HandMadeWorld& world, ClientId client, OptionalId<PairTag> handover = {}) {
    world.act([&](Views& views) {
        open_episode(views.care,
                     client,
                     test::centre,
                     {.fit = OpenReferral::Fit::fit, .handover = handover});
    });
    return world.with_centre(client).episode.value();
}

// The unit exponential that decides a first episode's drop-out.
double drop_out_threshold(HandMadeWorld& world, ClientId client) {
    Streams same{world.world().streams.key()};
    return same.exponential({.purpose = Draw::drop_out,
                             .entity = world.world().clients[client].key,
                             .partner = partner(key_of("centre"))});
}

double only_end(const HandMadeWorld& world) {
    const auto ended = world.facts(FactKind::episode_ended);
    REQUIRE(ended.size() == 1);
    return test::day_of(ended[0]);
}

double hours_spent(const HandMadeWorld& world) {
    double ticks = 0.0;
    for (const auto& fact : world.facts(FactKind::work_done)) {
        ticks += static_cast<double>(fact.amount);
    }
    return ticks / 3600.0;
}

constexpr double second = 1.0 / 86'400.0;

} // namespace

TEST_CASE("care: sessions follow each other at the service's interval and cost their hours") {
    HandMadeWorld world;
    open(world, world.add_person());
    world.run_days(4 * 28.0 + 1.0);
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(test::day_of(sessions[i]) == Approx(28.0 * static_cast<double>(i + 1)));
    }
    CHECK(hours_spent(world) == Approx(4 * 1.5));
}

TEST_CASE("care: jitter keeps every interval within a tenth of the stated one") {
    WorldPlan plan;
    plan.parameters.episodes.jitter = 0.10;
    plan.parameters.episodes.review_goes_on = 1.0;
    HandMadeWorld world{plan};
    open(world, world.add_person());
    world.run_days(2500.0);
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() > 80);
    double shortest = 1e9;
    double longest = 0.0;
    for (std::size_t i = 1; i < sessions.size(); ++i) {
        const double gap = days_between(sessions[i - 1].at, sessions[i].at);
        shortest = std::min(shortest, gap);
        longest = std::max(longest, gap);
    }
    CHECK(shortest >= 25.2);
    CHECK(shortest < 26.0);
    CHECK(longest <= 30.8 + second);
    CHECK(longest > 30.0);
}

TEST_CASE("care: an attended session makes staff familiar and the person readier") {
    HandMadeWorld world;
    const auto person = world.add_person({.readiness = 0.4});
    world.act([&](Views& views) { attend(views.care, person, test::centre); });
    CHECK(world.with_centre(person).met == Acquaintance::Met::met);
    CHECK(world.with_centre(person).familiarity.value == Approx(0.30));
    CHECK(world.world().clients[person].readiness.value == Approx(0.4 + 0.02 * 0.6));
}

TEST_CASE("care: silence of four intervals ends an episode, but not before 90 days") {
    for (const auto& [interval, end] : {std::pair{28.0, 112.0}, {14.0, 90.0}}) {
        WorldPlan plan;
        plan.parameters.episodes.counselling.attendance = 0.0;
        plan.parameters.episodes.counselling.interval_days = interval;
        HandMadeWorld world{plan};
        const auto person = world.add_person();
        open(world, person);
        world.run_days(300.0);
        CAPTURE(interval);
        CHECK(only_end(world) == Approx(end));
        CHECK(static_cast<EpisodeEnd>(world.facts(FactKind::episode_ended)[0].detail) ==
              EpisodeEnd::silence);
        CHECK_FALSE(world.with_centre(person).episode.has_value());
    }
}

TEST_CASE("care: silence counts from the last attended session") {
    HandMadeWorld world;
    open(world, world.add_person());
    world.run_days(57.0); // attended on days 28 and 56
    world.parameters().episodes.counselling.attendance = 0.0;
    world.run_days(300.0);
    CHECK(only_end(world) == Approx(56.0 + 112.0));
}

TEST_CASE("care: who attends is never silent") {
    WorldPlan plan;
    plan.parameters.episodes.review_goes_on = 1.0;
    HandMadeWorld world{plan};
    open(world, world.add_person());
    world.run_days(1500.0);
    CHECK(world.count(FactKind::episode_ended) == 0);
}

TEST_CASE("care: a review after two years ends care in order, or lets it go on to the next") {
    HandMadeWorld world;
    world.parameters().episodes.review_goes_on = 1.0;
    const auto person = world.add_person();
    open(world, person);
    world.run_days(1000.0);
    CHECK(world.count(FactKind::episode_ended) == 0);
    world.parameters().episodes.review_goes_on = 0.0;
    world.run_days(800.0);
    CHECK(only_end(world) == Approx(2 * 730.5));
    CHECK(static_cast<EpisodeEnd>(world.facts(FactKind::episode_ended)[0].detail) ==
          EpisodeEnd::review);
}

TEST_CASE("care: a review gives the booked session back, a drop-out leaves its hours to be spent") {
    for (const bool in_order : {true, false}) {
        WorldPlan plan;
        test::set_weekly_hours(plan.region, test::centre, 10.0);
        plan.parameters.episodes.review_goes_on = 0.0;
        plan.parameters.episodes.review_days = 30.0;
        HandMadeWorld world{plan};
        const auto person = world.add_person();
        const auto episode = open(world, person);
        world.run_days(29.0); // the next session is booked for day 56
        const auto booked_for = world.now() + std::chrono::days{27};
        REQUIRE(world.world().ledger.booked(test::centre, booked_for) == std::chrono::minutes{90});
        if (!in_order) {
            world.act([&](Views& views) { drop_out(views.care, episode); });
        }
        world.run_days(2.0);
        CAPTURE(in_order);
        CHECK(world.count(FactKind::episode_ended) == 1);
        CHECK(world.world().ledger.booked(test::centre, booked_for) ==
              (in_order ? Duration{0} : Duration{std::chrono::minutes{90}}));
        world.run_days(60.0);
        CHECK(world.count(FactKind::session_attended) == 1);
        CHECK(hours_spent(world) == Approx(in_order ? 1.5 : 3.0));
        // The row is free again.
        CHECK(open(world, world.add_person()) == episode);
    }
}

TEST_CASE("care: a session may slip to the next Monday within a week; the one after keeps its "
          "date") {
    WorldPlan plan;
    test::set_weekly_hours(plan.region, test::centre, 1.5);
    HandMadeWorld world{plan};
    const auto due = world.now() + std::chrono::days{28}; // Wednesday 29 April
    world.world().ledger.book(test::centre, due, std::chrono::minutes{90}, due);
    open(world, world.add_person());
    world.run_days(57.0);
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() == 2);
    CHECK(test::day_of(sessions[0]) == Approx(33.0));
    CHECK(test::day_of(sessions[1]) == Approx(56.0));
    CHECK(world.count(FactKind::session_not_offered) == 0);
}

TEST_CASE("care: a session that finds no hours within a week is not offered, counted and costs "
          "nothing") {
    WorldPlan plan;
    test::set_weekly_hours(plan.region, test::centre, 1.5);
    HandMadeWorld world{plan};
    const auto due = world.now() + std::chrono::days{28};
    for (const int weeks : {0, 1}) {
        const auto full = due + std::chrono::weeks{weeks};
        world.world().ledger.book(test::centre, full, std::chrono::minutes{90}, full);
    }
    open(world, world.add_person());
    world.run_days(57.0);
    const auto lost = world.facts(FactKind::session_not_offered);
    REQUIRE(lost.size() == 1);
    CHECK(test::day_of(lost[0]) == Approx(28.0));
    const auto sessions = world.facts(FactKind::session_attended);
    REQUIRE(sessions.size() == 1);
    CHECK(test::day_of(sessions[0]) == Approx(56.0));
    CHECK(hours_spent(world) == Approx(1.5));
}

namespace {

constexpr double scale_days = 637.13;
constexpr double shape = 0.60;
constexpr double fit_hazard = 0.87;

WorldPlan dropping_out(std::uint64_t replication) {
    WorldPlan plan;
    plan.counselling_scale_days = scale_days;
    plan.parameters.episodes.review_goes_on = 1.0;
    plan.key.replication = replication;
    return plan;
}

} // namespace

TEST_CASE("care: drop-out runs at phi under legal pressure and at full speed from S on, each at "
          "the closed form's instant") {
    constexpr double end_of_supervision = 40.0;
    constexpr double pressure = 0.60;
    constexpr double longest = 1500.0;
    int before = 0;
    int after = 0;
    for (std::uint64_t replication = 0; replication < 30; ++replication) {
        HandMadeWorld world{dropping_out(replication)};
        const auto person = world.add_person({.end_day = end_of_supervision});
        const double hazard = drop_out_threshold(world, person) / fit_hazard;
        const double at_end = std::pow(end_of_supervision / scale_days, shape);
        const double left = hazard - pressure * at_end;
        const double cumulative = left > 0.0 ? at_end + left : hazard / pressure;
        const double expected = scale_days * std::pow(cumulative, 1.0 / shape);
        if (expected > longest) {
            continue;
        }
        open(world, person);
        world.run_days(end_of_supervision);
        world.world().clients[person].liberty = Liberty::free;
        if (const auto episode = world.with_centre(person).episode; episode.has_value()) {
            world.act([&](Views& views) { refresh_drop_out(views.care, episode.value()); });
        }
        world.run_days(longest);
        CHECK(only_end(world) == Approx(expected).margin(3 * second));
        (left > 0.0 ? after : before) += 1;
    }
    CHECK(before > 0);
    CHECK(after > 0);
}

TEST_CASE("care: the link of a handover multiplies the drop-out hazard by exp(theta E), no other "
          "episode's") {
    auto plan = dropping_out(2);
    plan.effect.drop_out = -0.5;
    HandMadeWorld world{plan};
    world.set_understanding(0.8, 0.3);
    const auto handed_over = world.add_background(ClientKind::background_person);
    const auto alone = world.add_background(ClientKind::background_person);
    const auto expected = [&](ClientId client, double factor) {
        return scale_days *
               std::pow(drop_out_threshold(world, client) / (fit_hazard * factor), 1.0 / shape);
    };
    const double day_handed_over = expected(handed_over, std::exp(-0.5 * 0.8));
    const double day_alone = expected(alone, 1.0);
    open(world, handed_over, world.office_centre());
    open(world, alone);
    world.run_days(std::max(day_handed_over, day_alone) + 1.0);
    const auto ended = world.facts(FactKind::episode_ended);
    REQUIRE(ended.size() == 2);
    for (const auto& end : ended) {
        const bool first = end.client == OptionalId<ClientTag>{handed_over};
        CHECK(test::day_of(end) == Approx(first ? day_handed_over : day_alone).margin(3 * second));
    }
}

TEST_CASE("care: an unchanged factor leaves the drop-out event where it is") {
    HandMadeWorld world{dropping_out(1)};
    const auto person = world.add_person();
    const auto episode = open(world, person);
    const auto event = world.world().episodes[episode].drop_out_event;
    world.act([&](Views& views) { refresh_drop_out(views.care, episode); });
    CHECK(world.world().episodes[episode].drop_out_event.slot == event.slot);
    CHECK(world.world().episodes[episode].drop_out_event.generation == event.generation);
    world.world().clients[person].liberty = Liberty::free;
    world.act([&](Views& views) { refresh_drop_out(views.care, episode); });
    CHECK(world.world().episodes[episode].drop_out.multiplier() == Approx(fit_hazard));
}

TEST_CASE("care: family episodes know no legal pressure, and misfit quickens drop-out") {
    HandMadeWorld world;
    const auto family = world.add_background(ClientKind::background_family);
    world.act([&](Views& views) {
        open_episode(
            views.care, family, test::centre, {.fit = OpenReferral::Fit::misfit, .handover = {}});
    });
    const auto id = world.with_centre(family).episode.value();
    CHECK(world.world().episodes[id].drop_out.multiplier() == Approx(1.2));
    world.world().clients[family].liberty = Liberty::supervised;
    world.act([&](Views& views) { refresh_drop_out(views.care, id); });
    CHECK(world.world().episodes[id].drop_out.multiplier() == Approx(1.2));
}

TEST_CASE("care: one client has one episode with an agency at a time") {
    HandMadeWorld world;
    const auto person = world.add_person();
    open(world, person);
    CHECK_THROWS_AS(open(world, person), ContractViolation);
}
