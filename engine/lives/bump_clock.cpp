#include "engine/lives/bump_clock.hpp"

#include "engine/lives/hazards.hpp"
#include "engine/people/readiness.hpp"

#include <algorithm>

namespace tsunagi {

using BumpStep = PersonLife::BumpStep;

namespace {

double self_referrals(const LivesSetting& lives, ClientId person) {
    const auto& life = lives.care.clients.life(person);
    const auto row = static_cast<std::size_t>(PersonHazard::self_referral);
    return life.hazards.clocks.rate(row) > 0.0 ? life.self_referral_per_year : 0.0;
}

double calls(const LivesSetting& lives, ClientId family) {
    const auto& life = lives.care.clients.family(family);
    const auto row = static_cast<std::size_t>(FamilyHazard::call);
    return life.hazards.clocks.rate(row) > 0.0 ? life.call_per_year : 0.0;
}

// What a level of bumps makes of each.
double self_referral_factor(const LivesSetting& lives, double level) {
    return 1.0 + lives.care.ways_in.self_referral_crisis * level;
}

double call_factor(const LivesSetting& lives, double level) {
    return 1.0 + lives.care.family.call_crisis * level;
}

// The hazards that run under this level, from the instant on at which it began.
struct Raised {
    double self_referrals{};
    double calls{};
    OptionalId<ClientTag> family;

    bool any() const { return self_referrals > 0.0 || calls > 0.0; }
    void set(const LivesSetting& lives, ClientId person, double level, SimTime since) const {
        if (self_referrals > 0.0) {
            const double raised = self_referrals * self_referral_factor(lives, level);
            set_hazard_since(lives, person, {PersonHazard::self_referral, raised}, since);
        }
        if (calls > 0.0) {
            const double raised = calls * call_factor(lives, level);
            set_hazard_since(lives, family.value(), {FamilyHazard::call, raised}, since);
        }
    }
};

Raised raised_hazards(const LivesSetting& lives, ClientId person) {
    const auto family = lives.care.clients[person].relative;
    return {.self_referrals = self_referrals(lives, person),
            .calls = family.has_value() ? calls(lives, family.value()) : 0.0,
            .family = family};
}

// Steps that have passed add up to the integral of the level.
BumpStep& present_step(const LivesSetting& lives, ClientId person) {
    auto& seen = lives.care.clients.life(person).bump_step;
    const auto now = lives.care.moment.now;
    if (now < seen.until) {
        return seen;
    }
    const auto& bumps = lives.care.clients[person].bumps;
    const auto decay = bump_decay(lives.care.readiness);
    const auto step = bumps.step_at(decay, now);
    const auto hazards = raised_hazards(lives, person);
    const auto from = step ? step->from : std::max(seen.until, bumps.over_from(decay));
    if (hazards.any() && seen.until < from) {
        hazards.set(lives, person, bumps.mean(decay, seen.until, from), seen.until);
    }
    seen.until = step ? step->to : SimTime::max();
    seen.mean = step ? bumps.mean(decay, step->from, step->to) : 0.0;
    hazards.set(lives, person, seen.mean, from);
    return seen;
}

void announce(const LivesSetting& lives, ClientId person, SimTime step_at) {
    auto& seen = lives.care.clients.life(person).bump_step;
    const bool stands = seen.event != EventHandle{};
    if (step_at == SimTime::max() || (stands && seen.announced <= step_at)) {
        return;
    }
    lives.care.moment.calendar.cancel(seen.event);
    seen.event =
        schedule(lives, person, {.kind = EventKind::bump_step, .tie = Tie::refresh, .at = step_at});
    seen.announced = step_at;
}

// The first step from `next` on whose mean may lie at or below the threshold: it is no less than
// the level at the step's end. Steps that end while the newest bump alone is above are passed over.
SimTime first_doubtful(const LivesSetting& lives, ClientId person, SimTime next, double threshold) {
    const auto& bumps = lives.care.clients[person].bumps;
    const auto decay = bump_decay(lives.care.readiness);
    auto step = bumps.step_at(decay, std::max(next, bumps.newest_above_until(decay, threshold)));
    next = step ? std::max(next, step->from) : next;
    while (step && bumps.level(decay, step->to) > threshold) {
        next = step->to;
        step = bumps.step_at(decay, next);
    }
    return next;
}

} // namespace

void set_self_referral(const LivesSetting& lives, ClientId person, double per_year) {
    if (per_year != self_referrals(lives, person)) {
        const double level = present_step(lives, person).mean;
        lives.care.clients.life(person).self_referral_per_year = per_year;
        const double raised = per_year * self_referral_factor(lives, level);
        set_hazard(lives, person, {PersonHazard::self_referral, raised});
    }
}

void set_call(const LivesSetting& lives, ClientId family, double per_year) {
    if (per_year != calls(lives, family)) {
        const auto person = lives.care.clients[family].relative.value();
        const double level = present_step(lives, person).mean;
        lives.care.clients.family(family).call_per_year = per_year;
        const double raised = per_year * call_factor(lives, level);
        set_hazard(lives, family, {FamilyHazard::call, raised});
    }
}

void follow_bumps(const LivesSetting& lives, ClientId person) {
    if (raised_hazards(lives, person).any()) {
        present_step(lives, person);
    }
}

double bump_in_clocks(const LivesSetting& lives, ClientId person) {
    const auto& seen = present_step(lives, person);
    announce(lives, person, seen.until);
    return seen.mean;
}

bool bump_above(const LivesSetting& lives, ClientId person, double threshold) {
    const auto& seen = present_step(lives, person);
    const bool above = seen.mean > threshold;
    // What stands already was announced for nothing later than this.
    if (above && seen.event == EventHandle{}) {
        announce(lives, person, first_doubtful(lives, person, seen.until, threshold));
    }
    return above;
}

void restart_bump_step(const LivesSetting& lives, ClientId person) {
    auto& seen = lives.care.clients.life(person).bump_step;
    lives.care.moment.calendar.cancel(seen.event);
    seen = {.until = lives.care.moment.now, .mean = 0.0, .event = {}, .announced = {}};
    follow_bumps(lives, person);
}

void end_bump_step(const LivesSetting& lives, ClientId person) {
    lives.care.clients.life(person).bump_step.event = {};
}

} // namespace tsunagi
