#include "engine/care/drop_out.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/care/care_worlds.hpp"

#include <algorithm>
#include <cmath>

using namespace tsunagi;
using test::day_of_only_end;
using test::HandMadeWorld;
using test::multiplier;
using test::open;
using test::second_in_days;
using test::WorldPlan;

namespace {

constexpr double scale_days = 637.13;
constexpr double shape = 0.60;
constexpr double fit_hazard = 0.87;
constexpr double legal_pressure = 0.60;

WorldPlan dropping_out(std::uint64_t replication) {
    WorldPlan plan;
    plan.drop_out_scale_days = scale_days;
    plan.parameters.episodes.review_goes_on = 1.0;
    plan.key.replication = replication;
    return plan;
}

// The unit exponential that decides the drop-out of a client's first counselling at the centre.
double drop_out_threshold(HandMadeWorld& world, ClientId client) {
    Streams same{world.world().streams.key()};
    return same.exponential({.purpose = Draw::drop_out,
                             .entity = world.world().clients[client].key,
                             .partner = partner(key_of("centre"))});
}

} // namespace

TEST_CASE("care: drop-out runs at phi under legal pressure and at full speed from S on, each at "
          "the closed form's instant") {
    constexpr double end_of_supervision = 40.0;
    constexpr double longest = 1500.0;
    int before = 0;
    int after = 0;
    for (std::uint64_t replication = 0; replication < 30; ++replication) {
        HandMadeWorld world{dropping_out(replication)};
        const auto person = world.add_person({.end_day = end_of_supervision});
        const double hazard = drop_out_threshold(world, person) / fit_hazard;
        const double at_end = std::pow(end_of_supervision / scale_days, shape);
        const double left = hazard - legal_pressure * at_end;
        const double cumulative = left > 0.0 ? at_end + left : hazard / legal_pressure;
        const double expected = scale_days * std::pow(cumulative, 1.0 / shape);
        if (expected > longest) {
            continue;
        }
        open(world, person);
        world.run_days(end_of_supervision);
        world.world().clients[person].supervision = Supervision::none;
        world.act([&](Views& views) { refresh_drop_outs(views.care, person); });
        world.run_days(longest);
        CHECK(day_of_only_end(world) == Approx(expected).margin(3 * second_in_days));
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
        CHECK(test::day_of(end) ==
              Approx(first ? day_handed_over : day_alone).margin(3 * second_in_days));
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
    world.world().clients[person].supervision = Supervision::none;
    world.act([&](Views& views) { refresh_drop_out(views.care, episode); });
    CHECK(multiplier(world, episode) == Approx(fit_hazard));
}

TEST_CASE("care: family episodes know no legal pressure, and misfit quickens drop-out") {
    HandMadeWorld world;
    const auto family = world.add_background(ClientKind::background_family);
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = family,
                      .agency = test::centre,
                      .service = Service::family_counselling,
                      .own_factor = fit_factor(views.care.episode, Fit::misfit)});
    });
    const auto id = world.episode_of(family, Service::family_counselling).value();
    CHECK(multiplier(world, id) == Approx(1.2));
    world.world().clients[family].supervision = Supervision::parole;
    world.act([&](Views& views) { refresh_drop_out(views.care, id); });
    CHECK(multiplier(world, id) == Approx(1.2));
}

TEST_CASE("care: each programme beyond one weighs on drop-out from all of the person's care") {
    HandMadeWorld world;
    const auto person = world.add_person();
    const auto counselling = open(world, person);
    const double alone = fit_hazard * legal_pressure;
    open(world, person, Service::programme);
    CHECK(multiplier(world, counselling) == Approx(alone));
    const auto second_one = open(world, person, Service::hospital_programme, test::hospital);
    CHECK(multiplier(world, counselling) == Approx(alone * 1.1));
    CHECK(multiplier(world, second_one) == Approx(alone * 1.1));
    const auto third_one = open(world, person, Service::day_programme, test::facility);
    CHECK(multiplier(world, counselling) == Approx(alone * 1.1 * 1.1));
    test::end(world, second_one, EpisodeEnd::drop_out);
    CHECK(multiplier(world, counselling) == Approx(alone * 1.1));
    test::end(world, third_one, EpisodeEnd::drop_out);
    CHECK(multiplier(world, counselling) == Approx(alone));
}

TEST_CASE("care: a self-help group is no burden") {
    WorldPlan plan;
    const auto group = test::add_agency(
        plan.region, key_of("group"), AgencyType::self_help_group, TenureClass::local);
    plan.region.agencies[group].minutes_from_municipality = {20.0, 20.0};
    plan.region.agencies[group].services = {
        {.service = Service::self_help, .places = {}, .slots_per_month = {}, .share = 1.0}};
    HandMadeWorld world{plan};
    const auto person = world.add_person();
    const auto programme = open(world, person, Service::programme);
    open(world, person, Service::self_help, group);
    CHECK(multiplier(world, programme) == Approx(fit_hazard * legal_pressure));
}
