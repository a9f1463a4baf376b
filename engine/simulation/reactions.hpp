#pragma once

#include "engine/simulation/views.hpp"

namespace tsunagi {

/// Hands one fact to the lives and collaborations that asked for it.
/// @param fact  about a client: nobody reacts to others
void react_to_fact(const Fact& fact, Views& views);

/// Whether the client of such a fact departs with it.
bool tells_departure(FactKind kind);

/// Frees the rows of those who have departed, once every fact of an event has been handed on; call
/// before the facts are cleared.
void free_departed(Views& views);

/// The steps of a person's bumps have changed what clocks see.
void react_to_bump(ClientId person, Views& views);

/// Two agencies have met: clocks of tracks and of consultations see their new link at once.
void react_to_contact(PairId met, Views& views);

} // namespace tsunagi
