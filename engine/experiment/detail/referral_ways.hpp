#pragma once

#include "engine/experiment/detail/pathway_tally.hpp"
#include "engine/facts/fact.hpp"
#include "engine/statistics/pathways.hpp"

#include <array>
#include <optional>
#include <vector>

namespace tsunagi::detail {

/// Referrals and requests of one person, each with how far it came: from an offer, or from the
/// person's own booking, to the end of the care that it opened. Beds and residential places have
/// ways of their own (track_opened ...) and are not followed here.
class ReferralWays {
public:
    /// @param fact  about this person, in the order told
    void observe(const Fact& fact);
    void add_to(PathwayTally& tally, const PathwayRule& rule) const;

private:
    struct Way {
        AgencyId agency;
        enum class Origin : std::uint8_t {
            partner, ///< another agency's offer
            own      ///< the person, the family, or the receiver itself
        } origin{};
        SimTime begun;
        std::optional<SimTime> requested{}; ///< accepted or asked for by the person
        /// [ReferralStage]; nothing where it did not come so far
        std::array<std::optional<SimTime>, referral_stages> reached{};
        std::optional<SimTime> lost{}; ///< refused, or over without care
        enum class Booking : std::uint8_t { found, refused } booking{}; ///< the first one
        std::vector<Service> in_care{};                                 ///< open episodes
        /// When the last of these ended; care that goes on in the same second has not ended.
        std::optional<SimTime> care_ended{};
        EpisodeEnd end{};

        /// What the person does with it, at an instant.
        enum class Phase : std::uint8_t { waiting, met, in_care, over };
        Phase phase(SimTime now) const;
        void reach(ReferralStage stage, SimTime at);
        bool has_reached(ReferralStage stage) const;
        bool is_completed() const;
        /// The last stage reached by an instant.
        ReferralStage furthest_by(SimTime mark) const;
    };

    Way& begin(const Fact& fact, Way::Origin origin);
    void request(const Fact& fact);
    void book(const Fact& fact, Way::Booking booking);
    void lose(const Fact& fact);
    void come(const Fact& fact);
    void reach(const Fact& fact, Way::Phase phase, ReferralStage stage);
    void open_episode(const Fact& fact);
    void end_episode(const Fact& fact);
    /// The last way to the fact's agency in a phase; null: none.
    Way* find(const Fact& fact, Way::Phase phase);
    static void add_funnel(const Way& way, PathwayTally& tally);
    static void add_wait(const Way& way, PathwayTally& tally, const PathwayRule& rule);
    static void add_throughput(const Way& way, PathwayTally& tally);

    std::vector<Way> ways_; ///< in the order begun
};

} // namespace tsunagi::detail
