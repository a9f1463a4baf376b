// What a calendar costs under the hold model: the next event is taken and another scheduled, so
// that as many are pending as before.
//
//   bench_calendar heap|bucket PENDING [--holds N]
#include "engine/calendar/bucket_calendar.hpp"
#include "engine/calendar/heap_calendar.hpp"
#include "engine/core/time.hpp"
#include "tools/bench/command.hpp"
#include "tools/bench/floor/xoshiro.hpp"
#include "tools/bench/measure.hpp"

#include <cstdint>
#include <string>

namespace {

using namespace tsunagi;
using namespace tsunagi::bench;

struct Choice {
    std::string calendar;
    std::uint32_t pending = 1000;
    std::uint64_t holds = 1'000'000;
};

constexpr double mean_days = 30;

template <class Calendar> class HoldModel {
public:
    explicit HoldModel(std::uint32_t pending) {
        for (std::uint32_t row = 0; row < pending; ++row) {
            schedule(SimTime{}, {.row = row, .number = 0});
        }
    }
    void hold(std::uint64_t times) {
        for (; times > 0; --times) {
            const auto event = calendar_.pop();
            schedule(event.key.at, {.row = event.row, .number = event.key.occurrence + 1});
        }
    }

private:
    struct Turn {
        std::uint32_t row{};
        std::uint32_t number{};
    };
    void schedule(SimTime now, Turn turn) {
        calendar_.schedule({.key = {.at = now + sampled(mean_days * chance_.exponential()),
                                    .tie = Tie::decide,
                                    .entity = EntityKey{turn.row},
                                    .kind = EventKind::appointment,
                                    .partner = no_partner,
                                    .occurrence = turn.number},
                            .row = turn.row});
    }

    Calendar calendar_;
    Xoshiro chance_{1};
};

template <class Calendar> void measure_calendar(const Choice& choice) {
    HoldModel<Calendar> model{choice.pending};
    model.hold(choice.pending); // until the mix of what is pending has settled
    const Stretch stretch;
    model.hold(choice.holds);
    print_numbers({{"user_s", stretch.user()}, {"holds", static_cast<double>(choice.holds)}});
}

void measure(const Choice& choice) {
    if (choice.calendar == "heap") {
        measure_calendar<HeapCalendar>(choice);
    } else {
        measure_calendar<BucketCalendar>(choice);
    }
}

void describe(CLI::App& command, Choice& choice) {
    command.description("Tells what a calendar costs.");
    command.add_option("calendar", choice.calendar)
        ->required()
        ->check(CLI::IsMember{{"heap", "bucket"}});
    command.add_option("pending", choice.pending)->required();
    command.add_option("--holds", choice.holds);
}

} // namespace

int main(int count, char** arguments) {
    return run_command<Choice>(count, arguments, describe, measure);
}
