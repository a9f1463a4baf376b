#include "outputs/store/names.hpp"

#include "engine/core/contracts.hpp"

#include <array>

namespace tsunagi {
namespace {

struct CountText {
    std::string_view name;
    std::string_view meaning;
};

constexpr std::array<CountText, counts> count_texts{{
    {"cohort",
     "Supervised persons whose scheduled end S falls in [policy start, horizon - 365 d]."},
    {"support_at_end", "Of the cohort: support(0; 90), already in support at S."},
    {"support_90", "Of the cohort: support(90; 90)."},
    {"support_180", "Of the cohort: support(180; 90), the headline H(180)."},
    {"support_365", "Of the cohort: support(365; 90)."},
    {"support_180_twice",
     "Of the cohort: at least two attended contacts in the window of support_180."},
    {"close_30", "Of the cohort: support(30; 30)."},
    {"started_21", "Of the cohort: any attended support contact in (S, S + 21 d]."},
    {"silent_before", "Of the cohort: no attended support contact in (S - 60 d, S]."},
    {"silent_started_21", "Of silent_before: first contact in (S, S + 21 d]."},
    {"true_need", "Of the cohort: true need at intake, base of the cascade."},
    {"recognised", "Of true_need, by S + 365 d: need recognised."},
    {"offered", "Of recognised: an offer was made."},
    {"consented", "Of offered: consent to pass information on."},
    {"accepted", "Of true_need: an offer accepted, or came by themselves."},
    {"first_contact", "Of accepted: first contact attended."},
    {"second_visit", "Of first_contact: second visit kept, in care."},
    {"followed_6_months", "Of true_need: first contact at least 182.625 d before S + 365 d."},
    {"in_care_6_months", "Of followed_6_months: in care that long after the first contact."},
    {"followed_12_months", "Of true_need: first contact at least 365.25 d before S + 365 d."},
    {"in_care_12_months", "Of followed_12_months: in care that long after the first contact."},
    {"need_support_180", "Of true_need: support_180."},
    {"days_in_support",
     "Days in (S, S + 365] with a contact in the last 90 d, summed over the cohort."},
    {"refused", "Events of cohort persons by S + 365 d: offer refused."},
    {"found_no_hours",
     "Events of cohort persons by S + 365 d: no free hours for a first appointment."},
    {"not_kept",
     "Events of cohort persons by S + 365 d: appointment not kept, re-bookings included."},
    {"lost_at_second_visit", "Events of cohort persons by S + 365 d: second visit not kept."},
}};
constexpr std::array<std::string_view, link_groups> group_names{"not_good", "good"};
constexpr std::array<std::string_view, routes> route_names{
    "handover", "referral_without_consent", "self", "background_person", "background_family"};
constexpr std::array<std::string_view, tasks> task_names{
    "first_appointment",
    "counselling_session",
    "family_session",
    "standing_contact",
    "liaison",
    "guarantor_meeting",
    "probation_programme",
    "officer_contact",
    "handover",
};

template <std::size_t size, class Enum>
std::string_view pick(const std::array<std::string_view, size>& names, Enum value) {
    const auto row = static_cast<std::size_t>(value);
    expects(row < names.size() && !names[row].empty(), "every enumerator has a name");
    return names[row];
}

const CountText& text_of(Count count) {
    const auto row = static_cast<std::size_t>(count);
    expects(row < count_texts.size(), "every count has a name");
    return count_texts[row];
}

} // namespace

std::string_view name_of(Count count) {
    return text_of(count).name;
}
std::string_view meaning_of(Count count) {
    return text_of(count).meaning;
}
std::string_view name_of(LinkGroup group) {
    return pick(group_names, group);
}
std::string_view name_of(Route route) {
    return pick(route_names, route);
}
std::string_view name_of(Task task) {
    return pick(task_names, task);
}

} // namespace tsunagi
