#include "engine/capacity/places.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

constexpr int window_days = 365;
constexpr Duration window = std::chrono::days{window_days};

} // namespace

Places::Capacity Places::free() const {
    if (!capacity_) {
        return std::nullopt;
    }
    return *capacity_ - std::min(occupied_, *capacity_);
}

void Places::advance(SimTime now) {
    ticks_ = occupied_ticks(now);
    changed_ = now;
}

void Places::take(SimTime now) {
    expects(has_free(), "only a free place is taken");
    advance(now);
    ++occupied_;
}

void Places::give_back(SimTime now) {
    expects(occupied_ > 0, "only a taken place is given back");
    advance(now);
    --occupied_;
}

std::int64_t Places::occupied_ticks(SimTime now) const {
    expects(now >= changed_, "places know only their present");
    return ticks_ + std::int64_t{occupied_} * (now - changed_).count();
}

void RecentExits::note(SimTime now) {
    expects(exits_.empty() || now >= exits_.back(), "places know only their present");
    while (!exits_.empty() && exits_.front() <= now - window) {
        exits_.pop_front();
    }
    exits_.push_back(now);
}

double RecentExits::mean_per_day(SimTime now) const {
    expects(exits_.empty() || now >= exits_.back(), "places know only their present");
    const auto oldest = std::upper_bound(exits_.begin(), exits_.end(), now - window);
    const double days = std::clamp<double>(days_between(opened_, now), 1.0, window_days);
    return static_cast<double>(exits_.end() - oldest) / days;
}

} // namespace tsunagi
