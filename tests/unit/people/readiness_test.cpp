#include "engine/people/readiness.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/people/usual_run.hpp"

#include <cmath>

using namespace tsunagi;
using test::defaults;
using test::run_day;
using test::run_start;

namespace {

Client with_readiness(double r0) {
    Client client;
    client.base_readiness = r0;
    client.readiness = {r0, run_start};
    return client;
}

} // namespace

TEST_CASE("without sessions readiness stays at its start value, to the bit") {
    const auto client = with_readiness(0.37);
    for (const std::int64_t days : {0, 1, 30, 4000}) {
        CHECK(readiness_at(client, defaults.readiness, run_day(days)) == 0.37);
    }
}

TEST_CASE(
    "a session moves readiness by a share of what is missing, and the gain halves in a year") {
    auto client = with_readiness(0.40);
    gain_readiness(client, defaults.readiness, run_start);
    CHECK(readiness_at(client, defaults.readiness, run_start) == Approx(0.412).epsilon(1e-14));
    CHECK(readiness_at(client, defaults.readiness, run_day(365)) == Approx(0.406).epsilon(1e-14));
    CHECK(readiness_at(client, defaults.readiness, run_day(3 * 365)) ==
          Approx(0.4015).epsilon(1e-14));
    CHECK(client.base_readiness == 0.40);
}

TEST_CASE("sessions every 28 days carry readiness to its closed form") {
    // Just after a session b = r0 + x with x = g (1 - r0) / (1 - d (1 - g)), d = 2^(-28 / 365).
    auto client = with_readiness(0.25);
    SimTime now = run_start;
    for (int session = 0; session < 2'000; ++session) {
        now = run_start + session * 28 * one_day;
        gain_readiness(client, defaults.readiness, now);
    }
    const double gain = defaults.readiness.gain_per_session;
    const double kept = std::exp2(-28.0 / 365.0);
    CHECK(readiness_at(client, defaults.readiness, now) ==
          Approx(0.25 + gain * 0.75 / (1.0 - kept * (1.0 - gain))).epsilon(1e-12));
}

TEST_CASE("in a residence every whole day brings a session, beside those elsewhere") {
    // Day by day in the one, at once in the other.
    auto counted = with_readiness(0.30);
    auto resident = with_readiness(0.30);
    gain_readiness(counted, defaults.readiness, run_day(3));
    gain_readiness(resident, defaults.readiness, run_day(3));
    const SimTime entry = run_day(10);
    const SimTime elsewhere = entry + 7 * one_day + Duration{36'000};
    begin_daily_sessions(resident, defaults.readiness, entry);
    for (std::int64_t stayed = 1; stayed <= 40; ++stayed) {
        if (stayed == 8) {
            gain_readiness(counted, defaults.readiness, elsewhere);
            gain_readiness(resident, defaults.readiness, elsewhere);
        }
        const SimTime now = entry + stayed * one_day;
        gain_readiness(counted, defaults.readiness, now);
        const SimTime noon = now + one_day / 2;
        CHECK(readiness_at(resident, defaults.readiness, now) ==
              Approx(readiness_at(counted, defaults.readiness, now)).epsilon(1e-13));
        if (stayed != 7) {
            CHECK(readiness_at(resident, defaults.readiness, noon) ==
                  Approx(readiness_at(counted, defaults.readiness, noon)).epsilon(1e-13));
        }
    }
    const SimTime exit = entry + 40 * one_day + Duration{5'000};
    end_daily_sessions(resident, defaults.readiness, exit);
    for (const std::int64_t days : {60, 500}) {
        CHECK(readiness_at(resident, defaults.readiness, run_day(days)) ==
              Approx(readiness_at(counted, defaults.readiness, run_day(days))).epsilon(1e-13));
    }
}

TEST_CASE("a stay of less than a day brings no session of its own") {
    auto client = with_readiness(0.30);
    begin_daily_sessions(client, defaults.readiness, run_start);
    CHECK(readiness_at(client, defaults.readiness, run_start + one_day - Duration{1}) ==
          Approx(0.30).epsilon(1e-14));
    end_daily_sessions(client, defaults.readiness, run_start + one_day - Duration{1});
    CHECK(readiness_at(client, defaults.readiness, run_day(30)) == Approx(0.30).epsilon(1e-14));
}

TEST_CASE("in a residence readiness only fades where sessions move nothing") {
    auto idle = defaults.readiness;
    idle.gain_per_session = 0.0;
    auto client = with_readiness(0.30);
    client.readiness.value = 0.50;
    begin_daily_sessions(client, idle, run_start);
    CHECK(readiness_at(client, idle, run_day(365)) == Approx(0.40).epsilon(1e-13));
}

TEST_CASE("readiness stays within 0 and 1") {
    auto client = with_readiness(0.999);
    for (int session = 0; session < 500; ++session) {
        gain_readiness(client, defaults.readiness, run_start);
    }
    const double highest = readiness_at(client, defaults.readiness, run_start);
    CHECK(highest > 0.999);
    CHECK(highest <= 1.0);
}
