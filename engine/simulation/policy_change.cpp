#include "engine/simulation/policy_change.hpp"

#include "engine/core/contracts.hpp"
#include "engine/simulation/regular_events.hpp"

#include <set>

namespace tsunagi {

namespace {

struct LeverAction {
    ScheduleName schedule;
    Views& views;

    void operator()(const StopContacts&) const {
        views.world.contacts.stop_standing(schedule, views.moment.now);
    }
    void operator()(const RaiseContact& lever) const {
        const auto& activity = activity_of(views.setting.region, lever.label);
        views.world.contacts.raise(schedule,
                                   {lever.first, lever.second, &activity, lever.at_least_per_year},
                                   views.contacts,
                                   views.moment);
    }
    void operator()(const RaiseGuarantorMeetings& lever) const {
        views.world.contacts.raise_guarantor_meetings(
            schedule, lever.at_least_per_year, views.contacts, views.moment);
    }
    // A written agreement is a lever with no effect of its own: rel.agreement is 0 in the parameter
    // table.
    void operator()(const WrittenAgreement&) const {
        expects(views.setting.parameters.relations.agreement_effect == 0.0,
                "a written agreement has no effect of its own");
    }
    void operator()(const IntroduceCentre& lever) const {
        using Part = Schedules::Part;
        const auto meets = [&](ScheduleName name) {
            return name == schedule ? Part::in : Part::out;
        };
        const Schedules parts{.policy = meets(ScheduleName::policy),
                              .reference = meets(ScheduleName::reference)};
        const auto centre = views.setting.region.centre;
        auto& links = views.world.links;
        for (std::size_t row = 0; row < links.links().size(); ++row) {
            const auto pair = links.links().id(row);
            if (links.links()[pair].first == centre || links.links()[pair].second == centre) {
                links.contact(pair,
                              views.setting.parameters.relations,
                              lever.weight,
                              parts,
                              views.moment.now);
            }
        }
        refresh_links(views);
    }
};

} // namespace

void apply_levers(const Policy& policy, ScheduleName schedule, Views& views) {
    for (const auto& lever : policy.levers) {
        if (lever.from == views.moment.now) {
            std::visit(LeverAction{schedule, views}, lever.lever);
        }
    }
}

void schedule_policy_changes(const Policy& policy, Views& views) {
    std::set<SimTime> dates;
    for (const auto* levers : {&policy.levers, &views.setting.reference.levers}) {
        for (const auto& lever : *levers) {
            dates.insert(lever.from);
        }
    }
    for (const auto date : dates) {
        expects(date >= views.setting.dates.policy_start, "no lever acts before the policy start");
        views.moment.calendar.schedule({.key = {.at = date,
                                                .tie = Tie::policy_change,
                                                .entity = nobody,
                                                .kind = EventKind::policy_change,
                                                .partner = no_partner,
                                                .occurrence = 0},
                                        .row = 0});
    }
}

} // namespace tsunagi
