#include "engine/care/episode_course.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/custody.hpp"
#include "engine/lives/family_course.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/use.hpp"
#include "engine/people/family.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// Rates of the parameter table, and nobody knows the centre from the start.
WorldPlan families() {
    WorldPlan plan;
    plan.parameters.family.call_per_year = 0.20;
    plan.parameters.family.join_class_per_year = 0.20;
    plan.parameters.awareness.family = 0.0;
    return plan;
}

WorldPlan aware_families() {
    auto plan = families();
    plan.parameters.awareness.family = 1.0;
    return plan;
}

ClientId enter(HandMadeWorld& world, ClientId person) {
    const auto family = world.add_family(person);
    world.act([&](Views& views) { enter_family(views.lives, family); });
    return family;
}

FamilyLife& life_of(HandMadeWorld& world, ClientId family) {
    return world.world().clients.family(family);
}

double per_year(HandMadeWorld& world, ClientId family, FamilyHazard cause) {
    return days_per_year *
           life_of(world, family).hazards.clocks.rate(static_cast<std::size_t>(cause));
}

void learn(HandMadeWorld& world,
           ClientId family,
           AgencyId agency,
           Service service,
           FactKind kind = FactKind::session_attended) {
    world.act([&](Views& views) {
        learn_from_session(views.lives,
                           {.at = views.moment.now,
                            .kind = kind,
                            .detail = static_cast<std::uint8_t>(service),
                            .client = family,
                            .agency = agency});
    });
}

double trust(HandMadeWorld& world, ClientId family) {
    auto& acquaintances = world.world().acquaintances;
    return acquaintances[acquaintances.of(family, test::facility)].trust;
}

double understanding(HandMadeWorld& world, ClientId family) {
    return understanding_at(life_of(world, family), world.parameters().family, world.now());
}

// A family of a known start, which its own draw is not.
ClientId plain_family(HandMadeWorld& world) {
    const auto family = enter(world, world.add_person());
    auto& life = life_of(world, family);
    life.start_understanding = 0.25;
    life.understanding = 0.25;
    return family;
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

TEST_CASE("a family enters with its own understanding, a little trust and little recognition") {
    HandMadeWorld world{families()};
    const auto family = enter(world, world.add_person());
    Streams same{world.world().streams.key()};
    const double uniform = same.uniform(
        {.purpose = Draw::family_understanding, .entity = world.world().clients[family].key});
    const auto& life = life_of(world, family);
    CHECK(life.start_understanding == beta_quantiles(2.0, 6.0).at(uniform));
    CHECK(understanding(world, family) == life.start_understanding);
    CHECK(life.recognition == 0.1);
    CHECK(trust(world, family) == 0.1);
    CHECK(world.count(FactKind::became_aware) == 0);
}

TEST_CASE("a family that knows the centre at entry tells so") {
    HandMadeWorld world{aware_families()};
    const auto family = enter(world, world.add_person());
    CHECK(knows(world.world().clients[family], Known::centre));
    CHECK_FALSE(knows(world.world().clients[family], Known::facility));
    CHECK(world.count(FactKind::became_aware) == 1);
}

TEST_CASE("understanding grows by 8 % of what is missing per individual session, by 6 % per class, "
          "and the gain halves in two years") {
    HandMadeWorld world{families()};
    const auto family = plain_family(world);
    learn(world, family, test::centre, Service::family_counselling);
    CHECK(understanding(world, family) == Approx(0.25 + 0.08 * 0.75)); // 0.31
    learn(world, family, test::centre, Service::family_class);
    CHECK(understanding(world, family) == Approx(0.31 + 0.06 * 0.69)); // 0.3514
    world.run_days(730.0);
    CHECK(understanding(world, family) == Approx(0.25 + 0.1014 / 2.0));
}

TEST_CASE("a first contact is an individual interview") {
    HandMadeWorld world{families()};
    const auto family = plain_family(world);
    // The detail of a first contact is its route, whatever service has the same number.
    learn(world, family, test::centre, Service::family_class, FactKind::first_contact);
    CHECK(understanding(world, family) == Approx(0.31));
}

TEST_CASE("recognition of need grows by 6 % of what is missing at every session, of any form") {
    HandMadeWorld world{families()};
    const auto family = plain_family(world);
    learn(world, family, test::centre, Service::family_counselling);
    CHECK(life_of(world, family).recognition == Approx(0.1 + 0.06 * 0.9)); // 0.154
    learn(world, family, test::centre, Service::family_class);
    CHECK(life_of(world, family).recognition == Approx(0.154 + 0.06 * 0.846));
}

TEST_CASE("recognition of need grows by 25 % of what is missing at danger at home and at an "
          "arrest, in care or not") {
    HandMadeWorld world{families()};
    const auto family = plain_family(world);
    const auto person = world.world().clients[family].relative.value();
    world.act([&](Views& views) { endanger_home(views.lives, person); });
    CHECK(life_of(world, family).recognition == Approx(0.1 + 0.25 * 0.9)); // 0.325
    world.act([&](Views& views) { arrest(views.lives, person, ArrestCause::other); });
    CHECK(life_of(world, family).recognition == Approx(0.325 + 0.25 * 0.675)); // 0.49375
    // A session just after a crisis is one like any other.
    learn(world, family, test::centre, Service::family_class);
    CHECK(life_of(world, family).recognition == Approx(0.49375 + 0.06 * 0.50625));
}

TEST_CASE("trust grows where the facility's staff are met, and nowhere else") {
    HandMadeWorld world{families()};
    const auto family = plain_family(world);
    learn(world, family, test::centre, Service::family_counselling);
    CHECK(trust(world, family) == 0.1);
    learn(world, family, test::facility, Service::family_meeting);
    CHECK(trust(world, family) == Approx(0.1 + 0.12 * 0.9)); // 0.208
    world.act([&](Views& views) { meet_facility_staff(views.lives, family, test::facility); });
    CHECK(trust(world, family) == Approx(0.208 + 0.12 * 0.792));
}

TEST_CASE("the centre's other families learn nothing that anybody asks for") {
    HandMadeWorld world{families()};
    const auto family = world.add_background(ClientKind::background_family);
    learn(world, family, test::centre, Service::family_counselling);
    CHECK(life_of(world, family).recognition == 0.0);
    CHECK(life_of(world, family).understanding == 0.0);
}

TEST_CASE("a family calls while it knows the centre, five times as often at its person's full "
          "crisis") {
    HandMadeWorld world{aware_families()};
    const auto person = world.add_person();
    const auto family = enter(world, person);
    CHECK(per_year(world, family, FamilyHazard::call) == Approx(0.20));
    world.act([&](Views& views) {
        views.world.clients.life(person).bump_step = {
            .until = SimTime::max(), .mean = 0.35, .event = {}};
        reconsider_family(views.lives, family);
    });
    CHECK(per_year(world, family, FamilyHazard::call) == Approx(0.20 * 2.4));
    world.act([&](Views& views) {
        lose_awareness(views.lives, family, Known::centre);
        reconsider_family(views.lives, family);
    });
    CHECK(per_year(world, family, FamilyHazard::call) == 0.0);
}

TEST_CASE("a family that is on its way to the centre or in care there does not call") {
    HandMadeWorld world{aware_families()};
    const auto family = enter(world, world.add_person());
    world.offer(family, Consent::given);
    world.act([&](Views& views) { reconsider_family(views.lives, family); });
    CHECK(per_year(world, family, FamilyHazard::call) == 0.0);
    const auto other = enter(world, world.add_person());
    open_counselling(world, other);
    CHECK(per_year(world, other, FamilyHazard::call) == 0.0);
}

TEST_CASE("a call books an appointment after the cold lead, without a link") {
    HandMadeWorld world{aware_families()};
    world.set_understanding(1.0, 1.0);
    const auto family = enter(world, world.add_person());
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
    const auto family = enter(world, world.add_person());
    CHECK(per_year(world, family, FamilyHazard::join_class) == 0.0);
    open_counselling(world, family);
    CHECK(per_year(world, family, FamilyHazard::join_class) == Approx(0.20));
    world.act([&](Views& views) { join_class(views.lives, family); });
    const auto joined = world.episode_of(family, Service::family_class);
    REQUIRE(joined.has_value());
    CHECK(world.world().episodes[joined.value()].own_factor == 0.87);
    CHECK(world.world().episodes[joined.value()].handover == world.office_centre());
    CHECK(world.episode_of(family, Service::family_counselling).has_value());
    CHECK(per_year(world, family, FamilyHazard::join_class) == 0.0);
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
    const auto first = enter(world, world.add_person());
    const auto second = enter(world, world.add_person());
    open_counselling(world, first);
    open_counselling(world, second);
    world.act([&](Views& views) { join_class(views.lives, first); });
    world.act([&](Views& views) { join_class(views.lives, second); });
    CHECK(world.count(FactKind::place_taken) == 1);
    CHECK_FALSE(world.episode_of(second, Service::family_class).has_value());
    CHECK(per_year(world, second, FamilyHazard::join_class) == Approx(0.20));
}

TEST_CASE("the centre's other families join the class too, and do not call") {
    HandMadeWorld world{aware_families()};
    const auto family = world.add_background(ClientKind::background_family);
    open_counselling(world, family);
    CHECK(per_year(world, family, FamilyHazard::join_class) == Approx(0.20));
    CHECK(per_year(world, family, FamilyHazard::call) == 0.0);
}

TEST_CASE("nobody joins a class that is too far away") {
    auto plan = families();
    plan.parameters.choice.longest_minutes = 45.0;
    HandMadeWorld world{plan};
    const auto family = enter(world, world.add_person({.municipality = 1})); // 60 minutes
    open_counselling(world, family);
    CHECK(per_year(world, family, FamilyHazard::join_class) == 0.0);
}

TEST_CASE("when the person is gone, the family's care and its own steps end") {
    HandMadeWorld world{aware_families()};
    const auto in_care = enter(world, world.add_person());
    open_counselling(world, in_care);
    const auto booked = enter(world, world.add_person());
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
