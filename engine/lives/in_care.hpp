#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Some are in care already when supervision starts, as outpatients, in a residential place or in
/// counselling at the centre: a first contact that day with the second visit done, not brought by a
/// handover. Nobody is where the region has no such service, or a residence no free place.
void continue_care(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
