#pragma once

#include "engine/lives/lives_setting.hpp"

#include <optional>

namespace tsunagi {

/// The kind of agency that somebody may know of or not; no value for a type that nobody seeks out.
std::optional<Known> known_type(AgencyType type);

/// Whether a client knows that there is such an agency.
inline bool knows(const Client& client, Known type) {
    return client.aware.at(static_cast<std::size_t>(type)) != 0;
}

/// What a newcomer knows: a person of every kind of agency, a family of the centre.
void start_awareness(const LivesSetting& lives, ClientId client);

/// An offer or an attended contact: the client knows that kind of agency from now on. Nothing
/// changes for one who knows it.
void gain_awareness(const LivesSetting& lives, ClientId client, AgencyId agency);

/// What a hazard of forgetting takes.
Known forgotten_by(PersonHazard cause);

/// The clock of forgetting has fired.
void lose_awareness(const LivesSetting& lives, ClientId client, Known type);

/// Forgetting runs at liberty and stands still in prison; call after a person's liberty has
/// changed.
void refresh_awareness(const LivesSetting& lives, ClientId person);

} // namespace tsunagi
