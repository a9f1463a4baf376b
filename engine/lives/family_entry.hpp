#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Sets the hazard of a person's entry into care through an engaged family, after anything it
/// depends on has changed, and monthly, since u_f fades: it runs at liberty, with true need, in no
/// care and with no open referral to the centre, and rises with what the family understands.
/// Source: engine/README.md, families.
void reconsider_family_entry(const LivesSetting& lives, ClientId person);

/// Its clock has fired: the family brings the person, who gets an appointment at the centre.
void enter_through_family(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
