#include "engine/care/detail/booking.hpp"

#include "engine/capacity/hours.hpp"
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
    const auto hours = work_hours(care.hours, care.hours.first_appointment);
    const auto at = care.ledger.book(referral.agency, slot->at, hours, latest);
    if (!at) {
        slots.release(slot->at);
        return std::nullopt;
    }
    return Booked{*at, slot->waited};
}

void tell_about(const CareSetting& care,
                const Referral& referral,
                FactKind kind,
                std::uint8_t detail = 0,
                std::int64_t amount = 0) {
    tell(care,
         {.kind = kind,
          .client = referral.client,
          .agency = referral.agency,
          .detail = detail,
          .amount = amount});
}

} // namespace

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

std::uint64_t attempt_key(const Referral& referral) {
    return 2 * std::uint64_t{referral.ordinal} +
           (referral.attempt == BookingAttempt::rebooked ? 1U : 0U);
}

Fit draw_fit(const CareSetting& care,
             ClientId client,
             AgencyId receiver,
             std::uint64_t occurrence) {
    const double chance = fit_probability(care.recognition, care.region.agencies[receiver].quality);
    const double uniform =
        care.moment.streams.uniform(stage(care, Draw::plan_fit, client, receiver, occurrence));
    return happens(chance, uniform) ? Fit::fit : Fit::misfit;
}

void open_referral(const CareSetting& care, Referral referral) {
    const auto now = care.moment.now;
    const double normal = care.moment.streams.normal(
        stage(care, Draw::lead_time, referral.client, referral.agency, attempt_key(referral)));
    const double lead = lead_days({referral.mean_lead_days, care.referral.lead_log_sd}, normal);
    const auto booked = find_date(care, referral, now + sampled(lead));
    if (!booked) {
        tell_about(care, referral, FactKind::no_hours_found);
        lose(care, referral, Loss::no_hours);
        return;
    }
    referral.accepted = now;
    referral.appointment = booked->at;
    const auto id = care.referrals.add(referral);
    acquaintance(care, referral.client, referral.agency).referral = id;
    care.moment.calendar.schedule(
        {.key = {.at = booked->at,
                 .tie = Tie::arrive,
                 .entity = care.clients[referral.client].key,
                 .kind = EventKind::appointment,
                 .partner = partner(care.region.agencies[referral.agency].key),
                 .occurrence = static_cast<std::uint32_t>(attempt_key(referral))},
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
    known.refractory_until = care.moment.now + sampled(care.referral.refractory_days);
    tell_about(care, referral, FactKind::referral_lost, static_cast<std::uint8_t>(reason));
}

} // namespace tsunagi::detail
