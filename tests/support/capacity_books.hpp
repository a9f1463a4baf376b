#pragma once

#include "engine/experiment/experiment.hpp"
#include "engine/simulation/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tsunagi::test {

/// Hours as an experiment states them, so that no ledger and no stream need be asked.
struct StatedHours {
    std::vector<std::optional<std::int64_t>> weekly; ///< ticks by agency row; no value: no limit
    std::size_t office{};                            ///< that holds the core programme
    std::int64_t session_ticks{};                    ///< of one session, all its staff together
    double session_interval_days{};
};
StatedHours stated_hours(const Experiment& experiment);

/// Places, lists and hours of a world: sums what is told of them and asks at every fact that
/// changes them whether there were so many. Must hear every fact from the start of the run.
class CapacityBooks {
public:
    /// @param world   heard of; must outlive the books
    /// @param stated  of the experiment it should be a world of
    CapacityBooks(const World& world, SimTime start_of_run, StatedHours stated)
        : world_{&world}, start_of_run_{start_of_run},
          first_week_{week_of(start_of_run)}, stated_{std::move(stated)} {}

    void hear(const Fact& fact);

    /// What the facts so far contradict, in words.
    const std::set<std::string>& contradicted() const { return contradicted_; }
    /// Adds what does not add up at an instant. Weeks are compared once they are over.
    void audit(SimTime now, std::vector<std::string>& faults) const;

private:
    using Unit = std::pair<std::size_t, std::int64_t>; ///< agency row and service
    using Week = std::pair<std::size_t, std::int64_t>; ///< agency row and week
    /// Hours told of one agency and week, in ticks.
    struct WeekOfWork {
        std::int64_t booked{};   ///< appointments and sessions
        std::int64_t standing{}; ///< what was reserved
        std::int64_t overtime{};
    };
    void count_claim(const Fact& fact);
    void count_work(const Fact& fact);
    void ask_places();
    void ask_hours(AgencyId agency, SimTime in_week);
    std::int64_t required_by_law(AgencyId agency) const;
    void audit_units(std::vector<std::string>& faults) const;
    void audit_hours(SimTime now, std::vector<std::string>& faults) const;
    void audit_week(AgencyId agency, std::int64_t week, std::vector<std::string>& faults) const;
    void audit_programme(SimTime now, std::vector<std::string>& faults) const;
    void demand(bool kept, const char* rule);

    const World* world_;
    SimTime start_of_run_;
    std::int64_t first_week_;
    StatedHours stated_;
    std::int64_t core_programme_ = 0; ///< hours told of it, in ticks
    std::map<Unit, std::int64_t> taken_;
    std::map<Unit, std::int64_t> listed_;
    std::map<Week, WeekOfWork> weeks_;
    std::set<std::string> contradicted_;
};

/// Adds a fault that names both numbers, unless they are equal.
void compare(std::vector<std::string>& faults,
             const std::string& what,
             std::int64_t one,
             std::int64_t other);

} // namespace tsunagi::test
