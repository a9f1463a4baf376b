#pragma once

#include "engine/observation/care_line.hpp"
#include "engine/observation/person_tally.hpp"

#include <optional>

namespace tsunagi {

/// Outcomes of its own of one family with a person in the cohort, by S + 365 d.
class FamilyRecord {
public:
    /// @param scheduled_end  S of the person
    explicit FamilyRecord(SimTime scheduled_end) : end_{scheduled_end} {}

    /// Aware of the centre, or a contact with a support agency.
    void reach(SimTime at) { reached_ = reached_.value_or(at); }
    void open_episode(SimTime at) { care_.open(at); }
    void close_episode(SimTime at) { care_.close(at); }
    /// The person moves away, and the family with him.
    void move_away(SimTime at) { moved_ = at; }
    void add_to(PersonTally& tally) const;

private:
    SimTime end_;
    std::optional<SimTime> reached_;
    SimTime moved_ = SimTime::max();
    CareLine care_;
};

} // namespace tsunagi
