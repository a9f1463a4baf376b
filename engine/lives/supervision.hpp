#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// A person has been created: release or judgement, now or to come, and the day on which he leaves
/// the model at the latest.
void enter_justice(const LivesSetting& lives, ClientId person);

/// Release or judgement. Those under supervision meet the officer, and perhaps the programme, until
/// their scheduled end S; some are in care already. Those of the lanes without supervision are at
/// liberty, S being this day.
void start_supervision(const LivesSetting& lives, ClientId person);

/// Parole is over and probation follows. It does so on schedule for those in custody after a
/// technical revocation too.
void change_phase(const LivesSetting& lives, ClientId person);

/// S, or the end of a return parole: legal pressure goes.
void end_supervision(const LivesSetting& lives, ClientId person);

/// Custody ends supervision before its time. After a technical revocation of parole a second phase
/// starts on schedule.
void revoke_supervision(const LivesSetting& lives, ClientId person, CustodyCause cause);

/// A re-imprisoned person has been released on parole, of a length of its own: officer contacts
/// restart, offers are counted anew. Told as supervision_started, with the number of the return
/// parole as the amount.
void start_return_parole(const LivesSetting& lives, ClientId person);

/// Legal pressure and the risk of a technical revocation, after liberty or supervision has changed.
void refresh_pressure(const LivesSetting& lives, ClientId person);

/// When the parole or probation that now runs is to end.
SimTime end_of_phase(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
