#include "tests/golden/cases/numbers_part.hpp"

#include "engine/clocks/baselines.hpp"
#include "engine/network/law.hpp"
#include "engine/random/choices.hpp"
#include "engine/random/det.hpp"
#include "engine/random/near_zero.hpp"
#include "engine/random/philox.hpp"
#include "engine/random/quantile_table.hpp"
#include "engine/random/samplers.hpp"
#include "engine/random/streams.hpp"

#include "tests/golden/cases/fingerprint.hpp"
#include "tests/golden/cases/lines.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>

namespace tsunagi::test {

namespace {

constexpr std::uint64_t points = 5'000; // of each case

/// Told the numbers of a case, a double by its bits.
using HearNumber = std::function<void(std::uint64_t bits)>;
using TellNumbers = std::function<void(const HearNumber&)>;

GoldenCase case_of(const std::string& name, const TellNumbers& tell) {
    return {
        .name = name,
        .summary =
            [tell] {
                Fingerprint digest;
                tell([&](std::uint64_t bits) { digest.add(bits); });
                return digest_line("digest", digest.value());
            },
        .replay =
            [tell](const HearStep& hear) { tell([&](std::uint64_t bits) { hear(hex(bits)); }); }};
}

/// A function of two uniforms, at many places.
GoldenCase function_case(const std::string& name, const std::function<double(double, double)>& of) {
    return case_of(name, [of](const HearNumber& hear) {
        Philox4x64 words;
        for (std::uint64_t point = 0; point < points; ++point) {
            const double u = unit_interval(words());
            const double v = unit_interval(words());
            hear(std::bit_cast<std::uint64_t>(of(u, v)));
        }
    });
}

/// A baseline hazard and its inverse, at many ages.
template <Baseline Hazard> GoldenCase hazard_case(const std::string& name, const Hazard& hazard) {
    return function_case(name, [hazard](double u, double v) {
        return u < 0.5 ? hazard.cumulative(2000.0 * v) : hazard.age_at(-det::log(v));
    });
}

DrawAddress address(std::uint64_t point) {
    return {.purpose = Draw::offer,
            .entity = child_key(key_of("person"), point % 100),
            .partner = partner(child_key(key_of("agency"), point % 7)),
            .occurrence = point,
            .option = static_cast<std::uint32_t>(point % 5)};
}

// Two blocks of each stream.
void tell_words(Tails tails, const HearNumber& hear) {
    Streams streams{{.study_seed = 7, .replication = 3}, tails};
    for (std::uint64_t point = 0; point < points; ++point) {
        auto stream = streams.open(address(point));
        for (int word = 0; word < 8; ++word) {
            hear(stream());
        }
    }
}

void tell_choices(const HearNumber& hear) {
    Streams streams{{.study_seed = 7, .replication = 4}};
    const std::array<Option, 4> options{{{partner(key_of("one")), 0, 0.3},
                                         {partner(key_of("two")), 0, -1.2},
                                         {partner(key_of("three")), 1, 0.0},
                                         {partner(key_of("three")), 2, 0.9}}};
    for (std::uint64_t point = 0; point < points; ++point) {
        hear(choose(options, streams, {.purpose = Draw::agency_choice, .occurrence = point}));
    }
}

void tell_races(const HearNumber& hear) {
    Streams streams{{.study_seed = 7, .replication = 5}};
    const std::array<Cause, 3> causes{{{0, 0.02}, {1, 0.0}, {2, 0.5}}};
    for (std::uint64_t point = 0; point < points; ++point) {
        const auto result = race(causes, streams, {.purpose = Draw::death, .occurrence = point});
        hear(result ? result->winner : causes.size());
        hear(std::bit_cast<std::uint64_t>(result ? result->time : 0.0));
    }
}

std::vector<GoldenCase> draws() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> weights{0.2, 0.0, 1.5, 3.0};
    return {
        case_of("words", [](const HearNumber& hear) { tell_words(Tails::plain, hear); }),
        case_of("mirrored words",
                [](const HearNumber& hear) { tell_words(Tails::antithetic, hear); }),
        function_case("exponential", [](double u, double v) { return exponential(50.0 * v, u); }),
        function_case("log-normal",
                      [](double u, double v) { return log_normal(30.0, 2.0 * v, u); }),
        function_case("weibull", [](double u, double v) { return weibull(0.2 + v, 90.0, u); }),
        function_case("truncated normal",
                      [](double u, double v) {
                          return truncated_normal({v, 0.3, 0.0, infinity}, u);
                      }),
        function_case("log-uniform", [](double u, double v) { return log_uniform(v, 4.0, u); }),
        function_case(
            "index",
            [weights](double u, double) { return static_cast<double>(choose_index(weights, u)); }),
        function_case("poisson",
                      [](double u, double v) { return static_cast<double>(poisson(30.0 * v, u)); }),
        function_case("gamma",
                      [table = gamma_quantiles(2.5)](double u, double) { return table.at(u); }),
        function_case("beta",
                      [table = beta_quantiles(1.7, 3.2)](double u, double) { return table.at(u); }),
        case_of("choices", tell_choices),
        case_of("races", tell_races),
        function_case(
            "law of a network",
            [law = Law{LogNormalLaw{60.0, 45.0}, 0.9}](double u, double) { return law.draw(u); })};
}

std::vector<GoldenCase> functions() {
    return {
        function_case("log", [](double u, double v) { return det::log(u / v); }),
        function_case("exp", [](double u, double v) { return det::exp(700.0 * (u - v)); }),
        function_case("expit", [](double u, double v) { return det::expit(20.0 * (u - v)); }),
        function_case("logit", [](double u, double) { return det::logit(u); }),
        function_case("half power", [](double u, double) { return det::half_power(50.0 * u); }),
        function_case("power", [](double u, double v) { return det::power(10.0 * u, 4.0 * v); }),
        function_case("sine of a turn",
                      [](double u, double v) { return det::sine_of_turn(u / v); }),
        function_case("normal quantile", [](double u, double) { return det::normal_quantile(u); }),
        function_case("normal", [](double u, double) { return det::normal_cdf(16.0 * u - 8.0); }),
        function_case("log of one plus",
                      [](double u, double v) { return det::log_one_plus(u * v); }),
        function_case("exp minus one",
                      [](double u, double v) { return det::exp_minus_one(u * v); }),
        function_case("share of beta",
                      [](double u, double v) { return beta_below(2.0, 1.0 + 9.0 * v, u); }),
        hazard_case("constant hazard", ExponentialBaseline{0.01}),
        hazard_case("weibull hazard", WeibullBaseline{0.6, 120.0}),
        hazard_case("log-logistic hazard",
                    LogLogisticBaseline{{.scale_days = 40.0, .shape = 1.3, .level = 0.7}}),
        hazard_case("gompertz hazard",
                    GompertzBaseline{{.start_per_day = 0.002, .growth_per_day = -0.001}}),
        hazard_case("hazard by pieces",
                    PiecewiseBaseline{{{0.0, 0.02}, {30.0, 0.001}, {400.0, 0.004}}})};
}

} // namespace

GoldenPart numbers_part() {
    GoldenPart part{.name = "numbers",
                    .about = "Draws, elementary functions and hazards: a digest of the bits at "
                             "5,000 places each.",
                    .cases = {}};
    for (auto& cases : {draws(), functions()}) {
        part.cases.insert(part.cases.end(), cases.begin(), cases.end());
    }
    return part;
}

} // namespace tsunagi::test
