#include "engine/lives/awareness.hpp"

#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

namespace tsunagi {

namespace {

// One draw per agency type, whichever agency of the type is met.
PartnerKey type_of(const LivesSetting& lives, AgencyId agency) {
    return {1 + static_cast<std::uint64_t>(lives.care.region.agencies[agency].type)};
}

ExponentialBaseline loss(const LivesSetting& lives) {
    return ExponentialBaseline{det::ln_two / lives.care.awareness.half_life_days};
}

void schedule_loss(const LivesSetting& lives, ClientId person, AgencyId agency) {
    const auto& moment = lives.care.moment;
    auto& known = lives.care.acquaintances.of(person, agency);
    moment.calendar.cancel(known.awareness_event);
    known.awareness_event = {};
    if (const auto at = known.awareness_clock->fires_at(loss(lives))) {
        known.awareness_event = moment.calendar.schedule(
            {.key = {.at = *at,
                     .tie = Tie::decide,
                     .entity = lives.care.clients[person].key,
                     .kind = EventKind::awareness_loss,
                     .partner = partner(lives.care.region.agencies[agency].key),
                     .occurrence = known.awareness_spells},
             .row = static_cast<std::uint32_t>(person.row())});
    }
}

void begin_spell(const LivesSetting& lives, ClientId person, AgencyId agency) {
    const auto& moment = lives.care.moment;
    auto& known = lives.care.acquaintances.of(person, agency);
    known.aware = Acquaintance::Aware::aware;
    const double threshold = moment.streams.exponential({.purpose = Draw::awareness_loss,
                                                         .entity = lives.care.clients[person].key,
                                                         .partner = type_of(lives, agency),
                                                         .occurrence = known.awareness_spells++});
    known.awareness_clock =
        ExposureClock{{.at = moment.now, .threshold = threshold, .multiplier = 1.0}};
    if (lives.care.clients[person].liberty == Liberty::pre_release) {
        known.awareness_clock->pause(loss(lives), moment.now);
    }
    schedule_loss(lives, person, agency);
}

} // namespace

void start_awareness(const LivesSetting& lives, ClientId person, AgencyId agency) {
    const auto& client = lives.care.clients[person];
    const double chance = client.history == History::repeater
                              ? lives.care.awareness.aware_repeater
                              : lives.care.awareness.aware_first_timer;
    const double uniform = lives.care.moment.streams.uniform({.purpose = Draw::awareness_start,
                                                              .entity = client.key,
                                                              .partner = type_of(lives, agency)});
    if (happens(chance, uniform)) {
        begin_spell(lives, person, agency);
    }
}

void gain_awareness(const LivesSetting& lives, ClientId person, AgencyId agency) {
    if (lives.care.acquaintances.of(person, agency).aware == Acquaintance::Aware::unaware) {
        begin_spell(lives, person, agency);
        tell(lives.care, {.kind = FactKind::became_aware, .client = person, .agency = agency});
    }
}

void lose_awareness(const LivesSetting& lives, ClientId person, AgencyId agency) {
    auto& known = lives.care.acquaintances.of(person, agency);
    known.aware = Acquaintance::Aware::unaware;
    known.awareness_clock.reset();
    tell(lives.care, {.kind = FactKind::lost_awareness, .client = person, .agency = agency});
}

void resume_awareness(const LivesSetting& lives, ClientId person, AgencyId agency) {
    auto& known = lives.care.acquaintances.of(person, agency);
    if (known.awareness_clock) {
        known.awareness_clock->resume(lives.care.moment.now);
        schedule_loss(lives, person, agency);
    }
}

} // namespace tsunagi
