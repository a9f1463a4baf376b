#pragma once

#include "engine/facts/fact.hpp"
#include "engine/observation/observation_span.hpp"
#include "engine/observation/person_tally.hpp"
#include "engine/observation/spell.hpp"
#include "engine/people/client.hpp"

#include <optional>
#include <vector>

namespace tsunagi {

/// When one person was under the supervision that the intake brought: who is in the statistics of
/// supervision. A return parole after a new prison term is no new entry and is left out.
class SupervisionRecord {
public:
    explicit SupervisionRecord(const Client& person)
        : sentence_{person.sentence}, source_{person.source} {}

    void start(SimTime at);
    void end(SimTime at);
    /// Supervision is over, but a probation that follows a revoked parole starts on schedule.
    /// @return when supervision goes on, where a probation follows a revoked parole
    std::optional<SimTime> revoke(SimTime at, CustodyCause cause);
    /// An attended support contact.
    void support(SimTime at);
    /// A bed or residence, of which every day is a support contact.
    void begin_stay(SimTime at) { stays_.push_back({.from = at}); }
    void end_stay(SimTime at);

    bool supervised_at(SimTime when) const { return any_holds(spells_, when); }
    /// Whether a revocation was told at or before an instant.
    bool revoked_by(SimTime when) const { return revoked_ && *revoked_ <= when; }
    void add_to(PersonTally& tally, const ObservationSpan& span) const;

private:
    SimTime probation_start() const;
    std::int64_t years_supervised(const WholeFiscalYears& years) const;
    std::int64_t years_supported(const WholeFiscalYears& years) const;

    Sentence sentence_;
    IntakeSource source_;
    std::vector<Spell> spells_; ///< of supervision
    std::vector<Spell> stays_;
    std::vector<SimTime> supports_;              ///< while supervised, one a fiscal year
    SimTime year_counted_until_{SimTime::min()}; ///< end of the fiscal year of the last of these
    std::optional<SimTime> revoked_;
};

} // namespace tsunagi
