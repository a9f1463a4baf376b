#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tsunagi {

/// What is counted of persons, per group. Shares are ratios of two of these. S is the scheduled end
/// of supervision. The names printed in results files and the exact definitions stand in
/// outputs/store/detail/count_texts.cpp; append only. v and c are the windows of
/// support and of close contact (SupportWindows).
enum class Count : std::uint8_t {
    cohort,            ///< persons of supervised intake with S in [policy start, horizon - 365 d]
    support_at_end,    ///< support(0; v): already in support at S
    support_90,        ///< support(90; v)
    support_180,       ///< support(180; v): headline H(180)
    support_365,       ///< support(365; v)
    support_180_twice, ///< at least two attended contacts in the window of support_180
    close_30,          ///< support(30; c)
    started_21,        ///< any attended support contact in (S, S + 21 d]
    silent_before,     ///< no attended support contact in (S - 60 d, S]
    silent_started_21, ///< of silent_before: first contact in (S, S + 21 d]
    true_need,         ///< cohort persons with true need: base of the cascade
    recognised,        ///< of true_need, by S + 365 d: need recognised
    offered,           ///< ... offered
    consented,         ///< ... offered with consent to pass information on
    accepted,          ///< ... an offer accepted, or came by themselves or through the family
    first_contact,     ///< ... first contact attended
    second_visit,      ///< ... second visit kept: in care
    followed_6_months, ///< of true_need: first contact at least 182.625 d before S + 365 d, and not
                       ///< moved away by then
    in_care_6_months,  ///< of followed_6_months: in care that long after the first contact
    followed_12_months, ///< the same with 365.25 d
    in_care_12_months,
    need_support_180, ///< of true_need: support_180
    days_in_support,  ///< sum over the cohort of days in (S, S + 365] at liberty with a contact in
                      ///< the last v days, or in a bed or place
    refused,          ///< losses, as events of cohort persons by S + 365 d: offer refused
    found_no_hours,   ///< no free hours for a first appointment
    not_kept,         ///< appointment not kept, and no re-booking or not kept again
    lost_at_second_visit,
    // States on day S + d; with support_... they sum to the cohort.
    no_support_at_end, ///< at liberty, without support(0; v)
    custody_at_end,
    dead_at_end,
    moved_at_end,
    no_support_90,
    custody_90,
    dead_90,
    moved_90,
    no_support_180,
    custody_180,
    dead_180,
    moved_180,
    no_support_365,
    custody_365,
    dead_365,
    moved_365,
    // Close contact: support(d; c).
    close_at_end,
    close_90,
    close_180,
    close_365,
    started_14,           ///< any attended support contact in (S, S + 14 d]
    silent_started_14,    ///< of silent_before: the same
    engaged_34,           ///< of started_14: at least two further contacts within 34 d of the first
    linked_before_end,    ///< any attended support contact at or before S
    expired,              ///< supervised until S
    expired_support_180,  ///< of expired: support_180
    revoked,              ///< supervision revoked at or before S
    overlap_days,         ///< days in (S - 180, S] with a justice contact and a support contact in
                          ///< the last c days
    supervised_30_before, ///< supervised and at liberty at S - 30 d
    any_contact_30_before,   ///< of these: any contact, justice included, in the c days to S - 30 d
    any_contact_180,         ///< any contact, justice included, in the c days to S + 180 d
    first_contact_by_family, ///< first support contact of all, by S + 365 d, came through the
                             ///< family
    // Continuity of visits in (S, S + 365 d], a stay being one visit. The indices of
    // engine/statistics/continuity.hpp are those of each person, added up over visited_twice in
    // parts of continuity_unit.
    visits,
    visited_twice,  ///< of cohort: at least two visits
    bice_boxerman,  ///< COC
    usual_provider, ///< UPC
    sequential,     ///< SECON
    concentration,  ///< MMCI
    // Families with a person in the cohort, by S + 365 d.
    families,
    families_reached,           ///< aware of the centre, or a contact with a support agency
    families_engaged,           ///< an episode of their own
    families_followed_6_months, ///< engaged at least 182.625 d before S + 365 d, and the person not
                                ///< moved away by then
    families_in_care_6_months,  ///< of these: in care that long after engagement
    // Persons of the justice system, cohort or not, in [policy start, horizon).
    discharged,  ///< from a bed or residence at liberty, at least 30 d before the horizon
    followed_7,  ///< of discharged: a support contact within 7 d
    followed_30, ///< ... within 30 d
    left_care,   ///< end of the last open episode at liberty, at least 365 d before the horizon
    back_90,     ///< of left_care: a support contact within 90 d
    back_365,    ///< ... within 365 d
    supervised_in_year,     ///< over whole fiscal years: persons supervised at any time in them
    supported_in_year,      ///< of supervised_in_year: a support contact while supervised
    supervised_at_year_end, ///< over 31 December: persons under supervision
    partial_at_year_end,    ///< of supervised_at_year_end: on probation after a partial suspension
    // Use and its consequences, counted from release or the start of supervision. Who moves away
    // before the mark is not followed to it; the dead are, and have no events.
    start_followed_1, ///< start in [policy start, horizon - 1 year]
    start_used_1,     ///< of start_followed_1: any use within exactly one year
    start_regular_1,  ///< ... regular use
    start_arrested_1, ///< ... an arrest
    start_prison_1,   ///< ... entry to prison after an arrest
    start_followed_2,
    start_used_2,
    start_regular_2,
    start_arrested_2,
    start_prison_2,
    start_followed_5,
    start_used_5,
    start_regular_5,
    start_arrested_5,
    start_prison_5,
    // The same counted from S, for persons of supervised intake.
    end_followed_1,
    end_used_1,
    end_regular_1,
    end_arrested_1,
    end_prison_1,
    end_followed_2,
    end_used_2,
    end_regular_2,
    end_arrested_2,
    end_prison_2,
    end_followed_5,
    end_used_5,
    end_regular_5,
    end_arrested_5,
    end_prison_5,
    // The year-end clock: released from prison in a calendar year that the policy covers whole.
    released_2nd_year, ///< followed to 31 December of the next year
    prison_2nd_year,   ///< of released_2nd_year: entered prison by then
    released_5th_year, ///< followed to 31 December of the fourth-next year
    prison_5th_year,   ///< of released_5th_year: entered prison by then
    person_gone,       ///< losses as above: custody, death or a move came between
    at_liberty_180,    ///< of cohort: at liberty on day S + 180 d
    // Without contacts by telephone or online.
    support_90_in_person, ///< of support_90: a contact in person in the window
    support_180_in_person,
    support_365_in_person,
    close_30_in_person,
    hand_offs, ///< of visits as above: at another agency than the same person's visit before
    number_of_counts,
};
inline constexpr std::size_t counts = static_cast<std::size_t>(Count::number_of_counts);

/// Parts of 1 in which indices of continuity are added up: fine enough for what is printed, and
/// coarse enough for 200 000 persons of one run in 32 bits.
inline constexpr std::int64_t continuity_unit = 10'000;

/// The counts of one group of persons.
using Tally = std::array<std::int32_t, counts>;

/// The count that stands `steps` behind another: rows of the list that repeat a pattern.
constexpr Count behind(Count count, std::size_t steps) {
    return static_cast<Count>(static_cast<std::size_t>(count) + steps);
}

} // namespace tsunagi
