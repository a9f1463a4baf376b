#include "engine/core/contracts.hpp"
#include "engine/relations/region_draw.hpp"
#include "engine/relations/understanding.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"
#include "tests/support/small_region.hpp"
#include "tests/unit/relations/relation_defaults.hpp"

#include <algorithm>
#include <cmath>

using namespace tsunagi;
using test::relation_defaults;

namespace {

/// @param region  outlives the draw, which points into it
RegionDraw drawn(const Region& region, std::uint64_t replication) {
    Streams streams{{.study_seed = 5, .replication = replication}};
    return draw_region(region, relation_defaults, 0.3, streams);
}
RegionDraw drawn(Region&& region, std::uint64_t replication) = delete;

const Region small = test::small_region();

/// Every type but the centre's asked and always good, or never.
Region with_shares(double share) {
    auto region = test::small_region();
    auto& links = std::get<TypicalLinks>(region.links);
    std::fill(links.good_share.begin() + 1, links.good_share.end(), share);
    return region;
}

constexpr double nearly_always = 1.0 - 1e-12;

double weight_of(const RegionDraw& draw, AgencyId first, AgencyId second) {
    double sum = 0.0;
    for (const auto& held : draw.activities) {
        if (held.first == first && held.second == second) {
            sum += held.activity->weight * held.per_year;
        }
    }
    return sum;
}

bool holds(const RegionDraw& draw, AgencyId second, EntityKey label) {
    return std::any_of(draw.activities.begin(), draw.activities.end(), [&](const auto& held) {
        return held.second == second && held.activity->label == label;
    });
}

} // namespace

TEST_CASE("the centre is nobody's partner but others', whatever is said of its own type") {
    auto region = test::small_region();
    auto& shares = std::get<TypicalLinks>(region.links).good_share;
    std::fill(shares.begin(), shares.end(), nearly_always);
    for (std::uint64_t replication = 0; replication < 20; ++replication) {
        for (const auto& held : drawn(region, replication).activities) {
            CHECK(held.first != held.second);
        }
    }
}

TEST_CASE("rho makes P(at least one good link) the surveyed 43 of 59") {
    const double correlation = fitted_correlation(small);
    CHECK(correlation > 0.2);
    CHECK(correlation < 0.8);
    auto observed = test::small_region();
    observed.links = ObservedLinks{};
    CHECK(fitted_correlation(observed) == 0.0);
}

TEST_CASE("the share of an activity is n / (12 g), at most 1") {
    const auto& links = std::get<TypicalLinks>(small.links);
    auto activity = small.activities.front(); // t2.05: 8 mentions, g = 28 / 43
    CHECK(activity_share(activity, links) == 1.0);
    activity.mentions = 3.0;
    CHECK(activity_share(activity, links) == Approx(3.0 / (12.0 * 28.0 / 43.0)));
    activity.partner_type = AgencyType::psychiatric_hospital; // g = 18 / 43
    activity.mentions = 1.5;
    CHECK(activity_share(activity, links) == Approx(1.5 / (12.0 * 18.0 / 43.0)));
}

TEST_CASE("a good pair's contacts carry the mean level 0.60, drawn activities counted first") {
    const auto region = with_shares(nearly_always);
    const auto draw = drawn(region, 0);
    const auto level = [&](AgencyId partner, double tenure) {
        return carried_level(
            relation_defaults, {4.0, tenure}, weight_of(draw, test::centre, partner));
    };
    CHECK(level(test::office, 2.5) == Approx(0.60).epsilon(1e-12));
    CHECK(level(test::facility, 5.0) == Approx(0.60).epsilon(1e-12));
    CHECK(level(test::hospital, 6.0) == Approx(0.60).epsilon(1e-12));
    CHECK(holds(draw, test::office, test::guarantor_contact));
    CHECK(holds(draw, test::office, test::liaison_contact));
    CHECK_FALSE(holds(draw, test::facility, test::guarantor_contact));
}

TEST_CASE("activities that carry more than the level need no liaison contact") {
    auto region = with_shares(nearly_always);
    region.activities.front().per_year = 24.0;
    const auto draw = drawn(region, 0);
    CHECK(holds(draw, test::office, test::guarantor_contact));
    CHECK_FALSE(holds(draw, test::office, test::liaison_contact));
}

TEST_CASE("a pair that is not good holds nothing, and types not asked are never good") {
    const auto never_good = with_shares(1e-12);
    auto region = test::small_region();
    const auto association =
        test::add_agency(region, key_of("association"), AgencyType::family_association, {});
    for (std::uint64_t replication = 0; replication < 50; ++replication) {
        CHECK(drawn(never_good, replication).activities.empty());
        CHECK(drawn(region, replication).with_centre[association] == LinkQuality::not_good);
        CHECK(drawn(region, replication).with_centre[test::centre] == LinkQuality::not_good);
    }
}

TEST_CASE("a good pair always holds a drawable activity where one is printed") {
    auto region = with_shares(0.5);
    region.activities.front().mentions = 0.01; // nearly never held, were it not the only one
    int good = 0;
    for (std::uint64_t replication = 0; replication < 200; ++replication) {
        const auto draw = drawn(region, replication);
        if (draw.with_centre[test::office] == LinkQuality::good) {
            ++good;
            CHECK(holds(draw, test::office, test::guarantor_contact));
        }
    }
    CHECK(good > 50);
}

TEST_CASE("of several agencies of a good type the nearest is good and each further one by half") {
    auto region = with_shares(0.5);
    const auto further = test::add_agency(
        region, key_of("second"), AgencyType::recovery_facility, TenureClass::facility);
    region.travel.state(test::centre, test::facility, 50.0);
    int type_good = 0;
    int first_good = 0;
    for (std::uint64_t replication = 0; replication < 2'000; ++replication) {
        const auto draw = drawn(region, replication);
        const bool nearest = draw.with_centre[further] == LinkQuality::good;
        const bool other = draw.with_centre[test::facility] == LinkQuality::good;
        CHECK((nearest || !other)); // never the further one alone
        type_good += nearest ? 1 : 0;
        first_good += other ? 1 : 0;
    }
    // Half of the type's, 1,000 +- 4.9 x 22 of it; then half of those.
    CHECK(type_good == Approx(1'000).margin(110));
    CHECK(first_good == Approx(type_good / 2.0).margin(80));
}

TEST_CASE("facility and hospital are good half the time when both their centre pairs are good") {
    // Links with the centre are good nine times in ten, so that both are in some 27,000 of 33,000
    // draws: a half 5 % wrong lies eight standard errors away, rejected are 4.9.
    const auto region = with_shares(0.9);
    int both_good = 0;
    int pair_good = 0;
    int good_without_both = 0;
    for (std::uint64_t replication = 0; replication < 33'000; ++replication) {
        const auto draw = drawn(region, replication);
        const bool both = draw.with_centre[test::facility] == LinkQuality::good &&
                          draw.with_centre[test::hospital] == LinkQuality::good;
        const double weight = weight_of(draw, test::facility, test::hospital);
        both_good += both ? 1 : 0;
        if (weight > 0.0) {
            ++pair_good;
            good_without_both += both ? 0 : 1;
            REQUIRE(carried_level(relation_defaults, {5.0, 6.0}, weight) == Approx(0.60));
        }
    }
    CHECK(good_without_both == 0);
    REQUIRE(both_good > 25'600);
    REQUIRE(both_good < 33'000);
    const double error = std::sqrt(both_good / 4.0);
    CHECK(std::fabs(pair_good - 0.5 * both_good) < test::critical_errors * error);
    CHECK(std::fabs(pair_good - 1.05 * 0.5 * both_good) > test::critical_errors * error);
    CHECK(std::fabs(pair_good - 0.95 * 0.5 * both_good) > test::critical_errors * error);
}

TEST_CASE("a replication draws its region again and again the same, order of agencies aside") {
    auto permuted = test::small_region();
    auto agencies = permuted.agencies;
    std::swap(agencies[test::facility], agencies[test::hospital]);
    permuted.agencies = agencies;
    for (std::uint64_t replication = 0; replication < 200; ++replication) {
        const auto draw = drawn(small, replication);
        const auto again = drawn(small, replication);
        const auto other = drawn(permuted, replication);
        CHECK(draw.activities.size() == again.activities.size());
        CHECK(draw.with_centre[test::office] == other.with_centre[test::office]);
        CHECK(draw.with_centre[test::facility] == other.with_centre[test::hospital]);
        CHECK(draw.with_centre[test::hospital] == other.with_centre[test::facility]);
        CHECK(weight_of(draw, test::centre, test::facility) ==
              weight_of(other, test::centre, test::hospital));
    }
}

TEST_CASE("an observed region holds what it states and draws nothing") {
    auto region = test::small_region();
    region.links = ObservedLinks{{{test::centre, test::office, test::guarantor_contact, 10.0},
                                  {test::facility, test::hospital, test::liaison_contact, 3.0}}};
    for (std::uint64_t replication = 0; replication < 5; ++replication) {
        const auto draw = drawn(region, replication);
        REQUIRE(draw.activities.size() == 2);
        CHECK(draw.activities[0].activity == &region.activities.front());
        CHECK(draw.activities[0].per_year == 10.0);
        CHECK(draw.activities[1].activity == &region.liaison);
        CHECK(draw.activities[1].first == test::facility);
    }
    region.links = ObservedLinks{{{test::centre, test::office, key_of("t9.99"), 1.0}}};
    CHECK_THROWS_AS(drawn(region, 0), ContractViolation);
}
