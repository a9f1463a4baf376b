#include "engine/observation/follow_up.hpp"

namespace tsunagi {

void FollowUp::leave(SimTime at) {
    left_.reset();
    if (at >= span_.policy_start && at + std::chrono::days{rule_.far_days} <= span_.horizon) {
        left_ = at;
        ++times_left_;
    }
}

void FollowUp::go_on(SimTime at) {
    if (left_ == at) {
        left_.reset();
        --times_left_;
    }
}

void FollowUp::contact(SimTime at) {
    if (left_) {
        seen_near_ += at <= *left_ + std::chrono::days{rule_.near_days} ? 1 : 0;
        seen_far_ += at <= *left_ + std::chrono::days{rule_.far_days} ? 1 : 0;
        left_.reset();
    }
}

void FollowUp::add_to(PersonTally& tally) const {
    add(tally, rule_.index, times_left_);
    add(tally, behind(rule_.index, 1), seen_near_);
    add(tally, behind(rule_.index, 2), seen_far_);
}

} // namespace tsunagi
