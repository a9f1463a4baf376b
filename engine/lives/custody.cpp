#include "engine/lives/custody.hpp"

#include "engine/care/episode_course.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/care/waiting.hpp"
#include "engine/lives/admission_triggers.hpp"
#include "engine/lives/departure.hpp"
#include "engine/lives/home.hpp"
#include "engine/lives/release.hpp"
#include "engine/lives/supervision.hpp"
#include "engine/lives/use.hpp"
#include "engine/lives/ways_in.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

namespace {

void schedule_custody(const LivesSetting& lives, ClientId person, EventKind kind, SimTime at) {
    lives.care.clients.life(person).custody_event =
        schedule(lives, person, {.kind = kind, .tie = Tie::release, .at = at});
}

// In prison for long enough to prepare the release, of which the day is known.
void serve_until(const LivesSetting& lives, ClientId person, SimTime released) {
    schedule_custody(lives, person, EventKind::custody_end, released);
    schedule_prison_track(lives, person, released);
}

// Care ends, use stands still, nobody comes by himself.
void take_into_custody(const LivesSetting& lives, ClientId person, CustodyCause cause) {
    auto& life = lives.care.clients.life(person);
    lives.care.clients[person].liberty = Liberty::custody;
    life.custody_cause = cause;
    ++life.custodies;
    suspend_use(lives, person);
    void_referrals(lives.care, person);
    leave_lists(lives.care, person, ListExit::person_gone);
    end_episodes(lives.care, person, EpisodeEnd::custody);
    move_to(lives, person, Residence::prison);
    tell_about(lives, FactKind::custody_started, person, static_cast<std::uint8_t>(cause));
}

void take_on_remand(const LivesSetting& lives, ClientId person) {
    take_into_custody(lives, person, CustodyCause::arrest);
    const auto custody = lives.care.clients.life(person).custodies;
    if (lives.care.clients[person].supervision != Supervision::none &&
        happens(lives.supervision.revoked_at_arrest,
                own_uniform(lives, person, Draw::revocation_at_arrest, custody))) {
        revoke_supervision(lives, person, CustodyCause::arrest);
    } else {
        refresh_pressure(lives, person);
    }
    schedule_custody(lives,
                     person,
                     EventKind::prison_entry,
                     lives.care.moment.now + sampled(lives.use.remand_days));
}

double term_days(const LivesSetting& lives, ClientId person) {
    const auto custody = lives.care.clients.life(person).custodies;
    return log_normal(lives.use.term_median_days,
                      lives.use.term_log_sd,
                      own_uniform(lives, person, Draw::prison_term, custody));
}

} // namespace

void arrest(const LivesSetting& lives, ClientId person, ArrestCause cause) {
    auto& life = lives.care.clients.life(person);
    life.last_crisis = lives.care.moment.now;
    tell_about(lives, FactKind::arrested, person, static_cast<std::uint8_t>(cause));
    raise(lives, person, Bump::arrest);
    const auto ordinal = life.arrests++;
    if (happens(lives.use.custody,
                own_uniform(lives, person, Draw::custody_after_arrest, ordinal))) {
        take_on_remand(lives, person);
    } else if (cause == ArrestCause::drug) {
        begin_abstinence(lives, person);
    } else {
        refresh_use(lives, person);
    }
}

void revoke_parole(const LivesSetting& lives, ClientId person) {
    const auto until = end_of_phase(lives, person);
    take_into_custody(lives, person, CustodyCause::technical_revocation);
    revoke_supervision(lives, person, CustodyCause::technical_revocation);
    serve_until(lives, person, until);
}

void enter_prison(const LivesSetting& lives, ClientId person) {
    tell_about(lives, FactKind::prison_entered, person);
    const auto released = lives.care.moment.now + sampled(term_days(lives, person));
    const auto followed_until =
        lives.care.clients[person].sentence.end + sampled(lives.supervision.follow_up_days);
    if (released >= followed_until) {
        depart(lives, person);
        return;
    }
    lives.care.clients.life(person).follow_up = PersonLife::FollowUp::re_imprisoned;
    schedule_leave(lives, person, followed_until);
    serve_until(lives, person, released);
}

void end_custody(const LivesSetting& lives, ClientId person) {
    const auto& life = lives.care.clients.life(person);
    let_out(lives, person);
    const bool may_be_paroled = life.custody_cause == CustodyCause::arrest &&
                                lives.care.clients[person].supervision == Supervision::none;
    if (may_be_paroled &&
        happens(lives.supervision.return_parole,
                own_uniform(lives, person, Draw::return_parole, life.custodies))) {
        start_return_parole(lives, person);
    } else {
        refresh_pressure(lives, person);
    }
}

} // namespace tsunagi
