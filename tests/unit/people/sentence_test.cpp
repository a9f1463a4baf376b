#include "engine/people/sentence.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/people/usual_run.hpp"

#include <algorithm>
#include <set>

using namespace tsunagi;
using test::defaults;

namespace {

constexpr std::uint64_t people = 500;

Sentence sentence_of(IntakeSource source, std::uint64_t person) {
    Streams streams{{.study_seed = 5, .replication = 0}};
    const auto parole = log_parole_days(defaults.supervision);
    return draw_sentence({defaults.supervision, defaults.intake, parole},
                         source,
                         EntityKey{person},
                         test::run_start,
                         streams);
}

double length_days(const Sentence& sentence) {
    return days_between(sentence.start, sentence.end);
}

} // namespace

TEST_CASE("those from prison are created 180 days before release and others at the start") {
    for (const auto source : {IntakeSource::parole_only,
                              IntakeSource::parole_partial,
                              IntakeSource::direct_partial,
                              IntakeSource::juvenile}) {
        CHECK(sentence_of(source, 1).start == test::run_start + 180 * one_day);
    }
    CHECK(sentence_of(IntakeSource::suspended, 1).start == test::run_start);
}

TEST_CASE("parole lasts from 15 to 900 days") {
    for (std::uint64_t person = 1; person <= people; ++person) {
        const double days = length_days(sentence_of(IntakeSource::parole_only, person));
        CHECK(days >= 15.0);
        CHECK(days <= 900.001);
    }
}

TEST_CASE("probation lasts one of the lengths the courts set") {
    std::set<double> partial;
    std::set<double> suspended;
    for (std::uint64_t person = 1; person <= people; ++person) {
        partial.insert(length_days(sentence_of(IntakeSource::direct_partial, person)));
        suspended.insert(length_days(sentence_of(IntakeSource::suspended, person)));
    }
    CHECK(partial == std::set<double>{365.25, 547.875, 730.5, 1095.75, 1461.0});
    CHECK(suspended == std::set<double>{730.5, 1095.75, 1461.0, 1826.25});
}

TEST_CASE("partial suspension after parole adds its own length to the same parole") {
    for (std::uint64_t person = 1; person <= people; ++person) {
        const double both = length_days(sentence_of(IntakeSource::parole_partial, person));
        const double parole = length_days(sentence_of(IntakeSource::parole_only, person));
        const std::set<double> probation{365.25, 547.875, 730.5, 1095.75, 1461.0};
        CHECK(std::any_of(probation.begin(), probation.end(), [&](double days) {
            return both - parole == Approx(days).margin(1e-4);
        }));
    }
}

TEST_CASE("juvenile parole lasts from 180 to 540 days") {
    for (std::uint64_t person = 1; person <= people; ++person) {
        const double days = length_days(sentence_of(IntakeSource::juvenile, person));
        CHECK(days >= 180.0);
        CHECK(days <= 540.001);
    }
}

TEST_CASE("a longer median parole shortens nobody's parole") {
    auto longer = defaults.supervision;
    longer.parole_median_days = 150.0;
    const auto parole = log_parole_days(longer);
    for (std::uint64_t person = 1; person <= people; ++person) {
        Streams streams{{.study_seed = 5, .replication = 0}};
        const auto sentence = draw_sentence({longer, defaults.intake, parole},
                                            IntakeSource::parole_only,
                                            EntityKey{person},
                                            test::run_start,
                                            streams);
        CHECK(sentence.end >= sentence_of(IntakeSource::parole_only, person).end);
    }
}
