#include "engine/lives/departure.hpp"

#include "engine/care/episode_course.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/care/waiting.hpp"
#include "engine/lives/admission_track.hpp"
#include "engine/lives/consultation_clocks.hpp"
#include "engine/lives/family_course.hpp"
#include "engine/lives/home.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

bool has_any_referral(const LivesSetting& lives, ClientId client) {
    bool found = false;
    lives.care.acquaintances.for_each(
        client, [&](const Acquaintance& known) { found = found || known.referral.has_value(); });
    return found;
}

bool is_on_any_list(const LivesSetting& lives, ClientId client) {
    if (lives.care.waitings.size() == 0) { // most often
        return false;
    }
    const auto key = lives.care.clients[client].key;
    const auto& units = lives.care.units.all();
    return std::any_of(units.begin(), units.end(), [&](const ServiceUnit& unit) {
        return !unit.list.empty() && unit.list.find(key).has_value();
    });
}

bool in_touch_with_any(const LivesSetting& lives, ClientId client) {
    return !is_out_of_care(lives.care, client) || has_any_referral(lives, client) ||
           is_on_any_list(lives, client);
}

void cancel_events(Calendar& calendar, const PersonLife& life) {
    for (const auto& event : {life.hazards.event,
                              life.relapse_event,
                              life.bump_step.event,
                              life.custody_event,
                              life.prison_track_event,
                              life.officer_event,
                              life.family_contact_event,
                              life.programme_event,
                              life.phase_event,
                              life.home_event,
                              life.leave_event,
                              life.benefit_event,
                              life.bed_event}) {
        calendar.cancel(event);
    }
}

// No event may reach a row that is given to somebody else.
void cancel_events(const LivesSetting& lives, ClientId client) {
    auto& calendar = lives.care.moment.calendar;
    const auto& who = lives.care.clients[client];
    if (who.kind == ClientKind::justice) {
        cancel_events(calendar, lives.care.clients.life(client));
    }
    if (is_family(who)) {
        calendar.cancel(lives.care.clients.family(client).hazards.event);
    }
}

void end_care(const LivesSetting& lives, ClientId client, EpisodeEnd end) {
    if (is_family(lives.care.clients[client])) {
        end_family(lives, client, end);
        return;
    }
    void_referrals(lives.care, client);
    end_episodes(lives.care, client, end);
    if (lives.care.clients[client].kind == ClientKind::justice) {
        close_track(lives, client, TrackEnd::person_gone);
        give_back_rehabilitation_place(lives, client);
    }
}

void end_all(const LivesSetting& lives, ClientId client, EpisodeEnd end) {
    lives.care.clients[client].staying = Client::Staying::departed;
    leave_lists(lives.care, client, ListExit::person_gone);
    if (lives.care.clients[client].kind == ClientKind::justice) {
        run_consultations(lives, client, std::nullopt);
    }
    end_care(lives, client, end);
}

struct Farewell {
    FactKind fact{};
    EpisodeEnd episodes{};
};

void take_leave(const LivesSetting& lives, ClientId client, Farewell farewell) {
    if (has_departed(lives.care.clients[client])) {
        return;
    }
    const auto family = lives.care.clients[client].relative;
    if (family.has_value()) {
        end_all(lives, family.value(), farewell.episodes);
        tell_about(lives, FactKind::person_left, family.value());
    }
    end_all(lives, client, farewell.episodes);
    tell_about(lives, farewell.fact, client);
}

void free_rows(const LivesSetting& lives, ClientId client) {
    cancel_events(lives, client);
    lives.care.acquaintances.forget_all(client);
    lives.care.clients.remove(client);
}

} // namespace

void schedule_leave(const LivesSetting& lives, ClientId person, SimTime at) {
    auto& life = lives.care.clients.life(person);
    lives.care.moment.calendar.cancel(life.leave_event);
    life.leave_event =
        schedule(lives, person, {.kind = EventKind::leave, .tie = Tie::release, .at = at});
}

void leave(const LivesSetting& lives, ClientId person) {
    const bool followed = lives.care.clients.life(person).follow_up != PersonLife::FollowUp::none;
    if (!followed && in_touch_with_any(lives, person)) {
        lives.care.clients[person].staying = Client::Staying::leaves_after_care;
    } else {
        depart(lives, person);
    }
}

void leave_after_care(const LivesSetting& lives, ClientId client) {
    if (lives.care.clients[client].staying == Client::Staying::leaves_after_care &&
        !in_touch_with_any(lives, client)) {
        depart(lives, client);
    }
}

void die(const LivesSetting& lives, ClientId person) {
    take_leave(lives, person, {.fact = FactKind::died, .episodes = EpisodeEnd::death});
}

void move_away(const LivesSetting& lives, ClientId person) {
    take_leave(lives, person, {.fact = FactKind::moved_away, .episodes = EpisodeEnd::moved});
}

void depart(const LivesSetting& lives, ClientId client) {
    take_leave(lives, client, {.fact = FactKind::person_left, .episodes = EpisodeEnd::moved});
}

void forget(const LivesSetting& lives, ClientId client) {
    const auto kind = lives.care.clients[client].kind;
    if (kind == ClientKind::family) {
        return;
    }
    const auto family = lives.care.clients[client].relative;
    if (family.has_value()) {
        free_rows(lives, family.value());
    }
    free_rows(lives, client);
}

} // namespace tsunagi
