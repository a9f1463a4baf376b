#pragma once

#include "engine/simulation/views.hpp"

namespace tsunagi {

/// Hands one fact about a client to the lives and collaborations that asked for it.
void react_to_fact(const Fact& fact, ClientId client, Views& views);
/// The same for any fact: nothing asks for one about agencies alone, and a third are.
inline void react_to_fact(const Fact& fact, Views& views) {
    if (fact.client.has_value()) {
        react_to_fact(fact, fact.client.value(), views);
    }
}

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
