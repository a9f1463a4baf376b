#pragma once

#include "engine/lives/lives_setting.hpp"

#include <optional>
#include <span>

namespace tsunagi {

/// A hazard from now on, per year of the client's life; 0 stands still.
struct PersonRate {
    PersonHazard cause{};
    double per_year{};
};
struct FamilyRate {
    FamilyHazard cause{};
    double per_year{};
};

/// Sets hazards of a person. A clock gets its threshold when its hazard is first above 0, and keeps
/// it through every change until it fires or its spell ends. Unchanged hazards change nothing.
void set_hazards(const LivesSetting& lives, ClientId person, std::span<const PersonRate> rates);
void set_hazards(const LivesSetting& lives, ClientId family, std::span<const FamilyRate> rates);
void set_hazard(const LivesSetting& lives, ClientId person, PersonRate rate);
void set_hazard(const LivesSetting& lives, ClientId family, FamilyRate rate);
/// The same of a hazard that has changed already: at `since`, not before its last change.
void set_hazard_since(const LivesSetting& lives, ClientId person, PersonRate rate, SimTime since);
void set_hazard_since(const LivesSetting& lives, ClientId family, FamilyRate rate, SimTime since);

/// The spell in which a hazard ran is over: a later one draws a new threshold.
void end_hazard(const LivesSetting& lives, ClientId person, PersonHazard cause);

/// Whether this hazard is the one to fire next, as things stand.
bool fires_next(const LivesSetting& lives, ClientId person, PersonHazard cause);
bool fires_next(const LivesSetting& lives, ClientId family, FamilyHazard cause);

/// The event of the client's earliest hazard has come: which one it is. It draws a new threshold
/// when its hazard is next set. No value: it has turned out meanwhile that all fire later.
std::optional<PersonHazard> take_person_hazard(const LivesSetting& lives, ClientId person);
std::optional<FamilyHazard> take_family_hazard(const LivesSetting& lives, ClientId family);

} // namespace tsunagi
