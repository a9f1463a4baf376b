#include "engine/lives/hazards.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

// Thresholds are drawn for these, in the order of PersonHazard and FamilyHazard.
constexpr std::array<Draw, person_hazards> person_draws{Draw::arrest,
                                                        Draw::other_arrest,
                                                        Draw::admission_need,
                                                        Draw::danger,
                                                        Draw::death,
                                                        Draw::move,
                                                        Draw::technical_revocation,
                                                        Draw::lapse_end,
                                                        Draw::remission,
                                                        Draw::self_referral,
                                                        Draw::residence_wish,
                                                        Draw::self_help,
                                                        Draw::day_programme,
                                                        Draw::family_entry,
                                                        Draw::forget_centre,
                                                        Draw::forget_hospital,
                                                        Draw::forget_facility,
                                                        Draw::forget_self_help,
                                                        Draw::track_contact,
                                                        Draw::track_loss,
                                                        Draw::residence_money,
                                                        Draw::benefit_application};
constexpr std::array<Draw, family_hazards> family_draws{
    Draw::family_call, Draw::family_class_join, Draw::forget_centre};

/// The hazards of one client and what numbers their thresholds.
template <std::size_t causes> struct Bundle {
    const LivesSetting& lives;
    ClientId client;
    Hazards<causes>& hazards;
    const std::array<Draw, causes>& draws;

    SimTime now() const { return lives.care.moment.now; }

    /// @return whether anything changed
    bool set(std::size_t cause, double per_year, SimTime since) const {
        const double per_day = per_year / days_per_year;
        if (hazards.clocks.rate(cause) == per_day) {
            return false;
        }
        if (!hazards.clocks.armed(cause)) {
            const double threshold =
                lives.care.moment.streams.exponential({.purpose = draws.at(cause),
                                                       .entity = lives.care.clients[client].key,
                                                       .occurrence = hazards.fired.at(cause)});
            hazards.clocks.arm(cause, threshold, since);
        }
        hazards.clocks.set_rate(cause, per_day, since);
        return true;
    }

    void end(std::size_t cause) const {
        if (hazards.clocks.armed(cause)) {
            hazards.clocks.disarm(cause);
            ++hazards.fired.at(cause);
        }
    }

    void schedule_next() const {
        const auto next = hazards.clocks.next();
        if (next == hazards.scheduled) {
            return;
        }
        lives.care.moment.calendar.cancel(hazards.event);
        hazards.event = {};
        hazards.scheduled = next;
        if (next) {
            hazards.event = schedule(lives,
                                     client,
                                     {.kind = EventKind::hazard,
                                      .tie = Tie::decide,
                                      .at = std::max(next->at, now()),
                                      .occurrence = static_cast<std::uint32_t>(next->cause)});
        }
    }

    bool is_next(std::size_t cause) const {
        const auto next = hazards.clocks.next();
        return next.has_value() && next->cause == cause;
    }

    template <class Cause> std::optional<Cause> take() const {
        const auto next = hazards.clocks.next();
        if (!next || next->at > now()) {
            expects(next == hazards.scheduled, "what fires later stands in the calendar");
            return std::nullopt;
        }
        hazards.scheduled = {};
        end(next->cause);
        schedule_next();
        return static_cast<Cause>(next->cause);
    }

    template <class Rate> void set_all(std::span<const Rate> rates, SimTime since) const {
        bool changed = false;
        for (const auto& rate : rates) {
            changed = set(static_cast<std::size_t>(rate.cause), rate.per_year, since) || changed;
        }
        if (changed) {
            schedule_next();
        }
    }
};

Bundle<person_hazards> of_person(const LivesSetting& lives, ClientId person) {
    return {lives, person, lives.care.clients.life(person).hazards, person_draws};
}

Bundle<family_hazards> of_family(const LivesSetting& lives, ClientId family) {
    return {lives, family, lives.care.clients.family(family).hazards, family_draws};
}

} // namespace

void set_hazards(const LivesSetting& lives, ClientId person, std::span<const PersonRate> rates) {
    of_person(lives, person).set_all(rates, lives.care.moment.now);
}

void set_hazards(const LivesSetting& lives, ClientId family, std::span<const FamilyRate> rates) {
    of_family(lives, family).set_all(rates, lives.care.moment.now);
}

void set_hazard(const LivesSetting& lives, ClientId person, PersonRate rate) {
    set_hazard_since(lives, person, rate, lives.care.moment.now);
}

void set_hazard(const LivesSetting& lives, ClientId family, FamilyRate rate) {
    set_hazard_since(lives, family, rate, lives.care.moment.now);
}

void set_hazard_since(const LivesSetting& lives, ClientId person, PersonRate rate, SimTime since) {
    of_person(lives, person).set_all(std::span<const PersonRate>{&rate, 1}, since);
}

void set_hazard_since(const LivesSetting& lives, ClientId family, FamilyRate rate, SimTime since) {
    of_family(lives, family).set_all(std::span<const FamilyRate>{&rate, 1}, since);
}

void end_hazard(const LivesSetting& lives, ClientId person, PersonHazard cause) {
    const auto bundle = of_person(lives, person);
    bundle.end(static_cast<std::size_t>(cause));
    bundle.schedule_next();
}

bool fires_next(const LivesSetting& lives, ClientId person, PersonHazard cause) {
    return of_person(lives, person).is_next(static_cast<std::size_t>(cause));
}

bool fires_next(const LivesSetting& lives, ClientId family, FamilyHazard cause) {
    return of_family(lives, family).is_next(static_cast<std::size_t>(cause));
}

std::optional<PersonHazard> take_person_hazard(const LivesSetting& lives, ClientId person) {
    return of_person(lives, person).take<PersonHazard>();
}

std::optional<FamilyHazard> take_family_hazard(const LivesSetting& lives, ClientId family) {
    return of_family(lives, family).take<FamilyHazard>();
}

} // namespace tsunagi
