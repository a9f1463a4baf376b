#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// The day of a first appointment: kept or not, one re-booking, first contact, second visit. Of a
/// void referral only the booked hours pass.
void keep_appointment(const CareSetting& care, ReferralId id);

enum class SecondVisit : std::uint8_t { lost, kept };

/// Somebody comes without an appointment: a first contact with its second visit, on the route
/// "unannounced", without a wait. A place must be free where the service has places.
/// @return whether care begins
SecondVisit
come_unannounced(const CareSetting& care, ClientId client, AgencyId agency, Service service);

} // namespace tsunagi
