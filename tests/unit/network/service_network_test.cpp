#include "engine/core/contracts.hpp"
#include "engine/network/service_network.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("a routing takes each branch with its probability, and out with what is left") {
    const Routing routing{{{AgencyId{3}, 0.25}, {AgencyId{1}, 0.15}}};
    CHECK(routing.next(0.1) == AgencyId{3});
    CHECK(routing.next(0.249) == AgencyId{3});
    CHECK(routing.next(0.251) == AgencyId{1});
    CHECK(routing.next(0.399) == AgencyId{1});
    CHECK_FALSE(routing.next(0.401).has_value());
    CHECK_FALSE(Routing{}.next(0.5).has_value());
}

TEST_CASE("branches that sum to 1 but for rounding let nobody out") {
    const Routing thirds{{{AgencyId{0}, 1.0 / 3}, {AgencyId{1}, 1.0 / 3}, {AgencyId{2}, 1.0 / 3}}};
    CHECK(thirds.next(1.0 - 0x1p-53) == AgencyId{2});
}

TEST_CASE("probabilities of a routing lie in [0, 1] and sum to at most 1") {
    CHECK_THROWS_AS((Routing{{{AgencyId{0}, 0.7}, {AgencyId{1}, 0.4}}}), ContractViolation);
    CHECK_THROWS_AS((Routing{{{AgencyId{0}, -0.1}}}), ContractViolation);
}
