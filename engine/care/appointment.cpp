#include "engine/capacity/hours.hpp"
#include "engine/care/detail/booking.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/care/formulas.hpp"
#include "engine/care/referral_chain.hpp"
#include "engine/care/sessions.hpp"
#include "engine/care/waiting.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

using detail::attempt_key;
using detail::draw_fit;
using detail::lose;
using detail::open_referral;
using detail::stage;

namespace {

bool is_counted_client(Route route) {
    return route == Route::background_person || route == Route::background_family;
}

double referral_link(const CareSetting& care, const Referral& referral) {
    return consented_link(care, referral.link, referral.consent);
}

double handover_term(const CareSetting& care, const Referral& referral) {
    switch (referral.handover) {
    case Referral::Handover::ordinary:
        return 0.0;
    case Referral::Handover::joint:
        return care.referral.arrive_joint;
    case Referral::Handover::escorted:
        return care.referral.arrive_escort;
    }
    violate("a handover is one of the list", __FILE__, __LINE__);
}

bool is_kept(const CareSetting& care, const Referral& referral) {
    if (is_counted_client(referral.route)) {
        return true;
    }
    // Nobody leaves a bed for it.
    if (care.clients[referral.client].residence == Residence::hospital) {
        return false;
    }
    const bool family = is_family(care.clients[referral.client]);
    const ArrivalCase appointment{.wait_days = days_between(referral.accepted, care.moment.now),
                                  .link_term = care.effect.arrival * referral_link(care, referral),
                                  .readiness = referral.readiness_at_acceptance,
                                  .minutes = minutes_to(care, referral.client, referral.agency),
                                  .handover_term = handover_term(care, referral),
                                  .subject = family ? ArrivalCase::Subject::family
                                                    : ArrivalCase::Subject::person};
    const double uniform = care.moment.streams.uniform(stage(
        care, Draw::attendance_first, referral.client, referral.agency, attempt_key(referral)));
    return happens(arrival_probability(care.referral, appointment), uniform);
}

void tell_appointment(const CareSetting& care,
                      const Referral& referral,
                      FactKind kind,
                      std::uint8_t detail,
                      std::int64_t amount) {
    tell(care,
         {.kind = kind,
          .client = referral.client,
          .agency = referral.agency,
          .detail = detail,
          .amount = amount});
}

// One re-booking with the same mean lead; its wait counts from today.
void try_again(const CareSetting& care, Referral referral) {
    tell_appointment(care,
                     referral,
                     FactKind::not_kept,
                     static_cast<std::uint8_t>(referral.route),
                     (care.moment.now - referral.accepted).count());
    const bool rebooks =
        referral.attempt == BookingAttempt::first &&
        happens(care.referral.rebook,
                care.moment.streams.uniform(
                    stage(care, Draw::rebook, referral.client, referral.agency, referral.ordinal)));
    if (rebooks) {
        referral.attempt = BookingAttempt::rebooked;
        open_referral(care, referral);
    } else {
        lose(care, referral, Loss::not_kept);
    }
}

// What observation needs to tell kept appointments by link and attempt.
void tell_due(const CareSetting& care, const Referral& referral) {
    if (referral.route == Route::handover || referral.route == Route::referral_without_consent) {
        tell_appointment(care,
                         referral,
                         FactKind::appointment_due,
                         static_cast<std::uint8_t>(referral.attempt),
                         static_cast<std::int64_t>(1e6 * referral_link(care, referral)));
    }
}

// Who waits for a seat has counselling meanwhile.
void wait_for_seat(const CareSetting& care, Opening opening) {
    const bool has_counselling =
        care.episodes.open_at(opening.client, opening.agency, Service::counselling).has_value();
    if (has_counselling || !care.units.offers(opening.agency, Service::counselling)) {
        return;
    }
    opening.service = Service::counselling;
    const auto meanwhile = open_episode(care, opening);
    const auto waiting =
        join_list(care,
                  {.client = opening.client,
                   .agency = opening.agency,
                   .service = Service::programme,
                   .route = opening.route,
                   .meanwhile = meanwhile},
                  opening.handover.has_value() || is_supervised(care.clients[opening.client])
                      ? Claim::Priority::supervised_or_handed_over
                      : Claim::Priority::other);
    start_patience(care, waiting);
}

// A hospital may run a programme of its own beside outpatient care.
void join_hospital_programme(const CareSetting& care, Opening opening, std::uint64_t ordinal) {
    const auto programme = Service::hospital_programme;
    if (!care.units.offers(opening.agency, programme) ||
        care.episodes.open_at(opening.client, opening.agency, programme).has_value() ||
        !care.units.of(opening.agency, programme).places.has_free()) {
        return;
    }
    const double uniform = care.moment.streams.uniform(
        stage(care, Draw::hospital_programme, opening.client, opening.agency, ordinal));
    if (happens(care.ways_in.hospital_programme, uniform)) {
        opening.service = programme;
        open_episode(care, opening);
    }
}

void begin_care(const CareSetting& care, const Referral& referral) {
    tell_appointment(
        care, referral, FactKind::second_visit, static_cast<std::uint8_t>(referral.service), 0);
    Opening opening{.client = referral.client,
                    .agency = referral.agency,
                    .service = referral.service,
                    .route = referral.route,
                    .own_factor = fit_factor(care.episode, referral.fit)};
    if (referral.consent == Consent::given) {
        opening.handover = referral.link;
    }
    const auto& places = care.units.of(referral.agency, referral.service).places;
    if (places.has_free()) {
        open_episode(care, opening);
    } else if (referral.service == Service::programme) {
        wait_for_seat(care, opening);
    } else {
        // The last place of a class has gone meanwhile: individual care instead.
        opening.service = Service::family_counselling;
        open_episode(care, opening);
    }
    if (referral.service == Service::outpatient) {
        join_hospital_programme(care, opening, referral.ordinal);
    }
}

SecondVisit come(const CareSetting& care, const Referral& referral, std::int64_t wait_ticks) {
    tell_appointment(care,
                     referral,
                     FactKind::first_contact,
                     static_cast<std::uint8_t>(referral.route),
                     wait_ticks);
    attend(care, referral.client, referral.agency);
    const double chance =
        care.episode.by_service[static_cast<std::size_t>(referral.service)].second_visit;
    const double uniform = care.moment.streams.uniform(
        stage(care, Draw::second_visit, referral.client, referral.agency, referral.ordinal));
    return happens(chance, uniform) ? SecondVisit::kept : SecondVisit::lost;
}

} // namespace

void keep_appointment(const CareSetting& care, ReferralId id) {
    const auto referral = care.referrals[id];
    // Booked hours are spent whether or not the client comes.
    tell_work(care,
              referral.agency,
              Task::first_appointment,
              work_hours(care.hours, care.hours.first_appointment));
    care.referrals.remove(id);
    if (referral.state == Referral::State::void_) {
        return;
    }
    acquaintance(care, referral.client, referral.agency).referral = {};
    tell_due(care, referral);
    if (!is_kept(care, referral)) {
        try_again(care, referral);
        return;
    }
    const auto wait = (care.moment.now - referral.accepted).count();
    if (come(care, referral, wait) == SecondVisit::lost) {
        lose(care, referral, Loss::second_visit);
    } else {
        begin_care(care, referral);
    }
}

SecondVisit come_unannounced(const CareSetting& care, const OwnWay& own) {
    const auto ordinal = acquaintance(care, own.client, own.receiver).referrals++;
    const Referral referral{.client = own.client,
                            .agency = own.receiver,
                            .service = own.service,
                            .route = own.route,
                            .ordinal = ordinal,
                            .fit = draw_fit(care, own.client, own.receiver, ordinal)};
    const auto second = come(care, referral, 0);
    if (second == SecondVisit::kept) {
        begin_care(care, referral);
    }
    return second;
}

} // namespace tsunagi
