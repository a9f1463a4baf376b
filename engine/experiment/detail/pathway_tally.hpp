#pragma once

#include "engine/experiment/pathways.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/observation/support_windows.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi::detail {

/// How long a referral or a request is followed.
inline constexpr Duration pathway_follow_up = std::chrono::days{follow_up_days};

/// By what the ways of persons are counted.
struct PathwayRule {
    ObservationSpan span;
    SupportWindows windows;
    Duration standard{}; ///< longest wait that meets it
};

/// Whether something begun at an instant of the span is followed up to the end within it.
inline bool is_followed(const PathwayRule& rule, SimTime begun) {
    return begun >= rule.span.policy_start && begun + pathway_follow_up <= rule.span.horizon;
}

/// The persons of a group, added up.
class PathwayTally {
public:
    void add(PathwaySum sum, std::int64_t amount) {
        sums_[static_cast<std::size_t>(sum)] += amount;
    }
    /// The wait of somebody who came.
    void add_wait(Duration wait) { waits_.push_back(wait.count()); }
    Sums finish(const PathwayRule& rule) const;

private:
    Sums sums_ = Sums(pathway_sums, 0);
    std::vector<std::int64_t> waits_;
};

} // namespace tsunagi::detail
