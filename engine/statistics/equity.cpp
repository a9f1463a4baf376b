#include "engine/statistics/equity.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

std::optional<double> largest_gap(std::span<const GroupLevel> groups) {
    std::optional<double> smallest;
    std::optional<double> largest;
    for (const auto& group : groups) {
        expects(group.persons >= 0, "a number of persons is not negative");
        if (group.persons > 0) {
            smallest = std::min(smallest.value_or(group.level), group.level);
            largest = std::max(largest.value_or(group.level), group.level);
        }
    }
    if (!smallest) {
        return std::nullopt;
    }
    return *largest - *smallest;
}

std::optional<double> concentration_index(std::span<const GroupLevel> groups) {
    double below = 0.0; // persons in the groups before
    double total = 0.0; // persons x level
    double ranked = 0.0;
    for (const auto& group : groups) {
        expects(group.persons >= 0 && group.level >= 0.0,
                "numbers and levels of groups are not negative");
        const auto persons = static_cast<double>(group.persons);
        total += persons * group.level;
        ranked += persons * group.level * (below + persons / 2.0);
        below += persons;
    }
    if (!(total > 0.0)) {
        return std::nullopt;
    }
    return 2.0 * ranked / (total * below) - 1.0;
}

} // namespace tsunagi
