#include "engine/lives/consultation_clocks.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

// The effect of a link may be scaled beyond 1 and stands in an exponent.
constexpr double most_per_year = days_per_year / 7.0;

using Firing = SharedHazard<ClientId>::Firing;

std::size_t row_of(ConsultationGroup group) {
    return static_cast<std::size_t>(group);
}

// What the hazard of a group is of the plain one.
double factor_of(const MedicalParameters& medical, ConsultationGroup group) {
    const bool seen =
        group == ConsultationGroup::seen || group == ConsultationGroup::seen_in_window;
    const bool in_window =
        group == ConsultationGroup::in_window || group == ConsultationGroup::seen_in_window;
    return (seen ? medical.consultation_recognised : 1.0) *
           (in_window ? medical.consultation_crisis : 1.0);
}

std::optional<Firing> first_of(const ConsultationClocks& clocks) {
    std::optional<Firing> first;
    for (const auto& group : clocks.groups) {
        const auto next = group.next();
        if (next && (!first || next->at < first->at)) {
            first = next;
        }
    }
    return first;
}

void schedule_first(const LivesSetting& lives) {
    auto& clocks = lives.consultations;
    const auto first = first_of(clocks);
    if (first == clocks.scheduled) {
        return;
    }
    lives.care.moment.calendar.cancel(clocks.event);
    clocks.event = {};
    clocks.scheduled = first;
    if (first) {
        clocks.event =
            schedule(lives,
                     first->id,
                     {.kind = EventKind::consultation,
                      .tie = Tie::decide,
                      .at = std::max(first->at, lives.care.moment.now),
                      .occurrence = lives.care.clients.life(first->id).consultation.sought});
    }
}

// Who neither was nor has become the first of all leaves the calendar as it is.
bool may_change_first(const ConsultationClocks& clocks,
                      ClientId person,
                      std::optional<ConsultationGroup> joined) {
    if (!clocks.scheduled || clocks.scheduled->id == person) {
        return true;
    }
    const auto next = joined ? clocks.groups.at(row_of(*joined)).next() : std::nullopt;
    return next && next->id == person;
}

double draw_threshold(const LivesSetting& lives, ClientId person) {
    return lives.care.moment.streams.exponential(
        {.purpose = Draw::consultation,
         .entity = lives.care.clients[person].key,
         .occurrence = lives.care.clients.life(person).consultation.sought});
}

} // namespace

void set_consultations(const LivesSetting& lives, double per_month) {
    auto& clocks = lives.consultations;
    if (per_month == clocks.per_month) {
        return;
    }
    clocks.per_month = per_month;
    for (std::size_t row = 0; row < clocks.groups.size(); ++row) {
        const double factor = factor_of(lives.medical, static_cast<ConsultationGroup>(row));
        const double per_year = std::min(months_per_year * (per_month * factor), most_per_year);
        clocks.groups[row].set_rate(per_year / days_per_year, lives.care.moment.now);
    }
    schedule_first(lives);
}

void run_consultations(const LivesSetting& lives,
                       ClientId person,
                       std::optional<ConsultationGroup> group) {
    auto& clock = lives.care.clients.life(person).consultation;
    if (group == clock.group) {
        return;
    }
    const auto now = lives.care.moment.now;
    if (clock.group) {
        clock.left = lives.consultations.groups.at(row_of(*clock.group)).leave(person, now);
    }
    if (group) {
        const double left = clock.left ? *clock.left : draw_threshold(lives, person);
        lives.consultations.groups.at(row_of(*group)).join(person, left, now);
    }
    clock.group = group;
    if (may_change_first(lives.consultations, person, group)) {
        schedule_first(lives);
    }
}

void take_consultation(const LivesSetting& lives, ClientId person) {
    auto& clock = lives.care.clients.life(person).consultation;
    lives.consultations.scheduled = {};
    run_consultations(lives, person, std::nullopt);
    clock.left = {};
    ++clock.sought;
}

} // namespace tsunagi
