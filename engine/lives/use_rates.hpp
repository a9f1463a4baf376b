#pragma once

#include "engine/clocks/sum_baseline.hpp"
#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

/// Cumulative hazard of a lapse over the age s of a spell of abstinence, at risk 1 and without
/// protection: kappa ln(1 + (s / median)^shape) + late s.
using RelapseBaseline = SumBaseline<LogLogisticBaseline, ExponentialBaseline>;
RelapseBaseline relapse_baseline(const UseParameters& use);

/// Risk m of a person, a factor on that hazard: severity sqrt(ratio) or its inverse, the type
/// factor of full-term releases, and the factor of those with hardly any risk. Supervision as such
/// does not enter.
double relapse_risk(const UseParameters& use, const Client& person);

/// HR(t), a factor on the same hazard.
struct Protection {
    double factor{};
    /// Time alone, which ends trust, does not change it before.
    SimTime holds_until{SimTime::max()};
};
/// As of now: in a hospital bed and as a resident of a recovery facility that factor alone; else
/// the product over open episodes and a trusted relation with a support agency, not below the
/// floor. Monthly aftercare counts as counselling.
Protection protection_of(const LivesSetting& lives, ClientId person);

/// What else can happen to a person at liberty, per year, in his present state of use.
struct RatesOfUse {
    double arrest{};       ///< for drug use
    double other_arrest{}; ///< for anything else
    double admission{};    ///< need of a hospital bed; none for those in one
    double danger{};       ///< at home; for those who live with their family
    double death{};
    double move{};
    double lapse_end{};
    double remission{}; ///< of regular use
};
RatesOfUse rates_of_use(const LivesSetting& lives, ClientId person);
/// Its rate of death: by the state of use and the age in completed years.
double deaths_per_year(const LivesSetting& lives, const Client& person);
/// An instant within the last day of the present year of age: before it time alone does not change
/// the rate of death.
SimTime before_next_birthday(const Client& person, SimTime now);

} // namespace tsunagi
