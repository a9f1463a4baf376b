#include "engine/observation/track_book.hpp"

#include <algorithm>

namespace tsunagi {

void TrackBook::observe(const Fact& fact) {
    if (fact.kind == FactKind::track_opened) {
        if (covers(span_, fact.at)) {
            open_.push_back({fact.client.value(), static_cast<AdmissionRoute>(fact.detail)});
            ++tracks_.at(fact.detail)[TrackCount::opened];
        }
        return;
    }
    const auto found = std::find_if(
        open_.begin(), open_.end(), [&](const Open& one) { return fact.client == one.client; });
    if (found == open_.end()) {
        return; // opened in the warm-up
    }
    if (fact.kind == FactKind::track_agreed) {
        ++tracks_.at(static_cast<std::size_t>(found->route))[TrackCount::agreed];
        return;
    }
    close(fact, found->route);
    open_.erase(found);
}

void TrackBook::close(const Fact& fact, AdmissionRoute route) {
    auto& of_route = tracks_.at(static_cast<std::size_t>(route));
    switch (static_cast<TrackEnd>(fact.detail)) {
    case TrackEnd::entered_in_window:
        ++of_route[TrackCount::entered_in_window];
        [[fallthrough]];
    case TrackEnd::entered:
        ++of_route[TrackCount::entered];
        of_route[TrackCount::entry_ticks] += fact.amount;
        return;
    case TrackEnd::no_agreement:
        ++of_route[TrackCount::no_agreement];
        return;
    case TrackEnd::lost_waiting:
        ++of_route[TrackCount::lost_waiting];
        return;
    case TrackEnd::person_gone:
        ++of_route[TrackCount::person_gone];
    }
}

} // namespace tsunagi
