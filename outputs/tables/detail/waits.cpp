#include "outputs/tables/detail/waits.hpp"

#include "engine/core/time.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tsunagi::detail {
namespace {

using Waits = RunResult::Waits;

constexpr double beyond_the_bins = std::numeric_limits<double>::infinity();

/// First appointments of one cell and route that fell due, replication by replication.
class DueAppointments {
public:
    DueAppointments(const Samples& samples, Cell cell, Route route) {
        for (std::size_t row = 0; row < samples.runs().shape().replications; ++row) {
            waits_.push_back(samples.runs().waits({cell.reading, cell.scenario, row}, route));
        }
    }

    std::int64_t due() const {
        return std::accumulate(waits_.begin(),
                               waits_.end(),
                               std::int64_t{0},
                               [](std::int64_t sum, const Waits& one) { return sum + one.due; });
    }

    /// A number of each replication over its appointments.
    template <class Part> CountRatio of_due(Part&& part) const {
        CountRatio ratio;
        for (const auto& waits : waits_) {
            ratio.numerator.push_back(part(waits));
            ratio.denominator.push_back(waits.due);
        }
        return ratio;
    }

    PerReplication quantiles(double probability) const {
        PerReplication values;
        for (const auto& waits : waits_) {
            values.push_back(quantile_days(waits, probability));
        }
        return values;
    }

private:
    /// Wait that a share of appointments does not exceed, waits spread evenly within each bin.
    static std::optional<double> quantile_days(const Waits& waits, double probability) {
        if (waits.due == 0) {
            return std::nullopt;
        }
        const auto goal = probability * static_cast<double>(waits.due);
        double below = 0.0;
        double lower_edge = 0.0;
        for (std::size_t bin = 0; bin < wait_edges.size(); ++bin) {
            const auto inside = static_cast<double>(waits.bins[bin]);
            const auto upper_edge = static_cast<double>(wait_edges[bin]);
            if (inside > 0.0 && below + inside >= goal) {
                return lower_edge + (upper_edge - lower_edge) * (goal - below) / inside;
            }
            below += inside;
            lower_edge = upper_edge;
        }
        return beyond_the_bins;
    }

    std::vector<Waits> waits_; ///< [replication]
};

bool lies_beyond(const PerReplication& values) {
    return std::ranges::any_of(
        values, [](const std::optional<double>& value) { return value && std::isinf(*value); });
}

/// Fills in the rows of one cell and route.
class WaitRow {
public:
    WaitRow(const Samples& samples, Cell cell, Route route)
        : samples_{samples}, cell_{cell}, route_{route}, own_{samples, cell, route} {}

    WaitSummary summary() const {
        WaitSummary row;
        row.reading = cell_.reading;
        row.scenario = cell_.scenario;
        row.route = route_;
        row.due_per_year = static_cast<double>(own_.due()) /
                           static_cast<double>(samples_.runs().shape().replications) /
                           samples_.years();
        row.kept_share = share([](const Waits& waits) { return waits.kept; });
        row.mean_days = mean_days();
        row.within_7_days = share([](const Waits& waits) { return within(waits, 7); });
        row.within_14_days = share([](const Waits& waits) { return within(waits, 14); });
        row.within_28_days = share([](const Waits& waits) { return within(waits, 28); });
        row.median_days = quantile(0.5);
        row.p90_days = quantile(0.9);
        return row;
    }

private:
    template <class Part> Compared of_due(LevelInterval interval, Part&& part) const {
        return compared_ratio(samples_, cell_, interval, [&](Cell of) {
            return DueAppointments{samples_, of, route_}.of_due(part);
        });
    }
    template <class Part> Compared share(Part&& part) const {
        return of_due(LevelInterval::log_odds, part);
    }
    Compared mean_days() const {
        const auto ticks =
            of_due(LevelInterval::plain, [](const Waits& waits) { return waits.wait_ticks; });
        return scaled(ticks, days_of(Duration{1}));
    }
    Compared quantile(double probability) const {
        const auto own = own_.quantiles(probability);
        std::optional<PerReplication> base;
        if (cell_.scenario != samples_.reference()) {
            base =
                DueAppointments{samples_, {cell_.reading, samples_.reference()}, route_}.quantiles(
                    probability);
        }
        if (lies_beyond(own)) {
            return {};
        }
        if (base && lies_beyond(*base)) {
            base.reset();
        }
        return compared_means(samples_, cell_.reading, own, base);
    }

    const Samples& samples_;
    Cell cell_;
    Route route_;
    DueAppointments own_;
};

} // namespace

std::int64_t within(const RunResult::Waits& waits, int days) {
    const auto bins = std::ranges::find(wait_edges, days) - wait_edges.begin() + 1;
    return std::accumulate(waits.bins.begin(), waits.bins.begin() + bins, std::int64_t{0});
}

std::vector<WaitSummary> wait_summaries(const Samples& samples) {
    std::vector<WaitSummary> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (std::size_t number = 0; number < routes; ++number) {
            rows.push_back(WaitRow{samples, cell, static_cast<Route>(number)}.summary());
        }
    });
    return rows;
}

} // namespace tsunagi::detail
