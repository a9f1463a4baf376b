#include "engine/people/acquaintance.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

const AwarenessParameters parameters = test::default_parameters().awareness;
const SimTime start = test::run_start;

SimTime day(std::int64_t days) {
    return start + days * one_day;
}

} // namespace

TEST_CASE("familiarity grows by a share of what is missing and halves in 180 days") {
    Acquaintance known;
    CHECK(familiarity_at(known, parameters, start) == 0.0);
    gain_familiarity(known, parameters, start);
    CHECK(familiarity_at(known, parameters, start) == Approx(0.30).epsilon(1e-14));
    CHECK(familiarity_at(known, parameters, day(180)) == Approx(0.15).epsilon(1e-14));
    CHECK(familiarity_at(known, parameters, day(540)) == Approx(0.0375).epsilon(1e-14));
    gain_familiarity(known, parameters, day(180));
    CHECK(familiarity_at(known, parameters, day(180)) == Approx(0.15 + 0.30 * 0.85).epsilon(1e-14));
}

TEST_CASE("sessions every 28 days carry familiarity to its closed form") {
    // Just after a session k = gain / (1 - d (1 - gain)), d = 2^(-28 / 180).
    Acquaintance known;
    SimTime now = start;
    for (int session = 0; session < 200; ++session) {
        now = start + session * 28 * one_day;
        gain_familiarity(known, parameters, now);
    }
    const double kept = std::exp2(-28.0 / 180.0);
    CHECK(familiarity_at(known, parameters, now) ==
          Approx(0.30 / (1.0 - kept * 0.70)).epsilon(1e-12));
}

TEST_CASE("asking for familiarity changes nothing") {
    Acquaintance known;
    gain_familiarity(known, parameters, start);
    const double later = familiarity_at(known, parameters, day(90));
    for (std::int64_t days = 0; days < 90; ++days) {
        familiarity_at(known, parameters, day(days));
    }
    CHECK(familiarity_at(known, parameters, day(90)) == later);
}

TEST_CASE("every client has an acquaintance of its own with every support agency") {
    Acquaintances all{{test::centre, test::hospital}};
    const ClientId one{0};
    const ClientId other{5};
    all.forget_all(one);
    all.forget_all(other);
    all.of(one, test::hospital).offers = 3;
    CHECK(all.of(one, test::hospital).offers == 3);
    CHECK(all.of(one, test::centre).offers == 0);
    CHECK(all.of(other, test::hospital).offers == 0);
    CHECK(all.support_agencies() == std::vector<AgencyId>{test::centre, test::hospital});
}

TEST_CASE("whoever takes over a row knows nobody") {
    Acquaintances all{{test::centre}};
    const ClientId row{2};
    all.forget_all(row);
    auto& known = all.of(row, test::centre);
    known.aware = Acquaintance::Aware::aware;
    known.met = Acquaintance::Met::met;
    known.referral = OpenReferral{};
    known.self_referral_clock = ExposureClock{{.at = start, .threshold = 1.0, .multiplier = 1.0}};
    gain_familiarity(known, parameters, start);
    all.forget_all(row);
    const auto& fresh = all.of(row, test::centre);
    CHECK(fresh.aware == Acquaintance::Aware::unaware);
    CHECK(fresh.met == Acquaintance::Met::never);
    CHECK_FALSE(fresh.referral);
    CHECK_FALSE(fresh.self_referral_clock);
    CHECK(familiarity_at(fresh, parameters, start) == 0.0);
}

TEST_CASE("asking about strangers breaks a contract") {
    CHECK_THROWS_AS(Acquaintances(std::vector<AgencyId>{}), ContractViolation);
    Acquaintances all{{test::centre}};
    CHECK_THROWS_AS(all.of(ClientId{0}, test::centre), ContractViolation);
    all.forget_all(ClientId{0});
    CHECK_THROWS_AS(all.of(ClientId{0}, test::office), ContractViolation);
}
