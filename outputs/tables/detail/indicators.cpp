#include "engine/core/time.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"
#include "outputs/tables/detail/waits.hpp"

#include <array>
#include <numeric>
#include <vector>

namespace tsunagi::detail {
namespace {

/// An indicator that is a ratio of two counts of persons.
struct OfPersons {
    Indicator indicator{};
    Count numerator{};
    Count denominator{};
    std::int64_t parts{}; ///< of 1 in which the numerator is counted
};
constexpr std::array of_persons{
    OfPersons{
        Indicator::bice_boxerman, Count::bice_boxerman, Count::visited_twice, continuity_unit},
    OfPersons{
        Indicator::usual_provider, Count::usual_provider, Count::visited_twice, continuity_unit},
    OfPersons{Indicator::sequential, Count::sequential, Count::visited_twice, continuity_unit},
    OfPersons{
        Indicator::concentration, Count::concentration, Count::visited_twice, continuity_unit},
    OfPersons{Indicator::hand_offs, Count::hand_offs, Count::visited_twice, 1},
    OfPersons{Indicator::visited_twice, Count::visited_twice, Count::cohort, 1},
    OfPersons{Indicator::visits, Count::visits, Count::cohort, 1},
    OfPersons{Indicator::back_90, Count::back_90, Count::left_care, 1},
    OfPersons{Indicator::back_365, Count::back_365, Count::left_care, 1},
};

using Waits = RunResult::Waits;
using PartOfWaits = std::int64_t (*)(const Waits&);
using ServiceCountsOf = std::vector<ServiceCount>;

/// A number of the first appointments of all routes over those that fell due.
CountRatio of_due(const Samples& samples, Cell cell, PartOfWaits part) {
    const auto sum = [&](PartOfWaits number) {
        return [&samples, number](RunIndex index) {
            std::int64_t all = 0;
            for (std::size_t route = 0; route < routes; ++route) {
                all += number(samples.runs().waits(index, static_cast<Route>(route)));
            }
            return all;
        };
    };
    return ratio_over(samples, cell, sum(part), sum([](const Waits& waits) { return waits.due; }));
}

std::int64_t over_services(const Samples& samples, RunIndex index, const ServiceCountsOf& added) {
    std::int64_t all = 0;
    for (std::size_t service = 0; service < services; ++service) {
        for (const auto count : added) {
            all += samples.runs().count(index, static_cast<Service>(service), count);
        }
    }
    return all;
}

/// A ratio of counts, each the sum over all services.
CountRatio of_services(const Samples& samples,
                       Cell cell,
                       const ServiceCountsOf& part,
                       const ServiceCountsOf& whole) {
    const auto sum = [&](const ServiceCountsOf& added) {
        return [&samples, &added](RunIndex index) { return over_services(samples, index, added); };
    };
    return ratio_over(samples, cell, sum(part), sum(whole));
}

/// Collects the indicators of one cell.
class IndicatorRows {
public:
    IndicatorRows(const Samples& samples, Cell cell)
        : samples_{samples}, all_{.reading = cell.reading, .scenario = cell.scenario, .rows = {}} {}

    /// @param parts     of 1 in which numerators are counted
    /// @param ratio_of  CountRatio(Cell)
    template <class RatioOf>
    void add(Indicator indicator, std::int64_t parts, const RatioOf& ratio_of) {
        const Cell cell{all_.reading, all_.scenario};
        const auto base = ratio_of(cell).denominator;
        const auto interval = unit_of(indicator) == IndicatorUnit::share ? LevelInterval::log_odds
                                                                         : LevelInterval::plain;
        const auto in_whole = [&](Cell of) {
            auto ratio = ratio_of(of);
            for (auto& whole : ratio.denominator) {
                whole *= parts;
            }
            return ratio;
        };
        const auto sum = std::accumulate(base.begin(), base.end(), std::int64_t{0});
        all_.rows.push_back({.indicator = indicator,
                             .base = static_cast<double>(sum) / static_cast<double>(base.size()),
                             .value = compared_ratio(samples_, cell, interval, in_whole)});
    }
    void scale_last(double factor) {
        all_.rows.back().value = scaled(all_.rows.back().value, factor);
    }
    const PathwayIndicators& all() const { return all_; }

private:
    const Samples& samples_;
    PathwayIndicators all_;
};

PathwayIndicators indicators_of(const Samples& samples, Cell cell) {
    IndicatorRows rows{samples, cell};
    for (const auto& one : of_persons) {
        rows.add(one.indicator, one.parts, [&](Cell of) {
            return samples.ratio(of, AnalysisGroup::all, one.numerator, one.denominator);
        });
    }
    const auto add_due = [&](Indicator indicator, PartOfWaits part) {
        rows.add(indicator, 1, [&](Cell of) { return of_due(samples, of, part); });
    };
    add_due(Indicator::first_kept, [](const Waits& waits) { return waits.kept; });
    add_due(Indicator::first_within_14, [](const Waits& waits) { return within(waits, 14); });
    const auto add_services =
        [&](Indicator indicator, const ServiceCountsOf& part, const ServiceCountsOf& whole) {
            rows.add(indicator, 1, [&](Cell of) { return of_services(samples, of, part, whole); });
        };
    using enum ServiceCount;
    add_services(
        Indicator::sessions_kept, {sessions_attended}, {sessions_attended, sessions_missed});
    add_services(
        Indicator::list_given_up, {list_patience}, {list_admitted, list_patience, list_gone});
    add_services(Indicator::list_days, {list_wait_ticks}, {list_admitted});
    rows.scale_last(days_of(Duration{1}));
    return rows.all();
}

} // namespace

std::vector<PathwayIndicators> pathway_indicators(const Samples& samples) {
    std::vector<PathwayIndicators> all;
    samples.for_each_named_cell([&](Cell cell) { all.push_back(indicators_of(samples, cell)); });
    return all;
}

} // namespace tsunagi::detail
