#include "engine/care/detail/booking.hpp"

#include "engine/care/detail/draws.hpp"
#include "engine/care/formulas.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi::detail {

namespace {

struct Booked {
    SimTime at;
    MonthlySlots::Waited waited{};
};

// A slot of the service, then hours of the agency; what finds none takes nothing.
std::optional<Booked> find_date(const CareSetting& care, const Referral& referral, SimTime wish) {
    const auto latest = wish + sampled(care.referral.longest_booking_days);
    auto& slots = care.units.of(referral.agency, referral.service).slots;
    const auto slot = slots.book({.at = wish, .latest = latest});
    if (!slot) {
        return std::nullopt;
    }
    const auto at =
        care.ledger.book(referral.agency, slot->at, care.work.first_appointment, latest);
    if (!at) {
        slots.release(slot->at);
        return std::nullopt;
    }
    return Booked{*at, slot->waited};
}

} // namespace

void tell_about(const CareSetting& care,
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

double cold_lead_days(const CareSetting& care, AgencyId agency) {
    return is_hospital(care, agency) ? care.referral.lead_hospital_cold_days
                                     : care.referral.lead_cold_days;
}

double warm_lead_days(const CareSetting& care, AgencyId agency) {
    return is_hospital(care, agency) ? care.referral.lead_hospital_warm_days
                                     : care.referral.lead_warm_days;
}

Fit draw_fit(const CareSetting& care, const Referral& referral) {
    const double chance =
        fit_probability(care.recognition, care.region.agencies[referral.agency].quality);
    const double uniform = care.moment.streams.uniform(draw_of(care, referral, Draw::plan_fit));
    return happens(chance, uniform) ? Fit::fit : Fit::misfit;
}

void open_referral(const CareSetting& care, Referral referral) {
    const auto now = care.moment.now;
    const double normal =
        care.moment.streams.normal(draw_of_attempt(care, referral, Draw::lead_time));
    const double lead = lead_days({referral.mean_lead_days, care.referral.lead_log_sd}, normal);
    const auto booked = find_date(care, referral, now + sampled(lead));
    if (!booked) {
        tell_about(care, referral, FactKind::no_hours_found);
        lose(care, referral, Loss::no_hours);
        return;
    }
    referral.accepted = now;
    const auto id = care.referrals.add(referral);
    acquaintance(care, referral.client, referral.agency).referral = id;
    care.moment.calendar.schedule(
        {.key = {.at = booked->at,
                 .tie = Tie::arrive,
                 .entity = care.clients[referral.client].key,
                 .kind = EventKind::appointment,
                 .partner = partner(care.region.agencies[referral.agency].key),
                 .occurrence = static_cast<std::uint32_t>(attempt_number(referral))},
         .row = static_cast<std::uint32_t>(id.row())});
    if (booked->waited == MonthlySlots::Waited::for_a_later_month) {
        tell_about(care, referral, FactKind::slot_waited);
    }
    tell_about(care,
               referral,
               FactKind::booked,
               static_cast<std::uint8_t>(referral.route),
               (booked->at - now).count());
}

void lose(const CareSetting& care, const Referral& referral, Loss reason) {
    auto& known = acquaintance(care, referral.client, referral.agency);
    known.referral = {};
    start_refractory(care, known);
    tell_about(care, referral, FactKind::referral_lost, static_cast<std::uint8_t>(reason));
}

void start_refractory(const CareSetting& care, Acquaintance& known) {
    known.refractory_until = care.moment.now + sampled(care.referral.refractory_days);
}

} // namespace tsunagi::detail
