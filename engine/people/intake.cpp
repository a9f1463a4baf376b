#include "engine/people/intake.hpp"

#include "engine/core/contracts.hpp"
#include "engine/people/sentence.hpp"
#include "engine/random/samplers.hpp"

#include <array>
#include <utility>
#include <vector>

namespace tsunagi {

namespace {

constexpr std::array<EntityKey, arrival_sources> source_keys{key_of("intake.parole_only"),
                                                             key_of("intake.parole_partial"),
                                                             key_of("intake.direct_partial"),
                                                             key_of("intake.suspended"),
                                                             key_of("intake.juvenile"),
                                                             key_of("intake.full_term"),
                                                             key_of("intake.susp_no_prob"),
                                                             key_of("bg.centre_persons"),
                                                             key_of("bg.centre_families"),
                                                             key_of("bg.hosp_new"),
                                                             key_of("bg.facility_entries")};

double draw_age(const IntakeSetting& setting, IntakeSource source, double uniform) {
    if (source == IntakeSource::juvenile) {
        const auto& attributes = setting.attributes;
        return attributes.juvenile_youngest_years +
               uniform * (attributes.juvenile_oldest_years - attributes.juvenile_youngest_years);
    }
    return setting.laws.adult_age_years.at(uniform);
}

// Uniforms of one client's attributes, each from a key of its own.
struct AttributeDraws {
    EntityKey client;
    Streams& streams;

    double uniform(Draw purpose) const {
        return streams.uniform({.purpose = purpose, .entity = client});
    }
    bool happens(double probability, Draw purpose) const {
        return tsunagi::happens(probability, uniform(purpose));
    }
};

Residence draw_home(const AttributeParameters& attributes, const AttributeDraws& draws) {
    const std::array shares{attributes.home_rehabilitation,
                            attributes.home_alone,
                            1.0 - attributes.home_rehabilitation - attributes.home_alone};
    constexpr std::array homes{
        Residence::rehabilitation_facility, Residence::alone, Residence::family_home};
    return homes.at(choose_index(shares, draws.uniform(Draw::person_home)));
}

bool is_from_prison(IntakeSource source) {
    return source != IntakeSource::suspended && source != IntakeSource::suspended_without_probation;
}

Traits draw_traits(const AttributeParameters& attributes,
                   double stable,
                   const Client& client,
                   const AttributeDraws& draws) {
    Traits traits = client.traits; // whether there is a car is everybody's
    traits.stable = draws.happens(stable, Draw::person_stable);
    traits.children = draws.happens(attributes.children, Draw::person_children);
    traits.medical = draws.happens(attributes.medical, Draw::person_medical);
    traits.medical_seen =
        traits.medical && draws.happens(attributes.medical_recognised, Draw::medical_recognised);
    traits.work = draws.happens(attributes.work, Draw::person_work);
    traits.no_income = draws.happens(attributes.no_income, Draw::person_income);
    traits.no_housing = draws.happens(attributes.unstable_housing, Draw::person_housing);
    traits.known = client.history == History::repeater && is_from_prison(client.source) &&
                   draws.happens(attributes.known, Draw::person_known);
    return traits;
}

void draw_person(const IntakeSetting& setting, Client& client, SimTime now, Streams& streams) {
    const AttributeDraws draws{client.key, streams};
    const auto& attributes = setting.attributes;
    client.sex = draws.happens(attributes.female, Draw::person_sex) ? Sex::female : Sex::male;
    client.age_years = draw_age(setting, client.source, draws.uniform(Draw::person_age));
    const bool severe = draws.happens(attributes.severe, Draw::person_severity);
    client.severity = severe ? Severity::severe : Severity::other;
    const double need = severe ? attributes.need_if_severe : attributes.need_if_other;
    client.need = draws.happens(need, Draw::person_need) ? Need::true_need : Need::none;
    const double repeat =
        is_from_prison(client.source) ? attributes.repeat_from_prison : attributes.repeat_suspended;
    client.history =
        draws.happens(repeat, Draw::person_repeat) ? History::repeater : History::first_timer;
    client.resistance = draws.uniform(Draw::person_resistance);
    client.home = draw_home(attributes, draws);
    client.traits = draw_traits(attributes, setting.stable_share, client, draws);
    client.base_readiness = setting.start_readiness.at(draws.uniform(Draw::person_readiness));
    client.readiness = {client.base_readiness, now};
    client.sentence =
        draw_sentence({setting.supervision, setting.intake, setting.laws.log_parole_days},
                      client.source,
                      client.key,
                      now,
                      streams);
    client.supervised_until = client.sentence.end;
    const bool inside = client.sentence.start > now;
    client.liberty = inside ? Liberty::pre_release : Liberty::at_liberty;
    client.residence = inside ? Residence::prison : client.home;
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
        case ArrivalSource::full_term:
            return parameters.volume * parameters.outside_lanes * parameters.full_term_per_year;
        case ArrivalSource::suspended_without_probation:
            return parameters.volume * parameters.outside_lanes *
                   parameters.suspended_without_probation_per_year;
        case ArrivalSource::background_persons:
            return parameters.background_persons_per_year;
        case ArrivalSource::background_families:
            return parameters.background_families_per_year;
        case ArrivalSource::background_outpatients:
            return parameters.background_outpatients_per_year;
        case ArrivalSource::background_residents:
            return parameters.background_residents_per_year;
        }
        violate("an arrival source is one of the list", __FILE__, __LINE__);
    };
    return per_year() / days_per_year;
}

IntakeLaws laws_of_intake(const Region& region,
                          const AttributeParameters& attributes,
                          const SupervisionParameters& supervision) {
    std::vector<double> shares;
    for (const auto& municipality : region.municipalities.values()) {
        shares.push_back(municipality.population_share);
    }
    return {.municipality_shares = std::move(shares),
            .adult_age_years = TruncatedNormalQuantiles{{.mean = attributes.age_mean_years,
                                                         .sd = attributes.age_sd_years,
                                                         .lower = attributes.youngest_years,
                                                         .upper = attributes.oldest_years}},
            .log_parole_days = log_parole_days(supervision)};
}

Client draw_client(const IntakeSetting& setting,
                   ArrivalSource source,
                   std::uint64_t ordinal,
                   SimTime now,
                   Streams& streams) {
    Client client;
    client.key = child_key(source_key(source), ordinal);
    client.municipality = static_cast<std::uint32_t>(choose_index(
        setting.laws.municipality_shares,
        streams.uniform({.purpose = Draw::person_municipality, .entity = client.key})));
    client.entered = now;
    client.traits.car =
        happens(setting.attributes.car,
                streams.uniform({.purpose = Draw::person_car, .entity = client.key}));
    client.liberty = Liberty::at_liberty;
    switch (source) {
    case ArrivalSource::background_persons:
    case ArrivalSource::background_outpatients:
    case ArrivalSource::background_residents:
        client.kind = ClientKind::background_person;
        return client;
    case ArrivalSource::background_families:
        client.kind = ClientKind::background_family;
        return client;
    default:
        client.kind = ClientKind::justice;
        client.source = static_cast<IntakeSource>(source);
        draw_person(setting, client, now, streams);
        return client;
    }
}

std::optional<Client>
draw_family(const IntakeSetting& setting, const Client& person, SimTime now, Streams& streams) {
    const AttributeDraws draws{person.key, streams};
    if (person.home != Residence::family_home &&
        !draws.happens(setting.attributes.family_elsewhere, Draw::person_family)) {
        return std::nullopt;
    }
    Client family;
    family.key = child_key(person.key, 0);
    family.kind = ClientKind::family;
    family.municipality = person.municipality;
    family.entered = now;
    family.liberty = Liberty::at_liberty;
    family.traits.car = person.traits.car;
    return family;
}

} // namespace tsunagi
