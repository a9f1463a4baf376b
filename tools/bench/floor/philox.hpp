#pragma once

#include <array>
#include <cstdint>

namespace tsunagi::bench {

using PhiloxWords32 = std::array<std::uint32_t, 4>;

/// Philox4x32 with ten rounds: half the words of the engine's generator, which is what a program
/// of this size would take. Source: as engine/random/philox.hpp.
inline PhiloxWords32 philox4x32_block(PhiloxWords32 counter, std::array<std::uint32_t, 2> key) {
    auto [word0, word1, word2, word3] = counter; // one by one they stay in registers
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t first = std::uint64_t{0xd2511f53U} * word0;
        const std::uint64_t second = std::uint64_t{0xcd9e8d57U} * word2;
        word0 = static_cast<std::uint32_t>(second >> 32U) ^ word1 ^ key[0];
        word1 = static_cast<std::uint32_t>(second);
        word2 = static_cast<std::uint32_t>(first >> 32U) ^ word3 ^ key[1];
        word3 = static_cast<std::uint32_t>(first);
        key[0] += 0x9e3779b9U;
        key[1] += 0xbb67ae85U;
    }
    return {word0, word1, word2, word3};
}

/// In (0, 1).
inline double unit_interval32(std::uint32_t word) {
    return (word + 0.5) * 0x1p-32;
}

} // namespace tsunagi::bench
