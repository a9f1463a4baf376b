#include "engine/lives/use_rates.hpp"

#include "engine/core/rounding.hpp"
#include "engine/region/service_traits.hpp"

#include <algorithm>
#include <cmath>

namespace tsunagi {

namespace {

double factor_of(const LivesSetting& lives, Service service) {
    return lives.protection.by_service[static_cast<std::size_t>(service)];
}

double protection_by_care_of(const LivesSetting& lives, ClientId client) {
    double factor = 1.0;
    lives.care.episodes.for_each_open(client, [&](EpisodeId id) {
        const auto& episode = lives.care.episodes[id];
        const bool aftercare = episode.phase == Episode::Phase::aftercare;
        factor *= factor_of(lives, aftercare ? Service::counselling : episode.service);
    });
    return factor;
}

double protection_by_care(const LivesSetting& lives, ClientId person) {
    const auto family = lives.care.clients[person].relative;
    return protection_by_care_of(lives, person) *
           (family.has_value() ? protection_by_care_of(lives, family.value()) : 1.0);
}

bool supports_persons(const LivesSetting& lives, AgencyId agency) {
    const auto type = lives.care.region.agencies[agency].type;
    const auto& units = lives.care.units.all();
    return std::any_of(units.begin(), units.end(), [&](const ServiceUnit& unit) {
        return unit.agency == agency && counts_as_support(type, unit.service);
    });
}

// It only falls from where the last session left it.
bool has_been_trusted(const LivesSetting& lives, const Acquaintance& known) {
    return known.familiarity.value >= lives.protection.trusted_at;
}

bool trusts_somebody(const LivesSetting& lives, ClientId person) {
    bool trusts = false;
    lives.care.acquaintances.for_each(person, [&](const Acquaintance& known) {
        trusts =
            trusts || (has_been_trusted(lives, known) && supports_persons(lives, known.agency) &&
                       familiarity_at(known, lives.care.awareness, lives.care.moment.now) >=
                           lives.protection.trusted_at);
    });
    return trusts;
}

// The clock of death has its hazard changed once a year.
std::int64_t completed_years(const Client& person, SimTime now) {
    return whole_below(person.age_years + days_between(person.entered, now) / days_per_year);
}

// A rate that differs by the state of use and is 0 in abstinence.
struct ByState {
    double lapse{};
    double regular{};
};
double in_state(Use state, ByState rates) {
    switch (state) {
    case Use::abstinent:
        return 0.0;
    case Use::lapse:
        return rates.lapse;
    case Use::regular:
        return rates.regular;
    }
    violate("a state of use is one of the list", __FILE__, __LINE__);
}

} // namespace

RelapseBaseline relapse_baseline(const UseParameters& use) {
    // Without an early part: a level above 0, which the law asks for, but never felt.
    constexpr double no_early_part = 1e-300;
    return {LogLogisticBaseline{{.scale_days = use.median_days,
                                 .shape = use.shape,
                                 .level = std::max(use.early, no_early_part)}},
            ExponentialBaseline{use.late_per_year / days_per_year}};
}

double relapse_risk(const UseParameters& use, const Client& person) {
    const double severe = std::sqrt(use.severity_ratio);
    double risk = person.severity == Severity::severe ? severe : 1.0 / severe;
    risk *= person.source == IntakeSource::full_term ? use.full_term : 1.0;
    risk *= person.traits.stable ? use.stable_factor : 1.0;
    return risk;
}

double protection_of(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    if (client.residence == Residence::hospital) {
        return factor_of(lives, Service::bed);
    }
    if (client.residence == Residence::recovery_facility) {
        return factor_of(lives, Service::residence);
    }
    double factor = protection_by_care(lives, person);
    factor *= trusts_somebody(lives, person) ? lives.protection.trusted : 1.0;
    return std::max(lives.protection.floor, factor);
}

bool may_lose_trust(const LivesSetting& lives, ClientId person) {
    bool may = false;
    lives.care.acquaintances.for_each(
        person, [&](const Acquaintance& known) { may = may || has_been_trusted(lives, known); });
    return may;
}

SimTime before_next_birthday(const Client& person, SimTime now) {
    const auto next = static_cast<double>(completed_years(person, now) + 1);
    // Less than a day of rounding: a day too early only asks once more.
    return person.entered + sampled((next - person.age_years) * days_per_year) - one_day;
}

double deaths_per_year(const LivesSetting& lives, const Client& person) {
    const auto& use = lives.use;
    const double level =
        person.use == Use::regular ? use.death_regular_per_year : use.death_per_year;
    const auto age = static_cast<double>(completed_years(person, lives.care.moment.now));
    const double growth = use.death_per_five_years * (age - use.death_reference_age) / 5.0;
    return level * std::max(0.0, 1.0 + growth);
}

RatesOfUse rates_of_use(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    const auto& use = lives.use;
    const auto state = client.use;
    const double admission = use.admission_per_year.at(static_cast<std::size_t>(state)) *
                             (client.traits.medical ? use.admission_medical : 1.0);
    const double danger = in_state(
        state, {.lapse = use.danger_lapse_per_year, .regular = use.danger_regular_per_year});
    const bool with_family = client.residence == Residence::family_home;
    const double remission = is_out_of_care(lives.care, person)
                                 ? use.remit_per_year
                                 : use.remit_in_care * use.remit_per_year;
    return {
        .arrest = in_state(
            state, {.lapse = use.arrest_lapse_per_year, .regular = use.arrest_regular_per_year}),
        .other_arrest = use.other_arrest_per_year,
        .admission = client.residence == Residence::hospital ? 0.0 : admission,
        .danger = with_family ? danger : 0.0,
        .death = deaths_per_year(lives, client),
        .move = use.move_per_year,
        .lapse_end = in_state(state, {.lapse = days_per_year / use.lapse_days}),
        .remission = in_state(state, {.regular = remission})};
}

} // namespace tsunagi
