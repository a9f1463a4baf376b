#pragma once

#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

// The course of a family as an agent of its own: what it knows, understands and trusts, how it
// comes to the centre by itself, and what sessions change. Source: engine/README.md, families.

/// A family has entered beside its person, and the two rows name each other.
void enter_family(const LivesSetting& lives, ClientId family);

/// Sets the hazards of a family's own steps after anything they depend on but its person's bumps
/// has changed. It calls the centre while it knows of it and is not in touch with it, more often in
/// a crisis of its person; in counselling there it joins the class. Other families of the centre
/// join the class alone. While it is in care, the monthly look (Clients::next_look) sees it.
void reconsider_family(const LivesSetting& lives, ClientId family);

/// The clock of the call has fired: the family books an appointment at the centre.
void call_centre(const LivesSetting& lives, ClientId family);

/// The clock of joining has fired: a family in counselling takes a seat in the class beside it, if
/// one is free. Who is in the centre's care already needs no appointment.
void join_class(const LivesSetting& lives, ClientId family);

/// A family has kept a first appointment or come to a session: it understands more, sees the need
/// of residential care more clearly, and trusts the facility whose staff it met.
/// @param attended  a first contact or an attended session
void learn_from_session(const LivesSetting& lives, const Fact& attended);

/// A crisis of the person, an arrest or danger at home: the family sees the need of residential
/// care more clearly, in care or not.
void learn_from_crisis(const LivesSetting& lives, ClientId family);

/// Staff of a facility were in the room, wherever it was: tr_f grows.
void meet_facility_staff(const LivesSetting& lives, ClientId family, AgencyId facility);

/// The person has died, moved or left the model: the family's care and its own steps end.
void end_family(const LivesSetting& lives, ClientId family, EpisodeEnd end);

} // namespace tsunagi
