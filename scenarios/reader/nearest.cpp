#include "scenarios/reader/nearest.hpp"

#include "scenarios/reader/text.hpp"

#include <algorithm>
#include <numeric>

namespace tsunagi {

std::size_t edit_distance(std::string_view one, std::string_view other) {
    const std::u32string a = characters(one);
    const std::u32string b = characters(other);
    std::vector<std::size_t> two_up(b.size() + 1);
    std::vector<std::size_t> up(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        two_up.swap(up);
        up.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = up[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, up[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], two_up[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

std::vector<std::string> nearest_names(std::string_view typed, std::span<const std::string> names) {
    struct Candidate {
        std::size_t distance;
        const std::string* name;
    };
    constexpr std::size_t most = 3;
    constexpr std::size_t longest = 200; // bytes; longer ones are no slips of the pen
    const std::size_t reach = std::max<std::size_t>(2, characters(typed).size() / 3);
    std::vector<Candidate> candidates;
    for (const auto& name : names) {
        if (std::max(typed.size(), name.size()) > longest) {
            continue;
        }
        const auto distance = edit_distance(typed, name);
        if (distance <= reach) {
            candidates.push_back({distance, &name});
        }
    }
    std::stable_sort(
        candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
            return x.distance < y.distance;
        });
    std::vector<std::string> best;
    for (const auto& candidate : candidates) {
        if (best.size() < most) {
            best.push_back(*candidate.name);
        }
    }
    return best;
}

} // namespace tsunagi
