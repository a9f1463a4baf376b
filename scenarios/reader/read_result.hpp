#pragma once

#include "scenarios/reader/fault.hpp"

#include <optional>
#include <vector>

namespace tsunagi {

/// What was read, or everything that is wrong with it: exactly one of the two is there.
template <class Read> struct ReadResult {
    std::optional<Read> value{};
    std::vector<Fault> faults{};
};

} // namespace tsunagi
