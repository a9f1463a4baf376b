#pragma once

#include "engine/care/care_setting.hpp"

#include <cstdint>

namespace tsunagi::detail {

/// Whether a person is at liberty in the last days before supervision ends, where labels about that
/// end act.
bool near_end_of_supervision(const CareSetting& care, const Client& person);

/// Whether a route is open to a client after all that has been between the client and the receiver:
/// not in touch with it, the refractory time over, fewer offers than the most.
bool may_offer(const CareSetting& care, const ReferralRoute& route, ClientId client);

/// An opportunity at which the route's sender may offer the connection, colder or warmer by the
/// link. What the client would get is chosen when it is offered.
/// @param opportunity  n-th of this client, whoever the sender
void offer_perhaps(const CareSetting& care,
                   const ReferralRoute& route,
                   ClientId client,
                   std::uint64_t opportunity);

} // namespace tsunagi::detail
