#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// An offer of one agency to connect a person to another.
struct Offer {
    ClientId client;
    AgencyId sender;
    AgencyId receiver;
    PairId link;
    Consent consent{};
};

/// Whether a new referral of this client to this agency may begin: no open referral or episode
/// there, refractory over.
bool may_refer(const CareSetting& care, ClientId client, AgencyId receiver);

/// An offer has been made: plan fit, acceptance, booking. Refusal starts the refractory time.
void receive_offer(const CareSetting& care, const Offer& offer);

/// Somebody comes by himself, enters at "booked" with the cold lead. Route self, or a background
/// client's.
void book_directly(const CareSetting& care, ClientId client, AgencyId receiver, Route route);

/// The day of a first appointment: kept or not, one re-booking, first contact, second visit.
void keep_appointment(const CareSetting& care, ClientId client, AgencyId receiver);

} // namespace tsunagi
