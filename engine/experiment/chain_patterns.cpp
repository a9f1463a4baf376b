#include "engine/care/formulas.hpp"
#include "engine/experiment/detail/pattern_parts.hpp"
#include "engine/experiment/detail/pattern_runs.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/det.hpp"

#include <utility>

namespace tsunagi {

namespace detail {

namespace {

enum Bookings : std::size_t { bookings_due, bookings_kept, booking_size };

enum ForcedLinks : std::size_t { warm_due, warm_kept, cold_due, cold_kept, all_due, forced_size };

enum Handovers : std::size_t {
    handovers_offered,
    handovers_accepted,
    centre_offered,
    centre_accepted,
    handovers_ended,
    handovers_arrived,
    hospital_arrived,
    hospital_in_care,
    centre_arrived,
    centre_in_care,
    handover_size
};

} // namespace

Sums booking_sums(const RunResult& run) {
    // Only appointments below a link of 0.25 are cold.
    const auto& below_quarter = run.first_bookings.front();
    return {below_quarter.due, below_quarter.kept};
}

SumsPart booking_part() {
    return {.size = booking_size,
            .measures = {// N36
                         share_measure({"P1", "pattern.cold_kept"},
                                       {0.33, 0.52},
                                       {.numerator = bookings_kept, .denominator = bookings_due})}};
}

Sums handover_sums(const HandoverCounts& counts) {
    return {counts.offered,
            counts.accepted,
            counts.centre_offered,
            counts.centre_accepted,
            counts.ended,
            counts.arrived,
            counts.hospital_arrived,
            counts.hospital_in_care,
            counts.centre_arrived,
            counts.centre_in_care};
}

SumsPart handover_part() {
    return {.size = handover_size,
            .measures = {
                // E25
                share_measure({"P4", "pattern.handover_accepted"},
                              {0.55, 0.70},
                              {.numerator = handovers_accepted, .denominator = handovers_offered}),
                share_measure({"P4", "pattern.handover_centre_accepted"},
                              {0.55, 0.70},
                              {.numerator = centre_accepted, .denominator = centre_offered}),
                share_measure({"P4", "pattern.handover_arrived"},
                              {0.44, 0.61},
                              {.numerator = handovers_arrived, .denominator = handovers_ended}),
                share_measure({"P4", "pattern.handover_hospital_in_care"},
                              {0.25, 0.40},
                              {.numerator = hospital_in_care, .denominator = hospital_arrived}),
                share_measure({"P4", "pattern.handover_centre_in_care"},
                              {0.45, 0.70},
                              {.numerator = centre_in_care, .denominator = centre_arrived})}};
}

Sums forced_link_sums(const ForcedRuns& runs) {
    Sums sums;
    for (const auto* run : {&runs.warm, &runs.cold}) {
        const auto& [below_quarter, from_quarter] = run->first_bookings;
        sums.push_back(below_quarter.due + from_quarter.due);
        sums.push_back(below_quarter.kept + from_quarter.kept);
    }
    sums.push_back(sums[warm_due] + sums[cold_due]);
    return sums;
}

SumsPart forced_link_part() {
    const Fraction warm{.numerator = warm_kept, .denominator = warm_due};
    const Fraction cold{.numerator = cold_kept, .denominator = cold_due};
    return {.size = forced_size,
            .measures = {// N36
                         share_measure({"P2", "pattern.warm_kept"}, {0.45, 0.62}, warm),
                         // E10, E13, E18, F11
                         {.name = {"P2", "pattern.warm_odds_ratio"},
                          .band = {1.3, 2.6},
                          .n = all_due,
                          .value = odds_ratio_statistic(warm, cold)}}};
}

} // namespace detail

PatternGroup forced_link_patterns(const Experiment& study) {
    auto experiment = detail::reference_alone(study);
    const auto forced = [](double link) {
        auto reading = detail::stated_reading();
        reading.forced_link = link;
        return reading;
    };
    experiment.readings = {forced(1.0), forced(0.0)};
    return detail::group_of(std::move(experiment),
                            detail::counted([](const ReplicationResult& runs) {
                                return detail::forced_link_sums({runs.at(0), runs.at(1)});
                            }),
                            {detail::forced_link_part()});
}

std::vector<PatternRow> wait_patterns(const Parameters& parameters) {
    const auto kept = [&](double wait_days) {
        return arrival_probability(parameters.referral,
                                   {.wait_days = wait_days, .readiness = mean_readiness});
    };
    constexpr double tolerance = 0.03;
    const auto near = [](double target) {
        return PatternBand{target - tolerance, target + tolerance};
    };
    constexpr double weeks = (60.0 - 7.0) / 7.0;
    return {detail::formula_row({"P6", "pattern.kept_after_1_day"}, kept(1.0), near(0.72)),
            detail::formula_row({"P6", "pattern.kept_after_3_days"}, kept(3.0), near(0.41)),
            detail::formula_row({"P6", "pattern.kept_after_7_days"}, kept(7.0), near(0.38)),
            detail::formula_row(
                {"P6", "pattern.odds_per_week"},
                det::power(detail::odds(kept(60.0)) / detail::odds(kept(7.0)), 1.0 / weeks),
                {0.93, 0.97})};
}

} // namespace tsunagi
