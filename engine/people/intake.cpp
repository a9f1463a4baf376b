#include "engine/people/intake.hpp"

#include "engine/core/contracts.hpp"
#include "engine/people/sentence.hpp"
#include "engine/random/samplers.hpp"

#include <array>
#include <vector>

namespace tsunagi {

namespace {

constexpr std::array<EntityKey, arrival_sources> source_keys{key_of("intake.parole_only"),
                                                             key_of("intake.parole_partial"),
                                                             key_of("intake.direct_partial"),
                                                             key_of("intake.suspended"),
                                                             key_of("intake.juvenile"),
                                                             key_of("bg.centre_persons"),
                                                             key_of("bg.centre_families")};

std::uint32_t draw_municipality(const Region& region, double uniform) {
    std::vector<double> shares;
    for (const auto& municipality : region.municipalities.values()) {
        shares.push_back(municipality.population_share);
    }
    return static_cast<std::uint32_t>(choose_index(shares, uniform));
}

double draw_age(const AttributeParameters& attributes, IntakeSource source, double uniform) {
    if (source == IntakeSource::juvenile) {
        return attributes.juvenile_youngest_years +
               uniform * (attributes.juvenile_oldest_years - attributes.juvenile_youngest_years);
    }
    return truncated_normal({.mean = attributes.age_mean_years,
                             .sd = attributes.age_sd_years,
                             .lower = attributes.youngest_years,
                             .upper = attributes.oldest_years},
                            uniform);
}

void draw_supervised(const IntakeSetting& setting, Client& client, SimTime now, Streams& streams) {
    const auto uniform = [&](Draw purpose) {
        return streams.uniform({.purpose = purpose, .entity = client.key});
    };
    const auto& attributes = setting.attributes;
    client.sex = happens(attributes.female, uniform(Draw::person_sex)) ? Sex::female : Sex::male;
    client.age_years = draw_age(attributes, client.source, uniform(Draw::person_age));
    const bool severe = happens(attributes.severe, uniform(Draw::person_severity));
    const double need = severe ? attributes.need_if_severe : attributes.need_if_other;
    client.need = happens(need, uniform(Draw::person_need)) ? Need::true_need : Need::none;
    const double repeat = client.source == IntakeSource::suspended ? attributes.repeat_suspended
                                                                   : attributes.repeat_from_prison;
    client.history =
        happens(repeat, uniform(Draw::person_repeat)) ? History::repeater : History::first_timer;
    client.base_readiness = setting.start_readiness.at(uniform(Draw::person_readiness));
    client.readiness = {client.base_readiness, now};
    client.sentence = draw_sentence(
        {setting.supervision, setting.intake}, client.source, client.key, now, streams);
    client.liberty = client.sentence.start > now ? Liberty::pre_release : Liberty::supervised;
}

} // namespace

EntityKey source_key(ArrivalSource source) {
    return source_keys.at(static_cast<std::size_t>(source));
}

double arrivals_per_day(ArrivalSource source, const IntakeParameters& parameters) {
    const auto per_year = [&] {
        switch (source) {
        case ArrivalSource::parole_only:
            return parameters.volume * parameters.parole_only_per_year;
        case ArrivalSource::parole_partial:
            return parameters.volume * parameters.parole_partial_per_year;
        case ArrivalSource::direct_partial:
            return parameters.volume * parameters.direct_partial_per_year;
        case ArrivalSource::suspended:
            return parameters.volume * parameters.suspended_per_year;
        case ArrivalSource::juvenile:
            return parameters.volume * parameters.juvenile_per_year;
        case ArrivalSource::background_persons:
            return parameters.background_persons_per_year;
        case ArrivalSource::background_families:
            return parameters.background_families_per_year;
        }
        violate("an arrival source is one of the list", __FILE__, __LINE__);
    };
    return per_year() / days_per_year;
}

Client draw_client(const IntakeSetting& setting,
                   ArrivalSource source,
                   std::uint64_t ordinal,
                   SimTime now,
                   Streams& streams) {
    Client client;
    client.key = child_key(source_key(source), ordinal);
    client.municipality = draw_municipality(
        setting.region,
        streams.uniform({.purpose = Draw::person_municipality, .entity = client.key}));
    const auto& centre = setting.region.agencies[setting.region.centre];
    client.minutes_to_centre = centre.minutes_from_municipality.at(client.municipality);
    const bool car = happens(setting.attributes.car,
                             streams.uniform({.purpose = Draw::person_car, .entity = client.key}));
    client.minutes_to_centre *= car ? 0.5 : 1.0;
    switch (source) {
    case ArrivalSource::background_persons:
        client.kind = ClientKind::background_person;
        client.liberty = Liberty::free;
        return client;
    case ArrivalSource::background_families:
        client.kind = ClientKind::background_family;
        client.liberty = Liberty::free;
        return client;
    default:
        client.kind = ClientKind::supervised;
        client.source = static_cast<IntakeSource>(source);
        draw_supervised(setting, client, now, streams);
        return client;
    }
}

} // namespace tsunagi
