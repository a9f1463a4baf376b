// Lengths of supervision against the parameter table, level 1e-6.
//
// Distributions by Kolmogorov-Smirnov. n = 500,000 for parole, where a log standard deviation 5 %
// wrong moves the law by 0.012, eight times 1 / sqrt(n) (critical: 2.7 times); elsewhere
// n = 200,000, where a 5 % error moves the law by 0.025 at least, 11 times.
//
// Shares by chi-square, with one share 5 % wrong and the rest scaled, and n so that the statistic's
// noncentrality is far above its critical value for the smallest share: n = 1,200,000 for partial
// suspension, share 0.03: 88 against 33.4; n = 700,000 for suspended sentences, share 0.05: 88
// against 30.7.
#include "engine/people/sentence.hpp"

#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"
#include "tests/support/small_region.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tsunagi;
using test::chi_square;
using test::kolmogorov_smirnov;
using test::normal_cdf;
using test::wrong_factor;

namespace {

constexpr std::uint64_t people = 500'000;
constexpr std::uint64_t fewer_people = 200'000;
constexpr std::uint64_t partial_people = 1'200'000;
constexpr std::uint64_t suspended_people = 700'000;
constexpr double half_year = 365.25 / 2.0;

std::vector<Sentence> sentences(IntakeSource source, std::uint64_t count) {
    const auto parameters = test::default_parameters();
    const auto parole = log_parole_days(parameters.supervision);
    std::vector<Sentence> drawn;
    drawn.reserve(count);
    for (std::uint64_t person = 0; person < count; ++person) {
        Streams streams{{.study_seed = 20240401, .replication = 2}};
        drawn.push_back(draw_sentence({parameters.supervision, parameters.intake, parole},
                                      source,
                                      EntityKey{person},
                                      test::run_start,
                                      streams));
    }
    return drawn;
}

std::vector<double> lengths(IntakeSource source, std::uint64_t count) {
    std::vector<double> days;
    days.reserve(count);
    for (const auto& sentence : sentences(source, count)) {
        days.push_back(days_between(sentence.start, sentence.end));
    }
    return days;
}

/// Log-normal, cut to 15 to 900 days.
auto parole_law(double median, double log_sd) {
    const auto whole = [=](double days) { return normal_cdf(std::log(days / median) / log_sd); };
    return [=](double days) {
        return days <= 15.0
                   ? 0.0
                   : std::min(1.0, (whole(days) - whole(15.0)) / (whole(900.0) - whole(15.0)));
    };
}

/// Counts by length in years; every length must be in the list.
std::vector<double> counts_of(const std::vector<double>& days, const std::vector<double>& years) {
    std::vector<double> counts(years.size(), 0.0);
    for (const double length : days) {
        const auto known = std::find_if(years.begin(), years.end(), [&](double year) {
            return std::fabs(year * 365.25 - length) < 1e-3;
        });
        counts.at(static_cast<std::size_t>(known - years.begin())) += 1.0;
    }
    return counts;
}

struct WrongShare {
    std::size_t row{};
    double factor{};
};

/// The shares with one of them multiplied and the rest scaled to make up the whole.
std::vector<double> shares_with(WrongShare one, std::vector<double> shares) {
    const double share = shares.at(one.row);
    const double wrong_share = one.factor * share;
    for (double& other : shares) {
        other *= (1.0 - wrong_share) / (1.0 - share);
    }
    shares.at(one.row) = wrong_share;
    return shares;
}

void check_shares(const std::vector<double>& counts, const std::vector<double>& shares) {
    CHECK(chi_square(counts, shares) < 1.0);
    for (std::size_t row = 0; row < shares.size(); ++row) {
        for (const double factor : {0.95, wrong_factor}) {
            INFO("share " << shares[row] << " times " << factor);
            CHECK(chi_square(counts, shares_with({row, factor}, shares)) > 1.0);
        }
    }
}

const std::vector<double> partial_years{1.0, 1.5, 2.0, 3.0, 4.0};
const std::vector<double> partial_shares{0.05, 0.05, 0.70, 0.17, 0.03};

} // namespace

TEST_CASE("parole is log-normal: median 120 days, 78 % within half a year, mean 140 days") {
    const auto days = lengths(IntakeSource::parole_only, people);
    CHECK(kolmogorov_smirnov(days, parole_law(120.0, 0.55)) < 1.0);
    CHECK(kolmogorov_smirnov(days, parole_law(120.0 * wrong_factor, 0.55)) > 1.0);
    CHECK(kolmogorov_smirnov(days, parole_law(120.0, 0.55 * wrong_factor)) > 1.0);

    // The published figures behind the parameters, to the precision they are printed with.
    double within = 0.0;
    double below_median = 0.0;
    double sum = 0.0;
    for (const double length : days) {
        within += length <= half_year ? 1.0 : 0.0;
        below_median += length <= 120.0 ? 1.0 : 0.0;
        sum += length;
    }
    const auto n = static_cast<double>(people);
    CHECK(within / n == Approx(0.78).margin(0.01));
    CHECK(below_median / n == Approx(0.50).margin(0.005));
    CHECK(sum / n == Approx(140.0).margin(1.5));
}

TEST_CASE("partial suspension lasts two years for seven in ten") {
    const auto days = lengths(IntakeSource::direct_partial, partial_people);
    check_shares(counts_of(days, partial_years), partial_shares);
}

TEST_CASE("suspended sentences last three years for more than half") {
    const auto days = lengths(IntakeSource::suspended, suspended_people);
    check_shares(counts_of(days, {2.0, 3.0, 4.0, 5.0}), {0.05, 0.55, 0.25, 0.15});
}

TEST_CASE("parole and the partial suspension after it are independent and add up") {
    const auto sum_law = [](double median) {
        return [=](double days) {
            const auto parole = parole_law(median, 0.55);
            double sum = 0.0;
            for (std::size_t i = 0; i < partial_years.size(); ++i) {
                sum += partial_shares[i] * parole(days - partial_years[i] * 365.25);
            }
            return sum;
        };
    };
    const auto days = lengths(IntakeSource::parole_partial, fewer_people);
    CHECK(kolmogorov_smirnov(days, sum_law(120.0)) < 1.0);
    CHECK(kolmogorov_smirnov(days, sum_law(120.0 * wrong_factor)) > 1.0);
}

TEST_CASE("juvenile parole is uniform from 180 to 540 days") {
    const auto law = [](double longest) {
        return [=](double days) { return std::min(1.0, (days - 180.0) / (longest - 180.0)); };
    };
    const auto days = lengths(IntakeSource::juvenile, fewer_people);
    CHECK(kolmogorov_smirnov(days, law(540.0)) < 1.0);
    CHECK(kolmogorov_smirnov(days, law(540.0 * wrong_factor)) > 1.0);
}

TEST_CASE("officers' calendars begin at a uniform part of the interval") {
    std::vector<double> phases;
    for (const auto& sentence : sentences(IntakeSource::suspended, fewer_people)) {
        phases.push_back(sentence.officer_phase);
    }
    CHECK(kolmogorov_smirnov(phases, [](double phase) { return phase; }) < 1.0);
    CHECK(kolmogorov_smirnov(phases, [](double phase) { return phase / wrong_factor; }) > 1.0);
}

TEST_CASE("volunteers' calendars begin at a uniform part of the interval, whenever the officer's") {
    const auto volunteers_where = [](bool early) {
        std::vector<double> phases;
        for (const auto& sentence : sentences(IntakeSource::suspended, fewer_people)) {
            if ((sentence.officer_phase < 0.5) == early) {
                phases.push_back(sentence.volunteer.phase);
            }
        }
        return phases;
    };
    for (const bool early : {true, false}) {
        const auto phases = volunteers_where(early);
        CHECK(kolmogorov_smirnov(phases, [](double phase) { return phase; }) < 1.0);
        CHECK(kolmogorov_smirnov(phases, [](double phase) { return phase / wrong_factor; }) > 1.0);
    }
}
