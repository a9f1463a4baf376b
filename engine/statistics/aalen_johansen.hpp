#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tsunagi {

/// Times to the first of several competing events, counted in bins of time.
struct CompetingCounts {
    std::size_t causes{};
    std::span<const std::int64_t>
        at_risk; ///< [bin], free of events and watched at the start of the bin
    std::span<const std::int64_t> events; ///< [bin][cause], causes run fastest
    std::span<const std::int64_t>
        censored; ///< [bin], watched no longer; within a bin events come first
};

/// Cumulative incidence of competing events, free of the bias of one minus Kaplan-Meier, which
/// treats people lost to one cause as if the other could still strike them.
class CumulativeIncidence {
public:
    /// Aalen-Johansen estimate from counts.
    /// @throws ContractViolation if shapes disagree, a count is negative, or those at risk in a bin
    ///         are not those of the bin before less its events and censored (nobody enters late)
    explicit CumulativeIncidence(const CompetingCounts& counts);

    /// Probability that the cause has struck, first of all, by the end of the bin; in [0, 1].
    double at(std::size_t bin, std::size_t cause) const;
    /// Probability that nothing has struck by the end of the bin; with all causes it makes 1.
    double event_free(std::size_t bin) const;
    std::size_t bins() const { return event_free_.size(); }

private:
    std::size_t causes_;
    std::vector<double> incidence_;  // [bin][cause]
    std::vector<double> event_free_; // [bin]
};

} // namespace tsunagi
