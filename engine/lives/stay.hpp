#pragma once

#include "engine/care/episode.hpp"
#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// What settling in a residence depends on.
struct SettlingCase {
    double readiness{}; ///< r(t) in [0, 1]
    double match{};     ///< how well the facility suits the person, in standard deviations
    enum class Flag : std::uint8_t { no, yes } supervised{}, from_prison{};
};
/// Chance that an entrant settles, so that the stay follows the late law of leaving.
double settling_probability(const ResidenceParameters& parameters, const SettlingCase& entrant);

/// Laws of leaving: of those who settle, and of all others.
enum class Settles : std::uint8_t { no, yes };
DropOutLaw stay_law(const ResidenceParameters& parameters, Settles settles);

/// A stay in a residence begins today, for a person of the justice system or another client: the
/// person lives there, and the clock of leaving runs by the law that is drawn.
/// @throws ContractViolation if the facility has no place free
/// Source: engine/README.md, residential stay.
void enter_residence(const LivesSetting& lives, ClientId client, AgencyId facility);

/// A place has been left, whatever the reason: every day of the stay has been a session, which made
/// its staff more familiar, and whoever still lives there goes home. Nothing happens to one who is
/// gone.
/// @param stayed  length of the stay
void leave_residence(const LivesSetting& lives,
                     ClientId client,
                     AgencyId facility,
                     Duration stayed);

/// Sets the hazard of giving the place up for want of money, at entry and after a benefit was
/// granted.
void refresh_money(const LivesSetting& lives, ClientId person);

/// That clock has fired.
void run_out_of_money(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
