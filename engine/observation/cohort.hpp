#pragma once

#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/people/client.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>

namespace tsunagi {

/// Stages of the referral chain. Not nested: who comes by himself was never offered anything, and
/// an offer may be accepted without consent to pass information on.
enum class Stage : std::uint8_t {
    recognised,
    offered,
    consented,
    accepted,
    first_contact,
    second_visit
};
inline constexpr std::size_t stages = 6;

/// What is remembered of one person of the cohort: attended support contacts around the scheduled
/// end S, and how far the referral chain went by S + 365 d. Integers and instants only.
class CohortRecord {
public:
    CohortRecord(SimTime scheduled_end, Need need) : end_{scheduled_end}, need_{need} {}

    /// An attended support contact.
    void contact(SimTime at);
    void reach(SimTime at, Stage stage);
    void lose(SimTime at, Loss loss);
    void begin_care(SimTime at) { in_care_since_ = at; }
    void end_care(SimTime at);

    /// Adds the person to the counts of a group, once everything up to S + 365 d has been told.
    void add_to(std::array<std::int64_t, counts>& totals,
                std::array<std::int32_t, follow_up_days>& first_contact_day) const;

    static constexpr std::size_t window_count = 7;

private:
    void add_cascade(std::array<std::int64_t, counts>& totals) const;
    /// Half a year or a year after the first contact, where that is no later than S + 365 d.
    std::optional<SimTime> later_mark(std::size_t which) const;

    SimTime end_;
    Need need_;
    std::array<std::uint8_t, window_count> contacts_in_window_{}; ///< counts up to 2
    std::optional<SimTime> first_after_end_;                      ///< first support contact after S
    std::optional<SimTime> first_ever_;                           ///< first support contact of all
    std::bitset<follow_up_days + 1>
        supported_days_; ///< day d after S with a contact in the last 90 d
    std::bitset<stages> reached_;
    std::array<std::int32_t, losses> lost_{};
    std::optional<SimTime> in_care_since_;
    std::bitset<2>
        in_care_later_; ///< care was running at the later marks, as far as it has ended since
};

} // namespace tsunagi
