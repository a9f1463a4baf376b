#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Somebody whom no agency refers gets an appointment at the centre, for the service of his choice.
/// Nothing happens where the centre offers nothing to such a client.
/// @param route  whether the client comes alone or is brought by the family
void book_at_centre(const LivesSetting& lives, ClientId client, Route route);

} // namespace tsunagi
