#pragma once

#include "engine/experiment/detail/counselling_book.hpp"
#include "engine/experiment/detail/handover_book.hpp"
#include "engine/experiment/detail/measures.hpp"

namespace tsunagi::detail {

// What is read off runs, part by part: the sums of one replication, and the measures that read
// them. The bands stand beside the measures, with their sources.

/// P1: first appointments of accepted offers, effective link below 0.25.
Sums booking_sums(const RunResult& run);
SumsPart booking_part();

/// P2: all first appointments of accepted offers, links forced.
struct ForcedRuns {
    const RunResult& warm; ///< every link 1
    const RunResult& cold; ///< every link 0
};
Sums forced_link_sums(const ForcedRuns& runs);
SumsPart forced_link_part();

/// P3 and the part of P15 that is built.
struct ComparedRuns {
    const RunResult& today;
    const RunResult& no_contact;
    const RunResult& regular_contact;
    const RunResult& introduction;
};
Sums contrast_sums(const ComparedRuns& runs);
SumsPart contrast_part();

/// P4: what becomes of handovers on strong links.
Sums handover_sums(const HandoverCounts& counts);
SumsPart handover_part();

/// P5: the cohort of a policy's last quarter.
struct EndedPolicyRuns {
    const RunResult& without;
    const RunResult& with;
};
Sums ended_policy_sums(const EndedPolicyRuns& runs);
SumsPart ended_policy_part();

/// First events after the start, of those who started in the span, by month.
Sums event_sums(const RunResult& run, UseEvent event, const EventTimes& months);
/// P7a: use by month, 60 months.
Sums relapse_sums(const RunResult& run);
SumsPart relapse_part();
/// P7b: any use in the first year.
Sums first_year_sums(const RunResult& run);
SumsPart first_year_part();
/// P7c: the year-end clock.
Sums year_end_sums(const RunResult& run);
SumsPart year_end_part();
/// P7d: use of men in counselling for a year.
/// @param reported  share of true use that surveys report
Sums counselled_sums(const CounsellingCounts& counts);
SumsPart counselled_part(double reported);
/// P7e: first arrests by month.
Sums arrest_sums(const RunResult& run);
SumsPart arrest_part();
/// P7f: use by month, 18 months.
Sums resident_sums(const RunResult& run);
SumsPart resident_part();

/// Ends of the episodes of a service, day by day. A move, another bed or place and the horizon end
/// only the watching.
Sums episode_sums(const RunResult& run, Service service, const EventTimes& days);
/// P8: stays in a recovery facility, of everybody who entered one.
Sums stay_sums(const RunResult& run);
SumsPart stay_part();
/// P9b: episodes of counselling.
Sums leaving_sums(const RunResult& run);
SumsPart leaving_part();

/// P9a, P12, P13, P14: stocks, flows and revocation.
Sums level_sums(const RunResult& run, const Experiment& experiment);
SumsPart level_part();

} // namespace tsunagi::detail
