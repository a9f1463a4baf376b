#include "engine/people/sentence.hpp"

#include "engine/core/contracts.hpp"
#include "engine/random/det.hpp"
#include "engine/random/samplers.hpp"

#include <array>
#include <utility>

namespace tsunagi {

namespace {

constexpr std::array partial_years{1.0, 1.5, 2.0, 3.0, 4.0};
constexpr std::array suspended_years{2.0, 3.0, 4.0, 5.0};

double partial_days(const SupervisionParameters& parameters, double uniform) {
    return partial_years.at(choose_index(parameters.partial_shares, uniform)) * days_per_year;
}

} // namespace

TruncatedNormalQuantiles log_parole_days(const SupervisionParameters& parameters) {
    return TruncatedNormalQuantiles{{.mean = det::log(parameters.parole_median_days),
                                     .sd = parameters.parole_log_sd,
                                     .lower = det::log(parameters.parole_shortest_days),
                                     .upper = det::log(parameters.parole_longest_days)}};
}

Sentence draw_sentence(const SentenceSetting& setting,
                       IntakeSource source,
                       EntityKey person,
                       SimTime now,
                       Streams& streams) {
    const auto& parameters = setting.supervision;
    const auto uniform = [&](Draw purpose) {
        return streams.uniform({.purpose = purpose, .entity = person});
    };
    const auto parole_days = [&] {
        return det::exp(setting.log_parole_days.at(uniform(Draw::supervision_length)));
    };
    // Days of the first phase, and of a second one.
    const auto phases = [&]() -> std::pair<double, double> {
        switch (source) {
        case IntakeSource::parole_only:
            return {parole_days(), 0.0};
        case IntakeSource::parole_partial:
            return {parole_days(),
                    partial_days(parameters, uniform(Draw::supervision_second_phase))};
        case IntakeSource::direct_partial:
            return {partial_days(parameters, uniform(Draw::supervision_length)), 0.0};
        case IntakeSource::suspended:
            return {suspended_years.at(choose_index(parameters.suspended_shares,
                                                    uniform(Draw::supervision_length))) *
                        days_per_year,
                    0.0};
        case IntakeSource::juvenile:
            return {parameters.juvenile_shortest_days +
                        uniform(Draw::supervision_length) *
                            (parameters.juvenile_longest_days - parameters.juvenile_shortest_days),
                    0.0};
        case IntakeSource::full_term:
        case IntakeSource::suspended_without_probation:
            return {0.0, 0.0};
        }
        violate("an intake source is one of the list", __FILE__, __LINE__);
    };
    const bool at_liberty =
        source == IntakeSource::suspended || source == IntakeSource::suspended_without_probation;
    const auto [first, second] = phases();
    Sentence sentence;
    sentence.start = at_liberty ? now : now + sampled(setting.intake.pre_release_days);
    sentence.first_phase_end = first > 0.0 ? sentence.start + sampled(first) : sentence.start;
    sentence.end =
        second > 0.0 ? sentence.first_phase_end + sampled(second) : sentence.first_phase_end;
    sentence.officer_phase = uniform(Draw::officer_phase);
    sentence.volunteer = {.phase = uniform(Draw::volunteer_phase),
                          .interval_days = parameters.volunteer_interval_days};
    return sentence;
}

double return_parole_days(const SupervisionParameters& parameters,
                          EntityKey person,
                          std::uint32_t occurrence,
                          Streams& streams) {
    const double uniform = streams.uniform(
        {.purpose = Draw::return_parole_length, .entity = person, .occurrence = occurrence});
    return det::exp(log_parole_days(parameters).at(uniform));
}

} // namespace tsunagi
