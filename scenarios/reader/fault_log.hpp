#pragma once

#include "scenarios/reader/fault.hpp"

#include <cstddef>
#include <vector>

namespace tsunagi {

/// Most faults told of one file; the rest is summed up in one closing fault.
inline constexpr std::size_t most_faults_per_file = 20;

/// Collects every fault found while inputs are read, so that a user can mend them all at once, and
/// the warnings about what is right.
class FaultLog {
public:
    void add(Fault fault) { faults_.push_back(std::move(fault)); }
    /// A thing of the same form as a fault, with a message id such as "warning.no_support_path",
    /// that stops nothing and counts as none.
    void warn(Fault warning) { warnings_.push_back(std::move(warning)); }
    bool empty() const { return faults_.empty(); }
    /// Number of faults so far. Rules that combine several values are checked only where this has
    /// not grown since those values were read, so that one slip is told once.
    std::size_t count() const { return faults_.size(); }

    /// Whether a fault found now is likely to be told. Readers go through a file nearly in order
    /// and its first faults are told; of a file with a thousand nobody looks for near names any
    /// more.
    bool may_be_told() const { return faults_.size() < 1000; }

    /// All faults, each once, by file, line and column; files in the order of their first fault. Of
    /// a file with more than most_faults_per_file faults the first ones and a closing "fault.more".
    std::vector<Fault> sorted() const;
    /// All warnings, as they were told.
    const std::vector<Fault>& warnings() const { return warnings_; }

private:
    std::vector<Fault> faults_;
    std::vector<Fault> warnings_;
};

} // namespace tsunagi
