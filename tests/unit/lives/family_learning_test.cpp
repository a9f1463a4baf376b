// What a family knows at entry and learns.
#include "engine/lives/awareness.hpp"
#include "engine/lives/custody.hpp"
#include "engine/lives/family_course.hpp"
#include "engine/lives/use.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/family_worlds.hpp"

using namespace tsunagi;
using test::aware_families;
using test::entered_family;
using test::families;
using test::HandMadeWorld;
using test::life_of;
using test::understanding;

namespace {

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

// A family of a known start, which its own draw is not.
ClientId plain_family(HandMadeWorld& world) {
    const auto family = entered_family(world, world.add_person());
    auto& life = life_of(world, family);
    life.start_understanding = 0.25;
    life.understanding = 0.25;
    return family;
}

} // namespace

TEST_CASE("a family enters with its own understanding, a little trust and little recognition") {
    HandMadeWorld world{families()};
    const auto family = entered_family(world, world.add_person());
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
    const auto family = entered_family(world, world.add_person());
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
