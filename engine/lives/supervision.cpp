#include "engine/lives/supervision.hpp"

#include "engine/care/drop_out.hpp"
#include "engine/lives/admission_triggers.hpp"
#include "engine/lives/departure.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/home.hpp"
#include "engine/lives/in_care.hpp"
#include "engine/lives/officer_contacts.hpp"
#include "engine/lives/release.hpp"
#include "engine/lives/use.hpp"
#include "engine/people/sentence.hpp"

#include <vector>

namespace tsunagi {

namespace {

Supervision first_phase(IntakeSource source) {
    switch (source) {
    case IntakeSource::parole_only:
    case IntakeSource::parole_partial:
    case IntakeSource::juvenile:
        return Supervision::parole;
    case IntakeSource::direct_partial:
    case IntakeSource::suspended:
        return Supervision::probation;
    case IntakeSource::full_term:
    case IntakeSource::suspended_without_probation:
        return Supervision::none;
    }
    violate("an intake source is one of the list", __FILE__, __LINE__);
}

bool probation_follows(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    return client.source == IntakeSource::parole_partial &&
           client.supervision == Supervision::parole &&
           lives.care.clients.life(person).return_paroles == 0;
}

void tell_of_supervision(const LivesSetting& lives,
                         FactKind kind,
                         ClientId person,
                         std::int64_t amount = 0) {
    tell(lives.care,
         {.kind = kind,
          .client = person,
          .agency = lives.care.region.probation_office,
          .amount = amount});
}

void schedule_phase(const LivesSetting& lives, ClientId person, EventKind kind, SimTime at) {
    auto& life = lives.care.clients.life(person);
    lives.care.moment.calendar.cancel(life.phase_event);
    life.phase_event = schedule(lives, person, {.kind = kind, .tie = Tie::release, .at = at});
}

void schedule_end_of_phase(const LivesSetting& lives, ClientId person) {
    const auto kind =
        probation_follows(lives, person) ? EventKind::phase_change : EventKind::supervision_end;
    schedule_phase(lives, person, kind, end_of_phase(lives, person));
}

void forget_offers_to(const LivesSetting& lives, ClientId client) {
    std::vector<AgencyId> agencies;
    lives.care.acquaintances.for_each(
        client, [&](const Acquaintance& known) { agencies.push_back(known.agency); });
    for (const auto agency : agencies) {
        acquaintance(lives.care, client, agency).offers = 0;
    }
}

// Limits on offers hold for one supervision, the family's too.
void forget_offers(const LivesSetting& lives, ClientId person) {
    forget_offers_to(lives, person);
    if (const auto family = lives.care.clients[person].relative; family.has_value()) {
        forget_offers_to(lives, family.value());
    }
}

} // namespace

void enter_justice(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    schedule_leave(
        lives, person, client.sentence.end + sampled(lives.supervision.stay_years * days_per_year));
    if (client.liberty == Liberty::pre_release) {
        schedule_phase(lives, person, EventKind::supervision_start, client.sentence.start);
        schedule_prison_track(lives, person, client.sentence.start);
    } else {
        start_supervision(lives, person);
    }
}

void start_supervision(const LivesSetting& lives, ClientId person) {
    auto& client = lives.care.clients[person];
    if (client.liberty == Liberty::pre_release) {
        let_out(lives, person);
    } else {
        settle_home(lives, person);
        begin_abstinence(lives, person);
    }
    client.supervision = first_phase(client.source);
    if (client.supervision == Supervision::none) {
        return;
    }
    tell_of_supervision(lives, FactKind::supervision_started, person);
    begin_contacts(lives, person);
    join_core_programme(lives, person);
    schedule_end_of_phase(lives, person);
    refresh_pressure(lives, person);
    continue_care(lives, person);
}

SimTime end_of_phase(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    return probation_follows(lives, person) ? client.sentence.first_phase_end
                                            : client.supervised_until;
}

void change_phase(const LivesSetting& lives, ClientId person) {
    lives.care.clients[person].supervision = Supervision::probation;
    schedule_end_of_phase(lives, person);
    refresh_pressure(lives, person);
}

void end_supervision(const LivesSetting& lives, ClientId person) {
    lives.care.clients[person].supervision = Supervision::none;
    end_contacts(lives, person);
    tell_of_supervision(lives, FactKind::supervision_ended, person);
    refresh_pressure(lives, person);
}

void revoke_supervision(const LivesSetting& lives, ClientId person, CustodyCause cause) {
    auto& client = lives.care.clients[person];
    const bool goes_on =
        cause == CustodyCause::technical_revocation && probation_follows(lives, person);
    client.supervision = Supervision::none;
    if (!goes_on) {
        end_contacts(lives, person);
        lives.care.moment.calendar.cancel(lives.care.clients.life(person).phase_event);
    }
    tell(lives.care,
         {.kind = FactKind::supervision_revoked,
          .client = person,
          .agency = lives.care.region.probation_office,
          .detail = static_cast<std::uint8_t>(cause)});
    refresh_pressure(lives, person);
}

void start_return_parole(const LivesSetting& lives, ClientId person) {
    auto& client = lives.care.clients[person];
    auto& life = lives.care.clients.life(person);
    const auto number = ++life.return_paroles;
    const double days =
        return_parole_days(lives.supervision, client.key, number, lives.care.moment.streams);
    client.supervision = Supervision::parole;
    client.supervised_until = lives.care.moment.now + sampled(days);
    forget_offers(lives, person);
    tell_of_supervision(lives, FactKind::supervision_started, person, number);
    begin_contacts(lives, person);
    schedule_end_of_phase(lives, person);
    refresh_pressure(lives, person);
}

void refresh_pressure(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    refresh_drop_outs(lives.care, person);
    const bool on_parole = is_supervised(client) && client.supervision == Supervision::parole;
    set_hazard(lives,
               person,
               {.cause = PersonHazard::technical_revocation,
                .per_year = on_parole ? lives.supervision.technical_revocation_per_year : 0.0});
}

} // namespace tsunagi
