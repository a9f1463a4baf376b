#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi::detail {

/// Takes a place for an episode, among the members where it is a group's.
/// @throws ContractViolation if none is free
void take_place(const CareSetting& care, EpisodeId id);

/// Gives the place of an episode back.
void leave_place(const CareSetting& care, EpisodeId id);

} // namespace tsunagi::detail
