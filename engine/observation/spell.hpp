#pragma once

#include "engine/core/time.hpp"

#include <algorithm>
#include <vector>

namespace tsunagi {

/// A stretch of time, half open; one that goes on ends never.
struct Spell {
    static constexpr SimTime never = SimTime::max();

    SimTime from{};
    SimTime to = never;
};

/// Whether an instant lies in one of them.
inline bool any_holds(const std::vector<Spell>& spells, SimTime when) {
    return std::any_of(spells.begin(), spells.end(), [&](const Spell& spell) {
        return spell.from <= when && when < spell.to;
    });
}

} // namespace tsunagi
