#pragma once

#include "engine/core/time.hpp"
#include "engine/simulation/simulation.hpp"

#include "tests/support/capacity_books.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace tsunagi::test {

/// Double entry for a world: sums what is told and compares it with who and what is there, its
/// capacity included. Must hear every fact from the start of the run.
class AccountBooks final : public FactListener {
public:
    /// @param world   heard of; must outlive the books
    /// @param stated  as for CapacityBooks
    AccountBooks(const World& world, SimTime start_of_run, StatedHours stated)
        : world_{&world}, capacity_{world, start_of_run, std::move(stated)} {}

    void hear(const Fact& fact) override;

    /// What does not add up at an instant, in words; empty if everything does. Weeks are compared
    /// once they are over.
    std::vector<std::string> faults(SimTime now) const;

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
    void follow_referral(const Fact& fact);
    bool is_on_way(const Fact& fact) const;
    void follow_loss(const Fact& fact);
    void follow_care(const Fact& fact);
    void expect_care(const Fact& fact);
    void step(const Fact& fact, const std::set<Step>& from, Step to);
    void audit_care(std::vector<std::string>& faults) const;

    const World* world_;
    CapacityBooks capacity_;
    std::int64_t entered_ = 0;
    std::int64_t left_ = 0;
    std::map<Way, Step> ways_; ///< no entry: none
    std::set<Care> in_care_;
    std::optional<Way> to_open_; ///< of a second visit whose episode is to be told next
    std::set<std::string> told_; ///< what the facts themselves contradict
};

} // namespace tsunagi::test
