#include "engine/core/time.hpp"
#include "engine/experiment/detail/pattern_parts.hpp"

namespace tsunagi::detail {

namespace {

// Five years, and hardly anybody stays so long: the settled stay 395 d on average.
constexpr EventTimes stay_days{.bins = 1830};
constexpr double days_per_month = days_per_year / 12.0;

Statistic in_months(const Statistic& days) {
    return [days](const Sums& sums) -> std::optional<double> {
        const auto value = days(sums);
        return value ? std::optional{*value / days_per_month} : std::nullopt;
    };
}

} // namespace

Sums episode_sums(const RunResult& run, Service service, const EventTimes& days) {
    Sums sums(days.size(), 0);
    for (const auto& episode : run.episodes) {
        if (episode.service != service) {
            continue;
        }
        ++sums.front();
        const std::size_t bin = episode.days - 1U;
        if (bin < days.bins) {
            ++sums.at(episode.outcome == EpisodeOutcome::censored ? days.censored(bin)
                                                                  : days.event(bin));
        }
    }
    return sums;
}

Sums stay_sums(const RunResult& run) {
    return episode_sums(run, Service::residence, stay_days);
}

SumsPart stay_part() {
    constexpr std::size_t entrants = 0;
    return {.size = stay_days.size(),
            .measures = {// N14, N16
                         Measure{.name = {"P8", "pattern.stay_out_by_7"},
                                 .band = {0.13, 0.21},
                                 .n = entrants,
                                 .value = stay_days.share_by(7)},
                         Measure{.name = {"P8", "pattern.stay_median"},
                                 .band = {30.0, 48.0},
                                 .n = entrants,
                                 .value = stay_days.median()},
                         Measure{.name = {"P8", "pattern.stay_90"},
                                 .band = {0.27, 0.36},
                                 .n = entrants,
                                 .value = stay_days.share_after(90)},
                         // N13
                         Measure{.name = {"P8", "pattern.stay_365"},
                                 .band = {0.04, 0.21},
                                 .n = entrants,
                                 .value = stay_days.share_after(365)},
                         // C28
                         Measure{.name = {"P8", "pattern.stay_mean_over_30"},
                                 .band = {7.0, 11.0},
                                 .n = entrants,
                                 .value = in_months(stay_days.mean_of_later_than(30))}}};
}

} // namespace tsunagi::detail
