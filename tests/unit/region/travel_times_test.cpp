#include "engine/core/contracts.hpp"
#include "engine/region/travel_times.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

namespace {

constexpr AgencyId here{3};
constexpr AgencyId there{1};
constexpr AgencyId elsewhere{7};

} // namespace

TEST_CASE("travel takes as long back as there, and none to oneself") {
    TravelTimes travel{20.0};
    travel.state(here, there, 45.0);
    CHECK(travel.minutes(here, there) == 45.0);
    CHECK(travel.minutes(there, here) == 45.0);
    CHECK(travel.minutes(here, here) == 0.0);
}

TEST_CASE("a pair that is not stated takes as long as all others, and memory holds none of them") {
    TravelTimes travel{20.0};
    travel.state(here, there, 45.0);
    CHECK(travel.minutes(here, elsewhere) == 20.0);
    CHECK(travel.minutes(elsewhere, there) == 20.0);
    CHECK_FALSE(travel.is_stated(here, elsewhere));
    CHECK(travel.is_stated(there, here));
    CHECK(travel.stated() == 1);
}

TEST_CASE("what is stated of a pair last holds, and an agency is no pair with itself") {
    TravelTimes travel;
    travel.state(here, there, 45.0);
    travel.state(there, here, 50.0);
    CHECK(travel.minutes(here, there) == 50.0);
    CHECK(travel.stated() == 1);
    CHECK_THROWS_AS(travel.state(here, here, 1.0), ContractViolation);
}
