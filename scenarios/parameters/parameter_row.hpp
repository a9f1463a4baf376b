#pragma once

#include "engine/experiment/experiment.hpp"
#include "scenarios/parameters/bindings.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <array>
#include <string>

namespace tsunagi {

/// How far a number may be trusted. It travels with the number to every page that prints it.
enum class Grade : std::uint8_t { observed, published, published_derived, assumed };
/// Spelling of the grades in files and on pages.
inline const std::array<std::string, 4> grade_names{
    "observed", "published", "published (derived)", "assumed"};

/// One parameter with everything that is said about it.
struct ParameterRow {
    std::string id;
    double value{};
    std::string unit;
    double lower{};
    double upper{};
    Prior prior;
    Grade grade{};
    std::int64_t tier{}; ///< 1 moves the headline, 2 secondary outcomes, 3 little
    std::string source;  ///< evidence ids and words; empty only for what is assumed
    Position source_at;  ///< where its source stands
    Words note;          ///< what the parameter means
    Position at;         ///< where its value stands
    std::string text;    ///< the value as typed
    std::size_t
        layer{}; ///< 0 where defined, then the number of the change that stated the value last
};

/// Whether a table states a parameter in full or only what differs from the row it changes.
enum class RowForm : std::uint8_t { definition, difference };

/// Reads the keys of one parameter into `row` and checks what they say, together and against the
/// binding.
///
/// In a difference a new value without a grade of its own becomes "assumed", for the evidence of
/// the old value does not speak for the new one; so does its source, unless one is given.
void read_row(const Field& field, const ParameterBinding& binding, RowForm form, ParameterRow& row);

/// A prior as printed in tables: "uniform", "normal(0.5, 0.4)".
std::string prior_text(const Prior& prior);

} // namespace tsunagi
