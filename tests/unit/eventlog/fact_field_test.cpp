#include "engine/core/contracts.hpp"
#include "outputs/eventlog/fact_field.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/enumerators.hpp"

using namespace tsunagi;

namespace {

const std::map<std::string, FactField> fields{{"Route", FactField::route},
                                              {"Task", FactField::task},
                                              {"Service", FactField::service},
                                              {"EpisodeEnd", FactField::episode_end},
                                              {"Loss", FactField::loss},
                                              {"BookingAttempt", FactField::booking_attempt},
                                              {"Consent", FactField::consent},
                                              {"Bump", FactField::bump},
                                              {"ArrestCause", FactField::arrest_cause},
                                              {"CustodyCause", FactField::custody_cause},
                                              {"Residence", FactField::residence},
                                              {"ListExit", FactField::list_exit},
                                              {"AdmissionRoute", FactField::admission_route},
                                              {"TrackEnd", FactField::track_end},
                                              {"AdmissionBed", FactField::admission_bed}};

void check_names(FactField field, const std::vector<test::Enumerator>& enumerators) {
    const auto names = names_of(field);
    REQUIRE(names.size() == enumerators.size());
    for (const auto& enumerator : enumerators) {
        CHECK(name_of(field, enumerator.value) == enumerator.name);
    }
    CHECK_THROWS_AS(name_of(field, static_cast<std::int64_t>(names.size())), ContractViolation);
    CHECK_THROWS_AS(name_of(field, -1), ContractViolation);
    CHECK_FALSE(message_prefix(field).empty());
}

} // namespace

TEST_CASE("every enumeration of what facts hold is named by its enumerators") {
    for (const auto& [name, enumerators] : test::enumerations_of("engine/facts/details.hpp")) {
        CAPTURE(name);
        if (name != "Use") { // state of a person, held by no fact
            check_names(fields.at(name), enumerators);
        }
    }
    constexpr auto client = "engine/people/client.hpp";
    check_names(FactField::client_kind, test::enumerators_of(client, "ClientKind"));
    check_names(FactField::known_type, test::enumerators_of(client, "Known"));
}

TEST_CASE("amounts have no names") {
    for (const auto field : {FactField::nothing, FactField::ordinal, FactField::days}) {
        CHECK(names_of(field).empty());
        CHECK(message_prefix(field).empty());
        CHECK_THROWS_AS(name_of(field, 0), ContractViolation);
    }
}
