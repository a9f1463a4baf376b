#pragma once

#include "engine/experiment/detail/pathway_tally.hpp"
#include "engine/experiment/detail/person_visits.hpp"
#include "engine/experiment/detail/referral_ways.hpp"
#include "engine/experiment/detail/service_load.hpp"
#include "engine/observation/levels.hpp"
#include "engine/simulation/world.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tsunagi::detail {

/// Follows every person of the cohort, and the services, through one run.
class PathwayBook final : public WorldListener {
public:
    /// @param municipalities  of the region
    PathwayBook(const PathwayRule& rule, std::size_t municipalities)
        : rule_{rule}, municipalities_{municipalities} {}

    void hear(const Fact& fact, const World& world) override;
    /// Closes the book at the horizon; staff time is told by the run's result.
    PathwayCounts finish() const;

private:
    struct Person {
        PersonGroups groups;
        ReferralWays ways;
        PersonVisits visits;
    };

    void enter(const Fact& fact, const World& world);

    PathwayRule rule_;
    std::size_t municipalities_;
    std::vector<Person> persons_;                  ///< of the cohort, in the order of entry
    std::vector<std::optional<std::size_t>> rows_; ///< by client row: index into persons_
    ServiceLoad load_;
};

} // namespace tsunagi::detail
