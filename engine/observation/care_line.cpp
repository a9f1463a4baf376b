#include "engine/observation/care_line.hpp"

#include <algorithm>

namespace tsunagi {

void CareLine::open(SimTime at) {
    if (open_++ == 0) {
        spells_.push_back({at, SimTime::max()});
    }
}

void CareLine::close(SimTime at) {
    if (open_ > 0 && --open_ == 0) {
        spells_.back().to = at;
    }
}

bool CareLine::in_care_at(SimTime when) const {
    return std::any_of(spells_.begin(), spells_.end(), [&](const Spell& spell) {
        return spell.from <= when && when < spell.to;
    });
}

std::optional<SimTime> CareLine::first() const {
    return spells_.empty() ? std::nullopt : std::optional{spells_.front().from};
}

} // namespace tsunagi
