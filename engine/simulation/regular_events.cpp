#include "engine/simulation/regular_events.hpp"

#include "engine/care/drop_out.hpp"
#include "engine/lives/admission_track.hpp"
#include "engine/lives/family_entry.hpp"
#include "engine/lives/medical.hpp"
#include "engine/lives/use.hpp"
#include "engine/relations/rotation.hpp"
#include "engine/simulation/arrivals.hpp"

namespace tsunagi {

namespace {

void refresh_lives(Views& views) {
    const auto& clients = views.world.clients;
    clients.for_each_due(views.moment.now, [&](ClientId id) {
        const auto& client = clients[id];
        if (is_family(client)) {
            reconsider_family_entry(views.lives, client.relative.value());
        } else {
            refresh_use_by_time(views.lives, id);
        }
    });
}

void schedule_rotation(Views& views) {
    views.moment.calendar.schedule({.key = {.at = next_first_of_april(views.moment.now),
                                            .tie = Tie::rotation,
                                            .entity = nobody,
                                            .kind = EventKind::staff_rotation,
                                            .partner = no_partner,
                                            .occurrence = 0},
                                    .row = 0});
}

void schedule_refresh(Views& views) {
    views.moment.calendar.schedule({.key = {.at = next_first_of_month(views.moment.now),
                                            .tie = Tie::refresh,
                                            .entity = nobody,
                                            .kind = EventKind::refresh,
                                            .partner = no_partner,
                                            .occurrence = 0},
                                    .row = 0});
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
    refresh_consultations(views.lives);
}

void refresh_links(Views& views) {
    views.world.episodes.for_each_handover(
        [&](EpisodeId episode) { refresh_drop_out(views.care, episode); });
    refresh_tracks(views.lives);
    refresh_consultations(views.lives);
}

void rotate(Views& views) {
    if (views.moment.now >= views.setting.dates.policy_start) {
        views.world.observer.note_understanding(
            office_understanding(views.setting, views.world, views.moment.now));
    }
    const std::chrono::year_month_day begins{fiscal_year_start(views.moment.now)};
    rotate_staff(views.world.links,
                 views.setting.region,
                 views.setting.parameters.relations,
                 static_cast<std::uint32_t>(static_cast<int>(begins.year())),
                 views.moment);
    refresh_links(views);
    schedule_rotation(views);
}

void refresh(Views& views) {
    views.world.links.refresh(views.setting.parameters.relations, views.moment.now);
    refresh_lives(views);
    refresh_links(views);
    schedule_refresh(views);
}

} // namespace tsunagi
