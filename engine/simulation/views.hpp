#pragma once

#include "engine/care/care_setting.hpp"
#include "engine/lives/lives_setting.hpp"
#include "engine/simulation/setting.hpp"
#include "engine/simulation/world.hpp"

namespace tsunagi {

/// The processes' views of one world at one instant.
struct Views {
    Views(const Setting& setting, World& world, SimTime now);

    const Setting& setting;
    World& world;
    Moment moment;
    CareSetting care;
    ContactSetting contacts;
    LivesSetting lives;
};

} // namespace tsunagi
