// More seats never lengthen the list for them: groups of one region with the same persons, beside
// each other.
#include "engine/care/referral_chain.hpp"

#include "tests/support/for_all.hpp"
#include "tests/support/hand_made_world.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::WorldPlan;

namespace {

// Whoever is offered the programme comes, waits for a seat as long as it takes, and keeps it to the
// end of the course.
WorldPlan plan_with(int seats) {
    WorldPlan plan;
    for (auto& offered : plan.region.agencies[test::centre].services) {
        if (offered.service == Service::programme) {
            offered.places = static_cast<double>(seats);
        }
    }
    const double pre_release = plan.parameters.intake.pre_release_days;
    plan.parameters.intake = {};
    plan.parameters.intake.pre_release_days = pre_release;
    plan.parameters.choice.patience_days = 1e6;
    plan.parameters.episodes.review_goes_on = 1.0;
    plan.parameters.episodes.aftercare = 0.0;
    return plan;
}

std::size_t waiting(HandMadeWorld& world) {
    return world.world().units.of(test::centre, Service::programme).list.size();
}

void offer_programme(HandMadeWorld& world) {
    const auto person = world.add_person({.end_day = 2000.0});
    world.act([&](Views& views) {
        receive_offer(views.care,
                      {.client = person,
                       .sender = test::office,
                       .receiver = test::centre,
                       .service = Service::programme,
                       .link = world.office_centre(),
                       .consent = Consent::given});
    });
}

// Length of the list on every tenth day of three years, where persons are offered the programme on
// some of these days.
std::vector<std::size_t> list_over_time(int seats, const std::vector<int>& offered_on) {
    constexpr int tens_of_days = 110;
    HandMadeWorld world{plan_with(seats)};
    world.start_events();
    std::vector<std::size_t> lengths;
    for (int day = 0; day < tens_of_days; ++day) {
        for (auto offers = std::count(offered_on.begin(), offered_on.end(), day); offers > 0;
             --offers) {
            offer_programme(world);
        }
        world.run_days(10.0);
        lengths.push_back(waiting(world));
    }
    return lengths;
}

} // namespace

TEST_CASE("more seats never lengthen the list") {
    int shorter = 0;
    test::for_all(
        [&] {
            const auto offered_on = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 80));
            const int seats = *rc::gen::inRange(1, 4);
            const int more = *rc::gen::inRange(1, 4);
            const auto few = list_over_time(seats, offered_on);
            const auto many = list_over_time(seats + more, offered_on);
            RC_ASSERT(
                std::equal(many.begin(), many.end(), few.begin(), std::less_equal<std::size_t>{}));
            shorter += many != few ? 1 : 0;
        },
        40);
    // Lists there were, and seats shortened them.
    CHECK(shorter >= 10);
}
