#include "engine/experiment/detail/pattern_parts.hpp"
#include "engine/experiment/detail/pattern_runs.hpp"
#include "engine/observation/observer.hpp"
#include "engine/simulation/world.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace tsunagi {

namespace detail {

namespace {

// Those of no-contact come first; those of regular contact stand behind them in the same order.
enum Contrast : std::size_t {
    supervised_before,
    contact_before,
    cohort,
    contact_after,
    contrast_counts,
    today_cohort = 2 * contrast_counts,
    today_supported,
    introduced_cohort,
    introduced_supported,
    contrast_size
};

enum EndedPolicy : std::size_t {
    last_cohort,
    linked_without,
    close_without,
    linked_with,
    close_with,
    ended_size
};

void append(Sums& sums, const RunResult& run, std::initializer_list<Count> which) {
    for (const auto count : which) {
        sums.push_back(count_in(run, count));
    }
}

/// One share minus the other.
Statistic difference(Fraction one, Fraction other) {
    return [minuend = ratio_statistic(one),
            subtrahend = ratio_statistic(other)](const Sums& sums) -> std::optional<double> {
        const auto more = minuend(sums);
        const auto less = subtrahend(sums);
        return more && less ? std::optional{*more - *less} : std::nullopt;
    };
}

/// How far the last gain exceeds three times the size of the first.
Statistic excess(const Statistic& first, const Statistic& last) {
    return [first, last](const Sums& sums) -> std::optional<double> {
        constexpr double least_factor = 3.0;
        const auto earlier = first(sums);
        const auto later = last(sums);
        if (!earlier || !later) {
            return std::nullopt;
        }
        return *later - least_factor * std::max(*earlier, -*earlier);
    };
}

std::optional<double> retention_over_entry(const Sums& sums) {
    const auto linked = sums.at(linked_with) - sums.at(linked_without);
    const auto close = sums.at(close_with) - sums.at(close_without);
    return linked == 0 ? std::nullopt
                       : std::optional{static_cast<double>(close) / static_cast<double>(linked)};
}

} // namespace

Sums contrast_sums(const ComparedRuns& runs) {
    Sums sums;
    for (const auto* run : {&runs.no_contact, &runs.regular_contact}) {
        append(sums,
               *run,
               {Count::supervised_30_before,
                Count::any_contact_30_before,
                Count::cohort,
                Count::any_contact_180});
    }
    append(sums, runs.today, {Count::cohort, Count::support_180});
    append(sums, runs.introduction, {Count::cohort, Count::support_180});
    return sums;
}

SumsPart contrast_part() {
    const auto gain = [](std::size_t numerator, std::size_t denominator) {
        return difference({.numerator = contrast_counts + numerator,
                           .denominator = contrast_counts + denominator},
                          {.numerator = numerator, .denominator = denominator});
    };
    const auto before = gain(contact_before, supervised_before);
    const auto after = gain(contact_after, cohort);
    return {.size = contrast_size,
            .measures = {// E26
                         {.name = {"P3", "pattern.contact_before"},
                          .band = {-0.005, 0.005},
                          .n = supervised_before,
                          .value = before},
                         {.name = {"P3", "pattern.contact_after"},
                          .band = {.lower = 0.0, .lower_edge = PatternBand::Edge::beyond},
                          .n = cohort,
                          .value = after},
                         {.name = {"P3", "pattern.contact_after_over_before"},
                          .band = {.lower = 0.0},
                          .n = cohort,
                          .value = excess(before, after)},
                         // F08, F13
                         {.name = {"P15", "pattern.one_introduction"},
                          .band = {-0.01, 0.01},
                          .n = today_cohort,
                          .value = difference(
                              {.numerator = introduced_supported, .denominator = introduced_cohort},
                              {.numerator = today_supported, .denominator = today_cohort})}}};
}

Sums ended_policy_sums(const EndedPolicyRuns& runs) {
    Sums sums{count_in(runs.without, Count::cohort)}; // the same persons in both
    for (const auto* run : {&runs.without, &runs.with}) {
        append(sums, *run, {Count::linked_before_end, Count::close_365});
    }
    return sums;
}

SumsPart ended_policy_part() {
    return {.size = ended_size,
            .measures = {// of the many that links reach, few stay longer for it
                         {.name = {"P5", "pattern.retention_over_entry"},
                          .band = {.upper = 0.5},
                          .n = last_cohort,
                          .value = retention_over_entry}}};
}

} // namespace detail

namespace {

constexpr EntityKey guarantor_contact = key_of("t2.05");
constexpr int years_of_policy = 2;

bool knows_guarantor_contact(const Region& region) {
    return std::any_of(region.activities.begin(),
                       region.activities.end(),
                       [](const ContactActivity& one) { return one.label == guarantor_contact; });
}

ScenarioPlan no_contact(const Experiment& study) {
    return {.key = key_of("no-contact"), .policy = {{{study.policy_start, StopContacts{}}}}};
}

/// The centre's staff at the office's guarantor meetings, both every month.
ScenarioPlan regular_contact(const Experiment& study) {
    constexpr double monthly = 12.0;
    const RaiseContact attendance{.label = guarantor_contact,
                                  .first = study.region.centre,
                                  .second = study.region.probation_office,
                                  .at_least_per_year = monthly};
    return {.key = key_of("regular-contact"),
            .policy = {{{study.policy_start, RaiseGuarantorMeetings{monthly}},
                        {study.policy_start, attendance}}}};
}

ScenarioPlan one_introduction(const Experiment& study) {
    constexpr double whole_meeting = 1.0;
    return {.key = key_of("one-introduction"),
            .policy = {{{study.policy_start, IntroduceCentre{whole_meeting}}}}};
}

PatternGroup scenarios_compared(const Experiment& study) {
    auto experiment = detail::reference_alone(study);
    for (auto scenario : {no_contact(study), regular_contact(study), one_introduction(study)}) {
        experiment.scenarios.push_back(std::move(scenario));
    }
    return detail::group_of(std::move(experiment),
                            detail::counted([](const ReplicationResult& runs) {
                                return detail::contrast_sums({.today = runs.at(0),
                                                              .no_contact = runs.at(1),
                                                              .regular_contact = runs.at(2),
                                                              .introduction = runs.at(3)});
                            }),
                            {detail::contrast_part()});
}

/// Observes a run over a span of its own.
class SpanObserver final : public WorldListener {
public:
    SpanObserver(const ObservationSpan& span,
                 const SupportWindows& windows,
                 const std::vector<EntityKey>& agency_keys)
        : observer_{span, windows, agency_keys} {}
    void hear(const Fact& fact, const World& world) override {
        observer_.observe(fact, world.clients);
    }
    RunResult finish() const { return observer_.finish(); }

private:
    Observer observer_;
};

/// Supervision that ends in the last 90 days of the policy, followed for a year.
ObservationSpan last_quarter(const Experiment& experiment) {
    const auto policy_end = detail::years_after(experiment.policy_start, years_of_policy);
    return {.policy_start = policy_end - std::chrono::days{90} + Duration{1},
            .horizon = policy_end + std::chrono::days{365}};
}

RunResult run_of_last_quarter(const PreparedExperiment& prepared, const RunChoice& run) {
    const auto& experiment = prepared.experiment();
    std::vector<EntityKey> keys;
    for (const auto& agency : experiment.region.agencies.values()) {
        keys.push_back(agency.key);
    }
    SpanObserver observer{last_quarter(experiment), experiment.windows, keys};
    listen(prepared, run, observer);
    return observer.finish();
}

/// Contacts stop with the policy, in both scenarios.
PatternGroup ended_policy(const Experiment& study) {
    auto experiment = detail::reference_alone(study);
    auto ends = regular_contact(study);
    ends.policy.levers.push_back(
        {detail::years_after(study.policy_start, years_of_policy), StopContacts{}});
    experiment.scenarios.push_back(no_contact(study));
    experiment.scenarios.push_back(std::move(ends));
    experiment.horizon = last_quarter(experiment).horizon;
    const auto count = [](const PreparedExperiment& prepared, std::int64_t replication) {
        const auto run = [&](std::size_t scenario) {
            return run_of_last_quarter(prepared,
                                       {.scenario = scenario, .replication = replication});
        };
        return detail::ended_policy_sums({.without = run(1), .with = run(2)});
    };
    return detail::group_of(std::move(experiment), count, {detail::ended_policy_part()});
}

} // namespace

std::vector<PatternGroup> contrast_patterns(const Experiment& study) {
    if (!knows_guarantor_contact(study.region)) {
        return {};
    }
    return {scenarios_compared(study), ended_policy(study)};
}

} // namespace tsunagi
