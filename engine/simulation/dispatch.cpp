#include "engine/simulation/dispatch.hpp"

#include "engine/care/referral_chain.hpp"
#include "engine/care/services.hpp"
#include "engine/collaborations/referral.hpp"
#include "engine/collaborations/staff_participation.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/self_referral.hpp"
#include "engine/lives/supervision.hpp"
#include "engine/people/intake.hpp"
#include "engine/relations/rotation.hpp"

namespace tsunagi {

Views::Views(const Setting& run_setting, World& run_world, SimTime now)
    : setting{run_setting}, world{run_world}, moment{.now = now,
                                                     .calendar = world.calendar,
                                                     .streams = world.streams,
                                                     .facts = world.facts},
      care{.moment = moment,
           .region = setting.region,
           .recognition = setting.parameters.recognition,
           .referral = setting.parameters.referral,
           .episode = setting.parameters.episodes,
           .readiness = setting.parameters.readiness,
           .awareness = setting.parameters.awareness,
           .relations = setting.parameters.relations,
           .hours = setting.parameters.hours,
           .effect = setting.effect,
           .counselling_scale_days = setting.counselling_scale_days,
           .clients = world.clients,
           .acquaintances = world.acquaintances,
           .episodes = world.episodes,
           .links = world.links,
           .ledger = world.ledger},
      contacts{.region = setting.region,
               .relations = setting.parameters.relations,
               .hours = setting.parameters.hours,
               .links = world.links,
               .ledger = world.ledger,
               .run_start = setting.dates.run_start,
               .horizon = setting.dates.horizon},
      lives{.care = care,
            .attributes = setting.parameters.attributes,
            .supervision = setting.parameters.supervision,
            .self_referral = setting.parameters.self_referral,
            .contacts = world.contacts,
            .run_start = setting.dates.run_start} {}

namespace {

void schedule_arrival(Views& views, ArrivalSource source, std::uint32_t ordinal) {
    const double per_day = arrivals_per_day(source, views.setting.parameters.intake);
    if (per_day <= 0.0) {
        return;
    }
    const double exponential = views.moment.streams.exponential(
        {.purpose = Draw::arrival, .entity = source_key(source), .occurrence = ordinal});
    views.moment.calendar.schedule({.key = {.at = views.moment.now + sampled(exponential / per_day),
                                            .tie = Tie::arrive,
                                            .entity = source_key(source),
                                            .kind = EventKind::intake,
                                            .partner = no_partner,
                                            .occurrence = ordinal},
                                    .row = static_cast<std::uint32_t>(source)});
}

void arrive(const Event& event, Views& views) {
    const auto source = static_cast<ArrivalSource>(event.row);
    const auto& parameters = views.setting.parameters;
    const auto client = draw_client({.region = views.setting.region,
                                     .intake = parameters.intake,
                                     .attributes = parameters.attributes,
                                     .supervision = parameters.supervision,
                                     .start_readiness = views.setting.start_readiness},
                                    source,
                                    event.key.occurrence,
                                    views.moment.now,
                                    views.moment.streams);
    const auto id = views.world.clients.add(client);
    views.world.acquaintances.forget_all(id);
    tell(views.care,
         {.kind = FactKind::person_entered,
          .client = id,
          .agency = views.setting.region.centre,
          .detail = static_cast<std::uint8_t>(client.kind)});
    schedule_arrival(views, source, event.key.occurrence + 1);
    if (client.kind == ClientKind::supervised) {
        for (const auto agency : views.world.acquaintances.support_agencies()) {
            start_awareness(views.lives, id, agency);
        }
        enter_justice(views.lives, id);
        return;
    }
    views.world.clients[id].staying = Client::Staying::leaves_after_care;
    book_directly(views.care,
                  id,
                  views.setting.region.centre,
                  client.kind == ClientKind::background_person ? Route::background_person
                                                               : Route::background_family);
}

void refresh_handovers(Views& views) {
    views.world.episodes.for_each_handover(
        [&](EpisodeId episode) { refresh_drop_out(views.care, episode); });
}

void schedule_rotation(Views& views) {
    views.moment.calendar.schedule({.key = {.at = next_first_of_april(views.moment.now),
                                            .tie = Tie::rotation,
                                            .entity = nobody,
                                            .kind = EventKind::staff_rotation,
                                            .partner = no_partner,
                                            .occurrence = views.world.rotations},
                                    .row = 0});
}

void schedule_refresh(Views& views) {
    views.moment.calendar.schedule({.key = {.at = next_first_of_month(views.moment.now),
                                            .tie = Tie::refresh,
                                            .entity = nobody,
                                            .kind = EventKind::refresh,
                                            .partner = no_partner,
                                            .occurrence = views.world.refreshes},
                                    .row = 0});
}

void note_understanding(Views& views) {
    views.world.observer.note_understanding(
        office_understanding(views.setting, views.world, views.moment.now));
}

void rotate(Views& views) {
    if (views.moment.now >= views.setting.dates.policy_start) {
        note_understanding(views);
    }
    ++views.world.rotations;
    const std::chrono::year_month_day begins{fiscal_year_start(views.moment.now)};
    rotate_staff(views.world.links,
                 views.setting.region,
                 views.setting.parameters.relations,
                 static_cast<std::uint32_t>(static_cast<int>(begins.year())),
                 views.moment);
    refresh_handovers(views);
    schedule_rotation(views);
}

void refresh(Views& views) {
    ++views.world.refreshes;
    views.world.links.refresh(views.setting.parameters.relations, views.moment.now);
    refresh_handovers(views);
    schedule_refresh(views);
}

} // namespace

void start_events(Views& views) {
    for (std::size_t source = 0; source < arrival_sources; ++source) {
        schedule_arrival(views, static_cast<ArrivalSource>(source), 0);
    }
    views.world.contacts.replan(views.contacts, views.moment.now);
    views.world.contacts.start(views.contacts, views.moment);
    schedule_rotation(views);
    schedule_refresh(views);
}

void handle_event(const Event& event, Views& views) {
    const auto centre = views.setting.region.centre;
    const ClientId client{event.row};
    switch (event.key.kind) {
    case EventKind::intake:
        return arrive(event, views);
    case EventKind::staff_rotation:
        return rotate(views);
    case EventKind::refresh:
        return refresh(views);
    case EventKind::contact:
        return hold_contact(views.world.contacts,
                            {event.row, static_cast<std::uint32_t>(event.key.occurrence)},
                            views.contacts,
                            views.care);
    case EventKind::supervision_start:
        return start_supervision(views.lives, client);
    case EventKind::supervision_end:
        return end_supervision(views.lives, client);
    case EventKind::officer_contact:
        return hold_officer_contact(views.lives, client, event.key.occurrence);
    case EventKind::programme_session:
        return hold_programme_session(views.lives, client, event.key.occurrence);
    case EventKind::leave:
        return leave(views.lives, client);
    case EventKind::appointment:
        return keep_appointment(views.care, client, centre);
    case EventKind::self_referral:
        return refer_self(views.lives, client, centre);
    case EventKind::awareness_loss:
        return lose_awareness(views.lives, client, centre);
    case EventKind::session:
        return hold_session(views.care, EpisodeId{event.row});
    case EventKind::drop_out:
        return drop_out(views.care, EpisodeId{event.row});
    case EventKind::silence:
        return check_silence(views.care, EpisodeId{event.row});
    case EventKind::review:
        return review(views.care, EpisodeId{event.row});
    case EventKind::policy_change:
        break;
    }
    violate("every kind of event has a handler", __FILE__, __LINE__);
}

void react_to_fact(const Fact& fact, Views& views) {
    if (!fact.client.has_value()) {
        return;
    }
    const auto client = fact.client.value();
    const auto justice = [&] { return views.world.clients[client].kind == ClientKind::supervised; };
    switch (fact.kind) {
    case FactKind::supervision_contact:
    case FactKind::programme_session:
        return refer_at_opportunity(views.care, fact);
    case FactKind::supervision_started:
        for (const auto agency : views.world.acquaintances.support_agencies()) {
            resume_awareness(views.lives, client, agency);
            reconsider_self_referral(views.lives, client, agency);
        }
        return;
    case FactKind::offered:
    case FactKind::first_contact:
    case FactKind::session_attended:
        if (justice()) {
            gain_awareness(views.lives, client, fact.agency.value());
        }
        return;
    case FactKind::became_aware:
    case FactKind::lost_awareness:
    case FactKind::booked:
    case FactKind::episode_opened:
        return reconsider_self_referral(views.lives, client, fact.agency.value());
    case FactKind::referral_lost:
    case FactKind::episode_ended:
        reconsider_self_referral(views.lives, client, fact.agency.value());
        return leave_after_care(views.lives, client);
    default:
        return;
    }
}

} // namespace tsunagi
