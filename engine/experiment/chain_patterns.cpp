#include "engine/care/formulas.hpp"
#include "engine/core/contracts.hpp"
#include "engine/experiment/detail/pattern_rows.hpp"
#include "engine/experiment/patterns.hpp"
#include "engine/random/det.hpp"
#include "engine/statistics/ratio.hpp"

#include <array>
#include <numeric>

namespace tsunagi {

namespace {

enum : std::size_t { stated, warm, cold, chain_readings };

/// Appointments due and kept in one reading, by replication: those of one replication share a
/// region and its links, so the replication is what is independent.
struct Appointments {
    std::vector<std::int64_t> due;
    std::vector<std::int64_t> kept;

    void add(const RunResult::Appointments& more) {
        due.back() += more.due;
        kept.back() += more.kept;
    }
    std::int64_t all_due() const {
        return std::accumulate(due.begin(), due.end(), std::int64_t{0});
    }
    RatioEstimate share() const {
        const auto share = ratio_of_sums({.numerator = kept, .denominator = due}, {});
        expects(share.has_value(), "patterns are read on runs with appointments");
        return *share;
    }
};

// Under the stated link only appointments below a link of 0.25 are cold.
Appointments appointments_of(std::span<const ReplicationResult> replications, std::size_t reading) {
    Appointments all;
    for (const auto& runs : replications) {
        const auto& [below_quarter, from_quarter] = runs.at(reading).first_bookings;
        all.due.push_back(0);
        all.kept.push_back(0);
        all.add(below_quarter);
        if (reading != stated) {
            all.add(from_quarter);
        }
    }
    return all;
}

PatternRow kept_row(const detail::PatternName& name, const Appointments& seen, Interval band) {
    const auto share = seen.share();
    return {.pattern = name.pattern,
            .measure = name.measure,
            .n = seen.all_due(),
            .value = share.level,
            .lower = share.interval.lower,
            .upper = share.interval.upper,
            .band_lower = band.lower,
            .band_upper = band.upper};
}

} // namespace

Experiment chain_pattern_experiment(const Experiment& study, std::int64_t replications) {
    auto experiment = study;
    experiment.scenarios = {study.scenarios.at(study.reference)};
    experiment.reference = 0;
    experiment.replications = replications;
    const Reading stated{.structure_weight = std::nullopt,
                         .switch_on = std::nullopt,
                         .scale = 1.0,
                         .draw = Reading::LinkDraw::as_stated,
                         .forced_link = std::nullopt};
    auto warm = stated;
    warm.forced_link = 1.0;
    auto cold = stated;
    cold.forced_link = 0.0;
    experiment.readings = {stated, warm, cold};
    return experiment;
}

std::vector<PatternRow> chain_patterns(std::span<const ReplicationResult> replications) {
    const auto cold_by_nature = appointments_of(replications, stated);
    const auto forced_warm = appointments_of(replications, warm);
    const auto forced_cold = appointments_of(replications, cold);
    const double odds_ratio =
        detail::odds(forced_warm.share().level) / detail::odds(forced_cold.share().level);
    return {kept_row({"P1", "pattern.cold_kept"}, cold_by_nature, {0.33, 0.52}),
            kept_row({"P2", "pattern.warm_kept"}, forced_warm, {0.45, 0.62}),
            PatternRow{.pattern = "P2",
                       .measure = "pattern.warm_odds_ratio",
                       .n = forced_warm.all_due() + forced_cold.all_due(),
                       .value = odds_ratio,
                       .lower = std::nullopt,
                       .upper = std::nullopt,
                       .band_lower = 1.3,
                       .band_upper = 2.6}};
}

std::vector<PatternRow> wait_patterns(const Parameters& parameters) {
    const auto kept = [&](double wait_days) {
        constexpr double mean_readiness = 0.4;
        return arrival_probability(parameters.referral,
                                   {.wait_days = wait_days, .readiness = mean_readiness});
    };
    constexpr double tolerance = 0.03;
    const auto near = [](double target) {
        return Interval{target - tolerance, target + tolerance};
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
