#include "engine/lives/use.hpp"

#include "engine/lives/hazards.hpp"
#include "engine/lives/use_rates.hpp"
#include "engine/lives/ways_in.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

void plan_look(const LivesSetting& lives, ClientId person) {
    const auto& life = lives.care.clients.life(person);
    lives.care.clients.next_look(person) =
        std::min(life.protection_holds_until, life.next_birthday);
}

void hold_protection_until(const LivesSetting& lives, ClientId person, SimTime until) {
    lives.care.clients.life(person).protection_holds_until = until;
    plan_look(lives, person);
}

double relapse_multiplier(const LivesSetting& lives, ClientId person) {
    const auto protection = protection_of(lives, person);
    hold_protection_until(lives, person, protection.holds_until);
    return relapse_risk(lives.use, lives.care.clients[person]) * protection.factor;
}

void stop_relapse(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    lives.care.moment.calendar.cancel(life.relapse_event);
    life.relapse_event = {};
    life.relapse.reset();
    hold_protection_until(lives, person, SimTime::max()); // of no concern until the next spell
}

void schedule_relapse(const LivesSetting& lives, ClientId person, const RelapseBaseline& baseline) {
    auto& life = lives.care.clients.life(person);
    lives.care.moment.calendar.cancel(life.relapse_event);
    life.relapse_event = {};
    if (const auto at = life.relapse->fires_before(baseline, lives.horizon)) {
        life.relapse_event = schedule(lives,
                                      person,
                                      {.kind = EventKind::relapse,
                                       .tie = Tie::decide,
                                       .at = *at,
                                       .occurrence = life.abstinent_spells});
    }
}

void refresh_relapse(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    if (!life.relapse) {
        return;
    }
    const double multiplier = relapse_multiplier(lives, person);
    if (multiplier != life.relapse->multiplier()) {
        const auto baseline = relapse_baseline(lives.use);
        life.relapse->set_multiplier(baseline, lives.care.moment.now, multiplier);
        schedule_relapse(lives, person, baseline);
    }
}

void set_rates(const LivesSetting& lives, ClientId person, const RatesOfUse& rates) {
    const std::array all{PersonRate{PersonHazard::arrest, rates.arrest},
                         PersonRate{PersonHazard::other_arrest, rates.other_arrest},
                         PersonRate{PersonHazard::admission, rates.admission},
                         PersonRate{PersonHazard::danger, rates.danger},
                         PersonRate{PersonHazard::death, rates.death},
                         PersonRate{PersonHazard::move, rates.move},
                         PersonRate{PersonHazard::lapse_end, rates.lapse_end},
                         PersonRate{PersonHazard::remission, rates.remission}};
    set_hazards(lives, person, all);
}

// A lapse or regular use is over, whatever ended it: the next one has a length of its own.
void end_use(const LivesSetting& lives, ClientId person) {
    auto& client = lives.care.clients[person];
    if (client.use == Use::lapse) {
        end_hazard(lives, person, PersonHazard::lapse_end);
    } else if (client.use == Use::regular) {
        end_hazard(lives, person, PersonHazard::remission);
    }
    client.use = Use::abstinent;
}

} // namespace

void begin_abstinence(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    end_use(lives, person);
    const double threshold =
        lives.care.moment.streams.exponential({.purpose = Draw::relapse,
                                               .entity = lives.care.clients[person].key,
                                               .occurrence = life.abstinent_spells++});
    life.relapse = ExposureClock{{.at = lives.care.moment.now,
                                  .threshold = threshold,
                                  .multiplier = relapse_multiplier(lives, person)}};
    schedule_relapse(lives, person, relapse_baseline(lives.use));
    tell_about(lives, FactKind::became_abstinent, person);
    set_rates(lives, person, rates_of_use(lives, person));
}

void refresh_use(const LivesSetting& lives, ClientId person) {
    if (lives.care.clients[person].liberty == Liberty::at_liberty) {
        refresh_relapse(lives, person);
        set_rates(lives, person, rates_of_use(lives, person));
    }
}

void refresh_protection(const LivesSetting& lives, ClientId person) {
    // Whoever trusts an agency goes on to: a session makes one more familiar, none less.
    const auto trusts_before = lives.care.clients.life(person).protection_holds_until;
    if (trusts_before != SimTime::max() && lives.care.moment.now < trusts_before) {
        return;
    }
    if (lives.care.clients[person].liberty == Liberty::at_liberty) {
        refresh_relapse(lives, person);
    }
}

void refresh_use_by_time(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    const auto now = lives.care.moment.now;
    if (now >= life.protection_holds_until) {
        refresh_protection(lives, person);
    }
    if (now >= life.next_birthday) {
        const auto& client = lives.care.clients[person];
        life.next_birthday = before_next_birthday(client, now);
        plan_look(lives, person);
        if (client.liberty == Liberty::at_liberty) {
            set_hazard(lives, person, {PersonHazard::death, deaths_per_year(lives, client)});
        }
    }
}

void look_at_protection_next_month(const LivesSetting& lives, ClientId person) {
    hold_protection_until(lives, person, lives.care.moment.now);
}

void suspend_use(const LivesSetting& lives, ClientId person) {
    end_use(lives, person);
    stop_relapse(lives, person);
    set_rates(lives, person, {});
}

void use_after_moving(const LivesSetting& lives, ClientId person, ResidenceChange change) {
    const auto& client = lives.care.clients[person];
    if (client.liberty != Liberty::at_liberty || change.from == Residence::prison) {
        return;
    }
    const bool left_care =
        change.from == Residence::hospital || change.from == Residence::recovery_facility;
    const bool used_until_bed = change.to == Residence::hospital && client.use != Use::abstinent;
    if (left_care || change.to == Residence::recovery_facility || used_until_bed) {
        begin_abstinence(lives, person);
    } else {
        refresh_use(lives, person);
    }
}

void lapse(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    stop_relapse(lives, person);
    lives.care.clients[person].use = Use::lapse;
    std::rotate(life.last_lapses.begin(), life.last_lapses.end() - 1, life.last_lapses.end());
    life.last_lapses.front() = lives.care.moment.now;
    ++life.lapses;
    tell_about(lives, FactKind::lapsed, person);
    raise(lives, person, Bump::first_lapse);
    refresh_use(lives, person);
}

void end_lapse(const LivesSetting& lives, ClientId person) {
    const auto ordinal = lives.care.clients.life(person).lapses;
    if (!happens(lives.use.escalate, own_uniform(lives, person, Draw::escalation, ordinal))) {
        begin_abstinence(lives, person);
        return;
    }
    end_use(lives, person);
    lives.care.clients[person].use = Use::regular;
    tell_about(lives, FactKind::regular_use, person);
    raise(lives, person, Bump::regular_use);
    refresh_use(lives, person);
}

void endanger_home(const LivesSetting& lives, ClientId person) {
    lives.care.clients.life(person).last_crisis = lives.care.moment.now;
    tell_about(lives, FactKind::danger_at_home, person);
    raise(lives, person, Bump::danger);
    refresh_use(lives, person);
}

} // namespace tsunagi
