#include "engine/care/service_units.hpp"

#include "tests/support/catch.hpp"

using namespace tsunagi;

namespace {

constexpr AgencyId centre{0};
constexpr AgencyId hospital{1};
constexpr SimTime start{Duration{1'600'000'000}};

ServiceUnit unit(AgencyId agency, Service service, Places::Capacity places) {
    return {.agency = agency,
            .service = service,
            .places = Places{places, start},
            .exits = RecentExits{start},
            .slots = MonthlySlots{{}, start, start},
            .list = {},
            .members = {}};
}

} // namespace

TEST_CASE("an agency's service is found by both, and what is not offered cannot be asked for") {
    ServiceUnits units;
    units.add(unit(centre, Service::programme, 10));
    units.add(unit(hospital, Service::bed, 6));
    CHECK(units.offers(centre, Service::programme));
    CHECK_FALSE(units.offers(hospital, Service::programme));
    CHECK_FALSE(units.offers(centre, Service::bed));
    CHECK(units.of(hospital, Service::bed).places.capacity() == Places::Capacity{6});
    CHECK_THROWS_AS(units.of(centre, Service::bed), ContractViolation);
    units.of(centre, Service::programme).places.take(start);
    CHECK(units.of(centre, Service::programme).places.occupied() == 1);
    CHECK(units.of(hospital, Service::bed).places.occupied() == 0);
}
