#include "engine/core/contracts.hpp"
#include "outputs/eventlog/fact_form.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/enumerators.hpp"

using namespace tsunagi;

TEST_CASE("every kind of fact has a form under the name of its enumerator") {
    const auto kinds = test::fact_kinds();
    REQUIRE(kinds.size() >= 58);
    CHECK(kinds.front().name == "person_entered");
    CHECK(kinds.back().value == 92);
    for (const auto& kind : kinds) {
        CAPTURE(kind.name);
        CHECK(form_of(static_cast<FactKind>(kind.value)).name == kind.name);
    }
}

TEST_CASE("a number that is no kind of fact is a broken contract") {
    CHECK_THROWS_AS(form_of(static_cast<FactKind>(9)), ContractViolation);
    CHECK_THROWS_AS(form_of(static_cast<FactKind>(255)), ContractViolation);
}
