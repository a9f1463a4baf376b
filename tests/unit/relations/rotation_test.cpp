#include "engine/relations/rotation.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

#include <vector>

using namespace tsunagi;

namespace {

const Region region = test::small_region();
const SimTime april = test::policy_start;

/// The three pairs of the centre and that of facility and hospital, all at U = 1 under the policy
/// and 0.5 under the reference schedule.
Links links_at_one() {
    Links links;
    const auto add = [&](AgencyId one, AgencyId other) {
        links.add({.key = pair_key(region.agencies[one].key, region.agencies[other].key),
                   .first = one,
                   .second = other,
                   .policy = {1.0, april},
                   .reference = {0.5, april}});
    };
    add(test::centre, test::office);
    add(test::centre, test::facility);
    add(test::centre, test::hospital);
    add(test::facility, test::hospital);
    return links;
}

std::vector<double>
factors_after(RotationMode mode, std::uint32_t year, std::uint64_t replication = 0) {
    auto parameters = test::default_parameters().relations;
    parameters.rotation_mode = mode;
    Calendar calendar;
    Streams streams{{.study_seed = 9, .replication = replication}};
    FactStream facts;
    auto links = links_at_one();
    rotate_staff(links, region, parameters, year, {april, calendar, streams, facts});
    CHECK(facts.size() == 1);
    CHECK(facts.at(0).kind == FactKind::staff_rotated);
    std::vector<double> factors;
    for (const auto& link : links.links().values()) {
        CHECK(link.reference.value == Approx(0.5 * link.policy.value)); // both U of a pair alike
        CHECK(link.held_policy == link.policy.value);
        factors.push_back(link.policy.value);
    }
    return factors;
}

} // namespace

TEST_CASE("share mode takes both sides' yearly shares from every pair") {
    const auto factors = factors_after(RotationMode::share, 2026);
    const double of_centre = 1.0 - 0.7 / 4.0;
    CHECK(factors[0] == Approx(of_centre * (1.0 - 0.7 / 2.5)).epsilon(1e-14));
    CHECK(factors[0] == Approx(0.594).epsilon(1e-14));
    CHECK(factors[1] == Approx(of_centre * (1.0 - 0.7 / 5.0)).epsilon(1e-14));
    CHECK(factors[2] == Approx(of_centre * (1.0 - 0.7 / 6.0)).epsilon(1e-14));
    CHECK(factors[3] == Approx((1.0 - 0.7 / 5.0) * (1.0 - 0.7 / 6.0)).epsilon(1e-14));
}

TEST_CASE("event mode moves an agency's whole staff or nobody, for all its pairs together") {
    int moves_of_the_centre = 0;
    for (std::uint64_t replication = 0; replication < 400; ++replication) {
        const auto factors = factors_after(RotationMode::event, 2026, replication);
        // Facility and hospital show in their own pair whether they moved; the rest of the centre's
        // pairs is the centre's.
        const auto possible = [](double factor) {
            return factor == Approx(1.0) || factor == Approx(0.3) || factor == Approx(0.09);
        };
        for (const double factor : factors) {
            REQUIRE(possible(factor));
        }
        // U(centre, facility) U(centre, hospital) / U(facility, hospital) = (factor of centre)^2.
        const double centre_squared = factors[1] * factors[2] / factors[3];
        REQUIRE((centre_squared == Approx(1.0) || centre_squared == Approx(0.09)));
        const double of_centre = centre_squared == Approx(1.0) ? 1.0 : 0.3;
        REQUIRE((factors[0] == Approx(of_centre) || factors[0] == Approx(0.3 * of_centre)));
        moves_of_the_centre += of_centre < 1.0 ? 1 : 0;
    }
    CHECK(moves_of_the_centre > 50);
    CHECK(moves_of_the_centre < 150);
}

TEST_CASE("every year of event mode has a chance of its own, the same each time it is asked") {
    int different = 0;
    for (std::uint32_t year = 2021; year < 2061; ++year) {
        const auto factors = factors_after(RotationMode::event, year);
        CHECK(factors == factors_after(RotationMode::event, year));
        different += factors != factors_after(RotationMode::event, year + 100) ? 1 : 0;
    }
    CHECK(different > 10);
}
