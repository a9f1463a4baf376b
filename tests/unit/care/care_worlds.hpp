#pragma once

#include "engine/care/drop_out.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/care/referral_chain.hpp"

#include "tests/support/hand_made_world.hpp"

#include <optional>

/// Shared by the tests of care: what they set up and look at.
namespace tsunagi::test {

inline constexpr double second_in_days = 1.0 / 86'400.0;

inline ServiceParameters& row_of(Parameters& parameters, Service service) {
    return parameters.episodes.by_service.at(static_cast<std::size_t>(service));
}

/// What an agency offers of a service.
inline OfferedService& offer_of(Region& region, AgencyId agency, Service service) {
    for (auto& offered : region.agencies[agency].services) {
        if (offered.service == service) {
            return offered;
        }
    }
    violate("the agency offers the service", __FILE__, __LINE__);
}

/// Care begins now, with a plan that fits.
inline EpisodeId open(HandMadeWorld& world,
                      ClientId client,
                      OptionalId<PairTag> handover = {},
                      Service service = Service::counselling,
                      AgencyId agency = centre) {
    world.act([&](Views& views) {
        open_episode(views.care,
                     {.client = client,
                      .agency = agency,
                      .service = service,
                      .route = Route::self,
                      .own_factor = fit_factor(views.care.episode, Fit::fit),
                      .handover = handover});
    });
    return world.world().episodes.open_at(client, agency, service).value();
}

inline EpisodeId
open(HandMadeWorld& world, ClientId client, Service service, AgencyId agency = centre) {
    return open(world, client, {}, service, agency);
}

inline void end(HandMadeWorld& world, EpisodeId episode, EpisodeEnd reason) {
    world.act([&](Views& views) { end_episode(views.care, episode, reason); });
}

/// May the person be referred to the centre's counselling, as things stand?
inline bool may_refer_now(HandMadeWorld& world, ClientId person) {
    bool answer = false;
    world.act([&](Views& views) {
        answer = may_refer(views.care, person, centre, Service::counselling);
    });
    return answer;
}

/// Of the hazard to drop out of an episode.
inline double multiplier(HandMadeWorld& world, EpisodeId episode) {
    return world.world().episodes[episode].drop_out->multiplier();
}

/// From the booking to the appointment.
inline double wait_days(const Fact& booked) {
    return days_of(Duration{booked.amount});
}

inline EpisodeEnd end_of(const Fact& episode_ended) {
    return static_cast<EpisodeEnd>(episode_ended.detail);
}

/// Of the one episode that has ended.
inline EpisodeEnd only_end(const HandMadeWorld& world) {
    return end_of(the_fact(world, FactKind::episode_ended));
}
inline double day_of_only_end(const HandMadeWorld& world) {
    return day_of(the_fact(world, FactKind::episode_ended));
}

/// Hours spent on a task, or on any.
inline double hours_of(const HandMadeWorld& world, std::optional<Task> task = {}) {
    double ticks = 0.0;
    for (const auto& fact : world.facts(FactKind::work_done)) {
        if (!task || fact.detail == static_cast<std::uint8_t>(*task)) {
            ticks += static_cast<double>(fact.amount);
        }
    }
    return ticks / 3600.0;
}

} // namespace tsunagi::test
