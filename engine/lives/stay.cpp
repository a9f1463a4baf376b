#include "engine/lives/stay.hpp"

#include "engine/care/episode_course.hpp"
#include "engine/care/sessions.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/home.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

using Flag = SettlingCase::Flag;

Flag flag(bool condition) {
    return condition ? Flag::yes : Flag::no;
}

// A value of its own for each stay; the match alone is one for all stays of a client there.
DrawAddress draw_of(const LivesSetting& lives, ClientId client, AgencyId facility, Draw purpose) {
    return {.purpose = purpose,
            .entity = lives.care.clients[client].key,
            .partner = partner(lives.care.region.agencies[facility].key)};
}

double match_with(const LivesSetting& lives, ClientId client, AgencyId facility) {
    auto& match = acquaintance(lives.care, client, facility).match;
    if (!match) {
        match = lives.care.moment.streams.normal(
            draw_of(lives, client, facility, Draw::residence_match));
    }
    return *match;
}

bool is_fresh_from_prison(const LivesSetting& lives, ClientId person) {
    const auto released = lives.care.clients.life(person).last_release;
    return released > SimTime::min() &&
           days_between(released, lives.care.moment.now) < lives.residence.recent_days;
}

// The agencies' other clients have the mean readiness and no supervision.
SettlingCase settling_case(const LivesSetting& lives, ClientId client, double match) {
    const auto& who = lives.care.clients[client];
    if (is_background(who)) {
        return {.readiness = mean_readiness, .match = match};
    }
    return {.readiness = readiness_of(lives.care, client),
            .match = match,
            .supervised = flag(is_supervised(who)),
            .from_prison = flag(is_fresh_from_prison(lives, client))};
}

Settles draw_settles(const LivesSetting& lives, ClientId client, AgencyId facility, double match) {
    auto address = draw_of(lives, client, facility, Draw::residence_settles);
    address.occurrence = acquaintance(lives.care, client, facility)
                             .episodes.at(static_cast<std::size_t>(Service::residence));
    const double chance =
        settling_probability(lives.residence, settling_case(lives, client, match));
    return happens(chance, lives.care.moment.streams.uniform(address)) ? Settles::yes : Settles::no;
}

OptionalId<EpisodeTag> stay_of(const LivesSetting& lives, ClientId person) {
    return lives.care.episodes.open_of(person, Service::residence);
}

// Every day is a session with the staff.
void live_with_staff(const LivesSetting& lives,
                     ClientId client,
                     AgencyId facility,
                     Duration stayed) {
    auto& known = acquaintance(lives.care, client, facility);
    const auto now = lives.care.moment.now;
    gain_familiarity_daily(
        known,
        lives.care.awareness,
        {.first = std::max(now - stayed, known.familiarity.at) + one_day, .last = now});
}

} // namespace

double settling_probability(const ResidenceParameters& parameters, const SettlingCase& entrant) {
    double log_odds = det::logit(parameters.settle);
    log_odds += parameters.settle_readiness * (entrant.readiness - mean_readiness);
    log_odds += entrant.supervised == Flag::yes ? parameters.settle_supervised : 0.0;
    log_odds += entrant.from_prison == Flag::yes ? parameters.settle_prison : 0.0;
    log_odds += parameters.settle_match * entrant.match;
    return det::expit(log_odds);
}

DropOutLaw stay_law(const ResidenceParameters& parameters, Settles settles) {
    return settles == Settles::yes ? DropOutLaw{.shape = parameters.late_shape,
                                                .scale_days = parameters.late_scale_days}
                                   : DropOutLaw{.shape = parameters.early_shape,
                                                .scale_days = parameters.early_scale_days};
}

void enter_residence(const LivesSetting& lives, ClientId client, AgencyId facility) {
    const double match = match_with(lives, client, facility);
    const auto settles = draw_settles(lives, client, facility, match);
    attend(lives.care, client, facility);
    tell(lives.care,
         {.kind = FactKind::second_visit,
          .client = client,
          .agency = facility,
          .detail = static_cast<std::uint8_t>(Service::residence)});
    open_episode(lives.care,
                 {.client = client,
                  .agency = facility,
                  .service = Service::residence,
                  .route = Route::admission,
                  .own_factor = det::power(lives.residence.match_hazard, match),
                  .law = stay_law(lives.residence, settles)});
    auto& who = lives.care.clients[client];
    begin_daily_sessions(who, lives.care.readiness, lives.care.moment.now);
    who.traits.no_housing = false;
    if (!is_background(who)) {
        move_to(lives, client, Residence::recovery_facility);
        refresh_money(lives, client);
    }
}

void leave_residence(const LivesSetting& lives,
                     ClientId client,
                     AgencyId facility,
                     Duration stayed) {
    auto& who = lives.care.clients[client];
    if (has_departed(who)) {
        return;
    }
    end_daily_sessions(who, lives.care.readiness, lives.care.moment.now);
    live_with_staff(lives, client, facility, stayed);
    gain_awareness(lives, client, facility);
    if (is_background(who)) {
        return;
    }
    end_hazard(lives, client, PersonHazard::residence_money);
    if (who.residence == Residence::recovery_facility) {
        go_home(lives, client);
    }
}

void refresh_money(const LivesSetting& lives, ClientId person) {
    const bool without =
        stay_of(lives, person).has_value() && lives.care.clients[person].traits.no_income;
    set_hazard(lives,
               person,
               PersonRate{PersonHazard::residence_money,
                          without ? days_per_year * lives.residence.money_per_day : 0.0});
}

void run_out_of_money(const LivesSetting& lives, ClientId person) {
    end_episode(lives.care, stay_of(lives, person).value(), EpisodeEnd::money);
}

} // namespace tsunagi
