#pragma once

#include "engine/execution/run_block.hpp"
#include "tools/tsunagi/session.hpp"

#include <chrono>
#include <cstdint>
#include <mutex>

namespace tsunagi::program {

/// From now on TERM, INT and USR1 ask running work to stop instead of ending the program.
void stop_on_signals();
/// Whether one of them has come.
bool stop_requested_by_signal();

/// Shows how far a run has come: a bar on a terminal, a line at every tenth elsewhere; both on
/// standard error.
class Progress : public RunMonitor {
public:
    Progress(const Session& session, std::int64_t total);
    void replication_done() override;
    bool stop_requested() const override { return stop_requested_by_signal(); }
    /// Ends the bar's line.
    void finish();

private:
    void draw(std::int64_t done);
    std::string remaining(std::int64_t done) const;

    const Session& session_;
    std::int64_t total_;
    std::chrono::steady_clock::time_point begun_;
    std::mutex drawing_;
    std::int64_t done_ = 0;
    enum class Kind : std::uint8_t { bar, lines } kind_;
};

} // namespace tsunagi::program
