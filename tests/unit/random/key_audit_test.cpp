#include "engine/core/contracts.hpp"
#include "engine/random/key_audit.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("an audit takes every address once") {
    KeyAudit audit;
    for (std::uint64_t entity = 0; entity < 1000; ++entity) {
        audit.record({0, entity, 0, 0});
        audit.record({0, 0, 0, entity + 1});
    }
    CHECK(audit.size() == 2000);
    CHECK_THROWS_AS(audit.record({0, 500, 0, 0}), ContractViolation);
}

TEST_CASE("a copied audit knows the addresses of its original, and then goes its own way") {
    KeyAudit warm_up;
    warm_up.record({1, 2, 3, 4});
    KeyAudit one = warm_up;
    KeyAudit other = warm_up;
    CHECK_THROWS_AS(one.record({1, 2, 3, 4}), ContractViolation);
    one.record({5, 6, 7, 8});
    CHECK_NOTHROW(other.record({5, 6, 7, 8}));
}
