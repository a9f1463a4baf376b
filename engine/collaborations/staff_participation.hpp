#pragma once

#include "engine/care/care_setting.hpp"
#include "engine/relations/contacts.hpp"

namespace tsunagi {

/// Mechanism "staff_participation" (t2.05, liaison, incidental contact): staff meet, mutual
/// understanding grows, hours are spent, and clocks of the pair's handovers see the new link.
/// Nobody's life changes otherwise.
/// @param occasion  which one has come
HeldOccasion hold_contact(Contacts& contacts,
                          ContactOccasion occasion,
                          const ContactSetting& setting,
                          const CareSetting& care);

} // namespace tsunagi
