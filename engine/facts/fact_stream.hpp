#pragma once

#include "engine/core/append.hpp"
#include "engine/facts/fact.hpp"

#include <cstddef>
#include <vector>

namespace tsunagi {

/// The one stream of facts. Processes tell; the simulation hands each fact on, in the order told,
/// before the next event.
class FactStream {
public:
    void tell(const Fact& fact) {
        facts_[told_++] = fact;
        if (facts_.data() + told_ == facts_.data() + facts_.size()) { // size() would divide
            make_room();
        }
    }
    /// Facts told since the last clear; grows while they are handed on.
    std::size_t size() const { return told_; }
    Fact at(std::size_t index) const { return facts_[index]; }
    void clear() {
        told_ = 0;
        if constexpr (tiny_buffers) {
            facts_.resize(1);
        }
    }

private:
    /// Seldom called, and therefore no part of the many places that tell; called last there, so
    /// that nothing has to outlast the call.
    void make_room();

    std::vector<Fact> facts_ = std::vector<Fact>(1); ///< those told, then room for at least one
    std::size_t told_{};
};

} // namespace tsunagi
