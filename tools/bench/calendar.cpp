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
            schedule(SimTime{}, row, 0);
        }
    }
    void hold(std::uint64_t times) {
        for (; times > 0; --times) {
            const auto event = calendar_.pop();
            schedule(event.key.at, event.row, event.key.occurrence + 1);
        }
    }

private:
    void schedule(SimTime now, std::uint32_t row, std::uint32_t occurrence) {
        calendar_.schedule({.key = {.at = now + sampled(mean_days * chance_.exponential()),
                                    .tie = Tie::decide,
                                    .entity = EntityKey{row},
                                    .kind = EventKind::appointment,
                                    .partner = no_partner,
                                    .occurrence = occurrence},
                            .row = row});
    }

    Calendar calendar_;
    Xoshiro chance_{1};
};

template <class Calendar> void measure(const Choice& choice) {
    HoldModel<Calendar> model{choice.pending};
    model.hold(choice.pending); // until the mix of what is pending has settled
    const Stretch stretch;
    model.hold(choice.holds);
    print_numbers({{"user_s", stretch.user()}, {"holds", static_cast<double>(choice.holds)}});
}

} // namespace

int main(int count, char** arguments) {
    CLI::App command{"Tells what a calendar costs."};
    Choice choice;
    command.add_option("calendar", choice.calendar)
        ->required()
        ->check(CLI::IsMember{{"heap", "bucket"}});
    command.add_option("pending", choice.pending)->required();
    command.add_option("--holds", choice.holds);
    return run_command(command, count, arguments, [&] {
        choice.calendar == "heap" ? measure<HeapCalendar>(choice) : measure<BucketCalendar>(choice);
    });
}
