#include "engine/statistics/aalen_johansen.hpp"

#include "engine/core/contracts.hpp"

#include <numeric>

namespace tsunagi {
namespace {

/// How many leave a bin by events, after checking that the bin's counts agree with each other and
/// with the next bin.
std::int64_t checked_events(const CompetingCounts& counts, std::size_t bin) {
    const auto events = counts.events.subspan(bin * counts.causes, counts.causes);
    for (const std::int64_t count : events) {
        expects(count >= 0, "a number of events is not negative");
    }
    expects(counts.censored[bin] >= 0, "a number of censored is not negative");
    const std::int64_t struck = std::accumulate(events.begin(), events.end(), std::int64_t{0});
    const std::int64_t staying = counts.at_risk[bin] - struck - counts.censored[bin];
    expects(staying >= 0, "only those at risk have events or are censored");
    expects(bin + 1 == counts.at_risk.size() || counts.at_risk[bin + 1] == staying,
            "those at risk are those who stayed through the bin before");
    return struck;
}

} // namespace

CumulativeIncidence::CumulativeIncidence(const CompetingCounts& counts) : causes_{counts.causes} {
    const std::size_t bins = counts.at_risk.size();
    expects(causes_ >= 1, "there is a cause");
    expects(counts.events.size() == bins * causes_ && counts.censored.size() == bins,
            "every bin has its events and censored");
    incidence_.reserve(bins * causes_);
    event_free_.reserve(bins);
    std::vector<double> so_far(causes_, 0.0);
    double free = 1.0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const std::int64_t struck = checked_events(counts, bin);
        // Nobody at risk means nobody struck, and the incidence stays.
        const double weight = struck == 0 ? 0.0 : free / static_cast<double>(counts.at_risk[bin]);
        for (std::size_t cause = 0; cause < causes_; ++cause) {
            so_far[cause] += weight * static_cast<double>(counts.events[bin * causes_ + cause]);
        }
        free -= weight * static_cast<double>(struck);
        incidence_.insert(incidence_.end(), so_far.begin(), so_far.end());
        event_free_.push_back(free);
    }
}

double CumulativeIncidence::at(std::size_t bin, std::size_t cause) const {
    expects(bin < bins() && cause < causes_, "an incidence is asked for a bin and cause it has");
    return incidence_[bin * causes_ + cause];
}

double CumulativeIncidence::event_free(std::size_t bin) const {
    expects(bin < bins(), "an incidence is asked for a bin it has");
    return event_free_[bin];
}

} // namespace tsunagi
