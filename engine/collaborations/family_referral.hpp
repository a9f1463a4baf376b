#pragma once

#include "engine/care/care_setting.hpp"
#include "engine/facts/fact.hpp"

namespace tsunagi {

/// Mechanism "family_referral" (t2.03): whenever the sender meets a family within the window before
/// supervision of its person ends, a connection to the receiver's family support may be offered. It
/// asks for no recognised need. Acts on contacts of officer and family. Source: engine/README.md,
/// referral.
void refer_family_at_contact(const CareSetting& care, const Fact& fact);

} // namespace tsunagi
