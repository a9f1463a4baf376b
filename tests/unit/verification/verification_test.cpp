#include "engine/verification/verification.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <string>

using namespace tsunagi;

TEST_CASE("a number with a standard error agrees within its interval at a level of 1e-6") {
    const auto quantity = [](double value) {
        return VerifiedQuantity{
            "waiting", 10.0, {.value = value, .standard_error = 0.1, .units = 1'000'000}};
    };
    CHECK(agrees(quantity(10.0 + 0.1 * 4.88)));
    CHECK(agrees(quantity(10.0 - 0.1 * 4.88)));
    CHECK_FALSE(agrees(quantity(10.0 + 0.1 * 4.90)));
    // Few replications know their standard error less well: Student's t with 39 degrees.
    CHECK(agrees({"waiting", 10.0, {.value = 10.57, .standard_error = 0.1, .units = 40}}));
    CHECK_FALSE(agrees({"waiting", 10.0, {.value = 10.60, .standard_error = 0.1, .units = 40}}));
}

TEST_CASE("a number without chance agrees to rounding") {
    CHECK(agrees({"waiting", 3.0, {.value = 3.0 + 1e-12, .units = 2}}));
    CHECK_FALSE(agrees({"waiting", 3.0, {.value = 3.0 + 1e-8, .units = 2}}));
}

TEST_CASE("every problem has a name of its own") {
    std::set<std::string> ids;
    for (const auto& problem : verification_problems()) {
        CHECK(ids.insert(problem.id).second);
    }
    CHECK(ids.size() == 13);
}
