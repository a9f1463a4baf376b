#pragma once

#include "engine/experiment/experiment.hpp"
#include "scenarios/parameters/evidence.hpp"
#include "scenarios/reader/inputs.hpp"
#include "scenarios/reader/read_result.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tsunagi {

/// One thing the planner expected before the run.
struct ExpectationText {
    std::string outcome; ///< id of an outcome (engine/observation/outcome.hpp)
    std::string reading; ///< under which reading of the link; empty: under every named one
    std::string
        scenario; ///< whose difference to the reference is meant; empty: of every other scenario
    std::string direction; ///< "more", "fewer" or "none"
    std::optional<double>
        size; ///< of the difference, without a sign, on the outcome's own scale; none: not stated
    Words text;
};

/// A thing of the study with its name.
struct NamedText {
    std::string id;
    Words name;
};

/// A scenario of the study.
struct ScenarioText {
    std::string name;
    Words label;
};

/// A reading of the link; points of the effect curve are readings of their own.
struct ReadingText {
    std::string name; ///< "causal", or "curve-0.25" for a point of the curve
    Words label;      ///< for a point of the curve the label of the reading it starts from
    std::optional<double> curve_scale; ///< s, for points of the effect curve
};

/// A parameter as tables print it.
struct ParameterText {
    std::string id;
    double value{};
    std::string unit;
    double lower{};
    double upper{};
    std::string prior; ///< "uniform", "normal(0.5, 0.4)"
    std::string grade; ///< "observed", "published", "published (derived)" or "assumed"
    std::int64_t tier{};
    std::string source;
    Words note;
};

/// Everything about a study that the engine does not need to know: what pages and results files
/// say.
struct StudyText {
    std::string name;
    Words title;
    Words question;
    Words region;
    std::vector<ExpectationText> expectations; ///< empty: none was given
    std::vector<ScenarioText> scenarios;       ///< in the order of Experiment::scenarios
    std::vector<ReadingText> readings;         ///< in the order of Experiment::readings
    std::vector<NamedText> agencies;           ///< by AgencyId row
    std::vector<NamedText> municipalities;     ///< by MunicipalityId row
    std::vector<NamedText> referral_labels;    ///< switched on, in the order of the catalogue
    std::vector<ParameterText> parameters;     ///< all, in the order of their files
    std::vector<EvidenceRow> evidence;         ///< the published figures that their sources cite
    std::vector<InputFile> inputs;             ///< every file read, the study first
    double worth_knowing_gain{};               ///< share of persons, such as 0.01
};

/// A study, checked: what to run and what to say about it.
struct Study {
    Experiment experiment;
    StudyText text;
};

/// Reads a study with its region, policies and parameters.
ReadResult<Study> load_study(const std::string& file);

/// Every fault of an input file of any kind, or none and the warnings about it if it is right. A
/// policy is checked without a region, a file of parameters without its fellows.
/// @param catalogue  folder of the catalogue whose labels a policy by itself may name
Findings check_any(const std::string& file, const std::string& catalogue);

/// One value of a flattened input, where it came from.
struct ShownValue {
    std::string
        key; ///< dotted path, below "region." or "policy.<scenario>." for files that a study names
    std::string text;
    Position at;
};

/// All values that hold for an input file, overlays and parameters included.
/// @param catalogue  as for check_any
ReadResult<std::vector<ShownValue>> show(const std::string& file, const std::string& catalogue);

} // namespace tsunagi
