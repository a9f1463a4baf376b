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

/// Lets one event happen.
void handle_event(const Event& event, Views& views);

/// Hands one fact to the lives and collaborations that asked for it.
void react_to_fact(const Fact& fact, Views& views);

/// Puts the regular events of a run's start into the calendar: arrivals, contacts, rotation,
/// refresh.
void start_events(Views& views);

} // namespace tsunagi
