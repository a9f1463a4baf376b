#pragma once

#include "engine/core/id.hpp"

#include <cstdint>
#include <map>
#include <utility>

namespace tsunagi {

/// Minutes between agencies: of the pairs that are stated, and of all others alike. The same both
/// ways, and none to oneself. Memory follows the pairs stated, not all pairs there are.
class TravelTimes {
public:
    /// No minutes between any two.
    TravelTimes() = default;
    /// @param otherwise  minutes one way of every pair that is not stated, >= 0
    explicit TravelTimes(double otherwise) : otherwise_{otherwise} {}

    /// States a pair, anew where it has been stated before. O(log n) in the pairs stated.
    /// @throws ContractViolation for an agency with itself
    void state(AgencyId one, AgencyId other, double minutes);
    bool is_stated(AgencyId one, AgencyId other) const;
    std::size_t stated() const { return stated_.size(); }

    /// Minutes one way. O(log n) in the pairs stated.
    double minutes(AgencyId from, AgencyId to) const;

private:
    std::map<std::pair<AgencyId, AgencyId>, double> stated_; ///< the lower row first
    double otherwise_ = 0.0;
};

} // namespace tsunagi
