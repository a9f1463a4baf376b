#pragma once

#include "outputs/store/study_description.hpp"

#include <string_view>
#include <tuple>

namespace tsunagi {

/// One field of a described row: its name in files, and where it lives.
template <class Row, class Value> struct DescribedField {
    std::string_view name;
    Value Row::*member;
};
template <class Row, class Value>
DescribedField(std::string_view, Value Row::*) -> DescribedField<Row, Value>;

/// The fields of each row type, in the order of files. Manifest and results file are both written
/// and read through these lists, so that a field is named once.
template <class Row> struct DescribedFields;

template <> struct DescribedFields<StudyFacts> {
    static constexpr std::string_view group = "study";
    static constexpr std::tuple list{
        DescribedField{"name", &StudyFacts::name},
        DescribedField{"title", &StudyFacts::title},
        DescribedField{"question", &StudyFacts::question},
        DescribedField{"region", &StudyFacts::region},
        DescribedField{"reference", &StudyFacts::reference},
        DescribedField{"run_start", &StudyFacts::run_start},
        DescribedField{"policy_start", &StudyFacts::policy_start},
        DescribedField{"horizon", &StudyFacts::horizon},
        DescribedField{"replications", &StudyFacts::replications},
        DescribedField{"replications_per_draw", &StudyFacts::replications_per_draw},
        DescribedField{"seed", &StudyFacts::seed},
        DescribedField{"pairing", &StudyFacts::pairing},
        DescribedField{"worth_knowing_gain", &StudyFacts::worth_knowing_gain},
        DescribedField{"support_window_days", &StudyFacts::support_window_days},
        DescribedField{"close_window_days", &StudyFacts::close_window_days},
        DescribedField{"silence_days", &StudyFacts::silence_days},
        DescribedField{"remote_contacts", &StudyFacts::remote_contacts},
        DescribedField{"paid_hours_per_month", &StudyFacts::paid_hours_per_month},
        DescribedField{"engine_version", &StudyFacts::engine_version},
    };
};

template <> struct DescribedFields<StatedExpectation> {
    static constexpr std::string_view group = "expectations";
    static constexpr std::tuple list{
        DescribedField{"outcome", &StatedExpectation::outcome},
        DescribedField{"reading", &StatedExpectation::reading},
        DescribedField{"scenario", &StatedExpectation::scenario},
        DescribedField{"direction", &StatedExpectation::direction},
        DescribedField{"size", &StatedExpectation::size},
        DescribedField{"text", &StatedExpectation::text},
    };
};

template <> struct DescribedFields<DescribedScenario> {
    static constexpr std::string_view group = "scenarios";
    static constexpr std::tuple list{
        DescribedField{"name", &DescribedScenario::name},
        DescribedField{"label", &DescribedScenario::label},
    };
};

template <> struct DescribedFields<DescribedReading> {
    static constexpr std::string_view group = "readings";
    static constexpr std::tuple list{
        DescribedField{"name", &DescribedReading::name},
        DescribedField{"label", &DescribedReading::label},
        DescribedField{"structure_weight", &DescribedReading::structure_weight},
        DescribedField{"switch_on", &DescribedReading::switch_on},
        DescribedField{"scale", &DescribedReading::scale},
        DescribedField{"forced_link", &DescribedReading::forced_link},
        DescribedField{"link", &DescribedReading::link},
        DescribedField{"role", &DescribedReading::role},
    };
};

template <> struct DescribedFields<DescribedAgency> {
    static constexpr std::string_view group = "agencies";
    static constexpr std::tuple list{
        DescribedField{"id", &DescribedAgency::id},
        DescribedField{"name", &DescribedAgency::name},
    };
};

template <> struct DescribedFields<DescribedMunicipality> {
    static constexpr std::string_view group = "municipalities";
    static constexpr std::tuple list{
        DescribedField{"id", &DescribedMunicipality::id},
        DescribedField{"name", &DescribedMunicipality::name},
    };
};

template <> struct DescribedFields<DescribedParameter> {
    static constexpr std::string_view group = "parameters";
    static constexpr std::tuple list{
        DescribedField{"id", &DescribedParameter::id},
        DescribedField{"value", &DescribedParameter::value},
        DescribedField{"unit", &DescribedParameter::unit},
        DescribedField{"lower", &DescribedParameter::lower},
        DescribedField{"upper", &DescribedParameter::upper},
        DescribedField{"prior", &DescribedParameter::prior},
        DescribedField{"grade", &DescribedParameter::grade},
        DescribedField{"tier", &DescribedParameter::tier},
        DescribedField{"source", &DescribedParameter::source},
        DescribedField{"note", &DescribedParameter::note},
    };
};

template <> struct DescribedFields<DescribedEvidence> {
    static constexpr std::string_view group = "evidence";
    static constexpr std::tuple list{
        DescribedField{"id", &DescribedEvidence::id},
        DescribedField{"figure", &DescribedEvidence::figure},
        DescribedField{"value", &DescribedEvidence::value},
        DescribedField{"year", &DescribedEvidence::year},
        DescribedField{"population", &DescribedEvidence::population},
        DescribedField{"source", &DescribedEvidence::source},
        DescribedField{"address", &DescribedEvidence::address},
    };
};

template <> struct DescribedFields<DescribedInput> {
    static constexpr std::string_view group = "inputs";
    static constexpr std::tuple list{
        DescribedField{"name", &DescribedInput::name},
        DescribedField{"digest", &DescribedInput::digest},
    };
};

template <> struct DescribedFields<DrawnLink> {
    static constexpr std::string_view group = "draws";
    static constexpr std::tuple list{
        DescribedField{"structure_weight", &DrawnLink::structure_weight},
        DescribedField{"switch_on", &DrawnLink::switch_on},
        DescribedField{"offers", &DrawnLink::offers},
        DescribedField{"arrival", &DrawnLink::arrival},
        DescribedField{"drop_out", &DrawnLink::drop_out},
    };
};

/// Calls visit(field) for every field of a row type.
template <class Row, class Visit> void for_each_field(Visit&& visit) {
    std::apply([&](const auto&... field) { (visit(field), ...); }, DescribedFields<Row>::list);
}

} // namespace tsunagi
