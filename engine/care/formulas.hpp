#pragma once

#include "engine/care/parameters.hpp"
#include "engine/facts/details.hpp"

#include <array>

namespace tsunagi {

/// Chance that an opportunity brings a true need to light: 1 - (1 - rho)^(q / q_ref).
/// @param quality  q of the sender, in [0, 1]
double recognition_probability(const RecognitionParameters& parameters, double quality);

/// Chance that the chosen plan fits the person: fit0 + fit1 q of the agency that takes the case,
/// capped to [0, 1].
double fit_probability(const RecognitionParameters& parameters, double quality);

/// What acceptance of an offer by a person depends on.
struct AcceptanceCase {
    double readiness{};            ///< r(t) in [0, 1]
    double familiarity{};          ///< k in [0, 1]
    double family_understanding{}; ///< u_f above its mean, of an engaged family; else 0
    double minutes{};              ///< travel one way
    double resistance{};           ///< to hospitals, in [0, 1]; 0 where the offer is another
    double extra{};                ///< terms of labels, logit
    enum class Flag : unsigned char { no, yes } first_timer{}, without_need{}, misfit{};
};
/// Chance that a person takes an offer up.
double acceptance_probability(const ReferralParameters& parameters, const AcceptanceCase& offer);

/// What acceptance of an offer by a family depends on.
struct FamilyAcceptanceCase {
    double familiarity{};                                        ///< k in [0, 1]
    double minutes{};                                            ///< travel one way
    enum class Crisis : unsigned char { none, recent } crisis{}; ///< of the person
};
/// Chance that a family takes an offer up.
double family_acceptance_probability(const ReferralParameters& parameters,
                                     const FamilyAcceptanceCase& offer);

/// Log-normal law of the lead from acceptance to the wished day.
struct LeadLaw {
    double mean_days{};
    double log_sd{}; ///< of the lead's logarithm
};
/// Lead at a standard normal quantile z: exp(ln mean + sd z - sd^2 / 2).
double lead_days(LeadLaw law, double standard_normal);

/// What keeping an appointment depends on.
struct ArrivalCase {
    double wait_days{};     ///< from acceptance (or the re-booking) to the appointment, >= 0
    double link_term{};     ///< B theta_arr s x E x consent, logit
    double readiness{};     ///< at acceptance
    double minutes{};       ///< travel one way
    double handover_term{}; ///< joint or escorted handover, logit
    enum class Subject : unsigned char { person, family } subject{};
};
/// Chance that a first appointment is kept. The wait enters here and nowhere else.
double arrival_probability(const ReferralParameters& parameters, const ArrivalCase& appointment);

/// Weibull scale of drop-out without legal pressure, such that the share lost within a year is the
/// observed one when part of that year is supervised: 365 / (H / (1 - s + s phi))^(1 / shape), H =
/// -ln(1 - year_loss).
/// @param shape  of the service's drop-out
double tied_scale_days(const EpisodeParameters& parameters, double shape);

/// Scales of drop-out by service, stated or tied, times the common factor.
std::array<double, services> drop_out_scales(const EpisodeParameters& parameters);

} // namespace tsunagi
