// Drawn regions against the survey behind them, level 1e-6 (4.9 standard errors).
//
// Shares of good links by type: 480,000 region draws. A share 5 % wrong lies eight standard errors
// away or more where the survey found three good links of 59 or more, and is rejected; two of 59
// must be 6.2 % wrong to lie so far away, and one of 59 8.8 %. A wrong pattern P11 shows on 20,000
// draws. The laws of drawn activities: 220,000 draws by chi-square, critical 38; a chance 5 % wrong
// makes a noncentrality of 99 at least.
#include "engine/relations/region_draw.hpp"
#include "engine/statistics/wilson.hpp"

#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"
#include "tests/support/survey.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::surveyed_centres;
using test::table_one;

namespace {

constexpr std::uint64_t many_draws = 480'000;
constexpr std::uint64_t few_draws = 20'000;
/// Good links of 59 from which on `many_draws` tell a share from one 5 % wrong.
constexpr std::int64_t centres_told = 3;

/// The small region with one agency of every type of Table 1.
Region surveyed_region() {
    auto region = test::small_region();
    for (const auto& [type, centres] : table_one) {
        const bool known =
            std::any_of(region.agencies.values().begin(),
                        region.agencies.values().end(),
                        [&, wanted = type](const Agency& agency) { return agency.type == wanted; });
        if (!known) {
            test::add_agency(region,
                             child_key(key_of("partner"), static_cast<std::uint64_t>(type)),
                             type,
                             TenureClass::local);
        }
    }
    return region;
}

RegionDraw drawn(const Region& region, double correlation, std::uint64_t replication) {
    Streams streams{{.study_seed = 20240401, .replication = replication}};
    return draw_region(region, test::default_parameters().relations, correlation, streams);
}

/// What a survey of very many drawn centres would find.
struct Survey {
    double any_good{};
    double office_and_facility{};
    std::array<double, agency_types> good{}; ///< share by type
};

Survey survey(const Region& region, double correlation, std::uint64_t draws) {
    Survey found;
    const double each = 1.0 / static_cast<double>(draws);
    for (std::uint64_t replication = 0; replication < draws; ++replication) {
        const auto draw = drawn(region, correlation, replication);
        const auto good = [&](AgencyId agency) {
            return draw.with_centre[agency] == LinkQuality::good;
        };
        bool any = false;
        for (std::size_t row = 0; row < region.agencies.size(); ++row) {
            const auto agency = region.agencies.id(row);
            any = any || good(agency);
            found.good.at(static_cast<std::size_t>(region.agencies[agency].type)) +=
                good(agency) ? each : 0.0;
        }
        found.any_good += any ? each : 0.0;
        found.office_and_facility += good(test::office) && good(test::facility) ? each : 0.0;
    }
    return found;
}

bool is_p11(const Survey& found) {
    const double both_of_59 = found.office_and_facility * surveyed_centres;
    bool fits =
        std::fabs(found.any_good - 0.729) <= 0.01 && both_of_59 >= 12.0 && both_of_59 <= 27.0;
    for (const auto& [type, centres] : table_one) {
        const auto [lower, upper] = wilson_interval({centres, surveyed_centres});
        const double share = found.good.at(static_cast<std::size_t>(type));
        fits = fits && share >= lower - 1e-12 && share <= upper;
    }
    return fits;
}

} // namespace

TEST_CASE("P11: drawn centres answer the survey as the real ones did") {
    const auto region = surveyed_region();
    const auto found = survey(region, fitted_correlation(region), many_draws);
    CHECK(found.any_good == Approx(0.729).margin(0.01));
    CHECK(found.office_and_facility * surveyed_centres >= 12.0);
    CHECK(found.office_and_facility * surveyed_centres <= 27.0);
    for (const auto& [type, centres] : table_one) {
        INFO("type " << static_cast<int>(type));
        const double share = found.good.at(static_cast<std::size_t>(type));
        const auto [lower, upper] = wilson_interval({centres, surveyed_centres});
        CHECK(share >= lower - 1e-12);
        CHECK(share <= upper);
        // Far sharper than the survey's own uncertainty.
        const auto is_rejected = [share](double expected) {
            const double error =
                std::sqrt(expected * (1.0 - expected) / static_cast<double>(many_draws));
            return std::fabs(share - expected) > test::critical_errors * error;
        };
        const double truth = static_cast<double>(centres) / surveyed_centres;
        CHECK_FALSE(is_rejected(truth));
        if (centres >= centres_told) {
            CHECK(is_rejected(1.05 * truth));
            CHECK(is_rejected(0.95 * truth));
        }
    }
    CHECK(is_p11(found));
}

TEST_CASE("P11 rejects independent links, which would give far too many centres a good one") {
    const auto region = surveyed_region();
    const auto found = survey(region, 0.0, few_draws);
    CHECK(found.any_good > 0.90);
    CHECK_FALSE(is_p11(found));
}

TEST_CASE("P11 rejects a correlation fitted to a share 5 % too high") {
    auto region = surveyed_region();
    auto& links = std::get<TypicalLinks>(region.links);
    links.any_good_share *= 1.05;
    CHECK_FALSE(is_p11(survey(region, fitted_correlation(region), few_draws)));
}

namespace {

/// Chances of three activities of a good pair: mentions of 12 where the type is good in every
/// centre that has any good link.
constexpr std::array<double, 3> mentions{3.0, 6.0, 1.5};

Region with_three_activities() {
    auto region = test::small_region();
    auto& links = std::get<TypicalLinks>(region.links);
    std::fill(links.good_share.begin(), links.good_share.end(), 0.0);
    links.good_share.at(static_cast<std::size_t>(AgencyType::probation_office)) = 0.95;
    links.any_good_share = 0.95;
    auto activity = region.activities.front();
    region.activities.clear();
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        activity.label = child_key(key_of("activity"), i);
        activity.mentions = mentions.at(i);
        region.activities.push_back(activity);
    }
    return region;
}

/// Shares of the seven patterns with at least one activity (bit i: activity i held), given
/// independent chances.
std::vector<double> pattern_shares(const std::array<double, 3>& chances) {
    std::vector<double> shares;
    double sum = 0.0;
    for (unsigned pattern = 1; pattern < 8; ++pattern) {
        double share = 1.0;
        for (unsigned i = 0; i < 3; ++i) {
            share *= (pattern >> i & 1U) != 0U ? chances.at(i) : 1.0 - chances.at(i);
        }
        shares.push_back(share);
        sum += share;
    }
    for (double& share : shares) {
        share /= sum;
    }
    return shares;
}

} // namespace

TEST_CASE("good pairs hold activities independently, given at least one") {
    const auto region = with_three_activities();
    std::vector<double> counts(7, 0.0);
    for (std::uint64_t replication = 0; replication < 220'000; ++replication) {
        const auto draw = drawn(region, 0.3, replication);
        if (draw.with_centre[test::office] != LinkQuality::good) {
            continue;
        }
        unsigned pattern = 0;
        for (const auto& held : draw.activities) {
            for (unsigned i = 0; i < 3; ++i) {
                pattern |= held.activity == &region.activities[i] ? 1U << i : 0U;
            }
        }
        counts.at(pattern - 1) += 1.0;
    }
    constexpr std::array chances{0.25, 0.50, 0.125};
    CHECK(test::chi_square(counts, pattern_shares(chances)) < 1.0);
    for (std::size_t i = 0; i < chances.size(); ++i) {
        for (const double error : {0.95, 1.05}) {
            INFO("activity " << i << ", times " << error);
            auto wrong = chances;
            wrong.at(i) *= error;
            CHECK(test::chi_square(counts, pattern_shares(wrong)) > 1.0);
        }
    }
}
