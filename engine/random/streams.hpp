#pragma once

#include "engine/core/contracts.hpp"
#include "engine/core/entity.hpp"
#include "engine/random/draw.hpp"
#include "engine/random/key_audit.hpp"
#include "engine/random/philox.hpp"

#include <cstddef>
#include <cstdint>

namespace tsunagi {

/// Names one decision of a run. Every part has a meaning in the model: nothing counts calls or
/// constructions, so a decision keeps its chance whatever else a scenario changes. The scenario
/// itself is never part of it.
struct DrawAddress {
    Draw purpose{};
    EntityKey entity{};         ///< whom the decision is about
    PartnerKey partner{};       ///< the other side, below 2^48
    std::uint64_t occurrence{}; ///< which one: "third contact of this person with this agency"
    std::uint32_t option{};     ///< option of a choice or cause of a race
    friend constexpr bool operator==(const DrawAddress&, const DrawAddress&) = default;
};

/// Names one replication of a study. Replications of 2^32 and above are reserved for pilot and
/// validation runs.
struct StreamKey {
    std::uint64_t study_seed{};
    std::uint64_t replication{};
    friend constexpr bool operator==(const StreamKey&, const StreamKey&) = default;
};

/// The key of a scenario that shares no chance with others: what a study uses to show what common
/// random numbers save.
constexpr StreamKey independent_of(StreamKey key, EntityKey scenario) {
    return {child_key(EntityKey{key.study_seed}, scenario.value).value, key.replication};
}

/// Whether uniforms are taken as they are (u) or mirrored (1 - u): a run and its mirror image form
/// an antithetic pair.
enum class Tails : std::uint8_t { plain, antithetic };

/// The uniform of a random word: ((word >> 12) + 1/2) 2^-52. Lies in (0, 1), and 1 - u is the
/// uniform of ~word, exactly.
constexpr double unit_interval(std::uint64_t word) {
    return (static_cast<double>(word >> 12U) + 0.5) * 0x1p-52;
}

/// The random words of one decision: a UniformRandomBitGenerator that cannot disturb any other
/// decision, however many words it spends (up to 2^34).
class RandomStream {
public:
    using result_type = std::uint64_t;

    RandomStream(PhiloxCounter first_block, const PhiloxRoundKeys& keys, Tails tails)
        : counter_{first_block}, key_{keys.key()}, mirror_{tails == Tails::plain ? 0 : UINT64_MAX},
          words_{philox4x64_block(first_block, keys)} {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return UINT64_MAX; }

    result_type operator()() {
        if (used_ == words_.size()) [[unlikely]] {
            next_block();
        }
        return words_[used_++] ^ mirror_;
    }
    /// In (0, 1), 52 random bits.
    double uniform() { return unit_interval((*this)()); }

private:
    // Apart, so that the many that need one block do not carry what the next would take.
    [[gnu::noinline]] void next_block() {
        ++counter_[0];
        expects((counter_[0] & UINT32_MAX) != 0, "one decision uses fewer than 2^34 words");
        words_ = philox4x64_block(counter_, key_);
        used_ = 0;
    }

    PhiloxCounter counter_;
    PhiloxKey key_;
    std::uint64_t mirror_;
    PhiloxWords words_;
    std::size_t used_ = 0;
};

/// All randomness of one replication, as a function from addresses to numbers. A copyable value
/// without a state, but for the record of used addresses that builds with TSUNAGI_KEY_AUDIT keep,
/// where opening an address twice is a ContractViolation.
class Streams {
public:
    explicit Streams(StreamKey key, Tails tails = Tails::plain)
        : round_keys_{PhiloxKey{key.study_seed, key.replication}}, tails_{tails} {}

    /// @throws ContractViolation if the partner has more than 48 bits
    RandomStream open(const DrawAddress& address) {
        const PhiloxCounter block = first_block(address);
        audit_.record(block);
        return {block, round_keys_, tails_};
    }
    /// In (0, 1).
    double uniform(const DrawAddress& address) { return open(address).uniform(); }
    /// Exponential with mean 1: -log u.
    double exponential(const DrawAddress& address);
    /// Standard normal, by inversion.
    double normal(const DrawAddress& address);

    StreamKey key() const { return {round_keys_.key()[0], round_keys_.key()[1]}; }
    Tails tails() const { return tails_; }

    /// Where an address lies in the 256-bit counter: { block | option << 32, entity, purpose << 48
    /// | partner, occurrence }.
    static PhiloxCounter first_block(const DrawAddress& address) {
        expects(address.partner.value < (std::uint64_t{1} << 48U), "a partner key has 48 bits");
        return {std::uint64_t{address.option} << 32U,
                address.entity.value,
                std::uint64_t{static_cast<std::uint16_t>(address.purpose)} << 48U |
                    address.partner.value,
                address.occurrence};
    }

private:
#ifdef TSUNAGI_KEY_AUDIT
    using Audit = KeyAudit;
#else
    using Audit = NoAudit;
#endif

    PhiloxRoundKeys round_keys_; // one key for all draws, so they are worked out once
    Tails tails_;
    [[no_unique_address]] Audit audit_;
};

} // namespace tsunagi
