#include "engine/lives/ways_in.hpp"

#include "engine/care/appointment.hpp"
#include "engine/care/choice.hpp"
#include "engine/care/in_touch.hpp"
#include "engine/lives/awareness.hpp"
#include "engine/lives/bump_clock.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/own_booking.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/samplers.hpp"

#include <array>

namespace tsunagi {

namespace {

bool could_come(const Client& person) {
    return person.need == Need::true_need && person.liberty == Liberty::at_liberty &&
           person.residence != Residence::hospital;
}

// Per year; none of these for one who could not come.
struct OwnWays {
    double self_referral{}; // without what bumps add
    double self_help{};
    double day_programme{};
    double residence_wish{};
};

double self_referral_rate(const LivesSetting& lives, ClientId person) {
    const auto centre = lives.care.region.centre;
    if (is_in_touch(lives.care, person, centre)) {
        return 0.0;
    }
    const auto& ways = lives.care.ways_in;
    const double again = has_met(lives.care, person, centre) ? ways.return_factor : 1.0;
    return ways.self_referral_per_year * again;
}

OwnWays own_ways(const LivesSetting& lives, ClientId person) {
    OwnWays ways;
    const auto& client = lives.care.clients[person];
    if (!could_come(client)) {
        return ways;
    }
    const auto& per_year = lives.care.ways_in;
    const auto has = [&](Service service) { return has_service(lives.care, person, service); };
    if (knows(client, Known::centre)) {
        ways.self_referral = self_referral_rate(lives, person);
    }
    if (knows(client, Known::self_help) && !has(Service::self_help)) {
        ways.self_help = per_year.self_help_per_year;
    }
    if (knows(client, Known::facility) && !has(Service::residence)) {
        ways.day_programme = has(Service::day_programme) ? 0.0 : per_year.day_programme_per_year;
        ways.residence_wish =
            lives.care.clients.life(person).track ? 0.0 : per_year.residence_per_year;
    }
    return ways;
}

void enter_if_free(const LivesSetting& lives, ClientId person, AgencyId agency, Service service) {
    if (lives.care.units.of(agency, service).places.has_free()) {
        come_unannounced(lives.care, person, agency, service);
    }
}

} // namespace

void raise(const LivesSetting& lives, ClientId person, Bump kind) {
    follow_bumps(lives, person);
    raise_readiness(lives.care.clients[person], lives.care.readiness, kind, lives.care.moment.now);
    restart_bump_step(lives, person);
    tell_about(lives, FactKind::readiness_raised, person, static_cast<std::uint8_t>(kind));
}

void reconsider_ways_in(const LivesSetting& lives, ClientId person) {
    if (lives.care.clients[person].need != Need::true_need) {
        return; // none of these clocks ever runs
    }
    const auto ways = own_ways(lives, person);
    set_self_referral(lives, person, ways.self_referral);
    const std::array rates{PersonRate{PersonHazard::self_help, ways.self_help},
                           PersonRate{PersonHazard::day_programme, ways.day_programme},
                           PersonRate{PersonHazard::residence_wish, ways.residence_wish}};
    set_hazards(lives, person, rates);
}

void refer_self(const LivesSetting& lives, ClientId person) {
    tell(lives.care,
         {.kind = FactKind::self_referred, .client = person, .agency = lives.care.region.centre});
    book_at_centre(lives, person, Route::self);
}

void join_unannounced(const LivesSetting& lives, ClientId person, Service service) {
    const auto occurrence = lives.care.clients.life(person).visits++;
    const auto agency = choose_agency(lives.care, person, service, {}, occurrence);
    if (agency.has_value()) {
        enter_if_free(lives, person, agency.value(), service);
    }
    reconsider_ways_in(lives, person);
}

void join_after(const LivesSetting& lives, ClientId person, AgencyId left, Service ended) {
    const auto& client = lives.care.clients[person];
    // A place may have been given up for a bed.
    if (client.liberty != Liberty::at_liberty || client.residence == Residence::hospital) {
        return;
    }
    const auto exit = lives.care.clients.life(person).exits++;
    const auto& ways = lives.care.ways_in;
    const bool day = ended == Service::residence &&
                     lives.care.units.offers(left, Service::day_programme) &&
                     happens(ways.day_programme_exit,
                             own_uniform(lives, person, Draw::day_programme_exit, exit));
    const bool group =
        happens(ways.self_help_exit, own_uniform(lives, person, Draw::self_help_exit, exit));
    if (day && !has_service(lives.care, person, Service::day_programme)) {
        enter_if_free(lives, person, left, Service::day_programme);
    }
    if (group && !has_service(lives.care, person, Service::self_help)) {
        join_unannounced(lives, person, Service::self_help);
    }
}

} // namespace tsunagi
