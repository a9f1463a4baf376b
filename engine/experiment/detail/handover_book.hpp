#pragma once

#include "engine/experiment/replicate.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/simulation/world.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi::detail {

/// Persons whom somebody offered to hand over, with consent, while the effective link of sender and
/// receiver was strong; and how far they went.
struct HandoverCounts {
    std::int64_t offered{};
    std::int64_t accepted{};
    std::int64_t centre_offered{}; ///< of offered: to the centre, where no resistance to hospitals
                                   ///< weighs on the answer
    std::int64_t centre_accepted{};
    std::int64_t ended{};            ///< of accepted: came or were lost before
    std::int64_t arrived{};          ///< of ended: came, at the first or the second appointment
    std::int64_t hospital_arrived{}; ///< of arrived: at a hospital, and not under supervision
    std::int64_t hospital_in_care{}; ///< of these: an open episode there 14 days later
    std::int64_t centre_arrived{};
    std::int64_t centre_in_care{};
};

/// What a link is read by, and which handovers count.
struct HandoverRule {
    const Region& region;
    const RelationParameters& relations;
    LinkEffect effect;
    ObservationSpan span; ///< who came less than 14 days before its end is not asked for
};

/// Counts handovers on strong links.
class HandoverBook final : public WorldListener {
public:
    explicit HandoverBook(const HandoverRule& rule) : rule_{rule} {}

    void hear(const Fact& fact, const World& world) override;
    /// Closes the book at the end of the span.
    HandoverCounts finish();

private:
    struct Accepted {
        ClientId client;
        AgencyId agency;
    };
    /// Somebody who came, until the 14 days are over.
    struct Arrived {
        ClientId client;
        AgencyId agency;
        SimTime mark;
        int open_episodes{};
        enum class Where : std::uint8_t { centre, hospital } where{};
    };

    void offer(const Fact& fact, const World& world);
    void accept(const Fact& fact);
    bool is_strong(const Fact& offer, const World& world) const;
    bool end_referral(const Fact& fact);
    void arrive(const Fact& fact, const Client& person);
    void change_care(const Fact& fact, int change);
    void close_until(SimTime now);
    void close(const Arrived& arrived);

    HandoverRule rule_;
    HandoverCounts counts_;
    enum class Answer : std::uint8_t { ignored, counted } answer_{}; ///< to the offer told last
    std::vector<Accepted> accepted_;
    std::vector<Arrived> arrived_; ///< in the order of their marks
};

} // namespace tsunagi::detail
