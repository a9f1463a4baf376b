#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tsunagi {

using PhiloxCounter = std::array<std::uint64_t, 4>;
using PhiloxKey = std::array<std::uint64_t, 2>;
using PhiloxWords = std::array<std::uint64_t, 4>;

/// A 128-bit product in two words.
struct WideProduct {
    std::uint64_t high{};
    std::uint64_t low{};
    friend constexpr bool operator==(WideProduct, WideProduct) = default;
};

/// The full product of two words from four products of their halves: for machines without a 64 to
/// 128 bit multiply.
constexpr WideProduct multiply_by_halves(std::uint64_t a, std::uint64_t b) {
    constexpr std::uint64_t half_mask = 0xffffffffU;
    const std::uint64_t a_high = a >> 32U;
    const std::uint64_t a_low = a & half_mask;
    const std::uint64_t b_high = b >> 32U;
    const std::uint64_t b_low = b & half_mask;
    const std::uint64_t low = a_low * b_low;
    // Neither sum can overflow: (2^32 - 1)^2 + 2 (2^32 - 1) = 2^64 - 1.
    const std::uint64_t middle = a_high * b_low + (low >> 32U);
    const std::uint64_t other_middle = a_low * b_high + (middle & half_mask);
    return {a_high * b_high + (middle >> 32U) + (other_middle >> 32U),
            (other_middle << 32U) | (low & half_mask)};
}

/// The full product of two words, by whichever way is fastest on this machine.
constexpr WideProduct multiply(std::uint64_t a, std::uint64_t b) {
#ifdef __wasm__
    return multiply_by_halves(a, b); // there __int128 is a library call of twice the cost
#else
    __extension__ using Uint128 = unsigned __int128;
    const Uint128 product = static_cast<Uint128>(a) * b;
    return {static_cast<std::uint64_t>(product >> 64U), static_cast<std::uint64_t>(product)};
#endif
}

/// The keys of the ten rounds, of which the first is the key itself. Whoever asks for many blocks
/// of one key works them out once: in each block they would be a quarter of the work.
class PhiloxRoundKeys {
public:
    explicit constexpr PhiloxRoundKeys(PhiloxKey key) {
        for (auto& round : rounds_) {
            round = key;
            key[0] += 0x9e3779b97f4a7c15U;
            key[1] += 0xbb67ae8584caa73bU;
        }
    }
    constexpr PhiloxKey key() const { return rounds_.front(); }
    constexpr const std::array<PhiloxKey, 10>& rounds() const { return rounds_; }

private:
    std::array<PhiloxKey, 10> rounds_{};
};

/// Philox4x64 with ten rounds: four random words as a pure function of a counter and a key.
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as
/// 1, 2, 3, SC'11 (2011); same words as std::philox4x64 of C++26.
constexpr PhiloxWords philox4x64_block(PhiloxCounter counter, const PhiloxRoundKeys& keys) {
    for (const auto& key : keys.rounds()) {
        const WideProduct first = multiply(0xd2e7470ee14c6c93U, counter[0]);
        const WideProduct second = multiply(0xca5a826395121157U, counter[2]);
        counter = {second.high ^ counter[1] ^ key[0],
                   second.low,
                   first.high ^ counter[3] ^ key[1],
                   first.low};
    }
    return counter;
}
constexpr PhiloxWords philox4x64_block(PhiloxCounter counter, PhiloxKey key) {
    return philox4x64_block(counter, PhiloxRoundKeys{key});
}

/// The sequence of all words of one key, as std::philox4x64 of C++26 gives them: a
/// UniformRandomBitGenerator for designs, synthetic data and tests. Decisions of a simulation use
/// RandomStream instead.
class Philox4x64 {
public:
    using result_type = std::uint64_t;
    static constexpr result_type default_seed = 20111115U;

    constexpr Philox4x64() : Philox4x64{default_seed} {}
    /// @param seed  first word of the key; the second is 0, as in the standard
    explicit constexpr Philox4x64(result_type seed) : Philox4x64{PhiloxKey{seed, 0}} {}
    explicit constexpr Philox4x64(PhiloxKey key) : key_{key} {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return UINT64_MAX; }

    constexpr result_type operator()() {
        if (used_ == words_.size()) {
            words_ = philox4x64_block(counter_, key_);
            increment(counter_);
            used_ = 0;
        }
        return words_[used_++];
    }

    /// Skips words; O(count).
    constexpr void discard(std::uint64_t count) {
        for (; count > 0; --count) {
            (*this)();
        }
    }

    friend constexpr bool operator==(const Philox4x64&, const Philox4x64&) = default;

private:
    static constexpr void increment(PhiloxCounter& counter) {
        for (auto& word : counter) {
            if (++word != 0) {
                return;
            }
        }
    }

    PhiloxKey key_;
    PhiloxCounter counter_{};
    PhiloxWords words_{};
    std::size_t used_ = 4;
};

} // namespace tsunagi
