#include "engine/statistics/caseload.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <vector>

namespace tsunagi {
namespace {

/// The number in the system changes.
struct Change {
    std::int64_t at{};
    std::int64_t by{};
};

/// Changes within the window, in order of time; who was there before it comes at its beginning.
std::vector<Change> changes_within(std::span<const TickSpan> stays, TickSpan window) {
    std::vector<Change> changes;
    changes.reserve(2 * stays.size());
    for (const auto& stay : stays) {
        expects(stay.from <= stay.to, "nobody leaves before entering");
        const std::int64_t enters = std::max(stay.from, window.from);
        const std::int64_t leaves = std::min(stay.to, window.to);
        if (enters < leaves) {
            changes.push_back({.at = enters, .by = 1});
            changes.push_back({.at = leaves, .by = -1});
        }
    }
    // Exits first: stays are half open, so who enters on a tick does not meet who leaves on it.
    std::ranges::sort(changes,
                      [](Change a, Change b) { return a.at != b.at ? a.at < b.at : a.by < b.by; });
    return changes;
}

} // namespace

Caseload caseload_over(std::span<const TickSpan> stays, TickSpan window) {
    expects(window.from < window.to, "a window has a length");
    Caseload load;
    std::int64_t present = 0;
    std::int64_t since = window.from;
    for (const auto change : changes_within(stays, window)) {
        load.person_ticks += present * (change.at - since);
        since = change.at;
        present += change.by;
        load.highest = std::max(load.highest, present);
    }
    load.mean =
        static_cast<double>(load.person_ticks) / static_cast<double>(window.to - window.from);
    return load;
}

Backlog backlog_at(std::span<const TickSpan> stays, std::int64_t at) {
    Backlog there;
    for (const auto& stay : stays) {
        expects(stay.from <= stay.to, "nobody leaves before entering");
        if (stay.from <= at && at < stay.to) {
            ++there.persons;
            there.ages += at - stay.from;
            there.oldest = std::max(there.oldest, at - stay.from);
        }
    }
    if (there.persons > 0) {
        there.mean_age = static_cast<double>(there.ages) / static_cast<double>(there.persons);
    }
    return there;
}

} // namespace tsunagi
