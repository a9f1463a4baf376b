#pragma once

#include "engine/care/care_setting.hpp"
#include "engine/lives/lives_setting.hpp"
#include "engine/people/intake.hpp"
#include "engine/simulation/setting.hpp"
#include "engine/simulation/world.hpp"

namespace tsunagi {

/// The processes' views of one world at one instant. They refer to one another: not to be copied.
struct Views {
    Views(const Setting& setting, World& world, SimTime now);
    Views(const Views&) = delete;
    Views& operator=(const Views&) = delete;
    Views(Views&&) = delete;
    Views& operator=(Views&&) = delete;
    ~Views() = default;

    /// The same world, later.
    void move_to(SimTime now) {
        moment.now = now;
        care.moment.now = now;
    }

    const Setting& setting;
    World& world;
    IntakeLaws intake_laws;
    Moment moment;
    CareSetting care;
    ContactSetting contacts;
    LivesSetting lives;
};

} // namespace tsunagi
