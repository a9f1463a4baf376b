#include "engine/people/sentence.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include <array>

namespace tsunagi {

namespace {

constexpr std::array partial_years{1.0, 1.5, 2.0, 3.0, 4.0};
constexpr std::array suspended_years{2.0, 3.0, 4.0, 5.0};

// Log-normal cut to the shortest and longest parole: the uniform is mapped into what the cut
// leaves.
double parole_days(const SupervisionParameters& parameters, double uniform) {
    const double log_median = det::log(parameters.parole_median_days);
    const double log_days = truncated_normal({.mean = log_median,
                                              .sd = parameters.parole_log_sd,
                                              .lower = det::log(parameters.parole_shortest_days),
                                              .upper = det::log(parameters.parole_longest_days)},
                                             uniform);
    return det::exp(log_days);
}

double partial_days(const SupervisionParameters& parameters, double uniform) {
    return partial_years.at(choose_index(parameters.partial_shares, uniform)) * days_per_year;
}

} // namespace

Sentence draw_sentence(const SentenceSetting& setting,
                       IntakeSource source,
                       EntityKey person,
                       SimTime now,
                       Streams& streams) {
    const auto& parameters = setting.supervision;
    const double first = streams.uniform({.purpose = Draw::supervision_length, .entity = person});
    const auto days = [&] {
        switch (source) {
        case IntakeSource::parole_only:
            return parole_days(parameters, first);
        case IntakeSource::parole_partial:
            return parole_days(parameters, first) +
                   partial_days(parameters,
                                streams.uniform(
                                    {.purpose = Draw::supervision_second_phase, .entity = person}));
        case IntakeSource::direct_partial:
            return partial_days(parameters, first);
        case IntakeSource::suspended:
            return suspended_years.at(choose_index(parameters.suspended_shares, first)) *
                   days_per_year;
        case IntakeSource::juvenile:
            return parameters.juvenile_shortest_days +
                   first * (parameters.juvenile_longest_days - parameters.juvenile_shortest_days);
        }
        violate("an intake source is one of the list", __FILE__, __LINE__);
    };
    Sentence sentence;
    sentence.start =
        source == IntakeSource::suspended ? now : now + sampled(setting.intake.pre_release_days);
    sentence.end = sentence.start + sampled(days());
    sentence.officer_phase = streams.uniform({.purpose = Draw::officer_phase, .entity = person});
    return sentence;
}

} // namespace tsunagi
