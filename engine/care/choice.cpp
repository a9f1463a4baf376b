#include "engine/care/choice.hpp"

#include "engine/care/detail/booking.hpp"
#include "engine/care/detail/draws.hpp"
#include "engine/random/choices.hpp"
#include "engine/random/samplers.hpp"
#include "engine/region/service_traits.hpp"

#include <vector>

namespace tsunagi {

namespace {

bool prefers_group(const CareSetting& care,
                   ClientId client,
                   AgencyId agency,
                   std::uint32_t ordinal,
                   double share) {
    const double uniform = care.moment.streams.uniform(
        detail::draw_between(care, Draw::service_choice, client, agency, ordinal));
    return happens(share, uniform);
}

bool near_enough(const CareSetting& care, ClientId client, AgencyId agency) {
    return minutes_to(care, client, agency) <= care.choice.longest_minutes;
}

// There is no evening group, so those in work cannot take part.
bool could_join_programme(const CareSetting& care, ClientId client, AgencyId agency) {
    return care.units.offers(agency, Service::programme) && !care.clients[client].traits.work &&
           near_enough(care, client, agency);
}

bool could_join_class(const CareSetting& care, ClientId client, AgencyId agency) {
    return care.units.offers(agency, Service::family_class) &&
           care.units.of(agency, Service::family_class).places.has_free() &&
           near_enough(care, client, agency);
}

// Days from now to the first appointment that could be had.
double expected_wait_days(const CareSetting& care, const ServiceUnit& unit) {
    const auto now = care.moment.now;
    if (traits_of(unit.service).form == ServiceTraits::Form::individual) {
        const auto latest = now + sampled(care.referral.longest_booking_days);
        const auto free = unit.slots.first_free({.at = now, .latest = latest});
        return detail::cold_lead_days(care, unit.agency) +
               days_between(now, free ? free->at : latest);
    }
    if (unit.places.has_free() && unit.list.empty()) {
        return 0.0;
    }
    const double exits = unit.exits.mean_per_day(now);
    const auto ahead = static_cast<double>(unit.list.size());
    return exits > 0.0 ? ahead / exits : care.referral.longest_booking_days;
}

double utility(const CareSetting& care,
               ClientId client,
               const ServiceUnit& unit,
               OptionalId<AgencyTag> from) {
    const auto& choice = care.choice;
    double total = choice.utility_per_minute * minutes_to(care, client, unit.agency);
    total += choice.utility_per_day * expected_wait_days(care, unit);
    if (const auto known = care.acquaintances.find(client, unit.agency); known.has_value()) {
        total += choice.utility_familiarity *
                 familiarity_at(care.acquaintances[known.value()], care.awareness, care.moment.now);
    }
    if (from.has_value()) {
        const auto pair = care.links.find(from.value(), unit.agency);
        total +=
            choice.utility_link * care.effect.learning * consented_link(care, pair, Consent::given);
    }
    return total;
}

} // namespace

std::optional<Service>
choose_service(const CareSetting& care, ClientId client, AgencyId agency, std::uint32_t ordinal) {
    const auto offered = [&](Service service) {
        return care.units.offers(agency, service) ? std::optional{service} : std::nullopt;
    };
    if (is_family(care.clients[client])) {
        return could_join_class(care, client, agency) &&
                       prefers_group(care, client, agency, ordinal, care.choice.family_class)
                   ? Service::family_class
                   : offered(Service::family_counselling);
    }
    if (could_join_programme(care, client, agency) &&
        prefers_group(care, client, agency, ordinal, care.choice.programme)) {
        return Service::programme;
    }
    const auto counselling = offered(Service::counselling);
    return counselling ? counselling : offered(Service::outpatient);
}

bool has_slot(const CareSetting& care, AgencyId agency, Service service) {
    const auto wish = care.moment.now + sampled(detail::cold_lead_days(care, agency));
    return care.units.of(agency, service)
        .slots.first_free({.at = wish, .latest = wish})
        .has_value();
}

OptionalId<AgencyTag> choose_agency(const CareSetting& care,
                                    ClientId client,
                                    Service service,
                                    OptionalId<AgencyTag> from,
                                    std::uint64_t occurrence) {
    std::vector<AgencyId> agencies;
    for (const auto& unit : care.units.all()) {
        if (unit.service == service) {
            agencies.push_back(unit.agency);
        }
    }
    return choose_among(
        care,
        client,
        {.service = service, .among = agencies, .from = from, .occurrence = occurrence});
}

OptionalId<AgencyTag>
choose_among(const CareSetting& care, ClientId client, const AgencyChoice& choice) {
    if (choice.among.size() <= 1) {
        return choice.among.empty() ? OptionalId<AgencyTag>{}
                                    : OptionalId<AgencyTag>{choice.among.front()};
    }
    std::vector<Option> options;
    for (const auto agency : choice.among) {
        const auto& unit = care.units.of(agency, choice.service);
        options.push_back({.partner = partner(care.region.agencies[agency].key),
                           .option = static_cast<std::uint32_t>(choice.service),
                           .utility = utility(care, client, unit, choice.from)});
    }
    return choice.among[choose(options,
                               care.moment.streams,
                               {.purpose = Draw::agency_choice,
                                .entity = care.clients[client].key,
                                .occurrence = choice.occurrence})];
}

} // namespace tsunagi
