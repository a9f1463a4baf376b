#include "engine/collaborations/guarantor_meeting.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"
#include "tests/support/level.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

WorldPlan everybody_attends() {
    WorldPlan plan;
    plan.parameters.supervision.guarantor_attendance = 1.0;
    return plan;
}

ClientId add_family_of_prisoner(HandMadeWorld& world) {
    return world.add_family(world.add_person({.release_day = 150.0, .end_day = 400.0}));
}

void enter(HandMadeWorld& world, ClientId family) {
    add_guarantor(world.world().guarantors, world.world().clients, family);
}

void hold_meeting(HandMadeWorld& world) {
    world.act([&](Views& views) {
        attend_guarantor_meeting(
            views.care, views.setting.parameters.supervision, views.world.guarantors);
    });
}

} // namespace

TEST_CASE("guarantor meeting: families of persons still in prison come, and no others") {
    HandMadeWorld world{everybody_attends()};
    const auto invited = add_family_of_prisoner(world);
    const auto released = world.add_family(world.add_person());
    const auto gone = add_family_of_prisoner(world);
    world.world().clients[gone].staying = Client::Staying::departed;
    for (const auto family : {gone, released, invited}) {
        enter(world, family);
    }
    hold_meeting(world);
    const auto attended = world.facts(FactKind::guarantor_attended);
    REQUIRE(attended.size() == 1);
    CHECK(attended[0].client == invited);
    CHECK(attended[0].agency == test::office);
}

TEST_CASE("guarantor meeting: a row that another family has got since is invited once") {
    HandMadeWorld world{everybody_attends()};
    const auto gone = add_family_of_prisoner(world);
    enter(world, gone);
    world.world().clients.remove(gone);
    const auto next = add_family_of_prisoner(world);
    enter(world, next);
    hold_meeting(world);
    CHECK(world.count(FactKind::guarantor_attended) == 1);
}

TEST_CASE("guarantor meeting: without meetings too, who is gone is not kept for ever") {
    HandMadeWorld world;
    const auto invited = add_family_of_prisoner(world);
    enter(world, invited);
    for (int i = 0; i < 1'000; ++i) {
        const auto gone = add_family_of_prisoner(world);
        enter(world, gone);
        world.world().clients.remove(gone);
    }
    const auto& kept = world.world().guarantors;
    CHECK(kept.size() <= 4);
    CHECK(std::any_of(kept.begin(), kept.end(), [&](const Guarantor& guarantor) {
        return guarantor.family == invited;
    }));
}

TEST_CASE("guarantor meeting: who comes is told in the order of keys, whatever their rows") {
    HandMadeWorld world{everybody_attends()};
    const auto one = add_family_of_prisoner(world);
    const auto other = add_family_of_prisoner(world);
    auto& clients = world.world().clients;
    if (clients[one].key < clients[other].key) {
        std::swap(clients[one].key, clients[other].key);
    }
    enter(world, one);
    enter(world, other);
    hold_meeting(world);
    const auto attended = world.facts(FactKind::guarantor_attended);
    REQUIRE(attended.size() == 2);
    CHECK(attended[0].client == other);
    CHECK(attended[1].client == one);
}

TEST_CASE("guarantor meeting: attending alone changes nothing") {
    HandMadeWorld world{everybody_attends()};
    const auto family = add_family_of_prisoner(world);
    enter(world, family);
    hold_meeting(world);
    CHECK(world.facts().size() == 1);
    CHECK(world.world().clients[family].aware == Client{}.aware);
    CHECK(world.world().calendar.empty());
}

TEST_CASE("guarantor meeting: four in ten families come, anew each time") {
    WorldPlan plan;
    plan.parameters.supervision.guarantor_attendance = 0.4;
    HandMadeWorld world{plan};
    constexpr int families = 2'000;
    for (int i = 0; i < families; ++i) {
        enter(world, add_family_of_prisoner(world));
    }
    constexpr int meetings = 20;
    for (int i = 0; i < meetings; ++i) {
        hold_meeting(world);
        world.run_days(5.0);
    }
    const auto came = static_cast<double>(world.count(FactKind::guarantor_attended));
    // 16,000 expected of 40,000, standard error 98; level 1e-6. A chance 5 % wrong lies eight
    // standard errors away.
    constexpr double expected = 16'000.0;
    constexpr double allowed = test::critical_errors * 98.0;
    CHECK(std::fabs(came - expected) < allowed);
    CHECK(std::fabs(came - 1.05 * expected) > allowed);
    CHECK(std::fabs(came - 0.95 * expected) > allowed);
}
