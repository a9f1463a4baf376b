#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Who knows the agency when entering the model; the loss clock stands still until release.
void start_awareness(const LivesSetting& lives, ClientId person, AgencyId agency);

/// An offer or an attended contact: the person knows the agency from now on. Nothing changes for
/// one who knows it.
void gain_awareness(const LivesSetting& lives, ClientId person, AgencyId agency);

/// The loss clock has fired.
void lose_awareness(const LivesSetting& lives, ClientId person, AgencyId agency);

/// Released: the loss clock goes on.
void resume_awareness(const LivesSetting& lives, ClientId person, AgencyId agency);

} // namespace tsunagi
