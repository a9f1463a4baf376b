#include "engine/simulation/dispatch.hpp"

#include "engine/care/appointment.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/care/sessions.hpp"
#include "engine/care/silence.hpp"
#include "engine/care/waiting.hpp"
#include "engine/collaborations/guarantor_meeting.hpp"
#include "engine/collaborations/staff_participation.hpp"
#include "engine/lives/admission_track.hpp"
#include "engine/lives/admission_triggers.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/beds.hpp"
#include "engine/lives/benefits.hpp"
#include "engine/lives/bump_clock.hpp"
#include "engine/lives/consultation_clocks.hpp"
#include "engine/lives/custody.hpp"
#include "engine/lives/departure.hpp"
#include "engine/lives/family_course.hpp"
#include "engine/lives/family_entry.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/home.hpp"
#include "engine/lives/joint_contacts.hpp"
#include "engine/lives/medical.hpp"
#include "engine/lives/officer_contacts.hpp"
#include "engine/lives/stay.hpp"
#include "engine/lives/supervision.hpp"
#include "engine/lives/use.hpp"
#include "engine/lives/ways_in.hpp"
#include "engine/simulation/arrivals.hpp"
#include "engine/simulation/reactions.hpp"
#include "engine/simulation/regular_events.hpp"

namespace tsunagi {

namespace {

// Staff meet, or an agency holds a meeting of its own, in which clients take part.
void hold_occasion(const Event& event, Views& views) {
    const ContactOccasion occasion{event.row, event.key.occurrence};
    const auto held = hold_contact(views.world.contacts, occasion, views.contacts, views.care);
    if (held.met.has_value()) {
        react_to_contact(held.met.value(), views);
    }
    const auto& stream = views.world.contacts.streams()[occasion.stream];
    const bool takes_place = held.held.policy == Schedules::Part::in;
    if (stream.kind == ContactStream::Kind::group) {
        hold_group_session(views.care,
                           stream.host.value(),
                           stream.service,
                           takes_place ? GroupDate::held : GroupDate::cancelled);
    } else if (stream.kind == ContactStream::Kind::guarantor_meeting && takes_place) {
        attend_guarantor_meeting(views.care, views.lives.supervision, views.world.guarantors);
    }
}

void strike(PersonHazard cause, ClientId person, Views& views) {
    const auto& lives = views.lives;
    switch (cause) {
    case PersonHazard::arrest:
        return arrest(lives, person, ArrestCause::drug);
    case PersonHazard::other_arrest:
        return arrest(lives, person, ArrestCause::other);
    case PersonHazard::admission:
        return need_admission(lives, person);
    case PersonHazard::danger:
        return endanger_home(lives, person);
    case PersonHazard::death:
        return die(lives, person);
    case PersonHazard::move:
        return move_away(lives, person);
    case PersonHazard::technical_revocation:
        return revoke_parole(lives, person);
    case PersonHazard::lapse_end:
        return end_lapse(lives, person);
    case PersonHazard::remission:
        return begin_abstinence(lives, person);
    case PersonHazard::self_referral:
        return refer_self(lives, person);
    case PersonHazard::residence_wish:
        return wish_for_place(lives, person);
    case PersonHazard::self_help:
        return join_unannounced(lives, person, Service::self_help);
    case PersonHazard::day_programme:
        return join_unannounced(lives, person, Service::day_programme);
    case PersonHazard::family_entry:
        return enter_through_family(lives, person);
    case PersonHazard::forget_centre:
    case PersonHazard::forget_hospital:
    case PersonHazard::forget_facility:
    case PersonHazard::forget_self_help:
        return lose_awareness(lives, person, forgotten_by(cause));
    case PersonHazard::joint_contact:
        return hold_joint_contact(lives, person);
    case PersonHazard::track_loss:
        return lose_track(lives, person);
    case PersonHazard::residence_money:
        return run_out_of_money(lives, person);
    case PersonHazard::benefit_application:
        return apply_for_benefit(lives, person);
    }
    violate("a hazard is one of the list", __FILE__, __LINE__);
}

void strike(FamilyHazard cause, ClientId family, Views& views) {
    switch (cause) {
    case FamilyHazard::call:
        return call_centre(views.lives, family);
    case FamilyHazard::join_class:
        return join_class(views.lives, family);
    case FamilyHazard::forget_centre:
        return lose_awareness(views.lives, family, Known::centre);
    }
    violate("a hazard is one of the list", __FILE__, __LINE__);
}

void strike(ClientId client, Views& views) {
    const auto& lives = views.lives;
    const auto& who = views.world.clients[client];
    if (is_family(who)) {
        if (fires_next(lives, client, FamilyHazard::call)) {
            follow_bumps(lives, who.relative.value());
        }
        if (const auto cause = take_family_hazard(lives, client)) {
            strike(*cause, client, views);
        }
    } else {
        if (fires_next(lives, client, PersonHazard::self_referral)) {
            follow_bumps(lives, client);
        }
        if (const auto cause = take_person_hazard(lives, client)) {
            strike(*cause, client, views);
        }
    }
}

} // namespace

// One table of all kinds, however long: by groups each event would be looked up twice.
void handle_event(const Event& event, Views& views) { // NOLINT(readability-function-size)
    const ClientId client{event.row};
    const EpisodeId episode{event.row};
    const auto& lives = views.lives;
    const auto& care = views.care;
    switch (event.key.kind) {
    case EventKind::intake:
        return arrive(event, views);
    case EventKind::staff_rotation:
        return rotate(views);
    case EventKind::refresh:
        return refresh(views);
    case EventKind::contact:
        return hold_occasion(event, views);
    // Supervision.
    case EventKind::supervision_start:
        return start_supervision(lives, client);
    case EventKind::phase_change:
        return change_phase(lives, client);
    case EventKind::supervision_end:
        return end_supervision(lives, client);
    case EventKind::officer_contact:
        return hold_officer_contact(lives, client, event.key.occurrence);
    case EventKind::family_contact:
        return hold_family_contact(lives, client, event.key.occurrence);
    case EventKind::programme_session:
        return hold_programme_session(lives, client, event.key.occurrence);
    case EventKind::prison_entry:
        return enter_prison(lives, client);
    case EventKind::custody_end:
        return end_custody(lives, client);
    case EventKind::leave:
        return leave(lives, client);
    // The rest of a life.
    case EventKind::hazard:
        return strike(client, views);
    case EventKind::relapse:
        return lapse(lives, client);
    case EventKind::bump_step:
        end_bump_step(lives, client);
        return react_to_bump(client, views);
    case EventKind::home_again:
        return go_home(lives, client);
    case EventKind::admission:
        return arrive_at_far_bed(lives, client);
    case EventKind::benefit_decision:
        return decide_on_benefit(lives, client);
    case EventKind::track_decision:
        return decide_on_place(lives, client);
    case EventKind::prison_track:
        return consider_prison_track(lives, client);
    case EventKind::track_end:
        return end_track_stage(lives, client);
    case EventKind::consultation:
        take_consultation(lives, client);
        return seek_consultation(lives, client);
    // Care.
    case EventKind::appointment:
        return keep_appointment(care, ReferralId{event.row});
    case EventKind::session:
        return hold_session(care, episode);
    case EventKind::drop_out:
        return end_episode(care, episode, EpisodeEnd::drop_out);
    case EventKind::silence:
        return check_silence(care, episode);
    case EventKind::review:
        return review(care, episode);
    case EventKind::discharge:
        return discharge(lives, episode);
    case EventKind::patience:
        return leave_list(care, WaitingId{event.row}, ListExit::patience);
    case EventKind::policy_change:
        break;
    }
    violate("every kind of event has a handler", __FILE__, __LINE__);
}

} // namespace tsunagi
