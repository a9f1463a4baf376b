#include "engine/observation/outcome.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("outcomes stand at their own positions and are found by their ids") {
    for (std::size_t row = 0; row < outcomes; ++row) {
        const auto outcome = static_cast<Outcome>(row);
        const auto& spec = spec_of(outcome);
        CHECK(outcome_specs()[row].outcome == outcome);
        CHECK(outcome_named(spec.id) == outcome);
    }
    CHECK_FALSE(outcome_named("happiness"));
}

TEST_CASE("only shares of the whole cohort are told in whole persons") {
    CHECK(is_share_of_cohort(Outcome::support_180));
    CHECK_FALSE(is_share_of_cohort(Outcome::need_support_180));
    CHECK_FALSE(is_share_of_cohort(Outcome::silent_started_21));
    CHECK_FALSE(is_share_of_cohort(Outcome::days_in_support));
}
