#include "engine/lives/officer_contacts.hpp"

#include "engine/random/samplers.hpp"

namespace tsunagi {

namespace {

void tell_contact(const LivesSetting& lives,
                  FactKind kind,
                  ClientId client,
                  std::int64_t opportunity) {
    tell(lives.care,
         {.kind = kind,
          .client = client,
          .agency = lives.care.region.probation_office,
          .amount = opportunity});
}

void spend_officer_hours(const LivesSetting& lives) {
    tell_work(lives.care,
              lives.care.region.probation_office,
              Task::officer_contact,
              lives.care.work.officer_contact);
}

struct Date {
    EventKind kind{};
    SimTime at;
    std::uint32_t occurrence{};
};

// None once supervision is to be over.
EventHandle schedule_date(const LivesSetting& lives, ClientId person, const Date& date) {
    if (date.at >= lives.care.clients[person].supervised_until) {
        return {};
    }
    return schedule(
        lives,
        person,
        {.kind = date.kind, .tie = Tie::arrive, .at = date.at, .occurrence = date.occurrence});
}

void schedule_officer(const LivesSetting& lives, ClientId person, std::uint32_t occurrence) {
    auto& life = lives.care.clients.life(person);
    const double day = (occurrence + lives.care.clients[person].sentence.officer_phase) *
                       lives.supervision.officer_interval_days;
    life.officer_event = schedule_date(lives,
                                       person,
                                       {.kind = EventKind::officer_contact,
                                        .at = life.officer_start + sampled(day),
                                        .occurrence = occurrence});
}

void schedule_family(const LivesSetting& lives, ClientId person, const Date& date) {
    lives.care.clients.life(person).family_contact_event = schedule_date(lives, person, date);
}

void schedule_programme(const LivesSetting& lives,
                        ClientId person,
                        SimTime from,
                        std::uint32_t attended) {
    const auto& calendar = lives.contacts.programme();
    const auto at = calendar.date(lives.run_start, calendar.first_from(lives.run_start, from));
    lives.care.clients.life(person).programme_event = schedule_date(
        lives, person, {.kind = EventKind::programme_session, .at = at, .occurrence = attended});
}

bool fits_core_programme(const LivesSetting& lives, const Client& person) {
    const double length = days_between(person.sentence.start, person.sentence.end);
    return person.source != IntakeSource::juvenile &&
           length >= lives.supervision.core_shortest_days && lives.supervision.core_sessions >= 1.0;
}

} // namespace

void begin_contacts(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    life.officer_start = lives.care.moment.now;
    schedule_officer(lives, person, 0);
    if (lives.care.clients[person].relative.has_value()) {
        const double phase =
            own_uniform(lives, person, Draw::family_contact_phase, life.return_paroles);
        const double day = phase * lives.supervision.family_interval_days;
        schedule_family(
            lives,
            person,
            {.kind = EventKind::family_contact, .at = life.officer_start + sampled(day)});
    }
}

void join_core_programme(const LivesSetting& lives, ClientId person) {
    if (fits_core_programme(lives, lives.care.clients[person]) &&
        happens(lives.supervision.core_share, own_uniform(lives, person, Draw::core_member))) {
        schedule_programme(
            lives, person, lives.care.moment.now + sampled(lives.supervision.core_first_day), 0);
    }
}

void end_contacts(const LivesSetting& lives, ClientId person) {
    auto& life = lives.care.clients.life(person);
    for (auto* event : {&life.officer_event, &life.family_contact_event, &life.programme_event}) {
        lives.care.moment.calendar.cancel(*event);
        *event = {};
    }
}

void hold_officer_contact(const LivesSetting& lives, ClientId person, std::uint32_t occurrence) {
    auto& client = lives.care.clients[person];
    if (is_supervised(client)) {
        tell_contact(lives, FactKind::supervision_contact, person, client.opportunities++);
        spend_officer_hours(lives);
    }
    schedule_officer(lives, person, occurrence + 1);
}

void hold_family_contact(const LivesSetting& lives, ClientId person, std::uint32_t occurrence) {
    const auto& client = lives.care.clients[person];
    if (is_supervised(client)) {
        const auto family = client.relative.value();
        tell_contact(
            lives, FactKind::family_contact, family, lives.care.clients[family].opportunities++);
        spend_officer_hours(lives);
    }
    schedule_family(lives,
                    person,
                    {.kind = EventKind::family_contact,
                     .at = lives.care.moment.now + sampled(lives.supervision.family_interval_days),
                     .occurrence = occurrence + 1});
}

void hold_programme_session(const LivesSetting& lives, ClientId person, std::uint32_t attended) {
    auto& client = lives.care.clients[person];
    if (is_supervised(client)) {
        tell_contact(lives, FactKind::programme_session, person, client.opportunities++);
        ++attended;
    }
    if (attended < lives.supervision.core_sessions) {
        schedule_programme(lives, person, lives.care.moment.now + Duration{1}, attended);
    }
}

} // namespace tsunagi
