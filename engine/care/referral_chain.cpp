#include "engine/care/referral_chain.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/care/formulas.hpp"
#include "engine/care/services.hpp"
#include "engine/people/readiness.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"
#include "engine/relations/interpolation.hpp"

namespace tsunagi {

namespace {

using Flag = AcceptanceCase::Flag;

Flag flag(bool condition) {
    return condition ? Flag::yes : Flag::no;
}

DrawAddress stage(const CareSetting& care,
                  Draw purpose,
                  ClientId client,
                  AgencyId receiver,
                  std::uint64_t occurrence) {
    return {.purpose = purpose,
            .entity = care.clients[client].key,
            .partner = partner(care.region.agencies[receiver].key),
            .occurrence = occurrence};
}

// Stage draws carry the ordinal of the referral; the second attempt of a re-booked one has numbers
// of its own.
std::uint64_t attempt_key(const OpenReferral& referral) {
    return 2 * std::uint64_t{referral.ordinal} +
           (referral.attempt == BookingAttempt::rebooked ? 1U : 0U);
}

bool counted_client(Route route) {
    return route == Route::background_person || route == Route::background_family;
}

void lose(const CareSetting& care, ClientId client, AgencyId receiver, Loss reason) {
    auto& known = care.acquaintances.of(client, receiver);
    known.referral.reset();
    known.refractory_until = care.moment.now + sampled(care.referral.refractory_days);
    tell(care,
         {.kind = FactKind::referral_lost,
          .client = client,
          .agency = receiver,
          .detail = static_cast<std::uint8_t>(reason)});
}

double readiness_of(const CareSetting& care, ClientId client) {
    return readiness_at(care.clients[client], care.readiness, care.moment.now);
}

OpenReferral::Fit
draw_fit(const CareSetting& care, ClientId client, AgencyId receiver, std::uint32_t ordinal) {
    const double chance = fit_probability(care.recognition, care.region.agencies[receiver].quality);
    const double uniform =
        care.moment.streams.uniform(stage(care, Draw::plan_fit, client, receiver, ordinal));
    return happens(chance, uniform) ? OpenReferral::Fit::fit : OpenReferral::Fit::misfit;
}

// Effective link of the referral's pair where information about the person may flow, else 0.
double consented_link(const CareSetting& care, const OpenReferral& referral) {
    if (!referral.link.has_value() || referral.consent != Consent::given) {
        return 0.0;
    }
    return care.links.effective(
        referral.link.value(), care.relations, care.effect, care.moment.now);
}

// Books the first appointment on or after the drawn lead. False where no hours are found in time.
bool book(const CareSetting& care, ClientId client, AgencyId receiver, OpenReferral& referral) {
    const auto now = care.moment.now;
    const double normal = care.moment.streams.normal(
        stage(care, Draw::lead_time, client, receiver, attempt_key(referral)));
    const double lead = lead_days({referral.mean_lead_days, care.referral.lead_log_sd}, normal);
    const auto hours = work_hours(care.hours, care.hours.first_appointment);
    const auto wish = now + sampled(lead);
    const auto booked =
        care.ledger.book(receiver, wish, hours, wish + sampled(care.referral.longest_booking_days));
    if (!booked) {
        tell(care, {.kind = FactKind::no_hours_found, .client = client, .agency = receiver});
        return false;
    }
    referral.accepted = now;
    referral.appointment = *booked;
    care.moment.calendar.schedule(
        {.key = {.at = *booked,
                 .tie = Tie::arrive,
                 .entity = care.clients[client].key,
                 .kind = EventKind::appointment,
                 .partner = partner(care.region.agencies[receiver].key),
                 .occurrence = static_cast<std::uint32_t>(attempt_key(referral))},
         .row = static_cast<std::uint32_t>(client.row())});
    tell(care,
         {.kind = FactKind::booked,
          .client = client,
          .agency = receiver,
          .detail = static_cast<std::uint8_t>(referral.route),
          .amount = (*booked - now).count()});
    return true;
}

void open_referral(const CareSetting& care,
                   ClientId client,
                   AgencyId receiver,
                   OpenReferral referral) {
    if (book(care, client, receiver, referral)) {
        care.acquaintances.of(client, receiver).referral = referral;
    } else {
        lose(care, client, receiver, Loss::no_hours);
    }
}

bool is_kept(const CareSetting& care,
             ClientId client,
             AgencyId receiver,
             const OpenReferral& referral) {
    if (counted_client(referral.route)) {
        return true;
    }
    const auto& person = care.clients[client];
    const ArrivalCase appointment{.wait_days = days_between(referral.accepted, care.moment.now),
                                  .link_term = care.effect.arrival * consented_link(care, referral),
                                  .readiness = referral.readiness_at_acceptance,
                                  .minutes = person.minutes_to_centre,
                                  .subject = is_family(person) ? ArrivalCase::Subject::family
                                                               : ArrivalCase::Subject::person};
    const double uniform = care.moment.streams.uniform(
        stage(care, Draw::attendance_first, client, receiver, attempt_key(referral)));
    return happens(arrival_probability(care.referral, appointment), uniform);
}

// One re-booking with the same mean lead; its wait counts from today.
void try_again(const CareSetting& care, ClientId client, AgencyId receiver, OpenReferral referral) {
    tell(care,
         {.kind = FactKind::not_kept,
          .client = client,
          .agency = receiver,
          .detail = static_cast<std::uint8_t>(referral.route),
          .amount = (care.moment.now - referral.accepted).count()});
    const bool rebooks = referral.attempt == BookingAttempt::first &&
                         happens(care.referral.rebook,
                                 care.moment.streams.uniform(stage(
                                     care, Draw::rebook, client, receiver, referral.ordinal)));
    if (rebooks) {
        referral.attempt = BookingAttempt::rebooked;
        open_referral(care, client, receiver, referral);
    } else {
        lose(care, client, receiver, Loss::not_kept);
    }
}

// What observation needs to tell kept appointments by link and attempt.
void tell_due(const CareSetting& care,
              ClientId client,
              AgencyId receiver,
              const OpenReferral& referral) {
    if (counted_client(referral.route) || referral.route == Route::self) {
        return;
    }
    const double millionths = 1e6 * consented_link(care, referral);
    tell(care,
         {.kind = FactKind::appointment_due,
          .client = client,
          .agency = receiver,
          .detail = static_cast<std::uint8_t>(referral.attempt),
          .amount = static_cast<std::int64_t>(millionths)});
}

} // namespace

bool may_refer(const CareSetting& care, ClientId client, AgencyId receiver) {
    const auto& known = care.acquaintances.of(client, receiver);
    return !known.referral && !known.episode.has_value() &&
           known.refractory_until <= care.moment.now;
}

void receive_offer(const CareSetting& care, const Offer& offer) {
    const auto& person = care.clients[offer.client];
    auto& known = care.acquaintances.of(offer.client, offer.receiver);
    ++known.offers;
    const auto ordinal = known.referrals++;
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = FactKind::offered,
                            .detail = static_cast<std::uint8_t>(offer.consent),
                            .client = offer.client,
                            .subject = person.key,
                            .agency = offer.receiver,
                            .other = offer.sender,
                            .amount = ordinal});
    OpenReferral referral;
    referral.ordinal = ordinal;
    referral.link = offer.link;
    referral.consent = offer.consent;
    referral.route =
        offer.consent == Consent::given ? Route::handover : Route::referral_without_consent;
    referral.fit = draw_fit(care, offer.client, offer.receiver, ordinal);
    referral.readiness_at_acceptance = readiness_of(care, offer.client);

    const AcceptanceCase acceptance{.readiness = referral.readiness_at_acceptance,
                                    .familiarity =
                                        familiarity_at(known, care.awareness, care.moment.now),
                                    .minutes = person.minutes_to_centre,
                                    .first_timer = flag(person.history == History::first_timer),
                                    .without_need = flag(person.need == Need::none),
                                    .misfit = flag(referral.fit == OpenReferral::Fit::misfit)};
    const double uniform = care.moment.streams.uniform(
        stage(care, Draw::acceptance, offer.client, offer.receiver, ordinal));
    if (!happens(acceptance_probability(care.referral, acceptance), uniform)) {
        tell(care,
             {.kind = FactKind::offer_refused, .client = offer.client, .agency = offer.receiver});
        known.refractory_until = care.moment.now + sampled(care.referral.refractory_days);
        return;
    }
    tell(care,
         {.kind = FactKind::offer_accepted, .client = offer.client, .agency = offer.receiver});
    if (referral.consent == Consent::given) {
        tell_work(care,
                  offer.sender,
                  Task::handover,
                  work_hours(care.hours, care.hours.handover_written));
    }
    referral.mean_lead_days = mixed_delay_days(care.referral.lead_cold_days,
                                               care.referral.lead_warm_days,
                                               care.effect.offers * consented_link(care, referral));
    open_referral(care, offer.client, offer.receiver, referral);
}

void book_directly(const CareSetting& care, ClientId client, AgencyId receiver, Route route) {
    auto& known = care.acquaintances.of(client, receiver);
    OpenReferral referral;
    referral.ordinal = known.referrals++;
    referral.route = route;
    referral.fit = draw_fit(care, client, receiver, referral.ordinal);
    referral.readiness_at_acceptance = readiness_of(care, client);
    referral.mean_lead_days = care.referral.lead_cold_days;
    open_referral(care, client, receiver, referral);
}

void keep_appointment(const CareSetting& care, ClientId client, AgencyId receiver) {
    auto& known = care.acquaintances.of(client, receiver);
    expects(known.referral.has_value(), "an appointment belongs to an open referral");
    const auto referral = *known.referral;
    // Booked hours are spent whether or not the client comes.
    tell_work(care,
              receiver,
              Task::first_appointment,
              work_hours(care.hours, care.hours.first_appointment));
    known.referral.reset();
    tell_due(care, client, receiver, referral);
    if (!is_kept(care, client, receiver, referral)) {
        try_again(care, client, receiver, referral);
        return;
    }
    tell(care,
         {.kind = FactKind::first_contact,
          .client = client,
          .agency = receiver,
          .detail = static_cast<std::uint8_t>(referral.route),
          .amount = (care.moment.now - referral.accepted).count()});
    attend(care, client, receiver);
    const auto& service = service_of(care, client);
    const double uniform = care.moment.streams.uniform(
        stage(care, Draw::second_visit, client, receiver, referral.ordinal));
    if (!happens(service.second_visit, uniform)) {
        lose(care, client, receiver, Loss::second_visit);
        return;
    }
    tell(care, {.kind = FactKind::second_visit, .client = client, .agency = receiver});
    open_episode(
        care,
        client,
        receiver,
        {.fit = referral.fit,
         .handover = referral.consent == Consent::given ? referral.link : OptionalId<PairTag>{}});
}

} // namespace tsunagi
