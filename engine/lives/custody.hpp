#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Arrested, for drug use or anything else: a crisis. Most go into custody, which usually ends
/// supervision; a drug arrest without custody ends the lapse or regular use. Source:
/// engine/README.md, custody.
void arrest(const LivesSetting& lives, ClientId person, ArrestCause cause);

/// Parole is revoked without an arrest: custody to the end of that phase. It is no entry to prison
/// in any count.
void revoke_parole(const LivesSetting& lives, ClientId person);

/// Remand is over and a term begins, which is served in full. Whoever would come out later than a
/// set time after S leaves the model; the others are followed until then.
void enter_prison(const LivesSetting& lives, ClientId person);

/// Released: after a term on return parole or not, unless supervision has run on; after a technical
/// revocation into the second phase, where there is one.
void end_custody(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
