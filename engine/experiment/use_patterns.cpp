#include "engine/experiment/detail/pattern_parts.hpp"
#include "engine/experiment/detail/pattern_runs.hpp"

#include <initializer_list>
#include <utility>

namespace tsunagi {

namespace detail {

namespace {

constexpr EventTimes relapse_months{.bins = use_months};
constexpr EventTimes arrest_months{.bins = 24};

enum YearEnds : std::size_t {
    all_2nd,
    all_2nd_prison,
    all_5th,
    all_5th_prison,
    parole_2nd,
    parole_2nd_prison,
    parole_5th,
    parole_5th_prison,
    full_term_2nd,
    full_term_2nd_prison,
    full_term_5th,
    full_term_5th_prison,
    year_end_size
};

void add_year_ends(Sums& sums, const RunResult& run, std::initializer_list<Level> sources) {
    for (const auto count : {Count::released_2nd_year,
                             Count::prison_2nd_year,
                             Count::released_5th_year,
                             Count::prison_5th_year}) {
        std::int64_t all = 0;
        for (const auto source : sources) {
            all += count_at(run, source, count);
        }
        sums.push_back(all);
    }
}

} // namespace

Sums event_sums(const RunResult& run, UseEvent event, const EventTimes& months) {
    const auto kind = static_cast<std::size_t>(event);
    Sums sums(months.size(), 0);
    sums.front() = run.use_course.persons;
    for (std::size_t month = 0; month < months.bins; ++month) {
        sums.at(months.event(month)) = run.use_course.events.at(kind).at(month);
        sums.at(months.censored(month)) = run.use_course.censored.at(kind).at(month);
    }
    return sums;
}

Sums relapse_sums(const RunResult& run) {
    return event_sums(run, UseEvent::use, relapse_months);
}

SumsPart relapse_part() {
    const auto by = [](std::string_view measure, std::size_t month, const PatternBand& band) {
        return Measure{.name = {"P7a", measure},
                       .band = band,
                       .n = 0,
                       .value = relapse_months.share_by(month)};
    };
    return {.size = relapse_months.size(),
            .measures = {// N05
                         by("pattern.us_relapse_1", 1, {0.33, 0.39}),
                         by("pattern.us_relapse_6", 6, {0.47, 0.56}),
                         by("pattern.us_relapse_12", 12, {0.58, 0.64}),
                         by("pattern.us_relapse_60", 60, {0.70, 0.78})}};
}

Sums first_year_sums(const RunResult& run) {
    return {count_in(run, Count::start_followed_1), count_in(run, Count::start_used_1)};
}

SumsPart first_year_part() {
    return {.size = 2,
            .measures = {// C29, J30
                         share_measure({"P7b", "pattern.use_without_care"},
                                       {0.30, 0.50},
                                       {.numerator = 1, .denominator = 0})}};
}

Sums year_end_sums(const RunResult& run) {
    Sums sums;
    // Adults released from prison; juveniles come from elsewhere.
    add_year_ends(
        sums,
        run,
        {Level::parole_only, Level::parole_partial, Level::direct_partial, Level::full_term});
    add_year_ends(sums, run, {Level::parole_only, Level::parole_partial});
    add_year_ends(sums, run, {Level::full_term});
    return sums;
}

SumsPart year_end_part() {
    const auto share = [](std::string_view measure, const PatternBand& band, std::size_t released) {
        return share_measure(
            {"P7c", measure}, band, {.numerator = released + 1, .denominator = released});
    };
    return {.size = year_end_size,
            .measures = {// J19, J20, J26, J27
                         share("pattern.prison_2nd_all", {0.15, 0.20}, all_2nd),
                         share("pattern.prison_5th_all", {0.45, 0.52}, all_5th),
                         // J21, J22, J25
                         share("pattern.prison_2nd_parole", {0.10, 0.15}, parole_2nd),
                         share("pattern.prison_5th_parole", {0.38, 0.46}, parole_5th),
                         // J21, J22, J24
                         share("pattern.prison_2nd_full_term", {0.24, 0.32}, full_term_2nd),
                         share("pattern.prison_5th_full_term", {0.58, 0.68}, full_term_5th)}};
}

Sums arrest_sums(const RunResult& run) {
    return event_sums(run, UseEvent::arrest, arrest_months);
}

SumsPart arrest_part() {
    constexpr std::size_t first_year = 12;
    return {.size = arrest_months.size(),
            .measures = {// J19, J26
                         {.name = {"P7e", "pattern.early_arrests"},
                          .band = {0.45, 0.76},
                          .n = 0,
                          .value = arrest_months.share_of_share(first_year, arrest_months.bins)}}};
}

} // namespace detail

namespace {

/// The US set: the early part whole, nothing late, nobody stable, all alike, no protection.
Experiment us_cohort(const Experiment& study) {
    auto experiment = detail::without_care(study);
    // Who starts in the first year is watched for all 60 months.
    experiment.horizon = detail::years_after(experiment.policy_start, 6);
    auto& parameters = experiment.parameters;
    detail::leave_only_use(parameters);
    parameters.use.early = 1.0;
    parameters.use.late_per_year = 0.0;
    parameters.use.stable = 0.0;
    parameters.use.severity_ratio = 1.0;
    return experiment;
}

PatternGroup return_to_prison(const Experiment& study) {
    auto experiment = detail::reference_alone(study);
    auto& parameters = experiment.parameters;
    parameters.intake.outside_lanes = 1.0;
    parameters.intake.suspended_without_probation_per_year = 0.0;
    // Prison statistics follow people wherever they go.
    parameters.use.move_per_year = 0.0;
    // Three whole calendar years of release, each followed to the fourth year-end after it.
    experiment.horizon = detail::years_after(experiment.policy_start, 8);
    return detail::group_of(std::move(experiment),
                            detail::of_single_run(detail::year_end_sums),
                            {detail::year_end_part()});
}

} // namespace

std::vector<PatternGroup> use_patterns(const Experiment& study) {
    return {detail::group_of(us_cohort(study),
                             detail::of_single_run(detail::relapse_sums),
                             {detail::relapse_part()}),
            detail::group_of(detail::without_care(study),
                             detail::of_single_run(detail::first_year_sums),
                             {detail::first_year_part()}),
            return_to_prison(study)};
}

} // namespace tsunagi
