#pragma once

#include "engine/lives/admission_track.hpp"

#include "tests/support/hand_made_world.hpp"

#include <array>

/// Tracks to the small region's facility.
namespace tsunagi::test {

inline constexpr std::array local_facilities{facility};

inline void open_local_track(HandMadeWorld& world, ClientId person, AdmissionRoute route = {}) {
    world.act([&](Views& views) {
        open_track(views.lives, person, {.route = route, .facilities = local_facilities});
    });
}

} // namespace tsunagi::test
