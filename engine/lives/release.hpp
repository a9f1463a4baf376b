#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Out of prison, the first time or again: at liberty and at home, open for a while, abstinent.
/// Tells custody_ended and what follows from it. Whether anybody supervises the person from now on
/// is the caller's to settle.
void let_out(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
