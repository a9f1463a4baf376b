// Persons who do not meet, and links.
#include "engine/clocks/baselines.hpp"
#include "engine/clocks/exposure_clock.hpp"
#include "engine/random/det.hpp"
#include "engine/random/streams.hpp"
#include "engine/relations/understanding.hpp"
#include "engine/statistics/aalen_johansen.hpp"
#include "engine/verification/detail/problem_parts.hpp"

#include <algorithm>
#include <array>

namespace tsunagi::detail {

// Healthy, ill, dead with constant hazards: where everybody is at t = 5.
Quantities illness_death(double error) {
    constexpr double fall_ill = 0.3;
    constexpr double die_healthy = 0.1;
    constexpr double die_ill = 0.2;
    constexpr double at = 5.0;
    constexpr std::uint64_t persons = 400'000;
    const auto leaving = [](double hazard, std::uint32_t to) {
        return Station::Cause{Law{ExponentialLaw{1.0 / hazard}}, Routing{{{AgencyId{to}, 1.0}}}};
    };
    Station healthy{.key = key_of("healthy"),
                    .leave = {leaving(error * fall_ill, 1), leaving(die_healthy, 2)}};
    Station ill{.key = key_of("ill"), .leave = {leaving(error * die_ill, 2)}};
    auto network = network_over({.all = at, .warm_up = 0.0},
                                {std::move(healthy), std::move(ill), {.key = key_of("dead")}});
    network.sample_every = sampled(at);
    network.arrivals = {{.key = key_of("cohort"), .to = AgencyId{0}, .at_start = persons}};
    const auto result = run_network(network, {.study_seed = 20'240'401, .replication = 0});
    const auto& present = result.counts.samples.at(1);
    const double still_healthy = det::exp(-(fall_ill + die_healthy) * at);
    const double now_ill =
        fall_ill / (fall_ill + die_healthy - die_ill) * (det::exp(-die_ill * at) - still_healthy);
    return {{"healthy", still_healthy, share_of({present.at(0), persons})},
            {"ill", now_ill, share_of({present.at(1), persons})},
            {"dead", 1.0 - still_healthy - now_ill, share_of({present.at(2), persons})}};
}

// Two causes that end the same stay while people drop out of sight: the Aalen-Johansen estimate of
// both, from days as the observation counts them.
Quantities competing_risks(double error) {
    constexpr std::size_t days = 200;
    constexpr std::uint64_t persons = 100'000;
    constexpr double first_per_day = 0.004;
    constexpr double other_per_day = 0.002;
    constexpr double lost_per_day = 0.003;
    constexpr std::size_t states = 3; // open, ended by the first cause, by the other
    std::vector<std::int64_t> moves(days * states * states);
    std::vector<std::int64_t> censored(days * states);
    Streams streams{{.study_seed = 20'240'401, .replication = 0}};
    for (std::uint64_t person = 0; person < persons; ++person) {
        auto chance = streams.open({.purpose = Draw::network_stay,
                                    .entity = child_key(key_of("competing risks"), person)});
        const auto drawn = [&](double per_day) {
            return Law{ExponentialLaw{1.0 / per_day}}.draw(chance.uniform());
        };
        const double first = drawn(error * first_per_day);
        const double other = drawn(other_per_day);
        const double lost = drawn(lost_per_day);
        const auto day = static_cast<std::size_t>(std::min({first, other, lost, double{days}}));
        if (day < days) {
            if (lost < std::min(first, other)) {
                ++censored[day * states];
            } else {
                ++moves[day * states * states + (first < other ? 1 : 2)];
            }
        }
    }
    const std::array<std::int64_t, states> at_start{persons, 0, 0};
    const StateProbabilities curves{
        {.states = states, .at_start = at_start, .moves = moves, .censored = censored}, 0};
    const double both = first_per_day + other_per_day;
    const double ended = 1.0 - det::exp(-both * static_cast<double>(days));
    const auto found = [&](std::size_t state) {
        const auto estimate = curves.probability(days, state);
        return Estimate{.value = estimate.value,
                        .standard_error = estimate.standard_error,
                        .units = static_cast<std::int64_t>(persons)};
    };
    return {{"first_cause", first_per_day / both * ended, found(1)},
            {"other_cause", other_per_day / both * ended, found(2)}};
}

// A Weibull hazard that is doubled on day 40 and halved on day 90: who has not fired by then.
Quantities exposure_clock(double error) {
    constexpr std::int64_t lives = 200'000;
    constexpr double doubled_from = 40.0;
    constexpr double halved_from = 90.0;
    constexpr std::array days{30.0, 60.0, 150.0};
    constexpr std::array ids{"surviving_30", "surviving_60", "surviving_150"};
    const WeibullBaseline baseline{1.3, 100.0};
    Streams streams{{.study_seed = 20'240'401, .replication = 0}};
    const auto at = [](double day) { return SimTime{} + sampled(day); };
    std::array<std::int64_t, days.size()> surviving{};
    for (std::int64_t life = 0; life < lives; ++life) {
        const double threshold = streams.exponential(
            {.purpose = Draw::network_stay,
             .entity = child_key(key_of("exposure clock"), static_cast<std::uint64_t>(life))});
        ExposureClock clock{{.at = SimTime{}, .threshold = threshold, .multiplier = error}};
        auto fires = clock.fires_at(baseline);
        for (const auto& [from, factor] :
             {std::pair{doubled_from, 2.0}, std::pair{halved_from, 0.5}}) {
            if (fires && *fires > at(from)) {
                clock.set_multiplier(baseline, at(from), error * factor);
                fires = clock.fires_at(baseline);
            }
        }
        for (std::size_t i = 0; i < days.size(); ++i) {
            surviving.at(i) += !fires || *fires > at(days.at(i)) ? 1 : 0;
        }
    }
    const auto felt = [&](double day) {
        const auto cumulative = [&](double age) { return baseline.cumulative(age); };
        const double doubled = std::min(day, halved_from);
        return cumulative(std::min(day, doubled_from)) +
               2.0 * std::max(0.0, cumulative(doubled) - cumulative(doubled_from)) +
               0.5 * std::max(0.0, cumulative(day) - cumulative(halved_from));
    };
    Quantities quantities;
    for (std::size_t i = 0; i < days.size(); ++i) {
        quantities.push_back(
            {ids.at(i), det::exp(-felt(days.at(i))), share_of({surviving.at(i), lives})});
    }
    return quantities;
}

// Contacts at equal intervals from no understanding on: after n of them gain (1 - q^n) / (1 - q)
// with q = (1 - gain) times what an interval leaves.
Quantities understanding(double error) {
    constexpr double gain = 0.12;
    constexpr double half_life_days = 180.0;
    constexpr int interval_days = 30;
    constexpr int contacts = 24;
    RelationParameters parameters;
    parameters.gain_per_contact = gain;
    parameters.half_life_days = error * half_life_days;
    Understanding level{0.0, SimTime{}};
    SimTime now{};
    for (int contact = 0; contact < contacts; ++contact) {
        now += interval_days * one_day;
        gain_understanding(level, parameters, 1.0, now);
    }
    const double kept = (1.0 - gain) * det::half_power(interval_days / half_life_days);
    const double after = gain * (1.0 - det::power(kept, contacts)) / (1.0 - kept);
    const double later = after * det::half_power(100.0 / half_life_days);
    return {{"after_contacts", after, {.value = level.value, .units = contacts}},
            {"after_silence",
             later,
             {.value = understanding_at(level, parameters.half_life_days, now + 100 * one_day),
              .units = contacts}}};
}

} // namespace tsunagi::detail
