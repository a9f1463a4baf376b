#include "scenarios/regions/region_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/scratch.hpp"

#include <numeric>
#include <stdexcept>

using namespace tsunagi;

namespace {

RegionFile read_region(const std::string& file) {
    auto region = load_region(file);
    REQUIRE(region.faults.empty());
    return std::move(*region.value);
}

AgencyId id_of(const RegionFile& file, const std::string& id) {
    for (std::uint32_t row = 0; row < file.agencies.size(); ++row) {
        if (file.agencies[row].id == id) {
            return AgencyId{row};
        }
    }
    throw std::runtime_error{"no agency " + id};
}

const Agency& agency(const RegionFile& file, const std::string& id) {
    return file.region.agencies.values()[id_of(file, id).row()];
}

const OfferedService* offered(const Agency& agency, Service service) {
    for (const auto& one : agency.services) {
        if (one.service == service) {
            return &one;
        }
    }
    return nullptr;
}

// A region file laid over the typical prefecture.
std::string over_typical(const std::string& text) {
    return "schema = [1, 0]\nkind = \"region\"\nbase = \"" +
           test::scenario("regions/typical-prefecture.toml") + "\"\n" + text;
}

} // namespace

TEST_CASE("the typical prefecture holds the sixteen types of Table 1 and their counts of 59") {
    const auto file = read_region(test::scenario("regions/typical-prefecture.toml"));
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
    const auto file = read_region(test::scenario("regions/typical-prefecture.toml"));
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

TEST_CASE(
    "travel takes what the file says of a pair, in either order, else the usual, and none home") {
    const auto file = read_region(test::scenario("regions/typical-prefecture.toml"));
    const auto minutes = [&](const std::string& one, const std::string& other) {
        return file.region.travel.minutes(id_of(file, one), id_of(file, other));
    };
    CHECK(minutes("centre", "far_hospital") == 120.0);
    CHECK(minutes("far_hospital", "centre") == 120.0);
    CHECK(minutes("recovery_facility", "prison") == 60.0);
    CHECK(minutes("prison", "recovery_facility") == 60.0);
    CHECK(minutes("centre", "recovery_facility") == 20.0);
    CHECK(minutes("recovery_facility", "far_facility") == 20.0);
    CHECK(minutes("centre", "centre") == 0.0);
}

TEST_CASE("the labels that are on become routes and an activity") {
    const auto file = read_region(test::scenario("regions/typical-prefecture.toml"));
    REQUIRE(file.region.referrals.size() == 2);
    for (const auto& route : file.region.referrals) {
        CHECK(route.sender == file.region.probation_office);
        CHECK(route.receiver == file.region.centre);
    }
    CHECK(file.region.referrals[0].label == key_of("t2.01"));
    CHECK(file.region.referrals[0].subject == ReferralRoute::Subject::person);
    CHECK(file.region.referrals[0].offer_cold == 0.09);
    CHECK(file.region.referrals[1].label == key_of("t2.03"));
    CHECK(file.region.referrals[1].subject == ReferralRoute::Subject::family);
    REQUIRE(file.region.activities.size() == 1);
    CHECK(file.region.activities[0].label == key_of("t2.05"));
    CHECK(file.region.activities[0].mentions == 8.0);
    CHECK(file.region.activities[0].per_year == 6.0);
    CHECK(file.region.activities[0].attendance == ContactActivity::Attendance::centre_at_partner);
    CHECK(file.region.liaison.hours == 1.0);
}

TEST_CASE("an observed region holds the contacts it reports and the values it knows better") {
    const auto file = read_region(test::scenario("regions/example-observed.toml"));
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
    const auto base = read_region(test::scenario("regions/typical-prefecture.toml"));
    const auto file = read_region(own);
    CHECK(file.region.agencies[file.region.centre].staffing->posts == 3.0);
    CHECK(file.parameters().relations.rotation_mode == RotationMode::event);
    CHECK(base.parameters().relations.rotation_mode == RotationMode::share);
    CHECK(file.region.agencies.size() == base.region.agencies.size());
    CHECK(file.name == base.name);
}

TEST_CASE("agencies of the typical prefecture offer the services of the table") {
    const auto file = read_region(test::scenario("regions/typical-prefecture.toml"));
    const auto& centre = agency(file, "centre");
    CHECK(centre.services.size() == 4);
    CHECK(offered(centre, Service::counselling)->share == 1.0);
    CHECK_FALSE(offered(centre, Service::counselling)->places);
    CHECK(offered(centre, Service::programme)->places == 10.0);
    CHECK(offered(centre, Service::programme)->share == 0.68);
    CHECK(offered(centre, Service::family_counselling)->share == 1.0);
    CHECK(offered(centre, Service::family_class)->places == 12.0);
    CHECK(offered(centre, Service::family_class)->share == 0.70);
    const auto& facility = agency(file, "recovery_facility");
    CHECK(offered(facility, Service::residence)->places == 14.0);
    CHECK(offered(facility, Service::day_programme)->places == 30.0);
    CHECK(offered(facility, Service::family_meeting) != nullptr);
    const auto& specialist = agency(file, "specialist_hospital");
    CHECK(offered(specialist, Service::outpatient)->slots_per_month == 6.0);
    CHECK(offered(specialist, Service::hospital_programme) != nullptr);
    CHECK(offered(specialist, Service::bed)->places == 6.0);
    const auto& general = agency(file, "general_hospitals");
    CHECK(offered(general, Service::outpatient)->slots_per_month == 4.0);
    CHECK_FALSE(offered(general, Service::bed)->places);
    CHECK(offered(general, Service::hospital_programme) == nullptr);
    CHECK(offered(agency(file, "self_help_group"), Service::self_help) != nullptr);
    CHECK(offered(agency(file, "far_hospital"), Service::bed) != nullptr);
    CHECK(offered(agency(file, "far_facility"), Service::residence) != nullptr);
    CHECK(offered(agency(file, "rehabilitation_facility"), Service::residence)->places == 10.0);
}

TEST_CASE("the way to the general hospitals takes twice that to the nearest health center") {
    const auto file = read_region(test::scenario("regions/typical-prefecture.toml"));
    const auto& near_by = agency(file, "health_center").minutes_from_municipality;
    const auto& hospitals = agency(file, "general_hospitals").minutes_from_municipality;
    REQUIRE(hospitals.size() == near_by.size());
    for (std::size_t row = 0; row < near_by.size(); ++row) {
        CHECK(hospitals[row] == 2.0 * near_by[row]);
    }
}

TEST_CASE("an agency without hours is right where nothing that it does takes any") {
    const test::Scratch scratch;
    const auto file = read_region(
        scratch.write("r.toml",
                      over_typical("[agency.police]\nhours_per_month = 0\n"
                                   "[agency.self_help_group]\nposts = 0\ndirect_share = 0.5\n"
                                   "[agency.far_hospital]\nposts = 2\ndirect_share = 0\n"
                                   "[agency.far_facility]\nhours_per_month = 0\n")));
    for (const auto* id : {"police", "self_help_group", "far_hospital", "far_facility"}) {
        const auto& staff = agency(file, id).staffing;
        REQUIRE(staff);
        CHECK(staff->posts * staff->direct_share == 0.0);
    }
}

TEST_CASE("contacts without hours of their own and without a way cost none and may be held") {
    const test::Scratch scratch;
    const auto held = [&](const std::string& hours) {
        return load_region(
            scratch.write("r.toml",
                          "schema = [1, 0]\nkind = \"region\"\nbase = \"" +
                              test::scenario("regions/example-observed.toml") +
                              "\"\nwithout = [\"agency.hospital.services\"]\n[agency.hospital]\n"
                              "hours_per_month = 0\n[label.liaison]\nhours = " +
                              hours + "\n[travel.between]\ncentre = { hospital = 0 }\n"));
    };
    CHECK(held("0").faults.empty());
    CHECK(held("0.5").faults.size() == 1);
}

TEST_CASE("whole places may be written with a fraction of zero") {
    const test::Scratch scratch;
    const auto file = read_region(scratch.write(
        "r.toml", over_typical("[agency.recovery_facility.services.residence]\nplaces = 12.0\n")));
    CHECK(offered(agency(file, "recovery_facility"), Service::residence)->places == 12.0);
}

TEST_CASE("direct hours a month are posts of which every paid hour is direct") {
    const auto file = read_region(test::scenario("regions/typical-prefecture.toml"));
    const auto& staff = agency(file, "recovery_facility").staffing;
    REQUIRE(staff);
    CHECK(staff->direct_share == 1.0);
    CHECK(staff->posts * file.parameters().hours.paid_hours_per_month == Approx(400.0));
    CHECK(agency(file, "health_center").staffing->posts * 155.0 == Approx(120.0));
}

TEST_CASE("services are added, changed and taken away by an overlay") {
    const test::Scratch scratch;
    const auto file = read_region(scratch.write(
        "own.toml",
        over_typical(
            "without = [\"agency.centre.services.family_class\"]\n"
            "[agency.centre.services.programme]\nshare = 0.5\n"
            "[agency.general_hospitals.services]\nhospital_programme = { places = 5 }\n")));
    const auto& centre = agency(file, "centre");
    CHECK(offered(centre, Service::family_class) == nullptr);
    CHECK(offered(centre, Service::programme)->share == 0.5);
    CHECK(offered(centre, Service::programme)->places == 10.0);
    CHECK(offered(agency(file, "general_hospitals"), Service::hospital_programme)->places == 5.0);
}

TEST_CASE("a region may name the alternative set of use") {
    const test::Scratch scratch;
    const auto file = read_region(
        scratch.write("own.toml",
                      over_typical("parameter_file = \"" +
                                   test::scenario("parameters/alternative-use.toml") + "\"\n")));
    CHECK(file.parameters().use.stable == 0.38);
    CHECK(file.parameters().use.severity_ratio == 2.0);
}
