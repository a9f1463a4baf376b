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

} // namespace tsunagi::detail
