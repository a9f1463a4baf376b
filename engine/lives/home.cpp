#include "engine/lives/home.hpp"

#include "engine/lives/detail/providers.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

namespace {

// The region's places for people released without a home; none where it has no such facility.
Places* rehabilitation_places(const LivesSetting& lives) {
    const auto facility = detail::first_provider(
        lives, AgencyType::offender_rehabilitation_facility, Service::residence);
    return facility.has_value() ? &lives.care.units.of(facility.value(), Service::residence).places
                                : nullptr;
}

void schedule_end_of_stay(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    const double days =
        log_normal(lives.residence.rehabilitation_median_days,
                   lives.residence.rehabilitation_log_sd,
                   own_uniform(lives, person, Draw::rehabilitation_stay, life.custodies));
    life.home_event = schedule(lives,
                               person,
                               {.kind = EventKind::home_again,
                                .tie = Tie::release,
                                .at = lives.care.moment.now + sampled(days),
                                .occurrence = life.custodies});
}

} // namespace

void give_back_rehabilitation_place(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    if (life.home == PersonLife::Home::own) {
        return;
    }
    life.home = PersonLife::Home::own;
    lives.care.moment.calendar.cancel(life.home_event);
    if (auto* places = rehabilitation_places(lives); places != nullptr) {
        places->give_back(lives.care.moment.now);
    }
}

void move_to(const LivesSetting& lives, ClientId person, Residence residence) {
    auto& client = lives.care.clients[person];
    const auto before = client.residence;
    if (before == residence) {
        return;
    }
    give_back_rehabilitation_place(lives, person);
    client.residence = residence;
    tell_about(lives,
               FactKind::residence_changed,
               person,
               static_cast<std::uint8_t>(residence),
               static_cast<std::int64_t>(before));
}

void go_home(const LivesSetting& lives, ClientId person) {
    const auto home = lives.care.clients[person].home;
    move_to(lives, person, home == Residence::rehabilitation_facility ? Residence::alone : home);
}

void settle_home(const LivesSetting& lives, ClientId person) {
    if (lives.care.clients[person].home != Residence::rehabilitation_facility) {
        go_home(lives, person);
        return;
    }
    auto* places = rehabilitation_places(lives);
    if (places != nullptr && !places->has_free()) {
        go_home(lives, person);
        return;
    }
    move_to(lives, person, Residence::rehabilitation_facility);
    if (places != nullptr) {
        places->take(lives.care.moment.now);
    }
    lives.care.clients.life(person).home = PersonLife::Home::rehabilitation_place;
    schedule_end_of_stay(lives, person);
}

} // namespace tsunagi
