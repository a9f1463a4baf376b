#pragma once

#include "engine/core/time.hpp"
#include "engine/simulation/simulation.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tsunagi::test {

/// Double entry for a world: sums what is told and compares it with who and what is there. Must
/// hear every fact from the start of the run.
class AccountBooks final : public FactListener {
public:
    explicit AccountBooks(SimTime start_of_run) : first_week_{week_of(start_of_run)} {}

    void hear(const Fact& fact) override;

    /// What does not add up at an instant, in words; empty if everything does. Weeks are compared
    /// once they are over.
    std::vector<std::string> faults(const World& world, SimTime now) const;

private:
    /// Hours told of one agency and week, in ticks.
    struct WeekOfWork {
        std::int64_t booked{};   ///< appointments and sessions
        std::int64_t standing{}; ///< what was reserved
        std::int64_t overtime{};
    };
    void count_work(const Fact& fact);
    void audit_hours(const World& world, SimTime now, std::vector<std::string>& faults) const;

    std::int64_t first_week_;

    std::int64_t entered_ = 0;
    std::int64_t left_ = 0;
    std::int64_t referrals_opened_ = 0;
    std::int64_t referrals_kept_ = 0;
    std::int64_t referrals_lost_ = 0;
    std::int64_t lost_after_contact_ = 0; ///< at the second visit: contact was made
    std::int64_t second_visits_ = 0;
    std::int64_t episodes_opened_ = 0;
    std::int64_t episodes_ended_ = 0;
    std::map<std::pair<std::size_t, std::int64_t>, WeekOfWork> weeks_; ///< by agency row and week
};

} // namespace tsunagi::test
