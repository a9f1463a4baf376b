#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi::detail {

/// Address of a stage's decision about one client and one agency.
DrawAddress stage(const CareSetting& care,
                  Draw purpose,
                  ClientId client,
                  AgencyId receiver,
                  std::uint64_t occurrence);

/// Number of a referral's attempt: the second attempt of a re-booked one has draws of its own.
std::uint64_t attempt_key(const Referral& referral);

/// Draws whether the plan fits, by the quality of the agency that takes the case.
/// @param occurrence  ordinal of the referral
Fit draw_fit(const CareSetting& care, ClientId client, AgencyId receiver, std::uint64_t occurrence);

/// Books the first appointment on or after the drawn lead: a slot where the service has slots, and
/// hours. The referral is open from then on, or lost where nothing is found in time.
void open_referral(const CareSetting& care, Referral referral);

/// The referral is over without care: facts tell why, and the refractory time begins.
void lose(const CareSetting& care, const Referral& referral, Loss reason);

} // namespace tsunagi::detail
