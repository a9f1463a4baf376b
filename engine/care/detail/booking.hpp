#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi::detail {

/// Tells a fact about a referral: of its client and its receiver.
void tell_about(const CareSetting& care,
                const Referral& referral,
                FactKind kind,
                std::uint8_t detail = 0,
                std::int64_t amount = 0);

/// Mean lead to a first appointment at an agency, at link 0 and at link 1.
double cold_lead_days(const CareSetting& care, AgencyId agency);
double warm_lead_days(const CareSetting& care, AgencyId agency);

/// Draws whether the plan fits, by the quality of the agency that takes the case.
Fit draw_fit(const CareSetting& care, const Referral& referral);

/// Books the first appointment on or after the drawn lead: a slot where the service has slots, and
/// hours. The referral is open from then on, or lost where nothing is found in time.
void open_referral(const CareSetting& care, Referral referral);

/// The referral is over without care: facts tell why, and the refractory time begins.
void lose(const CareSetting& care, const Referral& referral, Loss reason);

/// Nobody offers the client a way to the agency for a while.
void start_refractory(const CareSetting& care, Acquaintance& known);

} // namespace tsunagi::detail
