#include "scenarios/regions/region_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/scratch.hpp"

#include <numeric>

using namespace tsunagi;

namespace {

RegionFile read(const std::string& file) {
    auto region = load_region(file);
    REQUIRE(region.faults.empty());
    return std::move(*region.value);
}

} // namespace

TEST_CASE("the typical prefecture holds the sixteen types of Table 1 and their counts of 59") {
    const auto file = read(test::scenario("regions/typical-prefecture.toml"));
    const auto& region = file.region;
    const auto& links = std::get<TypicalLinks>(region.links);
    CHECK(links.any_good_share == Approx(43.0 / 59.0).epsilon(1e-12));
    CHECK(links.interviewed_centres == 12.0);
    CHECK(std::accumulate(links.good_share.begin(), links.good_share.end(), 0.0) * 59.0 ==
          Approx(154.0));
    for (const auto& row : file.catalogue.agency_type_rows()) {
        if (!row.survey_n) {
            continue;
        }
        const auto type = *file.catalogue.find_agency_type(row.id);
        INFO(row.id);
        CHECK(links.good_share[static_cast<std::size_t>(type)] ==
              Approx(static_cast<double>(*row.survey_n) / 59.0));
        CHECK(std::any_of(region.agencies.values().begin(),
                          region.agencies.values().end(),
                          [&](const Agency& agency) { return agency.type == type; }));
    }
}

TEST_CASE("centre and office of the typical prefecture have the staff and quality of the table") {
    const auto file = read(test::scenario("regions/typical-prefecture.toml"));
    const auto& centre = file.region.agencies[file.region.centre];
    const auto& office = file.region.agencies[file.region.probation_office];
    CHECK(centre.staffing->posts == 2.0);
    CHECK(centre.staffing->direct_share == 0.60);
    CHECK(centre.quality == 0.70);
    CHECK(centre.tenure == TenureClass::local);
    CHECK(office.staffing->posts == 6.0);
    CHECK(office.staffing->direct_share == 0.35);
    CHECK(office.quality == 0.40);
    CHECK(office.tenure == TenureClass::justice);
    CHECK(centre.minutes_from_municipality == std::vector<double>{15, 30, 45, 60, 90});
}

TEST_CASE("travel between agencies is the same both ways, and none to oneself") {
    const auto file = read(test::scenario("regions/typical-prefecture.toml"));
    const auto agencies = file.region.agencies.values();
    for (std::size_t one = 0; one < agencies.size(); ++one) {
        CHECK(agencies[one].minutes_from_agency[one] == 0.0);
        for (std::size_t other = 0; other < agencies.size(); ++other) {
            CHECK(agencies[one].minutes_from_agency[other] ==
                  agencies[other].minutes_from_agency[one]);
        }
    }
}

TEST_CASE("the labels that are on become a route and an activity") {
    const auto file = read(test::scenario("regions/typical-prefecture.toml"));
    REQUIRE(file.region.referrals.size() == 1);
    CHECK(file.region.referrals[0].label == key_of("t2.01"));
    CHECK(file.region.referrals[0].sender == file.region.probation_office);
    CHECK(file.region.referrals[0].receiver == file.region.centre);
    CHECK(file.region.referrals[0].offer_cold == 0.09);
    REQUIRE(file.region.activities.size() == 1);
    CHECK(file.region.activities[0].label == key_of("t2.05"));
    CHECK(file.region.activities[0].mentions == 8.0);
    CHECK(file.region.activities[0].per_year == 6.0);
    CHECK(file.region.activities[0].attendance == ContactActivity::Attendance::centre_at_partner);
    CHECK(file.region.liaison.hours == 1.0);
}

TEST_CASE("an observed region holds the contacts it reports and the values it knows better") {
    const auto file = read(test::scenario("regions/example-observed.toml"));
    const auto& held = std::get<ObservedLinks>(file.region.links).held;
    REQUIRE(held.size() == 2);
    CHECK(held[0].first == file.region.centre);
    CHECK(held[0].second == file.region.probation_office);
    CHECK(held[0].per_year == 4.0);
    CHECK(held[1].label == key_of("liaison"));
    CHECK(file.parameters().intake.volume == 0.75);
}

TEST_CASE("a region laid over another differs in what it states alone") {
    const test::Scratch scratch;
    const auto own =
        scratch.write("own.toml",
                      "schema = [1, 0]\nkind = \"region\"\nbase = \"" +
                          test::scenario("regions/typical-prefecture.toml") +
                          "\"\nrotation_mode = \"event\"\n[agency.centre]\nposts = 3\n");
    const auto base = read(test::scenario("regions/typical-prefecture.toml"));
    const auto file = read(own);
    CHECK(file.region.agencies[file.region.centre].staffing->posts == 3.0);
    CHECK(file.parameters().relations.rotation_mode == RotationMode::event);
    CHECK(base.parameters().relations.rotation_mode == RotationMode::share);
    CHECK(file.region.agencies.size() == base.region.agencies.size());
    CHECK(file.name == base.name);
}
