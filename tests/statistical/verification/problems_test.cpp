// The problems of `tsunagi verify`, with n as they stand: 40 replications of every queue, 100,000
// persons and more elsewhere. Each agrees with its formula at a level of 1e-6 for every number, and
// disagrees somewhere where the engine is given an input that is 5 % wrong, either way.
#include "engine/verification/verification.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"

#include <algorithm>

using namespace tsunagi;

namespace {

bool all_agree(const VerificationProblem& problem, double error) {
    const auto quantities = problem.solve(error);
    return std::all_of(quantities.begin(), quantities.end(), agrees);
}

} // namespace

TEST_CASE("every problem with a known answer is solved, and an error of 5 % is seen") {
    for (const auto& problem : verification_problems()) {
        INFO(problem.id);
        CHECK(all_agree(problem, 1.0));
        CHECK_FALSE(all_agree(problem, test::wrong_factor));
        CHECK_FALSE(all_agree(problem, 1.0 / test::wrong_factor));
    }
}
