#pragma once

#include "outputs/report/detail/source.hpp"

#include <string>
#include <string_view>

namespace tsunagi {

/// Each function makes what the template part of the same name reads; numbers come from the
/// analysis alone.

/// What was asked: title, question, region, period, number of runs.
Json question_section(const PageSource& source);
/// The answer in whole persons, split by how good the link was at the start, and what was expected
/// beside what was found.
Json answer_section(const PageSource& source);
/// What the answer hangs on: the effect over the strength of links, and under the rival readings.
Json dependence_section(const PageSource& source);
/// Every policy and outcome against the reference.
Json comparison_section(const PageSource& source);
/// After supervision ends: where people are, and when they come.
Json course_section(const PageSource& source);
/// Its figure of the states, or false where nobody was counted.
Json states_figure(const PageSource& source);
/// Its folded part on use, arrest and re-imprisonment, ways to a residential place, and staying in
/// care: "reimprisonment" and "table".
Json consequences_part(const PageSource& source);
/// The weakest grade of the parameters behind "use", "tracks" or "retention"; empty: there are
/// none.
std::string grade_words(const PageSource& source, std::string_view kind);
/// What that part says on re-imprisonment: "expected", and "findings", a sentence per policy; false
/// where there is no policy.
Json reimprisonment_findings(const PageSource& source);
/// Where people are lost on the way from need to care.
Json cascade_section(const PageSource& source);
/// Its folded part on ways through the agencies: continuity, coming back, what is kept.
Json pathways_table(const PageSource& source);
/// Families in their own right, and the clients who are not of the justice system.
Json clients_section(const PageSource& source);
/// What it costs: staff hours and effect on a plane, lost meetings, waits.
Json cost_section(const PageSource& source);
/// Its part on waits, by route: the tables "mean", "days" and "shares".
Json waits_tables(const PageSource& source);
/// What it rests on: parameters by grade, the evidence they cite, what pairing saved.
Json foundations_section(const PageSource& source);
/// How to repeat it.
Json repeat_section(const PageSource& source);

/// The two halves of the section on what the answer hangs on.
/// Adds "break_even", "curve" and "split_curves".
void add_curves(const PageSource& source, Json& section);
/// Adds "readings" and "priors".
void add_readings(const PageSource& source, Json& section);

} // namespace tsunagi
