#pragma once

#include "engine/facts/fact_listener.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/simulation/setting.hpp"
#include "engine/simulation/world.hpp"

namespace tsunagi {

struct Views;

/// One run of one region. A value: copying a warmed-up simulation and letting the copy adopt a
/// scenario equals running that scenario from the start.
class Simulation {
public:
    /// A region at the start of the run, in the schedule of the reference scenario.
    Simulation(const Setting& setting, Streams streams);

    /// Handles every event before `end`.
    void run_until(SimTime end);

    /// Goes on under another reading of the link and under a scenario's policy, from the policy
    /// start on. The setting may differ from the warm-up's in the structure weight w alone.
    void adopt(const Setting& setting, const Policy& policy);

    /// Counts up to the horizon; call after run_until(horizon).
    RunResult finish() const;

    /// @param listener  told every fact from now on; must outlive the runs; null: nobody
    void set_listener(FactListener* listener) { listener_ = listener; }
    const World& world() const { return world_; }

private:
    void change_policy(Views& views);

    const Setting* setting_;
    World world_;
    const Policy* policy_ = nullptr;
    FactListener* listener_ = nullptr;
};

} // namespace tsunagi
