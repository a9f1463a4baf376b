#pragma once

#include "engine/facts/fact_listener.hpp"

#include <cstdint>

namespace tsunagi::bench {

/// Does as little with a fact as a listener can.
class CountingListener final : public FactListener {
public:
    void hear(const Fact& /*fact*/) override { ++facts_; }
    std::int64_t facts() const { return facts_; }

private:
    std::int64_t facts_ = 0;
};

} // namespace tsunagi::bench
