#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace tsunagi::bench {

/// xoshiro256++ seeded by SplitMix64: the fast generator that is not keyed.
/// Source: D. Blackman, S. Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47
/// (2021).
class Xoshiro {
public:
    explicit Xoshiro(std::uint64_t seed) {
        for (auto& word : state_) {
            seed += 0x9e3779b97f4a7c15U;
            std::uint64_t mixed = seed;
            mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
            mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
            word = mixed ^ (mixed >> 31U);
        }
    }

    std::uint64_t word() {
        const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
        const std::uint64_t shifted = state_[1] << 17U;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }
    /// In (0, 1).
    double uniform() { return (static_cast<double>(word() >> 11U) + 0.5) * 0x1p-53; }
    /// Exponential with mean 1.
    double exponential() { return -std::log(uniform()); }

private:
    std::array<std::uint64_t, 4> state_{};
};

} // namespace tsunagi::bench
