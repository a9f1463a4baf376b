#include "engine/lives/bump_clock.hpp"

#include "engine/people/readiness.hpp"

namespace tsunagi {

using BumpStep = PersonLife::BumpStep;

namespace {

BumpStep& present_step(const LivesSetting& lives, ClientId person) {
    auto& seen = lives.care.clients.life(person).bump_step;
    const auto now = lives.care.moment.now;
    if (now >= seen.until) {
        const auto& bumps = lives.care.clients[person].bumps;
        const auto decay = bump_decay(lives.care.readiness);
        const auto step = bumps.step_at(decay, now);
        seen.until = step ? step->to : SimTime::max();
        seen.mean = step ? bumps.mean(decay, step->from, step->to) : 0.0;
    }
    return seen;
}

void announce_next(const LivesSetting& lives, ClientId person, BumpStep& seen) {
    if (seen.until != SimTime::max() && seen.event == EventHandle{}) {
        seen.event = schedule(
            lives, person, {.kind = EventKind::bump_step, .tie = Tie::refresh, .at = seen.until});
    }
}

} // namespace

double bump_in_clocks(const LivesSetting& lives, ClientId person) {
    auto& seen = present_step(lives, person);
    announce_next(lives, person, seen);
    return seen.mean;
}

bool bump_above(const LivesSetting& lives, ClientId person, double threshold) {
    auto& seen = present_step(lives, person);
    const bool above = seen.mean > threshold;
    if (above) {
        announce_next(lives, person, seen);
    }
    return above;
}

void restart_bump_step(const LivesSetting& lives, ClientId person) {
    auto& seen = lives.care.clients.life(person).bump_step;
    lives.care.moment.calendar.cancel(seen.event);
    seen = {};
}

void end_bump_step(const LivesSetting& lives, ClientId person) {
    lives.care.clients.life(person).bump_step.event = {};
}

} // namespace tsunagi
