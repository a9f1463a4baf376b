#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tsunagi {

/// Upper edges in days of the bins of episodes' lengths: every day of two weeks, then weeks, then
/// months, with the days that published figures quote among them. Bin b holds lengths in (edge b -
/// 1, edge b]; the last bin is open.
inline constexpr std::array<int, 46> episode_edges{
    1,   2,   3,   4,   5,   6,   7,   8,   9,   10,  11,  12,  13,  14,  21,  28,
    30,  35,  42,  49,  56,  60,  63,  70,  77,  84,  90,  91,  105, 120, 135, 150,
    168, 180, 210, 240, 270, 300, 330, 365, 425, 485, 548, 610, 670, 730};
inline constexpr std::size_t episode_bins = episode_edges.size() + 1;

/// @param days  begun days of an episode, at least 1
std::size_t episode_bin(std::uint16_t days);

} // namespace tsunagi
