#include "engine/core/column.hpp"
#include "engine/core/entity.hpp"
#include "engine/core/id.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

TEST_CASE("declared ids hash by FNV-1a") {
    // Published test vectors of FNV-1a, 64 bit.
    CHECK(key_of("").value == 0xcbf29ce484222325U);
    CHECK(key_of("a").value == 0xaf63dc4c8601ec8cU);
    CHECK(key_of("foobar").value == 0x85944171f73967e8U);
}

TEST_CASE("a pair has no direction, and children of one parent differ") {
    const auto centre = key_of("centre");
    const auto office = key_of("office");
    CHECK(pair_key(centre, office) == pair_key(office, centre));
    CHECK(child_key(centre, 0) != child_key(centre, 1));
    CHECK(child_key(centre, 0) != child_key(office, 0));
}

TEST_CASE("partner keys keep 48 bits") {
    CHECK(partner(key_of("office")).value < (std::uint64_t{1} << 48U));
}

TEST_CASE("columns check their bounds and optional ids their value") {
    Column<ClientId, int> ages;
    const auto first = ages.push(41);
    CHECK(ages[first] == 41);
    CHECK_THROWS_AS(ages[ClientId{1}], ContractViolation);
    CHECK_THROWS_AS(OptionalId<ClientTag>{}.value(), ContractViolation);
    CHECK(OptionalId<ClientTag>{first}.value() == first);
}
