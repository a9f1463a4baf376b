// The machine's limit on ref-2 without vector instructions: one person after the other, nothing
// stored but counts.
//
//   bench_floor_ref2 PERSONS RUNS
#include "tools/bench/floor/philox.hpp"
#include "tools/bench/measure.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>

namespace {

using namespace tsunagi::bench;

enum class State : std::uint8_t { community, center, facility, hospital, stable, dead };
constexpr std::size_t states = 6;
constexpr double horizon_years = 10;
constexpr std::uint32_t first_seed = 2000;
constexpr std::size_t months = 120;

/// Weibull time to it, in years; shape 1: exponential.
struct Transition {
    State from;
    State to;
    double shape;
    double scale;
};
constexpr std::array<Transition, 8> transitions{{
    {State::community, State::center, 1.3, 1.5},
    {State::community, State::dead, 1, 1 / 0.02},
    {State::center, State::facility, 0.8, 2.0},
    {State::center, State::stable, 1, 1 / 0.9},
    {State::facility, State::stable, 1.5, 0.6},
    {State::facility, State::hospital, 1, 1 / 0.3},
    {State::hospital, State::center, 2.0, 0.25},
    {State::stable, State::community, 0.7, 4.0},
}};
/// Where the transitions of each state begin, and where the last ones end.
constexpr std::array<std::size_t, states + 1> first_transition{0, 2, 4, 6, 7, 8, 8};

struct Choice {
    std::uint32_t persons{};
    std::uint32_t runs{};
};
/// What a person's draws are keyed by.
struct Chance {
    std::uint32_t seed{};
    std::uint32_t person{};
};
struct Counts {
    std::uint64_t happened{};
    /// By transition and the first month at whose beginning it shows.
    std::array<std::array<std::uint32_t, months + 1>, transitions.size()> by_month{};
};

double drawn_years(const Transition& transition, std::uint32_t word) {
    const double exponential = -std::log(unit_interval32(word));
    return transition.shape == 1 ? exponential * transition.scale
                                 : transition.scale * std::pow(exponential, 1 / transition.shape);
}

void live(Chance chance, Counts& counts) {
    double years = 0;
    auto state = State::community;
    for (std::uint32_t stay = 0; state != State::dead; ++stay) {
        const auto words = philox4x32_block({chance.person, 0, stay, 7}, {chance.seed, 99});
        const auto first = first_transition[static_cast<std::size_t>(state)];
        const auto end = first_transition[static_cast<std::size_t>(state) + 1];
        double least = std::numeric_limits<double>::infinity();
        std::size_t next = first;
        for (auto at = first; at < end; ++at) {
            const double drawn = drawn_years(transitions[at], words[at - first]);
            // A branch lets the processor go on before the logarithms are there.
            if (drawn < least) [[likely]] {
                least = drawn;
                next = at;
            }
        }
        years += least;
        if (years >= horizon_years) {
            return;
        }
        ++counts.happened;
        ++counts.by_month[next][static_cast<std::size_t>(std::ceil(years * 12))];
        state = transitions[next].to;
    }
}

/// By how much those in the state that all start in are fewer at the beginning of a month.
double gone_from_community(const Counts& counts, std::size_t month) {
    double gone = 0;
    for (std::size_t at = 0; at < transitions.size(); ++at) {
        double until = 0;
        for (std::size_t earlier = 0; earlier <= month; ++earlier) {
            until += counts.by_month[at][earlier];
        }
        gone += transitions[at].from == State::community ? until : 0;
        gone -= transitions[at].to == State::community ? until : 0;
    }
    return gone;
}

void measure(const Choice& choice) {
    Counts last;
    double happened = 0;
    const Stretch stretch;
    for (std::uint32_t run = 0; run < choice.runs; ++run) {
        last = {};
        for (std::uint32_t person = 0; person < choice.persons; ++person) {
            live({.seed = first_seed + run, .person = person}, last);
        }
        happened += static_cast<double>(last.happened);
    }
    print_numbers(
        {{"user_s", stretch.user()},
         {"transitions", happened},
         {"community_after_1_year", 1 - gone_from_community(last, 12) / choice.persons},
         {"community_after_10_years", 1 - gone_from_community(last, months) / choice.persons}});
}

} // namespace

int main(int count, char** arguments) {
    try {
        const std::span given{arguments, static_cast<std::size_t>(count)};
        if (given.size() != 3) {
            throw std::invalid_argument{"bench_floor_ref2 PERSONS RUNS"};
        }
        measure({.persons = static_cast<std::uint32_t>(std::stoul(given[1])),
                 .runs = static_cast<std::uint32_t>(std::stoul(given[2]))});
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 2;
    }
}
