#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// A spell of abstinence begins, with a threshold of its own and at age 0: at release, at discharge
/// from a bed, at entry to and exit from a residential place, and at the end of a lapse or of
/// regular use. The person is at liberty. Tells became_abstinent.
void begin_abstinence(const LivesSetting& lives, ClientId person);

/// Brings risk, protection and rates of a person at liberty up to date after anything they depend
/// on has changed: care, residence, the state of use. Nothing changes for one in prison, nor where
/// nothing has changed.
void refresh_use(const LivesSetting& lives, ClientId person);

/// The same where protection alone has changed: after a session, which makes an agency familiar.
void refresh_protection(const LivesSetting& lives, ClientId person);

/// The same for what time alone changes: familiarity, which protects, and age. On the first of each
/// month, for those whose look is due (Clients::next_look, kept here).
void refresh_use_by_time(const LivesSetting& lives, ClientId person);
/// An agency has become familiar without a session: the next of these is to see whether it is
/// trusted.
void look_at_protection_next_month(const LivesSetting& lives, ClientId person);

/// Custody: the spell ends and nothing of this file happens until begin_abstinence.
void suspend_use(const LivesSetting& lives, ClientId person);

/// What a person's change of residence does to use. A residential place begins a new spell at entry
/// and at exit, a bed at discharge; entering a bed ends a lapse or regular use, so that a spell
/// begins there as well, while abstinence goes on. Whoever comes out of prison has begun one with
/// the release.
struct ResidenceChange {
    Residence from{};
    Residence to{};
};
void use_after_moving(const LivesSetting& lives, ClientId person, ResidenceChange change);

/// The relapse clock has fired: abstinence ends in a lapse, always the first of its spell.
void lapse(const LivesSetting& lives, ClientId person);
/// A lapse ends: in regular use, or in a new spell of abstinence.
void end_lapse(const LivesSetting& lives, ClientId person);
/// The family at home is in danger: a crisis that opens the person.
void endanger_home(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
