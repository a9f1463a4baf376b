#pragma once

#include "engine/experiment/experiment.hpp"
#include "engine/simulation/simulation.hpp"

#include "tests/support/small_region.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <tuple>
#include <vector>

/// Whole runs of an experiment, one at a time and from empty agencies, without the copies that
/// engine/experiment makes. Link tests/support/{whole_runs,account_books,capacity_books,life_rules,
/// small_region}.cpp.
namespace tsunagi::test {

/// Agencies that never run out of hours, places or slots.
void lift_limits(Region& region);

/// One fact of a life, free of row numbers.
struct LifeFact {
    SimTime at{};
    FactKind kind{};
    std::uint8_t detail{};
    EntityKey agency{}; ///< nobody where there is none
    EntityKey other{};
    std::int64_t amount{};
    friend bool operator==(const LifeFact&, const LifeFact&) = default;
};
/// Everything that happened to every person and family, by key. Contacts of staff, their rotation
/// and their hours happen to agencies and are left out.
using Lives = std::map<EntityKey, std::vector<LifeFact>>;

/// Lives without the effective link of each appointment, which is shown but acts on nobody where
/// links have no effect.
Lives without_links(Lives lives);

/// What one run left behind.
struct WholeRun {
    RunResult result;
    Lives lives;
    std::vector<std::string> faults; ///< of the books, at every record point, and of the rules of
                                     ///< lives; empty if they agree and none is broken
};

/// Runs scenarios of an experiment; keeps what simulations point to.
class Runs {
public:
    explicit Runs(Experiment experiment);

    /// A setting that lives as long as this object.
    const Setting& setting(const LinkEffect& effect);
    /// From empty agencies to the horizon, with the books checked on the first of every month.
    WholeRun run(const LinkEffect& effect, std::size_t scenario, std::int64_t replication = 0);
    /// From empty agencies to the policy start.
    Simulation warmed_up(const LinkEffect& effect, std::int64_t replication = 0);
    /// The first replication in which the office-centre link is good when the policy starts, so
    /// that contacts are held that a scenario can stop.
    std::int64_t replication_with_good_link();
    /// The link effect of a stated reading.
    LinkEffect effect_of(const Reading& reading) const;
    const Experiment& experiment() const { return experiment_; }

private:
    Experiment experiment_;
    QuantileTable start_readiness_;
    QuantileTable start_understanding_;
    std::array<double, services> drop_out_scales_;
    double correlation_;
    std::deque<Setting> settings_;
};

/// Whether two runs agree in every number; the number of events handled is left out, since a date
/// of policy is an event even where nothing changes.
bool same_counts(const RunResult& one, const RunResult& other);

} // namespace tsunagi::test
