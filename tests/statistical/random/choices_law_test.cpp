// Choices and races against their closed forms; n = 200 000, level 1e-6. Where an option or hazard
// is 5 % off, its share (about 0.3) is off by 0.01, ten standard errors, and must be rejected by
// the same test.
#include "engine/random/choices.hpp"

#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

constexpr std::uint64_t people = 200'000;

std::vector<double> normalised(std::vector<double> weights) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) {
        weight /= total;
    }
    return weights;
}

} // namespace

TEST_CASE("options are chosen in proportion to the exponential of their utility") {
    const std::vector<Option> options{{.option = 1, .utility = 0.0},
                                      {.option = 2, .utility = 0.5},
                                      {.option = 3, .utility = -1.0},
                                      {.option = 4, .utility = 0.8}};
    Streams streams{{.study_seed = 20240401, .replication = 5}};
    std::vector<double> counts(options.size(), 0.0);
    for (std::uint64_t person = 0; person < people; ++person) {
        counts[choose(options, streams, {.purpose = Draw::offer, .entity = EntityKey{person}})] +=
            1.0;
    }
    const std::vector<double> odds{1.0, std::exp(0.5), std::exp(-1.0), std::exp(0.8)};
    CHECK(test::chi_square(counts, normalised(odds)) < 1.0);
    const std::vector<double> wrong_odds{1.0, 1.05 * odds[1], odds[2], odds[3]};
    CHECK(test::chi_square(counts, normalised(wrong_odds)) > 1.0);
}

TEST_CASE("a race ends by each cause in proportion to its hazard, at the rate of all, and when "
          "does not tell which") {
    const std::vector<Cause> causes{
        {.cause = 1, .hazard = 0.05}, {.cause = 2, .hazard = 0.02}, {.cause = 3, .hazard = 0.03}};
    Streams streams{{.study_seed = 20240401, .replication = 5}};
    std::vector<double> counts(3, 0.0);
    std::vector<double> times;
    std::vector<double> times_of_second;
    for (std::uint64_t person = 0; person < people; ++person) {
        const auto end =
            race(causes, streams, {.purpose = Draw::offer, .entity = EntityKey{person}});
        REQUIRE(end);
        counts[end->winner] += 1.0;
        times.push_back(end->time);
        if (end->winner == 1) {
            times_of_second.push_back(end->time);
        }
    }
    CHECK(test::chi_square(counts, std::vector<double>{0.5, 0.2, 0.3}) < 1.0);
    CHECK(test::chi_square(counts, normalised({0.05 * 1.05, 0.02, 0.03})) > 1.0);
    const auto law = [](double rate) {
        return [rate](double time) { return -std::expm1(-rate * time); };
    };
    CHECK(test::kolmogorov_smirnov(times, law(0.1)) < 1.0);
    CHECK(test::kolmogorov_smirnov(times, law(0.105)) > 1.0);
    CHECK(test::kolmogorov_smirnov(times_of_second, law(0.1)) < 1.0);
}
