#include "engine/experiment/detail/pathway_tally.hpp"

#include "engine/statistics/pathways.hpp"

namespace tsunagi::detail {

Sums PathwayTally::finish(const PathwayRule& rule) const {
    auto sums = sums_;
    const auto set = [&](PathwaySum sum, std::int64_t amount) {
        sums[static_cast<std::size_t>(sum)] = amount;
    };
    // Who never came is told by the share in time: among all requests the median may not exist.
    const auto waits = summary_of({.ended = waits_, .never = 0}, rule.standard.count());
    if (waits.median) {
        set(PathwaySum::wait_runs, 1);
        set(PathwaySum::median_ticks, waits.median.value());
        set(PathwaySum::p90_ticks, waits.p90.value());
    }
    return sums;
}

} // namespace tsunagi::detail
