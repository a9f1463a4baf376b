#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi {

/// Whether a client has an open referral to an agency.
bool has_referral(const CareSetting& care, ClientId client, AgencyId agency);

/// Whether a client has kept a first appointment with an agency, or met its staff, ever.
bool has_met(const CareSetting& care, ClientId client, AgencyId agency);

/// Whether a client has an open episode of a service, with whatever agency.
bool has_service(const CareSetting& care, ClientId client, Service service);

/// Whether a client is on the way to an agency or in its care. Who is comes neither by himself nor
/// by an offer.
bool is_in_touch(const CareSetting& care, ClientId client, AgencyId agency);

} // namespace tsunagi
