#include "engine/simulation/simulation.hpp"

#include "engine/core/contracts.hpp"
#include "engine/simulation/dispatch.hpp"
#include "engine/simulation/policy_change.hpp"
#include "engine/simulation/reactions.hpp"
#include "engine/simulation/regular_events.hpp"

#include <utility>

namespace tsunagi {

namespace {

/// How far the weeks' direct hours were used, which only the ledger knows.
void add_hours_used(RunResult& result, const StaffLedger& ledger, const ObservationSpan& span) {
    for (std::size_t row = 0; row < result.agencies.size(); ++row) {
        const auto id = AgencyId{static_cast<std::uint32_t>(row)};
        const auto use = ledger.use_between(id, span.policy_start, span.horizon);
        result.agencies[row][AgencyCount::direct_ticks] = use.available.count();
        result.agencies[row][AgencyCount::taken_ticks] = use.taken.count();
    }
}

// What was told is observed, reacted to and heard.
void hand_on_facts(Views& views, FactListener* listener) {
    auto& facts = views.world.facts;
    bool departed = false;
    // Reactions may tell further facts; they follow in the order told.
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto fact = facts.at(i);
        views.world.observer.observe(fact, views.world.clients);
        if (fact.client.has_value()) {
            react_to_fact(fact, views);
            departed = departed || tells_departure(fact.kind);
        }
        if (listener != nullptr) {
            listener->hear(fact);
        }
    }
    if (departed) {
        free_departed(views);
    }
    facts.clear();
}

} // namespace

Simulation::Simulation(const Setting& setting, Streams streams)
    : setting_{&setting}, world_{build_world(setting, std::move(streams))} {
    Views views{*setting_, world_, setting_->dates.run_start};
    start_events(views);
}

void Simulation::run_until(SimTime end) {
    Views views{*setting_, world_, setting_->dates.run_start};
    while (!world_.calendar.empty() && world_.calendar.next_time() < end) {
        const auto event = world_.calendar.pop();
        views.move_to(event.key.at);
        if (event.key.kind == EventKind::policy_change) {
            change_policy(views);
        } else {
            handle_event(event, views);
        }
        world_.observer.count_event();
        hand_on_facts(views, listener_);
    }
}

void Simulation::change_policy(Views& views) {
    apply_levers(*policy_, ScheduleName::policy, views);
    apply_levers(setting_->reference, ScheduleName::reference, views);
    views.world.contacts.replan(views.contacts, views.moment.now);
}

void Simulation::adopt(const Setting& setting, const Policy& policy) {
    setting_ = &setting;
    policy_ = &policy;
    const auto now = setting_->dates.policy_start;
    Views views{*setting_, world_, now};
    const double level = office_understanding(*setting_, world_, now);
    world_.observer.start_policy(
        level >= setting_->parameters.relations.good_at ? LinkGroup::good : LinkGroup::not_good);
    schedule_policy_changes(policy, views);
}

RunResult Simulation::finish() const {
    auto result = world_.observer.finish();
    result.understanding.push_back(
        office_understanding(*setting_, world_, setting_->dates.horizon));
    add_hours_used(
        result,
        world_.ledger,
        {.policy_start = setting_->dates.policy_start, .horizon = setting_->dates.horizon});
    return result;
}

} // namespace tsunagi
