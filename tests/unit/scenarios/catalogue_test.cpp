#include "scenarios/catalogue/catalogue.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/scratch.hpp"

#include <algorithm>
#include <map>
#include <numeric>

using namespace tsunagi;

namespace {

Catalogue read_catalogue() {
    Inputs inputs;
    FaultLog faults;
    auto catalogue = Catalogue::read(inputs, test::scenario("catalogue"), {}, faults);
    REQUIRE(catalogue);
    return std::move(*catalogue);
}

} // namespace

TEST_CASE("the rows of the agency table are the enumerators of AgencyType") {
    const auto catalogue = read_catalogue();
    CHECK(catalogue.agency_type_rows().size() == 37);
    CHECK(catalogue.agency_type(AgencyType::mental_health_welfare_center).id ==
          "mental_health_welfare_center");
    CHECK(catalogue.agency_type(AgencyType::probation_office).id == "probation_office");
    CHECK(catalogue.agency_type(AgencyType::psychiatric_hospital).id == "psychiatric_hospital");
    CHECK(catalogue.agency_type(AgencyType::self_help_group).id == "self_help_group");
    CHECK(catalogue.agency_type(AgencyType::mhwc_directors_association).id ==
          "mhwc_directors_association");
    CHECK(catalogue.find_agency_type("prison") == AgencyType::prison);
    CHECK_FALSE(catalogue.find_agency_type("jail"));
}

TEST_CASE("Table 1 asks about 16 types and holds 154 good links") {
    const auto catalogue = read_catalogue();
    std::int64_t asked = 0;
    std::int64_t good = 0;
    for (const auto& row : catalogue.agency_type_rows()) {
        asked += row.survey_n ? 1 : 0;
        good += row.survey_n.value_or(0);
    }
    CHECK(asked == 16);
    CHECK(good == 154);
}

TEST_CASE("the 105 labels are those of Tables 2 to 7 and of the prose") {
    const auto catalogue = read_catalogue();
    std::map<std::string, int> by_table;
    std::map<std::string, int> by_kind;
    int printed_n = 0;
    int lost = 0;
    for (const auto& row : catalogue.labels()) {
        ++by_table[row.table];
        ++by_kind[(row.table == "prose" ? "prose " : "") + row.kind];
        printed_n += row.n ? 1 : 0;
        lost += row.wording == Wording::lost ? 1 : 0;
        CHECK_FALSE(row.label.ja.empty());
        CHECK_FALSE(row.label.en.empty());
    }
    CHECK(catalogue.labels().size() == 105);
    CHECK(by_table ==
          std::map<std::string, int>{
              {"2", 6}, {"3", 19}, {"4", 10}, {"5", 11}, {"6", 26}, {"7", 11}, {"prose", 22}});
    CHECK(by_kind == std::map<std::string, int>{{"content", 63},
                                                {"relationship", 20},
                                                {"prose content", 14},
                                                {"prose relationship", 8}});
    CHECK(printed_n == 21);
    CHECK(lost == 5);
}

TEST_CASE("labels that point to others point to labels there are") {
    const auto catalogue = read_catalogue();
    for (const auto& row : catalogue.labels()) {
        INFO(row.id);
        CHECK((row.parent.empty() || catalogue.find_label(row.parent) != nullptr));
        CHECK((row.same_as.empty() || catalogue.find_label(row.same_as) != nullptr));
    }
    for (const auto label : built_labels()) {
        CHECK(catalogue.find_label(label) != nullptr);
    }
}

TEST_CASE("standing contacts are the activities whose frequency is a lever") {
    const auto catalogue = read_catalogue();
    const auto contacts =
        std::count_if(catalogue.labels().begin(),
                      catalogue.labels().end(),
                      [](const CollaborationRow& row) { return row.rank.has_value(); });
    CHECK(contacts == 17);
    const auto& meeting = *catalogue.find_label("t2.05");
    CHECK(meeting.rank == ContactRank::meeting);
    CHECK(meeting.direction == Direction::centre_at_partner);
    CHECK(meeting.n == 8);
}

TEST_CASE("the rows of the service table are the enumerators of Service") {
    const auto catalogue = read_catalogue();
    CHECK(catalogue.service_rows().size() == services);
    for (const auto& [id, service] : {std::pair{"counselling", Service::counselling},
                                      std::pair{"family_counselling", Service::family_counselling},
                                      std::pair{"programme", Service::programme},
                                      std::pair{"family_class", Service::family_class},
                                      std::pair{"outpatient", Service::outpatient},
                                      std::pair{"hospital_programme", Service::hospital_programme},
                                      std::pair{"bed", Service::bed},
                                      std::pair{"residence", Service::residence},
                                      std::pair{"day_programme", Service::day_programme},
                                      std::pair{"family_meeting", Service::family_meeting},
                                      std::pair{"self_help", Service::self_help}}) {
        INFO(id);
        CHECK(catalogue.service(service).id == id);
        CHECK(catalogue.find_service(id) == service);
        CHECK_FALSE(catalogue.service(service).offered_by.empty());
        CHECK_FALSE(catalogue.service(service).name.ja.empty());
    }
    CHECK_FALSE(catalogue.find_service("counseling"));
}

TEST_CASE("a service is offered by the types of agency that can offer it") {
    const auto catalogue = read_catalogue();
    CHECK(catalogue.can_offer(AgencyType::recovery_facility, Service::residence));
    CHECK(catalogue.can_offer(AgencyType::offender_rehabilitation_facility, Service::residence));
    CHECK_FALSE(catalogue.can_offer(AgencyType::prison, Service::residence));
    CHECK_FALSE(catalogue.can_offer(AgencyType::out_of_prefecture_hospital, Service::outpatient));
    CHECK(catalogue.service(Service::hospital_programme).needs == Service::outpatient);
    CHECK(catalogue.service(Service::family_class).needs == Service::family_counselling);
    CHECK_FALSE(catalogue.service(Service::programme).needs); // the centre always counsels
}

TEST_CASE("labels need the service whose name they carry, at the side that has it") {
    const auto catalogue = read_catalogue();
    for (const auto* id : {"t3.15", "t4.08", "t6.14"}) {
        CHECK(catalogue.find_label(id)->needs == Service::family_class);
        CHECK(needs_centre(*catalogue.find_label(id)));
    }
    CHECK(catalogue.find_label("t2.01")->needs == Service::counselling);
    CHECK(catalogue.find_label("t3.14")->needs == Service::programme);
    CHECK(catalogue.find_label("t3.18")->needs == Service::family_meeting);
    CHECK_FALSE(needs_centre(*catalogue.find_label("t3.18")));
    CHECK_FALSE(catalogue.find_label("t2.05")->needs);
    // Which side has it is told by the direction, so there must be one.
    for (const auto& row : catalogue.labels()) {
        INFO(row.id);
        if (row.needs) {
            const auto host =
                needs_centre(row) ? AgencyType::mental_health_welfare_center : row.partner;
            CHECK(catalogue.can_offer(host, *row.needs));
        }
    }
}
