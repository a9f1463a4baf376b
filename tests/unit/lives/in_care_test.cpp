#include "engine/lives/in_care.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/lives/lives_probe.hpp"
#include "tests/unit/lives/lives_worlds.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::enter;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

struct Shares {
    double hospital{};
    double facility{};
    double centre{};
};

WorldPlan plan_in_care(Shares shares) {
    auto plan = test::quiet_plan();
    plan.parameters.attributes.in_care = 1.0;
    plan.parameters.attributes.in_care_hospital = shares.hospital;
    plan.parameters.attributes.in_care_facility = shares.facility;
    plan.parameters.attributes.in_care_centre = shares.centre;
    return plan;
}

} // namespace

TEST_CASE("in care: some are in counselling when supervision starts, with the second visit done") {
    HandMadeWorld world{plan_in_care({.centre = 1.0})};
    const auto person = enter(world, {.release_day = 5.0, .end_day = 100.0});
    CHECK(world.count(FactKind::episode_opened) == 0);
    world.run_days(6.0);
    CHECK(world.count(FactKind::session_attended) == 1);
    CHECK(world.count(FactKind::second_visit) == 1);
    CHECK(world.count(FactKind::first_contact) == 0);
    const auto episode = world.episode_of(person, Service::counselling);
    REQUIRE(episode.has_value());
    const auto& opened = world.world().episodes[episode.value()];
    CHECK(opened.agency == test::centre);
    CHECK_FALSE(opened.handover.has_value());
    CHECK(days_between(test::run_start, opened.first_contact) == Approx(5.0));
    CHECK(opened.drop_out->multiplier() < 0.73); // legal pressure from the first day, misfit or not
    CHECK(world.with_centre(person).met == Acquaintance::Met::met);
}

TEST_CASE("in care: others are outpatients of the hospital") {
    HandMadeWorld world{plan_in_care({.hospital = 1.0})};
    const auto person = enter(world, {.end_day = 100.0});
    const auto episode = world.episode_of(person, Service::outpatient);
    REQUIRE(episode.has_value());
    CHECK(world.world().episodes[episode.value()].agency == test::hospital);
}

TEST_CASE("in care: others live in the facility, while it has a place free") {
    auto plan = plan_in_care({.facility = 1.0});
    for (auto& offered : plan.region.agencies[test::facility].services) {
        offered.places = 1.0;
    }
    HandMadeWorld world{plan};
    const auto first = enter(world, {.end_day = 100.0});
    const auto second = enter(world, {.end_day = 100.0});
    CHECK(world.episode_of(first, Service::residence).has_value());
    CHECK(test::client_of(world, first).residence == Residence::recovery_facility);
    CHECK_FALSE(world.world().episodes.any_open(second));
    CHECK(test::client_of(world, second).residence == Residence::family_home);
}

TEST_CASE("in care: of several hospitals a specialist one, by a choice on which the order of the "
          "file has no influence") {
    const auto chosen = [](const std::vector<std::string_view>& hospitals) {
        auto plan = plan_in_care({.hospital = 1.0});
        plan.region.agencies[test::hospital].services.clear();
        for (const auto name : hospitals) {
            const OfferedService outpatient{
                .service = Service::outpatient, .places = {}, .slots_per_month = {}, .share = 1.0};
            std::vector<OfferedService> offered{outpatient};
            if (name != "general") {
                offered.push_back({.service = Service::hospital_programme,
                                   .places = {},
                                   .slots_per_month = {},
                                   .share = 1.0});
            }
            test::add_provider(
                plan.region, name, AgencyType::psychiatric_hospital, std::move(offered));
        }
        HandMadeWorld world{plan};
        std::vector<EntityKey> keys;
        for (int person = 0; person < 40; ++person) {
            const auto id = enter(world, {.end_day = 100.0});
            const auto& episode =
                world.world().episodes[world.episode_of(id, Service::outpatient).value()];
            keys.push_back(world.setting().region.agencies[episode.agency].key);
        }
        return keys;
    };
    const auto keys = chosen({"general", "one", "other"});
    CHECK(std::count(keys.begin(), keys.end(), key_of("general")) == 0);
    CHECK(std::count(keys.begin(), keys.end(), key_of("one")) > 0);
    CHECK(std::count(keys.begin(), keys.end(), key_of("other")) > 0);
    CHECK(chosen({"other", "one", "general"}) == keys);
    const auto only = chosen({"general"});
    CHECK(std::count(only.begin(), only.end(), key_of("general")) == 40);
}

TEST_CASE("in care: nobody is where the share is 0") {
    auto plan = plan_in_care({.centre = 1.0});
    plan.parameters.attributes.in_care = 0.0;
    HandMadeWorld world{plan};
    const auto person = enter(world, {.end_day = 100.0});
    CHECK_FALSE(world.world().episodes.any_open(person));
}
