#include "engine/observation/whereabouts.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

/// Most lives have no more, and so need not move as they grow.
constexpr std::size_t usual_changes = 4;

} // namespace

void WhereaboutsLine::change(SimTime at, Whereabouts to) {
    const auto before = now();
    if (before != Whereabouts::dead && before != Whereabouts::moved && before != to) {
        if (changes_.empty()) {
            changes_.reserve(usual_changes);
        }
        changes_.push_back({at, to});
    }
}

Whereabouts WhereaboutsLine::at(SimTime when) const {
    auto where = start_;
    for (const auto& change : changes_) {
        if (change.at <= when) {
            where = change.to;
        }
    }
    return where;
}

std::optional<SimTime> WhereaboutsLine::first_after(SimTime start, Whereabouts where) const {
    const auto found = std::find_if(changes_.begin(), changes_.end(), [&](const Change& change) {
        return change.at > start && change.to == where;
    });
    return found == changes_.end() ? std::nullopt : std::optional{found->at};
}

DayBits WhereaboutsLine::days_at_liberty(SimTime origin) const {
    DayBits bits;
    const auto first_day_from = [&](SimTime at) {
        return std::chrono::ceil<std::chrono::days>(at - origin).count();
    };
    std::int64_t since = 0;
    auto where = start_;
    const auto close = [&](std::int64_t until) {
        if (where == Whereabouts::at_liberty) {
            set_days(bits, since, until - 1);
        }
    };
    for (const auto& change : changes_) {
        close(first_day_from(change.at));
        since = first_day_from(change.at);
        where = change.to;
    }
    close(static_cast<std::int64_t>(follow_up_days) + 1);
    return bits;
}

} // namespace tsunagi
