#pragma once

#include "engine/core/id.hpp"
#include "engine/core/pool.hpp"
#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"

#include <cstdint>

namespace tsunagi {

/// Whether what is planned suits the client.
enum class Fit : std::uint8_t { misfit, fit };

/// A first appointment on the way. One open referral per client and agency.
struct Referral {
    ClientId client;
    AgencyId agency; ///< the receiver
    Service service{};
    Route route{};
    std::uint32_t ordinal{};    ///< n-th referral of this client to this agency, whoever opened it
    OptionalId<PairTag> link{}; ///< sender-receiver pair; none for those who come by themselves
    Consent consent{};
    enum class Handover : std::uint8_t { ordinary, joint, escorted } handover{};
    Fit fit{};
    double readiness_at_acceptance{};
    double mean_lead_days{};
    SimTime accepted{}; ///< or the day of the re-booking: waits count from here
    BookingAttempt attempt{};
    /// A void one keeps its row until its booked hours have passed.
    enum class State : std::uint8_t { open, voided } state{};
};

using Referrals = Pool<ReferralId, Referral>;

} // namespace tsunagi
