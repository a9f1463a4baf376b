#include "engine/lives/ways_between_agencies.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

using namespace tsunagi;

namespace {

using WayBy = std::variant<EntityKey, Process>;
using Rows = std::vector<AgencyId>;

std::optional<Way> way_of(const Region& region, const WayBy& by, double start_trust = 0.1) {
    const auto parameters = test::default_parameters();
    auto family = parameters.family;
    family.start_trust = start_trust;
    const auto ways = ways_of(region, family, parameters.admission);
    const auto found =
        std::find_if(ways.begin(), ways.end(), [&](const Way& way) { return way.by == by; });
    return found == ways.end() ? std::nullopt : std::optional{*found};
}

Rows senders(const Region& region, const WayBy& by) {
    const auto way = way_of(region, by);
    return way ? way->from : Rows{};
}

Rows receivers(const Region& region, const WayBy& by) {
    const auto way = way_of(region, by);
    return way ? way->to : Rows{};
}

OfferedService& offered_by(Region& region, AgencyId agency, Service service) {
    auto& all = region.agencies[agency].services;
    return *std::find_if(all.begin(), all.end(), [&](const OfferedService& offered) {
        return offered.service == service;
    });
}

AgencyId add_offering(Region& region, EntityKey key, AgencyType type, Service service) {
    const auto agency = test::add_agency(region, key, type, TenureClass::hospital);
    region.agencies[agency].services.push_back(
        {.service = service, .places = {}, .slots_per_month = {}, .share = 1.0});
    return agency;
}

} // namespace

TEST_CASE("a label is a way from the region's own office, unless it is never offered") {
    auto region = test::small_region();
    const WayBy label{test::counselling_referral};
    CHECK(senders(region, label) == Rows{test::office});
    CHECK(receivers(region, label) == Rows{test::centre});
    const auto other = test::add_agency(
        region, key_of("other office"), AgencyType::probation_office, TenureClass::justice);
    region.referrals.push_back(region.referrals.front());
    region.referrals.back().sender = other;
    CHECK(senders(region, label) == Rows{test::office}); // nobody there has an opportunity
    region.referrals.front().offer_warm = 0.0;
    CHECK_FALSE(way_of(region, label).has_value());
}

TEST_CASE("the centre hands on whatever labels are on") {
    auto region = test::small_region();
    region.referrals.clear();
    CHECK(senders(region, Process::outpatient_offer) == Rows{test::centre});
    CHECK(receivers(region, Process::outpatient_offer) == Rows{test::hospital});
    CHECK(senders(region, Process::programme_track) == Rows{test::centre});
    CHECK(receivers(region, Process::programme_track) == Rows{test::facility});
    CHECK(receivers(region, Process::self_referral) == Rows{test::centre});
    CHECK(senders(region, Process::self_referral).empty());
}

TEST_CASE("what is offered in some replications is a way, what is offered in none is not") {
    auto region = test::small_region();
    auto& programme = offered_by(region, test::centre, Service::programme);
    programme.share = 0.25;
    CHECK(way_of(region, Process::programme_track).has_value());
    programme.share = 0.0;
    CHECK_FALSE(way_of(region, Process::programme_track).has_value());
    offered_by(region, test::facility, Service::residence).share = 0.0;
    for (const auto process :
         {Process::bed_track, Process::resident_to_bed, Process::residence_wish}) {
        CHECK_FALSE(way_of(region, process).has_value());
    }
}

TEST_CASE("a family opens a track where it trusts a facility enough from the start") {
    const auto region = test::small_region();
    CHECK_FALSE(way_of(region, Process::family_track).has_value());
    CHECK(way_of(region, Process::family_track, 0.4)->from == Rows{test::centre});
}

TEST_CASE("general hospitals and those out of the area have people only where specialists fill") {
    auto region = test::small_region();
    const auto general =
        add_offering(region, key_of("general"), AgencyType::psychiatric_hospital, Service::bed);
    const auto far =
        add_offering(region, key_of("far"), AgencyType::out_of_prefecture_hospital, Service::bed);
    CHECK(receivers(region, Process::admission_need) == Rows{test::hospital, general, far});
    offered_by(region, test::hospital, Service::bed).places.reset(); // with a programme of its own
    CHECK(receivers(region, Process::admission_need) == Rows{test::hospital});
    offered_by(region, test::hospital, Service::bed).share = 0.5;
    CHECK(receivers(region, Process::admission_need) == Rows{test::hospital, general, far});
}

TEST_CASE("a place out of the area is asked for only where a facility can be full") {
    auto region = test::small_region();
    const auto far = add_offering(
        region, key_of("far"), AgencyType::out_of_prefecture_recovery_facility, Service::residence);
    CHECK(senders(region, Process::far_residence) == Rows{test::facility});
    CHECK(receivers(region, Process::far_residence) == Rows{far});
    CHECK(senders(region, Process::resident_to_bed) == Rows{test::facility, far});
    offered_by(region, test::facility, Service::residence).places.reset();
    CHECK_FALSE(way_of(region, Process::far_residence).has_value());
    CHECK(senders(region, Process::resident_to_bed) == Rows{test::facility});
}

TEST_CASE("where nobody chooses, the agency of lowest key stands before all others while it is "
          "there") {
    auto region = test::small_region();
    const auto add_far = [&](EntityKey key) {
        return add_offering(region, key, AgencyType::out_of_prefecture_hospital, Service::bed);
    };
    auto one = add_far(key_of("one far"));
    auto other = add_far(key_of("other far"));
    if (region.agencies[other].key < region.agencies[one].key) {
        std::swap(one, other);
    }
    CHECK(receivers(region, Process::admission_need) == Rows{test::hospital, one});
    offered_by(region, one, Service::bed).share = 0.5;
    CHECK(receivers(region, Process::admission_need) == Rows{test::hospital, one, other});
}

TEST_CASE("the nearest prison stands for all") {
    auto region = test::small_region();
    CHECK_FALSE(way_of(region, Process::prison_track).has_value());
    CHECK_FALSE(way_of(region, Process::custody).has_value());
    const auto add_prison = [&](EntityKey key, double minutes) {
        const auto prison = test::add_agency(region, key, AgencyType::prison, TenureClass::justice);
        region.travel.state(test::centre, prison, minutes);
        return prison;
    };
    add_prison(key_of("distant"), 90.0);
    const auto near = add_prison(key_of("near"), 30.0);
    CHECK(senders(region, Process::prison_track) == Rows{near});
    CHECK(senders(region, Process::release_to_supervision) == Rows{near});
    CHECK(receivers(region, Process::custody) == Rows{near});
}
