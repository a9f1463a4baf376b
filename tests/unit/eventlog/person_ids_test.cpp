#include "engine/core/contracts.hpp"
#include "outputs/eventlog/person_ids.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/enumerators.hpp"

using namespace tsunagi;

namespace {

EntityKey arrival(ArrivalSource source, std::uint64_t number) {
    return child_key(source_key(source), number);
}

} // namespace

TEST_CASE("sources are called by their enumerators") {
    const auto sources = test::enumerators_of("engine/people/intake.hpp", "ArrivalSource");
    REQUIRE(sources.size() == arrival_sources);
    for (const auto& source : sources) {
        CHECK(name_of(static_cast<ArrivalSource>(source.value)) == source.name);
    }
}

TEST_CASE("an id names the source, the number of the arrival, and the family after its person") {
    PersonIds ids;
    const auto enter = [&](ArrivalSource source, std::uint64_t number) {
        return ids.enter(arrival(source, number), ClientKind::justice);
    };
    CHECK(enter(ArrivalSource::parole_only, 0) == "parole_only-0");
    CHECK(enter(ArrivalSource::suspended, 0) == "suspended-0");
    CHECK(ids.enter(child_key(arrival(ArrivalSource::suspended, 0), 0), ClientKind::family) ==
          "suspended-0/family");
    CHECK(enter(ArrivalSource::parole_only, 1) == "parole_only-1");
    CHECK(ids.enter(arrival(ArrivalSource::background_families, 0),
                    ClientKind::background_family) == "background_families-0");
}

TEST_CASE("newcomers who are left out or come twice are a broken contract") {
    PersonIds ids;
    const auto first = arrival(ArrivalSource::juvenile, 0);
    CHECK_THROWS_AS(ids.enter(arrival(ArrivalSource::juvenile, 1), ClientKind::justice),
                    ContractViolation);
    CHECK_THROWS_AS(ids.enter(child_key(first, 0), ClientKind::family), ContractViolation);
    ids.enter(first, ClientKind::justice);
    CHECK_THROWS_AS(ids.enter(first, ClientKind::justice), ContractViolation);
}
