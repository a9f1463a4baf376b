#include "engine/core/time.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

namespace tsunagi::detail {
namespace {

AdmissionTracks tracks_of(const Samples& samples, Cell cell, AdmissionRoute route) {
    const auto number = [&](TrackCount count) {
        return [&samples, route, count](RunIndex index) {
            return samples.runs().count(index, route, count);
        };
    };
    const auto compared = [&](LevelInterval interval, TrackCount part, TrackCount whole) {
        return compared_ratio(samples, cell, interval, [&](Cell of) {
            return ratio_over(samples, of, number(part), number(whole));
        });
    };
    const auto share = [&](TrackCount part, TrackCount whole) {
        return compared(LevelInterval::log_odds, part, whole);
    };
    const auto opened = level_of(per_replication(samples, cell, number(TrackCount::opened)));
    const auto entered = compared_ratio(samples, cell, LevelInterval::plain, [&](Cell of) {
        return per_replication(samples, of, number(TrackCount::entered));
    });
    return {.reading = cell.reading,
            .scenario = cell.scenario,
            .route = route,
            .opened_per_year = opened.value_or(0.0) / samples.years(),
            .entered_per_year = scaled(entered, 1.0 / samples.years()),
            .agreed = share(TrackCount::agreed, TrackCount::opened),
            .entered = share(TrackCount::entered, TrackCount::opened),
            .entered_in_window = share(TrackCount::entered_in_window, TrackCount::entered),
            .mean_days =
                scaled(compared(LevelInterval::plain, TrackCount::entry_ticks, TrackCount::entered),
                       days_of(Duration{1}))};
}

} // namespace

std::vector<AdmissionTracks> admission_tracks(const Samples& samples) {
    std::vector<AdmissionTracks> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (std::size_t route = 0; route < admission_routes; ++route) {
            rows.push_back(tracks_of(samples, cell, static_cast<AdmissionRoute>(route)));
        }
    });
    return rows;
}

} // namespace tsunagi::detail
