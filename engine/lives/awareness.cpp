#include "engine/lives/awareness.hpp"

#include "engine/lives/hazards.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

constexpr std::array all_types{Known::centre, Known::hospital, Known::facility, Known::self_help};
// In the order of all_types.
constexpr std::array forgetting{PersonHazard::forget_centre,
                                PersonHazard::forget_hospital,
                                PersonHazard::forget_facility,
                                PersonHazard::forget_self_help};

std::uint8_t& flag(const LivesSetting& lives, ClientId client, Known type) {
    return lives.care.clients[client].aware.at(static_cast<std::size_t>(type));
}

double loss_per_year(const LivesSetting& lives, const Client& who, Known type) {
    return knows(who, type) && who.liberty == Liberty::at_liberty
               ? det::ln_two * days_per_year / lives.care.awareness.half_life_days
               : 0.0;
}

PersonRate forgetting_rate(const LivesSetting& lives, const Client& person, Known type) {
    return {forgetting.at(static_cast<std::size_t>(type)), loss_per_year(lives, person, type)};
}

void set_forgetting(const LivesSetting& lives, ClientId client, Known type) {
    const auto& who = lives.care.clients[client];
    if (is_family(who)) {
        set_hazard(lives,
                   client,
                   FamilyRate{FamilyHazard::forget_centre, loss_per_year(lives, who, type)});
    } else {
        set_hazard(lives, client, forgetting_rate(lives, who, type));
    }
}

double start_share(const AwarenessParameters& parameters, const Client& client, Known type) {
    if (is_family(client)) {
        return type == Known::centre ? parameters.family : 0.0;
    }
    const bool repeater = client.history == History::repeater;
    if (type == Known::centre || type == Known::hospital) {
        return repeater ? parameters.health_repeater : parameters.health_first_timer;
    }
    return repeater ? parameters.self_help_repeater : parameters.self_help_first_timer;
}

void begin(const LivesSetting& lives, ClientId client, Known type) {
    flag(lives, client, type) = 1;
    if (lives.care.clients[client].liberty == Liberty::at_liberty) {
        set_forgetting(lives, client, type);
    }
}

} // namespace

std::optional<Known> known_type(AgencyType type) {
    switch (type) {
    case AgencyType::mental_health_welfare_center:
        return Known::centre;
    case AgencyType::psychiatric_hospital:
    case AgencyType::out_of_prefecture_hospital:
        return Known::hospital;
    case AgencyType::recovery_facility:
    case AgencyType::out_of_prefecture_recovery_facility:
        return Known::facility;
    case AgencyType::self_help_group:
        return Known::self_help;
    default:
        return std::nullopt;
    }
}

void start_awareness(const LivesSetting& lives, ClientId client) {
    const auto& who = lives.care.clients[client];
    for (const auto type : all_types) {
        const double chance = start_share(lives.care.awareness, who, type);
        const auto uniform = [&] {
            return own_uniform(
                lives, client, Draw::awareness_start, static_cast<std::uint64_t>(type));
        };
        if (chance > 0.0 && happens(chance, uniform())) {
            begin(lives, client, type);
        }
    }
}

void gain_awareness(const LivesSetting& lives, ClientId client, AgencyId agency) {
    const auto type = known_type(lives.care.region.agencies[agency].type);
    if (!type || knows(lives.care.clients[client], *type) ||
        is_background(lives.care.clients[client])) {
        return;
    }
    // A family seeks out the centre alone.
    if (is_family(lives.care.clients[client]) && *type != Known::centre) {
        return;
    }
    begin(lives, client, *type);
    tell(lives.care, {.kind = FactKind::became_aware, .client = client, .agency = agency});
}

Known forgotten_by(PersonHazard cause) {
    const auto place = std::find(forgetting.begin(), forgetting.end(), cause);
    expects(place != forgetting.end(), "a hazard of forgetting takes something known");
    return all_types.at(static_cast<std::size_t>(place - forgetting.begin()));
}

void lose_awareness(const LivesSetting& lives, ClientId client, Known type) {
    flag(lives, client, type) = 0;
    set_forgetting(lives, client, type);
    tell_about(lives, FactKind::lost_awareness, client, static_cast<std::uint8_t>(type));
}

void refresh_awareness(const LivesSetting& lives, ClientId person) {
    const auto& who = lives.care.clients[person];
    std::array<PersonRate, all_types.size()> rates;
    std::transform(all_types.begin(), all_types.end(), rates.begin(), [&](Known type) {
        return forgetting_rate(lives, who, type);
    });
    set_hazards(lives, person, rates);
}

} // namespace tsunagi
