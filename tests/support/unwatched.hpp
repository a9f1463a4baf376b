#pragma once

#include "engine/execution/run_block.hpp"

namespace tsunagi::test {

/// Of replications that nobody watches or stops.
class Unwatched final : public RunMonitor {
public:
    void replication_done() override {}
    bool stop_requested() const override { return false; }
};

} // namespace tsunagi::test
