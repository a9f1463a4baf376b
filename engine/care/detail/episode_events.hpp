#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi::detail {

/// One entry of an episode in the calendar.
struct EpisodeEvent {
    EventKind kind{};
    Tie tie = Tie::decide;
    SimTime at;
    std::uint32_t number{};
};

EventHandle schedule(const CareSetting& care, EpisodeId id, const EpisodeEvent& event);

/// Address of a decision about an episode.
/// @param number  which one of its kind within the episode
DrawAddress
draw_of(const CareSetting& care, const Episode& episode, Draw purpose, std::uint32_t number);

} // namespace tsunagi::detail
