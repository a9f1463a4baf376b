#include "tools/tsunagi/memory_need.hpp"

#include "engine/experiment/experiment_memory.hpp"
#include "engine/network/network_memory.hpp"
#include "tools/tsunagi/available_memory.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace tsunagi::program {

namespace {

constexpr double megabyte = 1e6;
constexpr double bytes_of_program = 14.0 * megabyte; ///< with the input and what is printed
constexpr double bytes_of_thread = 1.0 * megabyte;

/// Bytes of a part, and the message that says what makes it smaller.
using Part = std::pair<double, std::string>;

std::string smaller_of_largest(const std::vector<Part>& parts) {
    return std::max_element(parts.begin(), parts.end())->second;
}

/// The power of ten of the third figure, at least 1.
double third_figure(double number) {
    double step = 1.0;
    while (number / step >= 1000.0) {
        step *= 10.0;
    }
    return step;
}

/// To three figures, in whole numbers.
double rounded_up(double number) {
    const double step = third_figure(std::ceil(number));
    return std::ceil(number / step) * step;
}
double rounded_down(double number) {
    const double step = third_figure(number);
    return std::floor(number / step) * step;
}

std::string grouped(double whole) {
    return fmt::format("{}", fmt::group_digits(static_cast<std::int64_t>(whole)));
}

/// Threads beside which what is needed by all still fits; below 1 where none does.
double fitting_threads(const MemoryNeed& need) {
    if (!fits(need, 1)) {
        return 0.0;
    }
    const double left = need.bytes_available.value_or(0.0) - need.bytes_for_all;
    return std::max(std::floor(left / (need.bytes_per_thread * (1.0 + need.in_pieces))), 1.0);
}

} // namespace

MemoryNeed memory_need(const NetworkFile& file, std::int64_t replications) {
    constexpr double copies_at_end = 1.5; // of the counts of results, sums as well
    const auto memory = memory_of(file.network);
    const auto runs = static_cast<double>(replications);
    // Samples of a run as they grow, and those of all results.
    const double persons = memory.bytes_of_persons_per_run;
    const double samples = memory.bytes_of_samples_per_result * (2.0 + runs);
    const double counts = memory.bytes_per_run + runs * memory.bytes_per_result - persons - samples;
    return {.persons = memory.persons > 0.0 ? std::optional{memory.persons} : std::nullopt,
            .with_persons = true,
            .bytes_per_thread = bytes_of_thread + memory.bytes_per_run,
            .in_pieces = 0.25, // held against measurements by tests/system/hostile_sizes_test.py
            .bytes_for_all = bytes_of_program + runs * memory.bytes_per_result,
            .bytes_at_end = bytes_of_program + copies_at_end * runs * memory.bytes_per_result,
            .most_threads = replications,
            .smaller = smaller_of_largest({{persons, "cli.too_large.persons"},
                                           {samples, "cli.too_large.samples"},
                                           {counts, "cli.too_large.counts"}}),
            .bytes_available = available_memory()};
}

MemoryNeed memory_need(const Study& study) {
    // As results, and as the image of their file; of those of a block the table as well.
    constexpr double copies_of_block = 3.5;
    constexpr double copies_at_end = 1.6;
    constexpr double bytes_of_store = 8.0 * megabyte;
    const auto& experiment = study.experiment;
    const auto memory = memory_of(experiment);
    const auto block = std::min(experiment.replications, replications_per_block);
    MemoryNeed need{.persons = {},
                    .with_persons = false,
                    .bytes_per_thread = bytes_of_thread + memory.worlds * memory.bytes_per_world,
                    .in_pieces = 0.0,
                    .bytes_for_all =
                        bytes_of_program + bytes_of_store +
                        copies_of_block * static_cast<double>(block) * memory.bytes_per_replication,
                    .bytes_at_end = bytes_of_program + bytes_of_store +
                                    copies_at_end * static_cast<double>(experiment.replications) *
                                        memory.bytes_per_replication,
                    .most_threads = experiment.replications,
                    .smaller = {},
                    .bytes_available = available_memory()};
    // Counting persons takes a run; where already the empty region does not fit, none is begun.
    double persons = 0.0;
    need.with_persons = fits(need, 1);
    if (need.with_persons) {
        need.persons = expected_most_present(experiment);
        persons = memory.worlds * *need.persons * memory.bytes_per_person;
        need.bytes_per_thread += persons;
    }
    need.smaller =
        smaller_of_largest({{persons, "cli.too_large.persons"},
                            {memory.worlds * memory.bytes_per_world, "cli.too_large.agencies"},
                            {need.bytes_at_end, "cli.too_large.replications"}});
    return need;
}

double bytes_needed(const MemoryNeed& need, std::int64_t threads) {
    const double of_thread = need.bytes_per_thread * (1.0 + (threads > 1 ? need.in_pieces : 0.0));
    const double at_work = need.bytes_for_all + static_cast<double>(threads) * of_thread;
    return std::max(at_work, need.bytes_at_end);
}

bool fits(const MemoryNeed& need, std::int64_t threads) {
    return !need.bytes_available || bytes_needed(need, threads) <= *need.bytes_available;
}

std::string remedy(const Session& session, const MemoryNeed& need) {
    const auto smaller = session.words.text(need.smaller);
    const double threads = fitting_threads(need);
    return need.with_persons && threads >= 1.0
               ? session.words.text(
                     "cli.too_large.fewer",
                     {{"threads", fmt::format("{:.0f}", threads)}, {"smaller", smaller}})
               : session.words.text("cli.too_large.smaller", {{"smaller", smaller}});
}

Messages::Arguments words_of(const Session& session, const MemoryNeed& need, std::int64_t threads) {
    std::string persons;
    if (need.persons) {
        persons = session.words.text("cli.memory.persons",
                                     {{"persons", grouped(rounded_up(*need.persons))}});
    } else if (!need.with_persons) {
        persons = session.words.text("cli.memory.without_persons");
    }
    return {{"need", grouped(rounded_up(bytes_needed(need, threads) / megabyte))},
            {"threads", std::to_string(threads)},
            {"persons", persons}};
}

std::string megabytes_available(double bytes) {
    return grouped(rounded_down(bytes / megabyte));
}

void refuse_too_large(const Session& session,
                      const std::string& file,
                      const MemoryNeed& need,
                      std::int64_t threads) {
    auto words = words_of(session, need, threads);
    words.insert(words.end(),
                 {{"file", file},
                  {"available", megabytes_available(need.bytes_available.value())},
                  {"remedy", remedy(session, need)}});
    tell(session, "cli.too_large", words);
}

} // namespace tsunagi::program
