#pragma once

#include "engine/core/time.hpp"
#include "engine/simulation/simulation.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
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
    /// How far a client has come on the way to an agency.
    enum class Step : std::uint8_t {
        none,
        agreed, ///< an offer accepted, or a decision of one's own; booked at the same instant
        booked,
        without_hours,
        missed,
        met
    };
    using Way = std::pair<EntityKey, std::size_t>;                 ///< client and agency row
    using Care = std::tuple<EntityKey, std::size_t, std::int64_t>; ///< and service
    using Unit = std::pair<std::size_t, std::int64_t>;             ///< agency row and service
    /// Hours told of one agency and week, in ticks.
    struct WeekOfWork {
        std::int64_t booked{};   ///< appointments and sessions
        std::int64_t standing{}; ///< what was reserved
        std::int64_t overtime{};
    };
    void follow_referral(const Fact& fact);
    bool is_on_way(const Fact& fact) const;
    void follow_loss(const Fact& fact);
    void follow_care(const Fact& fact);
    void follow_capacity(const Fact& fact);
    void expect_care(const Fact& fact);
    void step(const Fact& fact, std::set<Step> from, Step to);
    void count_work(const Fact& fact);
    void audit_care(const World& world, std::vector<std::string>& faults) const;
    void audit_units(const World& world, std::vector<std::string>& faults) const;
    void audit_hours(const World& world, SimTime now, std::vector<std::string>& faults) const;

    std::int64_t first_week_;
    std::int64_t entered_ = 0;
    std::int64_t left_ = 0;
    std::map<Way, Step> ways_; ///< no entry: none
    std::set<Care> in_care_;
    std::optional<Way> to_open_; ///< of a second visit whose episode is to be told next
    std::map<Unit, std::int64_t> taken_;
    std::map<Unit, std::int64_t> listed_;
    std::map<std::pair<std::size_t, std::int64_t>, WeekOfWork> weeks_; ///< by agency row and week
    std::set<std::string> told_; ///< what the facts themselves contradict
};

} // namespace tsunagi::test
