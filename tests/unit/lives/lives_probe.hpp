#pragma once

#include "engine/care/episode_course.hpp"
#include "engine/lives/bump_clock.hpp"

#include "tests/support/hand_made_world.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

/// What tests of the ways to a place, a bed or a benefit look at and set up.
namespace tsunagi::test {

/// Gives two agencies so much mutual understanding, now, under both schedules.
inline void set_link(HandMadeWorld& world, AgencyId one, AgencyId other, double understanding) {
    auto at_once = world.parameters().relations;
    at_once.gain_per_contact = 1.0;
    auto& links = world.world().links;
    const auto pair = links.find(one, other).value();
    links.rotate(pair, 0.0, at_once, world.now());
    using Part = Schedules::Part;
    links.contact(
        pair, at_once, understanding, {.policy = Part::in, .reference = Part::in}, world.now());
}

/// The level of a person's bumps that clocks see.
inline double bump_seen(HandMadeWorld& world, ClientId person) {
    double level = 0.0;
    world.act([&](Views& views) { level = bump_in_clocks(views.lives, person); });
    return level;
}

/// A hazard as it stands, per year.
inline double rate_of(HandMadeWorld& world, ClientId person, PersonHazard cause) {
    const auto& clocks = world.world().clients.life(person).hazards.clocks;
    return days_per_year * clocks.rate(static_cast<std::size_t>(cause));
}

inline EpisodeId
open_service(HandMadeWorld& world, ClientId client, AgencyId agency, Service service) {
    world.act([&](Views& views) {
        open_episode(
            views.care,
            {.client = client, .agency = agency, .service = service, .route = Route::self});
    });
    return world.world().episodes.open_at(client, agency, service).value();
}

inline void end_service(HandMadeWorld& world, EpisodeId episode, EpisodeEnd end) {
    world.act([&](Views& views) { end_episode(views.care, episode, end); });
}

/// Number of places of a service; no value: without limit.
inline void
set_places(Region& region, AgencyId agency, Service service, std::optional<double> places) {
    for (auto& offered : region.agencies[agency].services) {
        if (offered.service == service) {
            offered.places = places;
        }
    }
}

inline AgencyId add_provider(Region& region,
                             std::string_view key,
                             AgencyType type,
                             std::vector<OfferedService> services) {
    const auto tenure =
        type == AgencyType::recovery_facility ? TenureClass::facility : TenureClass::hospital;
    const auto agency = add_agency(region, key_of(key), type, tenure);
    region.agencies[agency].minutes_from_municipality = {30.0, 40.0};
    region.agencies[agency].services = std::move(services);
    return agency;
}

/// Hours that an agency has spent on a task.
inline double hours_spent(const HandMadeWorld& world, OptionalId<AgencyTag> agency, Task task) {
    double hours = 0.0;
    for (const auto& fact : world.facts(FactKind::work_done)) {
        if (fact.agency == agency && fact.detail == static_cast<std::uint8_t>(task)) {
            hours += static_cast<double>(fact.amount) / 3600.0;
        }
    }
    return hours;
}

} // namespace tsunagi::test
