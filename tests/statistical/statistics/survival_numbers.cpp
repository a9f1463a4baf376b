// Writes made-up lives, and what engine/statistics estimates from them, for survival.R to estimate
// again. Usage: survival_numbers SPELLS_CSV NUMBERS_CSV
#include "engine/statistics/competing_risks.hpp"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace tsunagi;

namespace {

/// A person's time in one state, (from, to], and what ended it.
struct Spell {
    std::size_t person{};
    std::int64_t from{};
    std::int64_t to{};
    std::size_t state{};
    std::size_t next{}; ///< state entered on day `to`; the state itself where watching stopped
};

struct Lives {
    std::string name;
    std::size_t states{};
    std::vector<Spell> spells;
};

std::size_t last_day(const Lives& lives) {
    return static_cast<std::size_t>(std::ranges::max_element(lives.spells, {}, &Spell::to)->to);
}

/// Spells out of state 0 alone: one for each person.
class FirstEvents {
public:
    FirstEvents(std::string name, std::size_t causes) : lives_{std::move(name), causes + 1, {}} {}

    /// @param next  1 + cause; 0 where the person was censored
    FirstEvents& add(std::int64_t persons, std::int64_t day, std::size_t next) {
        for (std::int64_t i = 0; i < persons; ++i) {
            lives_.spells.push_back({lives_.spells.size(), 0, day, 0, next});
        }
        return *this;
    }
    const Lives& lives() const { return lives_; }

private:
    Lives lives_;
};

/// How likely a spell in each state ends on a day: 1 in so many.
struct Odds {
    std::uint64_t event{};
    std::uint64_t censored{};
};

class RandomLives {
public:
    explicit RandomLives(std::uint64_t seed) : random_{seed} {}

    /// Causes have unequal hazards; whoever is left on the last day is censored on it.
    Lives first_events(FirstEvents made, std::size_t persons, std::int64_t days, Odds odds) {
        const std::size_t causes = made.lives().states - 1;
        for (std::size_t person = 0; person < persons; ++person) {
            std::int64_t day = 1;
            std::size_t next = 0;
            for (; day < days; ++day) {
                if (one_in(odds.event)) {
                    next = 1 + std::min(random_() % causes, random_() % causes);
                    break;
                }
                if (one_in(odds.censored)) {
                    break;
                }
            }
            made.add(1, day, next);
        }
        return made.lives();
    }

    /// Well (0), ill (1), dead (2); the ill recover as often as they die.
    Lives illness_and_death(std::string name, std::size_t persons, std::int64_t days) {
        Lives lives{std::move(name), 3, {}};
        for (std::size_t person = 0; person < persons; ++person) {
            Spell spell{person, 0, 1, 0, 0};
            for (; spell.to < days && !one_in(60); ++spell.to) {
                if (!one_in(8)) {
                    continue;
                }
                spell.next = one_in(spell.state == 0 ? 4 : 2) ? 2 : 1 - spell.state;
                lives.spells.push_back(spell);
                spell = {person, spell.to, spell.to, spell.next, spell.next};
                if (spell.state == 2) {
                    break;
                }
            }
            if (spell.state != 2) {
                lives.spells.push_back(spell);
            }
        }
        return lives;
    }

private:
    bool one_in(std::uint64_t odds) { return random_() % odds == 0; }

    std::mt19937_64 random_;
};

std::vector<Lives> all_lives() {
    RandomLives random{20111115};
    return {
        // Events and censoring on the same days, and a day without either.
        FirstEvents{"by-hand", 2}
            .add(2, 1, 1)
            .add(1, 1, 2)
            .add(1, 1, 0)
            .add(1, 2, 2)
            .add(2, 4, 0)
            .add(1, 4, 1)
            .add(1, 5, 2)
            .add(1, 6, 0)
            .lives(),
        FirstEvents{"all-struck", 1}.add(3, 1, 1).add(1, 3, 1).add(4, 7, 1).lives(),
        FirstEvents{"nobody-struck", 2}.add(3, 2, 0).add(5, 6, 0).lives(),
        random.first_events({"one-cause", 1}, 150, 80, {40, 30}),
        random.first_events({"two-causes-tied", 2}, 300, 6, {5, 12}),
        random.first_events({"three-causes", 3}, 500, 60, {30, 60}),
        random.first_events({"five-causes-a-year", 5}, 3000, 365, {400, 1500}),
        random.illness_and_death("illness-death", 60, 40),
        random.illness_and_death("illness-death-large", 2000, 30),
    };
}

std::vector<std::int64_t> events_of(const Lives& lives) {
    const std::size_t causes = lives.states - 1;
    std::vector<std::int64_t> events(last_day(lives) * causes, 0);
    for (const auto& spell : lives.spells) {
        if (spell.next != 0) {
            ++events[static_cast<std::size_t>(spell.to - 1) * causes + spell.next - 1];
        }
    }
    return events;
}

/// [day][state]
std::vector<std::int64_t> censored_of(const Lives& lives, std::size_t states) {
    std::vector<std::int64_t> censored(last_day(lives) * states, 0);
    for (const auto& spell : lives.spells) {
        if (spell.next == spell.state) {
            ++censored[static_cast<std::size_t>(spell.to - 1) * states + spell.state];
        }
    }
    return censored;
}

std::vector<std::int64_t> moves_of(const Lives& lives) {
    const std::size_t n = lives.states;
    std::vector<std::int64_t> moves(last_day(lives) * n * n, 0);
    for (const auto& spell : lives.spells) {
        if (spell.next != spell.state) {
            ++moves[(static_cast<std::size_t>(spell.to - 1) * n + spell.state) * n + spell.next];
        }
    }
    return moves;
}

/// What the engine estimates, one row for each number.
class Numbers {
public:
    explicit Numbers(const char* path) : file_{path} {
        file_ << std::setprecision(std::numeric_limits<double>::max_digits10)
              << "lives,quantity,day,state,value,standard_error\n";
    }

    /// @param probability  of (day, state), with its error
    /// @param mean_days    of (horizon, state), with its error
    template <class Probability, class MeanDays>
    void add(const Lives& lives, const Probability& probability, const MeanDays& mean_days) {
        const std::size_t last = last_day(lives);
        for (std::size_t state = 0; state < lives.states; ++state) {
            for (std::size_t day = 1; day <= last; ++day) {
                row(lives, "probability", {day, state}, probability(day, state));
            }
            for (std::size_t quarter = 1; quarter <= 4; ++quarter) {
                const std::size_t horizon = (quarter * last + 3) / 4;
                row(lives, "mean_days", {horizon, state}, mean_days(horizon, state));
            }
        }
    }

private:
    struct At {
        std::size_t day{};
        std::size_t state{};
    };

    void row(const Lives& lives, const char* quantity, At at, SampleEstimate estimate) {
        file_ << lives.name << ',' << quantity << ',' << at.day << ',' << at.state << ','
              << estimate.value << ',' << estimate.standard_error << '\n';
    }

    std::ofstream file_;
};

void add_first_events(Numbers& numbers, const Lives& lives) {
    const auto events = events_of(lives);
    const auto censored = censored_of(lives, 1);
    const CumulativeIncidence incidence{{.causes = lives.states - 1,
                                         .at_start = static_cast<std::int64_t>(lives.spells.size()),
                                         .events = events,
                                         .censored = censored}};
    numbers.add(
        lives,
        [&](std::size_t day, std::size_t state) {
            return state == 0 ? incidence.survival(day) : incidence.incidence(day, state - 1);
        },
        [&](std::size_t day, std::size_t state) {
            return state == 0 ? incidence.mean_days_free(day)
                              : incidence.mean_days_lost(day, state - 1);
        });
}

void add_states(Numbers& numbers, const Lives& lives) {
    std::vector<std::int64_t> at_start(lives.states, 0);
    at_start[0] = std::ranges::count(lives.spells, 0, &Spell::from);
    const auto moves = moves_of(lives);
    const auto censored = censored_of(lives, lives.states);
    const StateProbabilities states{
        {.states = lives.states, .at_start = at_start, .moves = moves, .censored = censored}, 0};
    numbers.add(
        lives,
        [&](std::size_t day, std::size_t state) { return states.probability(day, state); },
        [&](std::size_t day, std::size_t state) { return states.mean_days(day, state); });
}

bool only_first_events(const Lives& lives) {
    return std::ranges::all_of(lives.spells, [](const Spell& spell) { return spell.state == 0; });
}

} // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        return 2;
    }
    std::ofstream spells{arguments[1]};
    Numbers numbers{arguments[2]};
    spells << "lives,states,person,from,to,state,next_state\n";
    for (const auto& lives : all_lives()) {
        for (const auto& spell : lives.spells) {
            spells << lives.name << ',' << lives.states << ',' << spell.person << ',' << spell.from
                   << ',' << spell.to << ',' << spell.state << ',' << spell.next << '\n';
        }
        if (only_first_events(lives)) {
            add_first_events(numbers, lives);
        } else {
            add_states(numbers, lives);
        }
    }
    return 0;
}
