#pragma once

#include <cstddef>
#include <cstdint>

namespace tsunagi {

/// How somebody came to a booked first appointment.
enum class Route : std::uint8_t {
    handover,
    referral_without_consent,
    self,
    background_person,
    background_family,
};
inline constexpr std::size_t routes = 5;

/// What staff hours are spent on.
enum class Task : std::uint8_t {
    first_appointment,
    counselling_session,
    family_session,
    standing_contact,
    liaison,
    guarantor_meeting,
    probation_programme,
    officer_contact,
    handover,
};
inline constexpr std::size_t tasks = 9;

/// Individual services with episodes of their own.
enum class Service : std::uint8_t { counselling, family_counselling };

enum class EpisodeEnd : std::uint8_t { drop_out, review, silence };

/// Where a referral is lost.
enum class Loss : std::uint8_t { refused, no_hours, not_kept, second_visit };
inline constexpr std::size_t losses = 4;

/// A first appointment, or the one re-booking after it was not kept.
enum class BookingAttempt : std::uint8_t { first, rebooked };

enum class Consent : std::uint8_t { refused, given };

} // namespace tsunagi
