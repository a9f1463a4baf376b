#include "engine/relations/understanding.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"

namespace tsunagi {

double understanding_at(const Understanding& understanding, double half_life_days, SimTime now) {
    if (understanding.value == 0.0) {
        return 0.0;
    }
    return understanding.value *
           det::half_power(days_between(understanding.at, now) / half_life_days);
}

void gain_understanding(Understanding& understanding,
                        const RelationParameters& parameters,
                        double weight,
                        SimTime now) {
    const double before = understanding_at(understanding, parameters.half_life_days, now);
    understanding = {before + parameters.gain_per_contact * weight * (1.0 - before), now};
}

double rotation_factor(const RelationParameters& parameters, double tenure_years) {
    expects(tenure_years >= 1.0, "mean tenure is at least a year");
    return 1.0 - parameters.rotation_loss / tenure_years * (1.0 - parameters.routine);
}

namespace {
// Losses of U per day when the yearly steps of rotation are spread over the year.
double loss_per_day(const RelationParameters& parameters, PairTenure tenure) {
    return det::ln_two / parameters.half_life_days -
           (det::log(rotation_factor(parameters, tenure.one_years)) +
            det::log(rotation_factor(parameters, tenure.other_years))) /
               days_per_year;
}
} // namespace

double
carried_level(const RelationParameters& parameters, PairTenure tenure, double weight_per_year) {
    const double gains = parameters.gain_per_contact * weight_per_year / days_per_year;
    return gains / (gains + loss_per_day(parameters, tenure));
}

double weight_for_level(const RelationParameters& parameters, PairTenure tenure, double level) {
    expects(level > 0.0 && level < 1.0, "a mean level lies in (0, 1)");
    expects(parameters.gain_per_contact > 0.0, "contact can keep a level up");
    return loss_per_day(parameters, tenure) * level / (1.0 - level) * days_per_year /
           parameters.gain_per_contact;
}

} // namespace tsunagi
