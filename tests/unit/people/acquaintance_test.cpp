#include "engine/people/acquaintance.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/people/usual_run.hpp"

#include <array>
#include <cmath>
#include <vector>

using namespace tsunagi;
using test::defaults;
using test::run_day;
using test::run_start;

TEST_CASE("familiarity grows by a share of what is missing and halves in 180 days") {
    Acquaintance known{.client = ClientId{0}, .agency = test::centre};
    CHECK(familiarity_at(known, defaults.awareness, run_start) == 0.0);
    gain_familiarity(known, defaults.awareness, run_start);
    CHECK(familiarity_at(known, defaults.awareness, run_start) == Approx(0.30).epsilon(1e-14));
    CHECK(familiarity_at(known, defaults.awareness, run_day(180)) == Approx(0.15).epsilon(1e-14));
    CHECK(familiarity_at(known, defaults.awareness, run_day(540)) == Approx(0.0375).epsilon(1e-14));
    gain_familiarity(known, defaults.awareness, run_day(180));
    CHECK(familiarity_at(known, defaults.awareness, run_day(180)) ==
          Approx(0.15 + 0.30 * 0.85).epsilon(1e-14));
}

TEST_CASE("sessions every 28 days carry familiarity to its closed form") {
    // Just after a session k = gain / (1 - d (1 - gain)), d = 2^(-28 / 180).
    Acquaintance known{.client = ClientId{0}, .agency = test::centre};
    SimTime now = run_start;
    for (int session = 0; session < 200; ++session) {
        now = run_start + session * 28 * one_day;
        gain_familiarity(known, defaults.awareness, now);
    }
    const double kept = std::exp2(-28.0 / 180.0);
    CHECK(familiarity_at(known, defaults.awareness, now) ==
          Approx(0.30 / (1.0 - kept * 0.70)).epsilon(1e-12));
}

TEST_CASE("daily sessions leave to the bit what as many single ones do") {
    for (const int days : {0, 1, 2, 90}) {
        Acquaintance one_by_one{.client = ClientId{0}, .agency = test::centre};
        gain_familiarity(one_by_one, defaults.awareness, run_start);
        Acquaintance at_once = one_by_one;
        const auto first = run_day(10) + Duration{5}; // later than one day after the session before
        for (int day = 0; day < days; ++day) {
            gain_familiarity(one_by_one, defaults.awareness, first + day * one_day);
        }
        gain_familiarity_daily(at_once,
                               defaults.awareness,
                               {.first = first, .last = first + days * one_day - Duration{1}});
        CHECK(at_once.familiarity.value == one_by_one.familiarity.value);
        CHECK(at_once.familiarity.at == one_by_one.familiarity.at);
    }
}

TEST_CASE("asking for familiarity changes nothing") {
    Acquaintance known{.client = ClientId{0}, .agency = test::centre};
    gain_familiarity(known, defaults.awareness, run_start);
    const double later = familiarity_at(known, defaults.awareness, run_day(90));
    for (std::int64_t days = 0; days < 90; ++days) {
        familiarity_at(known, defaults.awareness, run_day(days));
    }
    CHECK(familiarity_at(known, defaults.awareness, run_day(90)) == later);
}

TEST_CASE("every client has an acquaintance of its own with every agency, made at first need") {
    Acquaintances all;
    const ClientId one{0};
    const ClientId other{5};
    CHECK_FALSE(all.find(one, test::hospital).has_value());
    const auto made = all.of(one, test::hospital);
    all[made].offers = 3;
    CHECK(all.find(one, test::hospital) == OptionalId<AcquaintanceTag>{made});
    CHECK(all.of(one, test::hospital) == made);
    CHECK(all[made].client == one);
    CHECK(all[made].agency == test::hospital);
    CHECK(all[all.of(one, test::centre)].offers == 0);
    CHECK(all[all.of(other, test::hospital)].offers == 0);
    CHECK(all[made].offers == 3);
    CHECK_FALSE(all.find(other, test::centre).has_value());
}

TEST_CASE("a client's acquaintances are visited in the order in which they were made") {
    Acquaintances all;
    const ClientId one{1};
    const std::vector<AgencyId> met{test::hospital, test::centre, test::facility};
    for (const auto agency : met) {
        all.of(one, agency);
        all.of(ClientId{2}, agency);
    }
    std::vector<AgencyId> visited;
    all.for_each(one, [&](const Acquaintance& known) { visited.push_back(known.agency); });
    CHECK(visited == met);
}

TEST_CASE("whoever takes over a row knows nobody, and nobody else forgets") {
    Acquaintances all;
    const ClientId row{2};
    const ClientId stays{3};
    all[all.of(stays, test::centre)].offers = 1;
    for (const auto agency : {test::centre, test::hospital}) {
        auto& known = all[all.of(row, agency)];
        known.met = Acquaintance::Met::met;
        known.referral = ReferralId{7};
        known.consent = Consent::refused;
        known.episodes.fill(4);
        gain_familiarity(known, defaults.awareness, run_start);
    }
    all.forget_all(row);
    CHECK_FALSE(all.find(row, test::centre).has_value());
    CHECK_FALSE(all.find(row, test::hospital).has_value());
    const auto& fresh = all[all.of(row, test::centre)];
    CHECK(fresh.met == Acquaintance::Met::never);
    CHECK_FALSE(fresh.referral.has_value());
    CHECK_FALSE(fresh.consent.has_value());
    CHECK(fresh.episodes == std::array<std::uint16_t, services>{});
    CHECK_FALSE(fresh.next.has_value());
    CHECK(familiarity_at(fresh, defaults.awareness, run_start) == 0.0);
    CHECK(all[all.of(stays, test::centre)].offers == 1);
}

TEST_CASE("to forget one who knows nobody changes nothing") {
    Acquaintances all;
    all.forget_all(ClientId{4});
    all.of(ClientId{0}, test::centre);
    all.forget_all(ClientId{4});
    CHECK(all.find(ClientId{0}, test::centre).has_value());
}
