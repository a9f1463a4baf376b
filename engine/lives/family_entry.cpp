#include "engine/lives/family_entry.hpp"

#include "engine/care/in_touch.hpp"
#include "engine/lives/hazards.hpp"
#include "engine/lives/own_booking.hpp"
#include "engine/people/family.hpp"
#include "engine/random/det.hpp"

namespace tsunagi {

namespace {

bool could_be_brought(const CareSetting& care, ClientId id) {
    const auto& person = care.clients[id];
    return person.need == Need::true_need && person.liberty == Liberty::at_liberty &&
           engaged_family(care, id).has_value() && is_out_of_care(care, id) &&
           !is_in_touch(care, id, care.region.centre);
}

double entry_rate(const CareSetting& care, ClientId id) {
    if (!could_be_brought(care, id)) {
        return 0.0;
    }
    const auto& person = care.clients[id];
    const auto& parameters = care.family;
    const auto& family = care.clients.family(person.relative.value());
    const double above_mean =
        understanding_at(family, parameters, care.moment.now) - parameters.mean_understanding;
    const double readiness =
        person.base_readiness < parameters.low_readiness ? parameters.entry_low_readiness : 1.0;
    return parameters.entry_per_year * det::exp(parameters.entry_understanding * above_mean) *
           readiness;
}

} // namespace

void reconsider_family_entry(const LivesSetting& lives, ClientId person) {
    const auto& client = lives.care.clients[person];
    // Most have no need or no family, ever.
    const bool concerned = client.need == Need::true_need && client.relative.has_value();
    if (concerned && !has_departed(client)) {
        set_hazard(lives, person, {PersonHazard::family_entry, entry_rate(lives.care, person)});
    }
}

void enter_through_family(const LivesSetting& lives, ClientId person) {
    book_at_centre(lives, person, Route::family);
}

} // namespace tsunagi
