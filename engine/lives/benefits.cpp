#include "engine/lives/benefits.hpp"

#include "engine/lives/hazards.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

namespace {

bool could_apply(const Client& person) {
    return person.liberty == Liberty::at_liberty && person.traits.no_income;
}

void schedule_decision(const LivesSetting& lives, ClientId person, double days) {
    auto& life = lives.care.clients.life(person);
    life.application = PersonLife::Application::pending;
    life.benefit_event = schedule(lives,
                                  person,
                                  {.kind = EventKind::benefit_decision,
                                   .tie = Tie::decide,
                                   .at = lives.care.moment.now + sampled(days),
                                   .occurrence = life.benefit_applications});
}

} // namespace

void refresh_benefit_application(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    const bool could = could_apply(lives.care.clients[person]);
    if (!could) {
        lives.care.moment.calendar.cancel(life.benefit_event);
        life.application = PersonLife::Application::none;
    }
    const bool waits = life.application == PersonLife::Application::pending;
    set_hazard(lives,
               person,
               PersonRate{PersonHazard::benefit_application,
                          could && !waits ? days_per_year / lives.benefits.apply_days : 0.0});
}

void apply_for_benefit(const LivesSetting& lives, ClientId person) {
    schedule_decision(lives, person, lives.benefits.decision_days);
}

void decide_on_benefit(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    life.application = PersonLife::Application::none;
    const double uniform =
        own_uniform(lives, person, Draw::benefit_granted, life.benefit_applications++);
    if (!happens(lives.benefits.granted_alone, uniform)) {
        schedule_decision(lives, person, lives.benefits.again_days + lives.benefits.decision_days);
        return;
    }
    auto& traits = lives.care.clients[person].traits;
    traits.no_income = false;
    traits.no_housing = false;
    tell_about(lives, FactKind::benefit_granted, person);
}

} // namespace tsunagi
