#include "engine/lives/use_rates.hpp"

#include "engine/core/rounding.hpp"
#include "engine/random/det.hpp"
#include "engine/region/service_traits.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

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

// An instant before which a trusted relation is not lost by time alone. Of a familiarity of at most
// 1 less than x ln 2 is lost in x half-lives. Less than a day of rounding.
SimTime trusted_before(const LivesSetting& lives, double familiarity) {
    const double half_lives = (familiarity - lives.protection.trusted_at) / det::ln_two;
    return lives.care.moment.now +
           sampled(half_lives * lives.care.awareness.familiarity_half_life_days) - one_day;
}

// The latest of those instants; no value: nobody is trusted.
std::optional<SimTime> trusts_somebody_before(const LivesSetting& lives, ClientId person) {
    std::optional<SimTime> before;
    lives.care.acquaintances.for_each(person, [&](const Acquaintance& known) {
        if (!has_been_trusted(lives, known)) {
            return;
        }
        const double familiarity =
            familiarity_at(known, lives.care.awareness, lives.care.moment.now);
        if (familiarity >= lives.protection.trusted_at && supports_persons(lives, known.agency)) {
            before = std::max(before, std::optional{trusted_before(lives, familiarity)});
        }
    });
    return before;
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

Protection protection_of(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    if (client.residence == Residence::hospital) {
        return {.factor = factor_of(lives, Service::bed)};
    }
    if (client.residence == Residence::recovery_facility) {
        return {.factor = factor_of(lives, Service::residence)};
    }
    double factor = protection_by_care(lives, person);
    const auto trusts_before = trusts_somebody_before(lives, person);
    factor *= trusts_before ? lives.protection.trusted : 1.0;
    return {.factor = std::max(lives.protection.floor, factor),
            .holds_until = trusts_before.value_or(SimTime::max())};
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
