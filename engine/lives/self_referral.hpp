#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Lets the self-referral clock of a person run or stand still, after anything it depends on has
/// changed: it runs for supervised-intake persons with true need, at liberty, aware of the agency,
/// with no open referral or episode there; an earlier attended contact multiplies the hazard.
void reconsider_self_referral(const LivesSetting& lives, ClientId person, AgencyId agency);

/// The clock has fired: the person books by himself.
void refer_self(const LivesSetting& lives, ClientId person, AgencyId agency);

} // namespace tsunagi
