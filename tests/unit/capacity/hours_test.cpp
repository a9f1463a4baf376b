#include "engine/capacity/hours.hpp"
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"

#include <chrono>

using namespace tsunagi;
using namespace std::chrono_literals;

namespace {

/// Defaults of the hours table.
const HoursParameters defaults{.paid_hours_per_month = 155.0,
                               .weeks_per_month = 4.35,
                               .factor = 1.0,
                               .first_appointment = 2.0,
                               .later_session = 1.5,
                               .programme_session = 2.5,
                               .programme_staff = 2.0,
                               .guarantor_meeting = 2.0,
                               .officer_contact = 1.0,
                               .handover_written = 0.5};

constexpr double in_hours(Duration length) {
    return std::chrono::duration<double, std::chrono::hours::period>(length).count();
}

} // namespace

TEST_CASE("hours become whole seconds, rounded to the nearest") {
    CHECK(hours(0.0) == 0s);
    CHECK(hours(1.5) == 90min);
    CHECK(hours(1.0 / 3600.0) == 1s);
    CHECK(hours(0.4 / 3600.0) == 0s);
    CHECK(hours(0.6 / 3600.0) == 1s);
    CHECK_THROWS_AS(hours(-0.1), ContractViolation);
    CHECK_THROWS_AS(hours(1e9), ContractViolation);
}

TEST_CASE("one factor scales work and travel alike") {
    auto longer = defaults;
    longer.factor = 1.6;
    CHECK(work_hours(defaults, defaults.later_session) == 90min);
    CHECK(work_hours(longer, longer.later_session) == 144min);
    CHECK(travel_hours(defaults, 20.0) == 40min); // both ways
    CHECK(travel_hours(longer, 20.0) == 64min);
}

TEST_CASE("direct hours of a week follow from posts, paid hours and their usable share") {
    // Two posts at 155 hours a month, 4.35 weeks a month, 60 % usable.
    CHECK(in_hours(weekly_direct_hours(defaults, {2.0, 0.6})) == Approx(42.7586).epsilon(1e-5));
    CHECK(in_hours(weekly_direct_hours(defaults, {6.0, 0.35})) == Approx(74.8276).epsilon(1e-5));
    CHECK(weekly_direct_hours(defaults, {0.0, 0.6}) == 0s);
}

TEST_CASE("monthly t2.05 costs the centre 1.3 to 2.7 and the office 1 to 2 hours a month more") {
    // A centre that holds it at the default 6 a year gains 6 meetings a year, one that does not 12;
    // staff attend 2 hours and travel 20 minutes each way. The office holds 6 or no meetings now.
    const double attended = in_hours(work_hours(defaults, 2.0) + travel_hours(defaults, 20.0));
    const double held = in_hours(work_hours(defaults, defaults.guarantor_meeting));
    const auto more_a_month = [](double hours_each, double today_a_year) {
        return hours_each * (12.0 - today_a_year) / 12.0;
    };
    CHECK(more_a_month(attended, 6.0) == Approx(1.3).margin(0.05));
    CHECK(more_a_month(attended, 0.0) == Approx(2.7).margin(0.05));
    CHECK(more_a_month(held, 6.0) == Approx(1.0));
    CHECK(more_a_month(held, 0.0) == Approx(2.0));
    // 0.02 to 0.03 of a full-time post together.
    const double direct_hours_of_a_post = 155.0 * 0.6;
    const double at_most = more_a_month(attended, 0.0) / direct_hours_of_a_post;
    CHECK(at_most == Approx(0.03).margin(0.005));
}
