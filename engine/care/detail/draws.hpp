#pragma once

#include "engine/care/care_setting.hpp"

namespace tsunagi::detail {

/// Address of a decision about one client and one agency.
/// @param occurrence  which one of its kind
DrawAddress draw_between(const CareSetting& care,
                         Draw purpose,
                         ClientId client,
                         AgencyId agency,
                         std::uint64_t occurrence);

/// Address of a decision taken once for a referral, however often its appointment is booked.
DrawAddress draw_of(const CareSetting& care, const Referral& referral, Draw purpose);

/// Address of a decision that the re-booked appointment of a referral takes anew.
DrawAddress draw_of_attempt(const CareSetting& care, const Referral& referral, Draw purpose);

/// Number of an appointment among all of its client with its agency.
std::uint64_t attempt_number(const Referral& referral);

/// Address of a decision about an episode.
/// @param number  which one of its kind within the episode
DrawAddress draw_of(const Episode& episode, Draw purpose, std::uint32_t number);

/// Number of an episode among all of its client with its agency.
std::uint64_t episode_number(const Episode& episode);

} // namespace tsunagi::detail
