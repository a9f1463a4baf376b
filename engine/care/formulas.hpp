#pragma once

#include "engine/care/parameters.hpp"
#include "engine/facts/details.hpp"

namespace tsunagi {

/// Chance that an opportunity brings a true need to light: 1 - (1 - rho)^(q / q_ref).
/// @param quality  q of the sender, in [0, 1]
double recognition_probability(const RecognitionParameters& parameters, double quality);

/// Chance that the chosen plan fits the person: fit0 + fit1 q of the agency that takes the case,
/// capped to [0, 1].
double fit_probability(const RecognitionParameters& parameters, double quality);

/// What acceptance of an offer depends on.
struct AcceptanceCase {
    double readiness{};   ///< r(t) in [0, 1]
    double familiarity{}; ///< k in [0, 1]
    double minutes{};     ///< travel one way
    enum class Flag : unsigned char { no, yes } first_timer{}, without_need{}, misfit{};
};
/// Chance that a person takes an offer up. Families, resistance to hospitals and label terms are
/// not built yet.
double acceptance_probability(const ReferralParameters& parameters, const AcceptanceCase& offer);

/// Log-normal law of the lead from acceptance to the wished day.
struct LeadLaw {
    double mean_days{};
    double log_sd{}; ///< of the lead's logarithm
};
/// Lead at a standard normal quantile z: exp(ln mean + sd z - sd^2 / 2).
double lead_days(LeadLaw law, double standard_normal);

/// What keeping an appointment depends on.
struct ArrivalCase {
    double wait_days{}; ///< from acceptance (or the re-booking) to the appointment, >= 0
    double link_term{}; ///< B theta_arr s x E x consent, logit
    double readiness{}; ///< at acceptance
    double minutes{};   ///< travel one way
    enum class Subject : unsigned char { person, family } subject{};
};
/// Chance that a first appointment is kept. The wait enters here and nowhere else.
double arrival_probability(const ReferralParameters& parameters, const ArrivalCase& appointment);

/// Weibull scale of drop-out without legal pressure, such that the share lost within a year is the
/// observed one when part of that year is supervised: 365 / (H / (1 - s + s phi))^(1 / shape), H =
/// -ln(1 - year_loss).
double counselling_scale_days(const EpisodeParameters& parameters);

} // namespace tsunagi
