#pragma once

#include "scenarios/reader/fault.hpp"

#include <optional>
#include <vector>

namespace tsunagi {

/// What there is to say about inputs. With a fault nothing runs; a warning only tells what its
/// author may not have meant.
struct Findings {
    std::vector<Fault> faults{};
    std::vector<Fault> warnings{};
};

/// What was read, or everything that is wrong with it: exactly one of the two is there.
template <class Read> struct ReadResult {
    std::optional<Read> value{};
    std::vector<Fault> faults{};
    std::vector<Fault> warnings{}; ///< only beside a value
};

} // namespace tsunagi
