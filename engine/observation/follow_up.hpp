#pragma once

#include "engine/observation/count.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/observation/person_tally.hpp"

#include <optional>

namespace tsunagi {

/// What makes somebody who left count as seen again.
struct FollowUpRule {
    int near_days{};
    int far_days{};
    Count index{}; ///< those who left; the two counts behind it are those seen by either mark
};
inline constexpr FollowUpRule after_discharge{
    .near_days = 7, .far_days = 30, .index = Count::discharged};
inline constexpr FollowUpRule after_care{
    .near_days = 90, .far_days = 365, .index = Count::left_care};

/// How soon one person who left had a support contact again. Index events are those of the span
/// that can be followed to the far mark before its horizon; who leaves again without a contact has
/// not been seen after the first time.
class FollowUp {
public:
    FollowUp(const ObservationSpan& span, const FollowUpRule& rule) : span_{span}, rule_{rule} {}

    void leave(SimTime at);
    /// What was left at an instant goes on elsewhere at the same instant: nothing was left.
    void go_on(SimTime at);
    /// A contact told after whatever ended before it.
    void contact(SimTime at);
    void add_to(PersonTally& tally) const;

private:
    ObservationSpan span_;
    FollowUpRule rule_;
    std::optional<SimTime> left_; ///< not seen since
    std::int32_t times_left_{};
    std::int32_t seen_near_{};
    std::int32_t seen_far_{};
};

} // namespace tsunagi
