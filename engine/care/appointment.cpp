#include "engine/care/appointment.hpp"

#include "engine/care/detail/booking.hpp"
#include "engine/care/detail/draws.hpp"
#include "engine/care/drop_out.hpp"
#include "engine/care/episode_course.hpp"
#include "engine/care/formulas.hpp"
#include "engine/care/sessions.hpp"
#include "engine/care/waiting.hpp"
#include "engine/core/contracts.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

using detail::draw_of;
using detail::draw_of_attempt;
using detail::lose;
using detail::open_referral;

namespace {

bool is_of_background(Route route) {
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
    if (is_of_background(referral.route)) {
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
    const double uniform =
        care.moment.streams.uniform(draw_of_attempt(care, referral, Draw::attendance_first));
    return happens(arrival_probability(care.referral, appointment), uniform);
}

// One re-booking with the same mean lead; its wait counts from today.
void try_again(const CareSetting& care, Referral referral) {
    detail::tell_about(care,
                       referral,
                       FactKind::not_kept,
                       static_cast<std::uint8_t>(referral.route),
                       (care.moment.now - referral.accepted).count());
    const bool rebooks =
        referral.attempt == BookingAttempt::first &&
        happens(care.referral.rebook,
                care.moment.streams.uniform(draw_of(care, referral, Draw::rebook)));
    if (rebooks) {
        referral.attempt = BookingAttempt::rebooked;
        open_referral(care, referral);
    } else {
        lose(care, referral, Loss::not_kept);
    }
}

// What observation needs to tell kept appointments by link and attempt, where a partner offered
// them.
void tell_due(const CareSetting& care, const Referral& referral) {
    if (referral.route == Route::handover || referral.route == Route::referral_without_consent) {
        detail::tell_about(care,
                           referral,
                           FactKind::appointment_due,
                           static_cast<std::uint8_t>(referral.attempt),
                           static_cast<std::int64_t>(1e6 * referral_link(care, referral)));
    }
}

// Individual care of a client whose group is full, opened unless it is there already. The reader
// of a region sees to it that an agency with a programme or a class always offers it too.
EpisodeId individual_care(const CareSetting& care, Opening opening, Service individual) {
    const auto open = care.episodes.open_at(opening.client, opening.agency, individual);
    if (open.has_value()) {
        return open.value();
    }
    expects(care.units.offers(opening.agency, individual),
            "beside a group there is individual care");
    opening.service = individual;
    return open_episode(care, opening);
}

// Meanwhile there is counselling. Whoever has kept the interview is in the one class.
void wait_for_seat(const CareSetting& care, const Opening& programme) {
    const auto counselling = individual_care(care, programme, Service::counselling);
    start_patience(care,
                   join_list(care,
                             {.client = programme.client,
                              .agency = programme.agency,
                              .service = programme.service,
                              .route = programme.route,
                              .own_factor = programme.own_factor,
                              .handover = programme.handover,
                              .meanwhile = counselling},
                             Claim::Priority::supervised_or_handed_over));
}

// A hospital may run a programme of its own beside outpatient care.
void join_hospital_programme(const CareSetting& care, const Referral& referral, Opening opening) {
    const auto programme = Service::hospital_programme;
    if (!care.units.offers(opening.agency, programme) ||
        care.episodes.open_at(opening.client, opening.agency, programme).has_value() ||
        !care.units.of(opening.agency, programme).places.has_free()) {
        return;
    }
    const double uniform =
        care.moment.streams.uniform(draw_of(care, referral, Draw::hospital_programme));
    if (happens(care.ways_in.hospital_programme, uniform)) {
        opening.service = programme;
        open_episode(care, opening);
    }
}

// A seat of the programme is waited for; of a class it was free when the class was chosen.
void begin_without_place(const CareSetting& care, const Opening& opening) {
    if (opening.service == Service::programme) {
        wait_for_seat(care, opening);
        return;
    }
    expects(opening.service == Service::family_class, "no other first contact finds places full");
    individual_care(care, opening, Service::family_counselling);
}

void begin_care(const CareSetting& care, const Referral& referral) {
    detail::tell_about(
        care, referral, FactKind::second_visit, static_cast<std::uint8_t>(referral.service), 0);
    const Opening opening{.client = referral.client,
                          .agency = referral.agency,
                          .service = referral.service,
                          .route = referral.route,
                          .own_factor = fit_factor(care.episode, referral.fit),
                          .handover = referral.consent == Consent::given ? referral.link
                                                                         : OptionalId<PairTag>{}};
    if (care.units.of(referral.agency, referral.service).places.has_free()) {
        open_episode(care, opening);
    } else {
        begin_without_place(care, opening);
    }
    if (referral.service == Service::outpatient) {
        join_hospital_programme(care, referral, opening);
    }
}

SecondVisit come(const CareSetting& care, const Referral& referral, Duration wait) {
    detail::tell_about(care,
                       referral,
                       FactKind::first_contact,
                       static_cast<std::uint8_t>(referral.route),
                       wait.count());
    attend(care, referral.client, referral.agency);
    const double chance =
        care.episode.by_service[static_cast<std::size_t>(referral.service)].second_visit;
    const double uniform = care.moment.streams.uniform(draw_of(care, referral, Draw::second_visit));
    return happens(chance, uniform) ? SecondVisit::kept : SecondVisit::lost;
}

} // namespace

void keep_appointment(const CareSetting& care, ReferralId id) {
    const auto referral = care.referrals[id];
    // Booked hours are spent whether or not the client comes.
    tell_work(care, referral.agency, Task::first_appointment, care.work.first_appointment);
    care.referrals.remove(id);
    if (referral.state == Referral::State::voided) {
        return;
    }
    acquaintance(care, referral.client, referral.agency).referral = {};
    tell_due(care, referral);
    if (!is_kept(care, referral)) {
        try_again(care, referral);
        return;
    }
    if (come(care, referral, care.moment.now - referral.accepted) == SecondVisit::lost) {
        lose(care, referral, Loss::second_visit);
    } else {
        begin_care(care, referral);
    }
}

SecondVisit
come_unannounced(const CareSetting& care, ClientId client, AgencyId agency, Service service) {
    Referral visit{.client = client,
                   .agency = agency,
                   .service = service,
                   .route = Route::unannounced,
                   .ordinal = acquaintance(care, client, agency).referrals++};
    visit.fit = detail::draw_fit(care, visit);
    const auto second = come(care, visit, Duration{0});
    if (second == SecondVisit::kept) {
        begin_care(care, visit);
    }
    return second;
}

} // namespace tsunagi
