#pragma once

#include "engine/facts/fact.hpp"
#include "engine/observation/cohort.hpp"
#include "engine/observation/follow_up.hpp"
#include "engine/observation/levels.hpp"
#include "engine/observation/supervision_record.hpp"
#include "engine/observation/use_record.hpp"

#include <optional>

namespace tsunagi {

/// Whether a person belongs to the cohort: supervised intake with S in [policy start, horizon - 365
/// d], the same persons in every scenario.
bool is_in_cohort(const Client& person, const ObservationSpan& span);

/// Everything remembered of one person of the justice system, filled by the facts about him. The
/// cohort's part exists for its members alone.
class PersonRecord {
public:
    PersonRecord(const Client& person, const ObservationSpan& span, const SupportWindows& windows);

    /// @param fact  about this person
    void observe(const Fact& fact);
    PersonTally tally(const ObservationSpan& span) const;
    void add_to(FirstEventBins& bins) const;
    void add_to(UseCourse& course, const ObservationSpan& span) const { use_.add_to(course, span); }
    const PersonGroups& groups() const { return groups_; }

private:
    void support_contact(const Fact& fact, Medium medium);
    void open_episode(const Fact& fact);
    void end_episode(const Fact& fact);
    void observe_care(const Fact& fact);
    void observe_supervision(const Fact& fact);
    void observe_use(const Fact& fact);
    void observe_chain(const Fact& fact);
    void end_supervision(SimTime at);
    void revoke(const Fact& fact);
    void move(SimTime at, Whereabouts to);
    void depart(SimTime at);

    PersonGroups groups_;
    SupportWindows windows_;
    std::optional<CohortRecord> cohort_;
    SupervisionRecord supervision_;
    UseRecord use_;
    FollowUp discharges_;
    FollowUp exits_;
    int open_episodes_{};
    CustodyCause custody_cause_{};
};

} // namespace tsunagi
