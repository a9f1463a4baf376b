// Forced runs of the patterns against the closed forms of the laws they force. Level 1e-6, fixed
// seeds; every test shows that a hazard 5 % wrong is rejected. Nobody's life hangs on another's
// there, so all persons of all replications are a sample of independent ones.
#include "engine/experiment/patterns.hpp"

#include "tests/statistical/lives/cumulative_hazard.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"
#include "tests/support/small_region.hpp"

#include <cmath>
#include <utility>
#include <vector>

using namespace tsunagi;
using test::critical_errors;
using test::CumulativeHazard;

namespace {

/// Several replications of fifty prefectures each: one of as many people would take longer.
std::vector<PatternRow> rows_of(PatternGroup group, std::int64_t replications) {
    group.experiment.parameters.intake.volume = 50.0;
    group.experiment.replications = replications;
    const PreparedExperiment prepared{group.experiment};
    std::vector<Sums> sums;
    for (std::int64_t replication = 0; replication < replications; ++replication) {
        sums.push_back(group.count(prepared, replication));
    }
    return group.rows(sums);
}

/// What a share by Kaplan-Meier is expected to be, and its standard error for one person.
struct Expected {
    double share{};
    double error_of_one{};
};

/// @param law     share with the event by the end of so many bins
/// @param bins    after which the share is read
/// @param starts  bins, over which people start evenly; watching ends with the last of them. Who is
///                watched no longer counts as watched to the end of the bin, so of the events of
///                a bin half a bin of starts is missing, while all who were there count
/// The standard error is Greenwood's, under the law.
template <class Law> Expected expected_by(const Law& law, int bins, double starts) {
    double free = 1.0;
    double variance = 0.0;
    for (int bin = 1; bin <= bins; ++bin) {
        const double before = law(bin - 1);
        const double there = 1.0 - (bin - 1) / starts;
        const double watched = 1.0 - (bin - 0.5) / starts;
        const double risk = (law(bin) - before) / (1.0 - before) * watched / there;
        free *= 1.0 - risk;
        variance += risk / (1.0 - risk) / ((1.0 - before) * there);
    }
    return {.share = 1.0 - free, .error_of_one = free * std::sqrt(variance)};
}

/// How far a share lies from the expected one, in standard errors of so many persons.
double errors_between(double share, const Expected& expected, std::int64_t n) {
    return std::abs(share - expected.share) * std::sqrt(static_cast<double>(n)) /
           expected.error_of_one;
}

bool is_rejected(const PatternRow& row, const Expected& expected) {
    return errors_between(row.value.value(), expected, row.n.value()) > critical_errors;
}

/// The law is kept, and one whose hazard is 5 % higher or lower is rejected. That was to be
/// expected: these lie 7.2 standard errors away at least, so they pass by chance in 1 % of samples.
/// @param expected  by the factor on the hazard
template <class ByHazard> void check_hazard(const PatternRow& row, const ByHazard& expected) {
    CAPTURE(row.n.value(), row.value.value(), expected(1.0).share);
    CHECK_FALSE(is_rejected(row, expected(1.0)));
    for (const double wrong : {0.95, 1.05}) {
        CHECK(errors_between(expected(wrong).share, expected(1.0), row.n.value()) >
              critical_errors + 2.33);
        CHECK(is_rejected(row, expected(wrong)));
    }
}

constexpr double month = days_per_year / 12.0;

/// Mean over persons: severe or not, stable or not, each by itself.
double used_by(double days, double protection) {
    const double severe = std::sqrt(2.5);
    double free = 0.0;
    for (const double severity : {severe, 1.0 / severe}) {
        for (const auto& [share, stable] : {std::pair{0.74, 1.0}, std::pair{0.26, 0.05}}) {
            free +=
                0.5 * share * std::exp(-protection * severity * stable * CumulativeHazard{}(days));
        }
    }
    return 1.0 - free;
}

/// Share that left counselling, where legal pressure multiplies the hazard by phi for the first
/// half-year; by the centre's quality so many find what fits them.
double left_by(double days, double phi, double hazard) {
    const auto cumulative = [](double until) { return std::pow(until / 637.13, 0.60); };
    const double pressed = cumulative(std::min(days, 365.25 / 2.0));
    const double risk = hazard * (phi * pressed + cumulative(days) - pressed);
    constexpr double fit = 0.40 + 0.50 * 0.70;
    return 1.0 - fit * std::exp(-0.87 * risk) - (1.0 - fit) * std::exp(-1.2 * risk);
}

} // namespace

TEST_CASE("P7a is the log-logistic law of the US cohort, month by month") {
    // n about 50,000: 5 % of the hazard moves the shares, 0.53 and 0.60, by 0.018.
    const auto rows = rows_of(use_patterns(test::small_experiment(1)).at(0), 2);
    REQUIRE(rows.size() == 4);
    const CumulativeHazard early{.early = 1.0, .late_per_year = 0.0};
    for (const auto& [months, row] : {std::pair{6, rows[1]}, std::pair{12, rows[2]}}) {
        check_hazard(row, [&early, months = months](double hazard) {
            const auto law = [&](double bin) {
                return 1.0 - std::exp(-hazard * early(bin * month));
            };
            return expected_by(law, months, 72.0);
        });
    }
}

TEST_CASE("P7f is the law of use at the risk of residents, and of nobody else") {
    auto group = kept_in_care_patterns(test::small_experiment(1)).at(1);
    // Who meets no officer costs less to follow, and lives by the same law.
    constexpr double never = 1e6;
    auto& supervision = group.experiment.parameters.supervision;
    supervision.officer_interval_days = never;
    supervision.volunteer_interval_days = never;
    supervision.family_interval_days = never;
    supervision.core_share = 0.0;
    // n about 210,000: 5 % of the hazard moves the share, 0.156, by 0.0067.
    const auto row = rows_of(group, 10).front();
    const auto at_risk = [](double protection) {
        const auto law = [&](double bin) { return used_by(bin * month, protection); };
        return expected_by(law, 18, 60.0);
    };
    check_hazard(row, [&](double hazard) { return at_risk(0.25 * hazard); });
    CHECK(is_rejected(row, at_risk(1.0)));
}

TEST_CASE("P9b is Weibull drop-out at phi for the first half-year and without it for the second") {
    auto group = kept_in_care_patterns(test::small_experiment(1)).at(2);
    auto& parameters = group.experiment.parameters;
    // Without missed sessions nobody falls silent: drop-out alone.
    auto& counselling =
        parameters.episodes.by_service.at(static_cast<std::size_t>(Service::counselling));
    counselling.attendance = 1.0;
    // n about 74,000: 5 % of the hazard moves the share, 0.39, by 0.015.
    const auto row = rows_of(group, 6).front();
    const auto left = [](double phi, double hazard) {
        const auto law = [&](double bin) { return left_by(bin, phi, hazard); };
        return expected_by(law, 365, 1826.0);
    };
    check_hazard(row, [&](double hazard) { return left(0.6, hazard); });
    CHECK(is_rejected(row, left(1.0, 1.0))); // nor without legal pressure
}
