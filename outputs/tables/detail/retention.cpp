#include "engine/statistics/competing_risks.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"
#include "outputs/tables/detail/still_there.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

constexpr std::array ends{EpisodeOutcome::drop_out,
                          EpisodeOutcome::in_order,
                          EpisodeOutcome::custody,
                          EpisodeOutcome::death};

/// Episodes of one cell and service by how they ended and in which bin of lengths, summed over all
/// replications.
class EpisodeCounts {
public:
    EpisodeCounts(const Samples& samples, Cell cell, Service service)
        : samples_{samples}, cell_{cell}, service_{service} {}

    std::int64_t at(EpisodeOutcome outcome, std::size_t bin) const {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < samples_.runs().shape().replications; ++row) {
            sum += samples_.runs().episodes({cell_.reading, cell_.scenario, row},
                                            {.service = service_, .outcome = outcome},
                                            bin);
        }
        return sum;
    }
    std::int64_t all() const {
        std::int64_t sum = 0;
        for (std::size_t outcome = 0; outcome < episode_outcomes; ++outcome) {
            for (std::size_t bin = 0; bin < episode_bins; ++bin) {
                sum += at(static_cast<EpisodeOutcome>(outcome), bin);
            }
        }
        return sum;
    }

private:
    const Samples& samples_;
    Cell cell_;
    Service service_;
};

/// Bins take the place of the estimator's days: of the open last one nothing is told.
void add_curves(Retention& row, const EpisodeCounts& episodes, std::int64_t opened) {
    std::vector<std::int64_t> events;
    std::vector<std::int64_t> censored;
    for (std::size_t bin = 0; bin < episode_edges.size(); ++bin) {
        for (const auto end : ends) {
            events.push_back(episodes.at(end, bin));
        }
        censored.push_back(episodes.at(EpisodeOutcome::censored, bin));
    }
    const CumulativeIncidence curve{
        {.causes = ends.size(), .at_start = opened, .events = events, .censored = censored}};
    const std::array by_end{&row.drop_out, &row.in_order, &row.custody, &row.death};
    row.days.assign(episode_edges.begin(), episode_edges.end());
    for (std::size_t bin = 1; bin <= episode_edges.size(); ++bin) {
        row.in_care.push_back(curve.event_free(bin));
        for (std::size_t end = 0; end < ends.size(); ++end) {
            by_end.at(end)->push_back(curve.at(bin, end));
        }
    }
}

Retention retention_of(const Samples& samples, Cell cell, Service service) {
    Retention row;
    row.reading = cell.reading;
    row.scenario = cell.scenario;
    row.service = service;
    const EpisodeCounts episodes{samples, cell, service};
    if (const auto opened = episodes.all(); opened > 0) {
        row.opened_per_year = static_cast<double>(opened) /
                              static_cast<double>(samples.runs().shape().replications) /
                              samples.years();
        add_curves(row, episodes, opened);
    }
    row.points = still_there(samples, cell, service);
    return row;
}

} // namespace

std::vector<Retention> service_retention(const Samples& samples) {
    std::vector<Retention> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (std::size_t service = 0; service < services; ++service) {
            rows.push_back(retention_of(samples, cell, static_cast<Service>(service)));
        }
    });
    return rows;
}

} // namespace tsunagi::detail
