#include "engine/lives/benefits.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

WorldPlan benefits(double granted_alone) {
    WorldPlan plan;
    plan.parameters.benefits.granted_alone = granted_alone;
    return plan;
}

ClientId without_income(HandMadeWorld& world) {
    const auto person = world.add_person({.end_day = 3000.0});
    world.world().clients[person].traits.no_income = true;
    world.world().clients[person].traits.no_housing = true;
    return person;
}

double applications_per_year(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { refresh_benefit_application(views.lives, person); });
    return test::rate_of(world, person, PersonHazard::benefit_application);
}

void apply(HandMadeWorld& world, ClientId person) {
    world.act([&](Views& views) { apply_for_benefit(views.lives, person); });
}

} // namespace

TEST_CASE("benefit: those without income at liberty apply after 60 days on average") {
    HandMadeWorld world{benefits(1.0)};
    CHECK(applications_per_year(world, without_income(world)) == Approx(days_per_year / 60.0));
    CHECK(applications_per_year(world, world.add_person()) == 0.0);
    const auto inside = without_income(world);
    world.world().clients[inside].liberty = Liberty::pre_release;
    CHECK(applications_per_year(world, inside) == 0.0);
}

TEST_CASE("benefit: decided 30 days after the application - granted, it ends want of income and "
          "housing") {
    HandMadeWorld world{benefits(1.0)};
    const auto person = without_income(world);
    Streams same{world.world().streams.key()};
    const double threshold = same.exponential(
        {.purpose = Draw::benefit_application, .entity = world.world().clients[person].key});
    applications_per_year(world, person);
    world.run_days(60.0 * threshold + 100.0);
    const auto granted = test::the_fact(world, FactKind::benefit_granted);
    CHECK(test::day_of(granted) == Approx(60.0 * threshold + 30.0).margin(1e-4));
    CHECK(!world.world().clients[person].traits.no_income);
    CHECK(!world.world().clients[person].traits.no_housing);
    CHECK(applications_per_year(world, person) == 0.0);
}

TEST_CASE("benefit: refused, the next application follows after 90 days, with a draw of its own") {
    HandMadeWorld world{benefits(0.35)};
    for (int i = 0; i < 20; ++i) {
        const auto person = without_income(world);
        Streams same{world.world().streams.key()};
        std::uint64_t refused = 0;
        while (same.uniform({.purpose = Draw::benefit_granted,
                             .entity = world.world().clients[person].key,
                             .occurrence = refused}) >= 0.35) {
            ++refused;
        }
        const double applied = world.day();
        world.forget_facts();
        apply(world, person);
        CHECK(applications_per_year(world, person) == 0.0);
        world.run_days(31.0 + 120.0 * static_cast<double>(refused));
        CHECK(test::day_of(test::the_fact(world, FactKind::benefit_granted)) - applied ==
              Approx(30.0 + 120.0 * static_cast<double>(refused)));
    }
}

TEST_CASE("benefit: custody voids an application") {
    HandMadeWorld world{benefits(1.0)};
    const auto person = without_income(world);
    apply(world, person);
    world.world().clients[person].liberty = Liberty::custody;
    CHECK(applications_per_year(world, person) == 0.0);
    world.run_days(100.0);
    CHECK(world.count(FactKind::benefit_granted) == 0);
    world.world().clients[person].liberty = Liberty::at_liberty;
    CHECK(applications_per_year(world, person) == Approx(days_per_year / 60.0));
}
