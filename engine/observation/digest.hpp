#pragma once

#include "engine/facts/fact.hpp"

#include <cstdint>

namespace tsunagi {

/// Order-dependent 64-bit digest of facts: equal for equal streams of facts, different for
/// practically all others. A fact's row is left out: rows are places in memory, not part of what
/// happened.
class FactDigest {
public:
    void add(const Fact& fact);
    std::uint64_t value() const { return value_; }

private:
    void mix(std::uint64_t word);
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

} // namespace tsunagi
