#pragma once

#include "engine/care/care_setting.hpp"
#include "engine/relations/contacts.hpp"

#include <cstdint>

namespace tsunagi {

/// Mechanism "staff_participation" (t2.05, liaison, incidental contact): staff meet, mutual
/// understanding grows, hours are spent, and clocks of the pair's handovers see the new link.
/// Nobody's life changes otherwise.
/// @param stream, occurrence  which occasion of which stream has come
void hold_contact(Contacts& contacts,
                  ContactSetting setting,
                  const CareSetting& care,
                  std::uint32_t stream,
                  std::uint32_t occurrence);

} // namespace tsunagi
