#pragma once

#include "engine/experiment/detail/pathway_tally.hpp"
#include "engine/facts/fact.hpp"
#include "engine/statistics/continuity.hpp"
#include "engine/statistics/tick_span.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi::detail {

/// Where one person went, in vain or not, what of it was kept, and how care began and ended.
class PersonVisits {
public:
    explicit PersonVisits(const PathwayRule& rule) : rule_{rule} {}

    /// @param fact  about this person, in the order told
    void observe(const Fact& fact);
    void add_to(PathwayTally& tally) const;

private:
    void come(const Fact& fact);
    void attend(const Fact& fact);
    void visit(const Fact& fact);
    void knock(const Fact& fact, Knock::Answer answer);
    void open_episode(const Fact& fact);
    void end_episode(const Fact& fact);
    void add_continuity(PathwayTally& tally) const;
    void add_returns(PathwayTally& tally) const;
    /// Spells in care of which the end may be followed by a return.
    std::vector<TickSpan> spells() const;

    PathwayRule rule_;
    std::vector<std::uint32_t> visits_; ///< agencies of the visits in the span, in order
    std::vector<Knock> knocks_;         ///< up to the first that was of use, which ends them
    std::optional<SimTime> helped_;     ///< when it was
    std::optional<SimTime> departed_;   ///< from the model, in whichever way
    std::int64_t first_due_{};
    std::int64_t first_missed_{};
    std::int64_t sessions_due_{};
    std::int64_t sessions_missed_{};
    std::int64_t open_episodes_{};
    std::vector<TickSpan> spells_; ///< in care; the last one is open while an episode is
};

} // namespace tsunagi::detail
