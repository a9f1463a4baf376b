#include "engine/core/contracts.hpp"
#include "engine/network/law.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace tsunagi;

namespace {

/// Mean over equally spaced probabilities, cut before the tail that decides the last digits.
double mean_of(const Law& law) {
    constexpr int points = 1'000'000;
    double sum = 0.0;
    for (int point = 0; point < points; ++point) {
        sum += law.draw((point + 0.5) / points);
    }
    return sum / points;
}

} // namespace

TEST_CASE("a law of time has the mean that its numbers say") {
    CHECK(mean_of(Law{FixedLaw{12.0}}) == 12.0);
    CHECK(mean_of(Law{UniformLaw{2.0, 5.0}}) == Approx(3.5).epsilon(1e-9));
    CHECK(mean_of(Law{ExponentialLaw{30.0}}) == Approx(30.0).epsilon(1e-5));
    CHECK(mean_of(Law{WeibullLaw{1.5, 30.0}}) ==
          Approx(30.0 * std::tgamma(1.0 + 1.0 / 1.5)).epsilon(1e-5));
    CHECK(mean_of(Law{LogNormalLaw{60.0, 60.0}}) == Approx(60.0).epsilon(1e-3));
}

TEST_CASE("a log-normal law has the standard deviation of the time, not of its logarithm") {
    // Mean and standard deviation 60: the median is 60 / sqrt(2), sigma^2 is ln 2.
    const Law law{LogNormalLaw{60.0, 60.0}};
    CHECK(law.draw(0.5) == Approx(60.0 / std::sqrt(2.0)));
    CHECK(law.draw(0.84134474606854293) ==
          Approx(60.0 / std::sqrt(2.0) * std::exp(std::sqrt(std::log(2.0)))));
    CHECK(Law{LogNormalLaw{60.0, 0.0}}.draw(0.3) == Approx(60.0));
}

TEST_CASE("what happens with a probability happens to that share, by the same law") {
    const Law half{UniformLaw{0.0, 180.0}, 0.5};
    CHECK(half.draw(0.25) == Approx(90.0));
    CHECK(half.draw(0.5) == Law::never);
    CHECK(half.draw(0.99) == Law::never);
    const Law no{FixedLaw{1.0}, 0.0};
    CHECK(no.draw(1e-300) == Law::never);
    const Law rare{ExponentialLaw{1.0}, 1e-300};
    CHECK(rare.draw(std::nextafter(1e-300, 0.0)) >= 0.0); // stays inside the range of the law
}

TEST_CASE("numbers outside their range are no law") {
    CHECK_THROWS_AS(Law{FixedLaw{-1.0}}, ContractViolation);
    CHECK_THROWS_AS((Law{UniformLaw{2.0, 1.0}}), ContractViolation);
    CHECK_THROWS_AS(Law{ExponentialLaw{0.0}}, ContractViolation);
    CHECK_THROWS_AS((Law{WeibullLaw{0.0, 1.0}}), ContractViolation);
    CHECK_THROWS_AS((Law{LogNormalLaw{1.0, -1.0}}), ContractViolation);
    CHECK_THROWS_AS((Law{FixedLaw{1.0}, 1.1}), ContractViolation);
}

TEST_CASE("only fixed and uniform times that happen for certain have a bound") {
    CHECK(Law{FixedLaw{3.0}}.longest_days() == 3.0);
    CHECK(Law{UniformLaw{1.0, 4.0}}.longest_days() == 4.0);
    CHECK(Law{FixedLaw{3.0}, 0.9}.longest_days() == Law::never);
    CHECK(Law{ExponentialLaw{1.0}}.longest_days() == Law::never);
    CHECK(Law{WeibullLaw{2.0, 1.0}}.longest_days() == Law::never);
    CHECK(Law{LogNormalLaw{1.0, 0.0}}.longest_days() == Law::never);
}
