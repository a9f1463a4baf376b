#include "engine/people/intake.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"
#include "tests/unit/people/usual_run.hpp"

#include <set>

using namespace tsunagi;
using test::defaults;

namespace {

const QuantileTable start_readiness = beta_quantiles(2.0, 3.0);
const Region region = test::small_region();
constexpr double stable_share = 0.26;

Client drawn(ArrivalSource source,
             std::uint64_t ordinal,
             const Region& where = region,
             const AttributeParameters& attributes = defaults.attributes) {
    Streams streams{{.study_seed = 5, .replication = 0}};
    const auto laws = laws_of_intake(where, attributes, defaults.supervision);
    return draw_client(
        {laws, defaults.intake, attributes, defaults.supervision, start_readiness, stable_share},
        source,
        ordinal,
        test::run_start,
        streams);
}

} // namespace

TEST_CASE("arrivals a year follow the parameters, and volume scales the justice sources alone") {
    auto intake = defaults.intake;
    const auto per_year = [&](ArrivalSource source) {
        return arrivals_per_day(source, intake) * 365.25;
    };
    CHECK(per_year(ArrivalSource::parole_only) == Approx(48.6));
    CHECK(per_year(ArrivalSource::parole_partial) == Approx(22.2));
    CHECK(per_year(ArrivalSource::direct_partial) == Approx(5.2));
    CHECK(per_year(ArrivalSource::suspended) == Approx(5.6));
    CHECK(per_year(ArrivalSource::juvenile) == Approx(1.5));
    CHECK(per_year(ArrivalSource::background_persons) == Approx(20.0));
    CHECK(per_year(ArrivalSource::background_families) == Approx(35.0));
    CHECK(per_year(ArrivalSource::background_outpatients) == Approx(40.0));
    CHECK(per_year(ArrivalSource::background_residents) == Approx(17.0));
    intake.volume = 0.75;
    CHECK(per_year(ArrivalSource::parole_only) == Approx(0.75 * 48.6));
    CHECK(per_year(ArrivalSource::juvenile) == Approx(0.75 * 1.5));
    CHECK(per_year(ArrivalSource::background_families) == Approx(35.0));
}

TEST_CASE("the lanes outside the cohort are off until they are asked for") {
    auto intake = defaults.intake;
    const auto per_year = [&](ArrivalSource source) {
        return arrivals_per_day(source, intake) * 365.25;
    };
    CHECK(per_year(ArrivalSource::full_term) == 0.0);
    CHECK(per_year(ArrivalSource::suspended_without_probation) == 0.0);
    intake.outside_lanes = 1.0;
    intake.volume = 0.5;
    CHECK(per_year(ArrivalSource::full_term) == Approx(0.5 * 36.6));
    CHECK(per_year(ArrivalSource::suspended_without_probation) == Approx(0.5 * 60.0));
}

TEST_CASE("every arrival has a key of its own") {
    std::set<EntityKey> keys;
    for (std::size_t source = 0; source < arrival_sources; ++source) {
        for (std::uint64_t ordinal = 0; ordinal < 300; ++ordinal) {
            keys.insert(drawn(static_cast<ArrivalSource>(source), ordinal).key);
        }
    }
    CHECK(keys.size() == arrival_sources * 300);
}

TEST_CASE("sources decide kind, liberty and sentence") {
    const auto prisoner = drawn(ArrivalSource::parole_only, 3);
    CHECK(prisoner.kind == ClientKind::justice);
    CHECK(prisoner.source == IntakeSource::parole_only);
    CHECK(prisoner.liberty == Liberty::pre_release);
    CHECK(prisoner.residence == Residence::prison);
    CHECK(prisoner.supervision == Supervision::none);
    CHECK(prisoner.sentence.end > prisoner.sentence.start);

    const auto suspended = drawn(ArrivalSource::suspended, 3);
    CHECK(suspended.source == IntakeSource::suspended);
    CHECK(suspended.liberty == Liberty::at_liberty);
    CHECK(suspended.residence == suspended.home);
    CHECK(suspended.sentence.start == test::run_start);

    const auto person = drawn(ArrivalSource::background_persons, 3);
    CHECK(person.kind == ClientKind::background_person);
    CHECK(person.liberty == Liberty::at_liberty);
    CHECK_FALSE(is_family(person));
    CHECK(is_family(drawn(ArrivalSource::background_families, 3)));
}

TEST_CASE("adults are 20 to 78 and juveniles 17 to 19 years old") {
    for (std::uint64_t ordinal = 0; ordinal < 1'000; ++ordinal) {
        const double adult = drawn(ArrivalSource::direct_partial, ordinal).age_years;
        CHECK(adult >= 20.0);
        CHECK(adult <= 78.0);
        const double juvenile = drawn(ArrivalSource::juvenile, ordinal).age_years;
        CHECK(juvenile >= 17.0);
        CHECK(juvenile <= 19.0);
    }
}

TEST_CASE("only a repeater from prison may be known to the centre, only a medical need be seen") {
    auto certain = defaults.attributes;
    certain.known = 1.0;
    certain.medical_recognised = 1.0;
    for (std::uint64_t ordinal = 0; ordinal < 200; ++ordinal) {
        const auto prisoner = drawn(ArrivalSource::parole_only, ordinal, region, certain);
        CHECK(prisoner.traits.known == (prisoner.history == History::repeater));
        CHECK(prisoner.traits.medical_seen == prisoner.traits.medical);
        CHECK_FALSE(drawn(ArrivalSource::suspended, ordinal, region, certain).traits.known);
    }
}

TEST_CASE("who lives with a family has one in reach, the others only where one is said to be") {
    auto attributes = defaults.attributes;
    for (const double elsewhere : {0.0, 1.0}) {
        attributes.family_elsewhere = elsewhere;
        int without = 0;
        for (std::uint64_t ordinal = 0; ordinal < 100; ++ordinal) {
            Streams streams{{.study_seed = 5, .replication = 0}};
            const auto laws = laws_of_intake(region, attributes, defaults.supervision);
            const IntakeSetting setting{laws,
                                        defaults.intake,
                                        attributes,
                                        defaults.supervision,
                                        start_readiness,
                                        stable_share};
            const auto person =
                draw_client(setting, ArrivalSource::parole_only, ordinal, test::run_start, streams);
            const auto family = draw_family(setting, person, test::run_start, streams);
            const bool at_home = person.home == Residence::family_home;
            CHECK(family.has_value() == (at_home || elsewhere > 0.0));
            without += at_home ? 0 : 1;
            if (family) {
                CHECK(family->kind == ClientKind::family);
                CHECK(family->key == child_key(person.key, 0));
                CHECK(family->municipality == person.municipality);
                CHECK(family->traits.car == person.traits.car);
            }
        }
        CHECK(without > 0);
    }
}

TEST_CASE("readiness starts at its own start value") {
    const auto client = drawn(ArrivalSource::parole_only, 11);
    CHECK(client.readiness.value == client.base_readiness);
    CHECK(client.readiness.at == test::run_start);
}

TEST_CASE("the same arrival is the same person, whatever else was drawn before") {
    Streams streams{{.study_seed = 5, .replication = 0}};
    const auto laws = laws_of_intake(region, defaults.attributes, defaults.supervision);
    const IntakeSetting setting{laws,
                                defaults.intake,
                                defaults.attributes,
                                defaults.supervision,
                                start_readiness,
                                stable_share};
    for (std::uint64_t ordinal = 0; ordinal < 20; ++ordinal) {
        draw_client(setting, ArrivalSource::parole_partial, ordinal, test::run_start, streams);
    }
    const auto later =
        draw_client(setting, ArrivalSource::parole_only, 4, test::run_start, streams);
    const auto alone = drawn(ArrivalSource::parole_only, 4);
    CHECK(later.key == alone.key);
    CHECK(later.age_years == alone.age_years);
    CHECK(later.base_readiness == alone.base_readiness);
    CHECK(later.sentence.end == alone.sentence.end);
}

TEST_CASE("one changed share moves no other attribute of anybody") {
    auto more_women = defaults.attributes;
    more_women.female = 0.9;
    int moved = 0;
    for (std::uint64_t ordinal = 0; ordinal < 300; ++ordinal) {
        const auto before = drawn(ArrivalSource::parole_only, ordinal);
        const auto after = drawn(ArrivalSource::parole_only, ordinal, region, more_women);
        moved += before.sex != after.sex ? 1 : 0;
        CHECK((before.sex == Sex::male || after.sex == Sex::female)); // nobody moves the other way
        CHECK(before.age_years == after.age_years);
        CHECK(before.need == after.need);
        CHECK(before.history == after.history);
        CHECK(before.base_readiness == after.base_readiness);
        CHECK(before.municipality == after.municipality);
        CHECK(before.traits.car == after.traits.car);
        CHECK(before.home == after.home);
        CHECK(before.resistance == after.resistance);
        CHECK(before.sentence.end == after.sentence.end);
    }
    CHECK(moved > 150);
}
