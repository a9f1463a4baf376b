#pragma once

#include "outputs/messages/messages.hpp"
#include "outputs/tables/analysis.hpp"

#include <string>
#include <vector>

namespace tsunagi::detail {

/// An analysis read in one language: names and cells that all tables of the text share.
class Wording {
public:
    Wording(const Analysis& analysis, const Messages& messages)
        : analysis_{analysis}, messages_{messages} {}

    const Analysis& analysis() const { return analysis_; }

    std::string say(const std::string& id, const Messages::Arguments& arguments = {}) const {
        return messages_.text(id, arguments);
    }
    const std::string& words(const BothLanguages& text) const;
    const std::string& scenario(std::size_t row) const;
    /// One that forces the link says so.
    std::string reading(std::size_t row) const;
    /// The gain worth knowing, in 100 people.
    std::string gain() const;

    /// Rows of the readings that people know by name; tables of one reading show the first.
    std::vector<std::size_t> named_readings() const;

    std::string level_cell(const Comparison& row) const;
    /// Difference with its interval, starred where the interval is doubtful.
    std::string difference_cell(const Comparison& row) const;
    std::string persons_cell(const Comparison& row) const;

private:
    const Analysis& analysis_;
    const Messages& messages_;
};

inline constexpr const char* empty_cell = "-";

/// The weakest grade behind a kind of outcomes; empty where there is none.
std::string grade_text(const Wording& wording, Basis::Kind kind);

/// From a share to people in 100; days stay days.
double factor_of(Outcome outcome);

/// A line of its own, and a heading with a blank line before and after it.
std::string line(const std::string& words);
std::string section(const std::string& heading);

// The sections of the text, in their order.

std::string setting_text(const Wording& wording);
/// Level and difference of every policy, the two kinds of link side by side before the mean of
/// both.
std::string headline_text(const Wording& wording);
std::string expectations_text(const Wording& wording);
std::string break_even_text(const Wording& wording);
std::string draws_text(const Wording& wording);
/// All outcomes under the study's first reading.
std::string outcomes_text(const Wording& wording);
/// Where people are after supervision ends, under the study's first reading; so all that follow.
std::string states_text(const Wording& wording);
std::string families_text(const Wording& wording);
/// Clients without tie to the justice system.
std::string others_text(const Wording& wording);
/// Continuity, coming back, and what is kept of what is arranged.
std::string pathways_text(const Wording& wording);
/// Use, arrest and re-imprisonment, ways to a residential place, and staying in care; then what the
/// numbers say on re-imprisonment.
std::string consequences_text(const Wording& wording);
/// What the numbers say on re-imprisonment, policy by policy; empty in a study of the reference
/// alone.
std::string reimprisonment_text(const Wording& wording);
/// The headline by groups of persons, with their numbers; groups of nobody are left out.
std::string subgroups_text(const Wording& wording);
/// Where hours, slots and beds ran out.
std::string upsets_text(const Wording& wording);
/// Extra hours, and hours per additional person; empty in a study of the reference alone.
std::string price_text(const Wording& wording);
/// Of the direct hours there are; empty where no agency's hours have a limit.
std::string hours_used_text(const Wording& wording);
/// Staff hours that change, under the study's first reading.
std::string hours_text(const Wording& wording);
/// What common random numbers were worth, for the headline under the study's first reading.
std::string pairing_text(const Wording& wording);

} // namespace tsunagi::detail
