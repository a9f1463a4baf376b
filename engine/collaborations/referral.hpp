#pragma once

#include "engine/care/care_setting.hpp"
#include "engine/facts/fact.hpp"

namespace tsunagi {

/// Mechanism "referral" (t2.01): at every opportunity with a sender, a need may be recognised, and
/// once it is, a connection to the receiver may be offered within the window before supervision
/// ends. Acts on officer contacts and programme sessions. Source: engine/README.md, referral.
void refer_at_opportunity(const CareSetting& care, const Fact& fact);

} // namespace tsunagi
