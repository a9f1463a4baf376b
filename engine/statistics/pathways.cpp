#include "engine/statistics/pathways.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <vector>

namespace tsunagi {
namespace {

/// The value at a rank from 1 of what is sorted; nothing beyond it.
std::optional<std::int64_t> at_rank(const std::vector<std::int64_t>& sorted, std::int64_t rank) {
    if (rank == 0 || rank > static_cast<std::int64_t>(sorted.size())) {
        return std::nullopt;
    }
    return sorted[static_cast<std::size_t>(rank - 1)];
}

} // namespace

std::optional<double> share_of(PartOfWhole counts) {
    expects(counts.part >= 0 && counts.part <= counts.whole,
            "a part lies between nothing and the whole");
    if (counts.whole == 0) {
        return std::nullopt;
    }
    return static_cast<double>(counts.part) / static_cast<double>(counts.whole);
}

FunnelShares funnel_shares(const ReferralFunnel& funnel) {
    FunnelShares shares;
    const std::int64_t sent = funnel.reached.front();
    std::int64_t previous = sent;
    for (std::size_t stage = 0; stage < referral_stages; ++stage) {
        const std::int64_t reached = funnel.reached[stage];
        shares.of_previous[stage] = share_of({.part = reached, .whole = previous});
        shares.of_sent[stage] = share_of({.part = reached, .whole = sent});
        previous = reached;
    }
    shares.loop_closed = share_of({.part = funnel.sender_told, .whole = sent});
    return shares;
}

std::optional<double> utilisation(StaffTime time) {
    expects(time.booked >= 0 && time.available >= 0, "a time is not negative");
    if (time.available == 0) {
        return std::nullopt;
    }
    return static_cast<double>(time.booked) / static_cast<double>(time.available);
}

DurationSummary summary_of(const Durations& durations, std::int64_t standard) {
    std::vector<std::int64_t> sorted(durations.ended.begin(), durations.ended.end());
    std::ranges::sort(sorted);
    expects(durations.never >= 0 && standard >= 0 && (sorted.empty() || sorted.front() >= 0),
            "a duration is not negative");
    const std::int64_t all = static_cast<std::int64_t>(sorted.size()) + durations.never;
    const auto within = std::ranges::upper_bound(sorted, standard) - sorted.begin();
    return {.median = at_rank(sorted, (all + 1) / 2),
            .p90 = at_rank(sorted, (all * 9 + 9) / 10),
            .within = share_of({.part = within, .whole = all})};
}

ReEntries re_entries(std::span<const TickSpan> episodes, ReturnRule rule) {
    expects(rule.window >= 0, "a window is not negative");
    ReEntries counted;
    for (std::size_t number = 0; number < episodes.size(); ++number) {
        const auto& episode = episodes[number];
        const bool last = number + 1 == episodes.size();
        expects(episode.from < episode.to, "an episode takes time");
        expects(last || episode.to < episodes[number + 1].from, "episodes are apart");
        if (episode.to > rule.watched_until - rule.window) {
            continue;
        }
        ++counted.ended;
        const bool returned = !last && episodes[number + 1].from - episode.to <= rule.window;
        counted.returned += returned ? 1 : 0;
    }
    return counted;
}

} // namespace tsunagi
