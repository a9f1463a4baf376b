#pragma once

#include "engine/care/care_setting.hpp"

#include <optional>

namespace tsunagi {

/// An offer of one agency to connect a client to another, or of a hospital to see at discharge
/// again whom it had in a bed: then it is sender and receiver.
struct Offer {
    ClientId client;
    AgencyId sender;
    AgencyId receiver;
    Service service{};
    OptionalId<PairTag> link{};
    Consent consent{};
    double extra{};                         ///< terms of labels on acceptance, logit
    double resistance = 1.0;                ///< factor on the client's resistance to hospitals
    std::optional<double> mean_lead_days{}; ///< where it is not that of the link
    Referral::Handover handover{};
};

/// Whether the client has an open referral at the agency, or an open episode of the service.
bool is_expected(const CareSetting& care, ClientId client, AgencyId receiver, Service service);

/// Whether a new referral of this client to this agency may begin: none open there, no open episode
/// of the service, refractory over.
bool may_refer(const CareSetting& care, ClientId client, AgencyId receiver, Service service);

/// An offer has been made: plan fit, acceptance, booking. Refusal starts the refractory time.
void receive_offer(const CareSetting& care, const Offer& offer);

/// Somebody comes without being referred, enters at "booked" with the cold lead.
struct OwnWay {
    ClientId client;
    AgencyId receiver;
    Service service{};
    Route route{};
};
void book_directly(const CareSetting& care, const OwnWay& own);

/// Custody, death or a move: open referrals are over.
void void_referrals(const CareSetting& care, ClientId client);

} // namespace tsunagi
