#include "engine/capacity/places.hpp"
#include "engine/core/contracts.hpp"

#include "tests/support/catch.hpp"

#include <chrono>

using namespace tsunagi;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

constexpr SimTime opened =
    at_date(std::chrono::sys_days{std::chrono::year{2020} / std::chrono::April / 1});

SimTime day(int number) {
    return opened + days{number};
}

} // namespace

TEST_CASE("a place is taken while one is free, and free again when it is given back") {
    Places beds{2, opened};
    CHECK(beds.free() == 2U);
    beds.take(day(1));
    beds.take(day(1)); // at one instant
    CHECK(beds.occupied() == 2);
    CHECK(beds.free() == 0U);
    CHECK_FALSE(beds.has_free());
    CHECK_THROWS_AS(beds.take(day(2)), ContractViolation);
    beds.give_back(day(3));
    CHECK(beds.has_free());
    beds.take(day(3));
    CHECK(beds.occupied() == 2);
}

TEST_CASE("nobody gives back what nobody took, and time never runs backwards") {
    Places beds{2, opened};
    CHECK_THROWS_AS(beds.give_back(day(1)), ContractViolation);
    beds.take(day(5));
    CHECK_THROWS_AS(beds.take(day(4)), ContractViolation);
    CHECK_THROWS_AS(beds.give_back(day(4)), ContractViolation);
    CHECK_THROWS_AS(beds.occupied_ticks(day(4)), ContractViolation);
    CHECK(beds.occupied() == 1); // a refused operation changes nothing
    CHECK(beds.occupied_ticks(day(6)) == Duration{days{1}}.count());
}

TEST_CASE("a service without places lets nobody in, one without a limit everybody") {
    const Places none{0, opened};
    CHECK_FALSE(none.has_free());
    Places unlimited{std::nullopt, opened};
    for (int person = 0; person < 1000; ++person) {
        unlimited.take(day(1));
    }
    CHECK(unlimited.has_free());
    CHECK_FALSE(unlimited.free().has_value());
    CHECK(unlimited.occupied() == 1000);
}

TEST_CASE("fewer places put nobody out and let nobody in until one is free again") {
    Places seats{10, opened};
    for (int person = 0; person < 8; ++person) {
        seats.take(day(1));
    }
    seats.set_capacity(6);
    CHECK(seats.capacity() == 6U);
    CHECK(seats.occupied() == 8);
    CHECK(seats.free() == 0U);
    seats.give_back(day(2));
    seats.give_back(day(2));
    CHECK_FALSE(seats.has_free()); // six of six
    CHECK_THROWS_AS(seats.take(day(2)), ContractViolation);
    seats.give_back(day(2));
    CHECK(seats.free() == 1U);
    seats.set_capacity(9);
    CHECK(seats.free() == 4U);
    seats.set_capacity(std::nullopt);
    CHECK_FALSE(seats.free().has_value());
}

TEST_CASE("the time integral counts every taken place for every tick that it is taken") {
    Places places{3, opened};
    CHECK(places.occupied_ticks(day(10)) == 0);
    places.take(day(10));
    places.take(day(12));
    places.give_back(day(15) + 1s);
    places.set_capacity(1); // places, not people
    // One place for 2 d, two for 3 d and a second, one for 5 d less a second.
    CHECK(places.occupied_ticks(day(20)) == (days{2 + 6 + 5} + 1s).count());
    // An interval of time is the difference of two readings.
    CHECK(places.occupied_ticks(day(30)) - places.occupied_ticks(day(20)) ==
          Duration{days{10}}.count());
}

TEST_CASE("mean exits a day are those of the last 365 days, the oldest instant left out, or since "
          "the opening") {
    RecentExits exits{opened};
    CHECK(exits.mean_per_day(opened) == 0.0);
    exits.note(day(100));
    CHECK(exits.mean_per_day(day(100)) == 1.0 / 100.0);
    exits.note(day(200));
    exits.note(day(200));
    CHECK(exits.mean_per_day(day(200)) == 3.0 / 200.0);
    CHECK(exits.mean_per_day(day(364)) == 3.0 / 364.0);
    CHECK(exits.mean_per_day(day(465) - 1s) == 3.0 / 365.0);
    CHECK(exits.mean_per_day(day(465)) == 2.0 / 365.0);
    exits.note(day(500)); // the exit of day 100 is forgotten, those of day 200 are not
    CHECK(exits.mean_per_day(day(500)) == 3.0 / 365.0);
    CHECK(exits.mean_per_day(day(565)) == 1.0 / 365.0);
    CHECK(exits.mean_per_day(day(865)) == 0.0);
    CHECK_THROWS_AS(exits.note(day(499)), ContractViolation);
    CHECK_THROWS_AS(exits.mean_per_day(day(499)), ContractViolation);
}
