#pragma once

#include "engine/core/time.hpp"
#include "engine/relations/parameters.hpp"

namespace tsunagi {

/// Mutual understanding U of two agencies under one schedule of contacts, as of its last event; in
/// [0, 1].
struct Understanding {
    double value{};
    SimTime at{};
    friend bool operator==(const Understanding&, const Understanding&) = default;
};

/// U at an instant on or after the last event: halves every half-life.
double understanding_at(const Understanding& understanding, double half_life_days, SimTime now);

/// A contact of weight w: U += gain w (1 - U).
void gain_understanding(Understanding& understanding,
                        const RelationParameters& parameters,
                        double weight,
                        SimTime now);

/// Rotation of one side on 1 April, share mode: the factor 1 - loss (1 / tenure)(1 - routine).
/// @param tenure_years  mean tenure, >= 1
double rotation_factor(const RelationParameters& parameters, double tenure_years);

/// Mean tenures of a pair's two sides, years, each >= 1.
struct PairTenure {
    double one_years{};
    double other_years{};
};

/// Mean level of U that contacts of total weight-frequency `weight_per_year` carry against decay
/// and rotation of both sides: a / (a + k), both rates per day.
double
carried_level(const RelationParameters& parameters, PairTenure tenure, double weight_per_year);

/// Contacts a year, as weight x frequency, that carry the mean level L: the inverse of
/// carried_level.
/// @param level  in (0, 1)
double weight_for_level(const RelationParameters& parameters, PairTenure tenure, double level);

} // namespace tsunagi
