#include "outputs/tables/detail/still_there.hpp"

#include "engine/statistics/competing_risks.hpp"
#include "engine/statistics/jackknife.hpp"
#include "outputs/tables/detail/estimates.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <span>

namespace tsunagi::detail {
namespace {

constexpr std::array days_told{90, 180, 365};

constexpr std::size_t closed_bins = episode_edges.size(); // all but the open last one

/// Where the sums of a unit hold what: all episodes, then by bin those that ended and those that
/// are watched no longer.
constexpr std::size_t opened_at = 0;
constexpr std::size_t ended_at = 1;
constexpr std::size_t censored_at = ended_at + closed_bins;
constexpr std::size_t sums_length = censored_at + closed_bins;

void add_episodes(Sums& sums, const RunTable& runs, RunIndex index, Service service) {
    for (std::size_t outcome = 0; outcome < episode_outcomes; ++outcome) {
        const auto kind = static_cast<EpisodeOutcome>(outcome);
        const auto first = kind == EpisodeOutcome::censored ? censored_at : ended_at;
        for (std::size_t bin = 0; bin < episode_bins; ++bin) {
            const std::int64_t episodes =
                runs.episodes(index, {.service = service, .outcome = kind}, bin);
            sums[opened_at] += episodes;
            if (bin < closed_bins) {
                sums[first + bin] += episodes;
            }
        }
    }
}

/// One unit's sums after the other.
std::vector<Sums> units_of(const Samples& samples, Cell cell, Service service) {
    const auto size =
        static_cast<std::size_t>(samples.units_of(cell.reading).replications_per_unit);
    std::vector<Sums> units(samples.runs().shape().replications / size, Sums(sums_length, 0));
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        for (std::size_t row = unit * size; row < (unit + 1) * size; ++row) {
            add_episodes(units[unit], samples.runs(), {cell.reading, cell.scenario, row}, service);
        }
    }
    return units;
}

std::int64_t total(std::span<const std::int64_t> counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

/// Kaplan-Meier at the end of a bin; no value where nobody is watched so long, unless all episodes
/// have ended before.
std::optional<double> share_after(std::span<const std::int64_t> sums, std::size_t bin) {
    if (sums[opened_at] == 0) {
        return std::nullopt;
    }
    const CumulativeIncidence curve{{.causes = 1,
                                     .at_start = sums[opened_at],
                                     .events = sums.subspan(ended_at, bin + 1),
                                     .censored = sums.subspan(censored_at, bin + 1)}};
    const double share = curve.event_free(bin + 1);
    const auto watched = sums[opened_at] - total(sums.subspan(ended_at, bin)) -
                         total(sums.subspan(censored_at, bin));
    return watched == 0 && share > 0.0 ? std::nullopt : std::optional{share};
}

/// Units without episodes carry no information and are left out.
std::vector<Sums> with_episodes(const std::vector<Sums>& units) {
    std::vector<Sums> found;
    std::ranges::copy_if(
        units, std::back_inserter(found), [](const Sums& unit) { return unit[opened_at] > 0; });
    return found;
}

/// The sums of two scenarios behind each other, unit by unit.
std::vector<Sums> paired(const std::vector<Sums>& base, const std::vector<Sums>& own) {
    std::vector<Sums> pairs;
    for (std::size_t unit = 0; unit < own.size(); ++unit) {
        if (base[unit][opened_at] > 0 || own[unit][opened_at] > 0) {
            pairs.push_back(base[unit]);
            pairs.back().insert(pairs.back().end(), own[unit].begin(), own[unit].end());
        }
    }
    return pairs;
}

std::optional<ShownEstimate> level_at(const std::vector<Sums>& units, std::size_t bin) {
    const auto found = jackknife(units, [bin](const Sums& sums) { return share_after(sums, bin); });
    if (!found) {
        return std::nullopt;
    }
    ShownEstimate level{
        .value = found->value, .standard_error = found->standard_error, .interval = {}};
    if (level.standard_error) {
        const Estimate estimate{.value = level.value,
                                .standard_error = *level.standard_error,
                                .units = static_cast<std::int64_t>(units.size())};
        const auto on_log_odds = logit_interval(estimate, {});
        level.interval = on_log_odds ? *on_log_odds : t_interval(estimate, {});
    }
    return level;
}

std::optional<ShownEstimate>
difference_at(const std::vector<Sums>& pairs, std::size_t bin, Confidence confidence) {
    const auto found = jackknife(pairs, [bin](const Sums& sums) -> std::optional<double> {
        const std::span<const std::int64_t> both{sums};
        const auto base = share_after(both.first(sums_length), bin);
        const auto own = share_after(both.last(sums_length), bin);
        return base && own ? std::optional{*own - *base} : std::nullopt;
    });
    if (!found || !found->standard_error) {
        return std::nullopt;
    }
    return ShownEstimate{.value = found->value,
                         .standard_error = found->standard_error,
                         .interval = t_interval({.value = found->value,
                                                 .standard_error = *found->standard_error,
                                                 .units = static_cast<std::int64_t>(pairs.size())},
                                                confidence)};
}

} // namespace

std::vector<Retention::StillThere> still_there(const Samples& samples, Cell cell, Service service) {
    const auto own = units_of(samples, cell, service);
    const auto informative = with_episodes(own);
    const auto pairs =
        cell.scenario == samples.reference()
            ? std::vector<Sums>{}
            : paired(units_of(samples, {cell.reading, samples.reference()}, service), own);
    std::vector<Retention::StillThere> points;
    for (const int day : days_told) {
        const auto bin = episode_bin(static_cast<std::uint16_t>(day));
        Retention::StillThere point{
            .day = day,
            .share = {.level = level_at(informative, bin),
                      .difference = difference_at(pairs, bin, samples.difference_confidence())},
            .unfollowed = {}};
        if (!point.share.level) {
            point.unfollowed = informative.empty() ? Unfollowed::no_persons : Unfollowed::horizon;
        }
        points.push_back(point);
    }
    return points;
}

} // namespace tsunagi::detail
