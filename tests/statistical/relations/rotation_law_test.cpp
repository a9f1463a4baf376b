// Rotation in event mode loses on average what share mode loses every year. n = 40,000 years, level
// 1e-6 (4.9 standard errors); a factor 5 % wrong lies 16 standard errors away
// (0.0297 against 0.372 / 200).
#include "engine/relations/rotation.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"
#include "tests/support/small_region.hpp"

#include <cmath>

using namespace tsunagi;
using test::critical_errors;

namespace {

constexpr std::uint32_t rotation_years = 40'000;

struct Mean {
    double value{};
    double error{};
};

/// Mean factor that one 1 April leaves of a pair of centre and office in event mode.
Mean event_mode_factor(const RelationParameters& share_mode) {
    auto parameters = share_mode;
    parameters.rotation_mode = RotationMode::event;
    const auto region = test::small_region();
    Streams streams{{.study_seed = 20240401, .replication = 8}};
    Calendar calendar;
    FactStream facts;
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint32_t year = 0; year < rotation_years; ++year) {
        Links links;
        const auto pair = links.add({.key = EntityKey{1},
                                     .first = test::centre,
                                     .second = test::office,
                                     .policy = {1.0, test::run_start},
                                     .reference = {1.0, test::run_start}});
        rotate_staff(links, region, parameters, year, {test::run_start, calendar, streams, facts});
        const double factor = links.links()[pair].policy.value;
        sum += factor;
        squares += factor * factor;
    }
    const auto n = static_cast<double>(rotation_years);
    const double mean = sum / n;
    return {mean, std::sqrt((squares / n - mean * mean) / n)};
}

void check_mean(const RelationParameters& parameters) {
    // Of mean tenures of 4 years at the centre and 2.5 at the office.
    const double loss = parameters.rotation_loss * (1.0 - parameters.routine);
    const double share = (1.0 - loss / 4.0) * (1.0 - loss / 2.5);
    const auto mean = event_mode_factor(parameters);
    CHECK(std::fabs(mean.value - share) < critical_errors * mean.error);
    CHECK(std::fabs(mean.value - 1.05 * share) > critical_errors * mean.error);
    CHECK(std::fabs(mean.value - 0.95 * share) > critical_errors * mean.error);
}

} // namespace

TEST_CASE("the mean factor of event mode is that of share mode") {
    check_mean(test::default_parameters().relations);
}

TEST_CASE("event mode loses what share mode does with other losses and routines too") {
    auto parameters = test::default_parameters().relations;
    parameters.rotation_loss = 0.6;
    parameters.routine = 0.0;
    check_mean(parameters);
}
