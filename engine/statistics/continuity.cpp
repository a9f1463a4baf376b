#include "engine/statistics/continuity.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace tsunagi {
namespace {

/// Visits at each agency, in no order that matters.
std::vector<std::size_t> visits_by_agency(std::span<const std::uint32_t> agencies) {
    std::vector<std::uint32_t> sorted(agencies.begin(), agencies.end());
    std::ranges::sort(sorted);
    std::vector<std::size_t> visits;
    for (auto first = sorted.begin(); first != sorted.end();) {
        const auto last = std::upper_bound(first, sorted.end(), *first);
        visits.push_back(static_cast<std::size_t>(last - first));
        first = last;
    }
    return visits;
}

} // namespace

std::optional<Continuity> continuity_of(std::span<const std::uint32_t> agencies) {
    if (agencies.size() < 2) {
        return std::nullopt;
    }
    const auto visits = visits_by_agency(agencies);
    std::size_t pairs_at_one = 0;
    for (const std::size_t at_agency : visits) {
        pairs_at_one += at_agency * (at_agency - 1);
    }
    const auto n = static_cast<double>(agencies.size());
    const auto k = static_cast<double>(visits.size());
    constexpr double margin = 0.1; // keeps the index above 0 where every visit is elsewhere
    return Continuity{.bice_boxerman = static_cast<double>(pairs_at_one) / (n * (n - 1.0)),
                      .usual_provider = static_cast<double>(std::ranges::max(visits)) / n,
                      .sequential = 1.0 - static_cast<double>(hand_offs(agencies)) / (n - 1.0),
                      .concentration = (1.0 - k / (n + margin)) / (1.0 - 1.0 / (n + margin))};
}

std::int64_t hand_offs(std::span<const std::uint32_t> agencies) {
    std::int64_t changes = 0;
    for (std::size_t visit = 1; visit < agencies.size(); ++visit) {
        changes += agencies[visit] == agencies[visit - 1] ? 0 : 1;
    }
    return changes;
}

std::optional<std::int64_t> wrong_doors(std::span<const Knock> knocks) {
    std::set<std::uint32_t> tried;
    for (const auto& knock : knocks) {
        if (knock.answer == Knock::Answer::useful) {
            tried.erase(knock.agency);
            return static_cast<std::int64_t>(tried.size());
        }
        tried.insert(knock.agency);
    }
    return std::nullopt;
}

} // namespace tsunagi
