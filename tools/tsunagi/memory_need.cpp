#include "tools/tsunagi/memory_need.hpp"

#include "engine/experiment/experiment_memory.hpp"
#include "engine/network/network_memory.hpp"
#include "tools/tsunagi/available_memory.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace tsunagi::program {

namespace {

constexpr double megabyte = 1e6;
constexpr double bytes_of_program = 14.0 * megabyte; ///< with the input and what is printed
constexpr double bytes_of_thread = 1.0 * megabyte;

} // namespace

MemoryNeed memory_need(const NetworkFile& file, std::int64_t replications) {
    constexpr double copies_at_end = 1.5; // of the counts of results, sums as well
    const auto memory = memory_of(file.network);
    return {.persons = memory.persons,
            .bytes_per_thread = bytes_of_thread + memory.bytes_per_run,
            .bytes_for_all =
                bytes_of_program + static_cast<double>(replications) * memory.bytes_per_result,
            .bytes_at_end = bytes_of_program + copies_at_end * static_cast<double>(replications) *
                                                   memory.bytes_per_result,
            .most_threads = replications};
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
                    .bytes_per_thread = bytes_of_thread + memory.worlds * memory.bytes_per_world,
                    .bytes_for_all =
                        bytes_of_program + bytes_of_store +
                        copies_of_block * static_cast<double>(block) * memory.bytes_per_replication,
                    .bytes_at_end = bytes_of_program + bytes_of_store +
                                    copies_at_end * static_cast<double>(experiment.replications) *
                                        memory.bytes_per_replication,
                    .most_threads = experiment.replications};
    // Counting persons takes a run; where already the empty region does not fit, none is begun.
    const auto available = available_memory();
    if (!available || bytes(need, 1) <= *available) {
        need.persons = expected_most_present(experiment);
        need.bytes_per_thread += memory.worlds * *need.persons * memory.bytes_per_person;
    }
    return need;
}

std::int64_t threads_at_work(const MemoryNeed& need, int threads) {
    const std::int64_t cores = std::max(1U, std::thread::hardware_concurrency());
    return std::clamp(threads > 0 ? std::int64_t{threads} : cores,
                      std::int64_t{1},
                      std::max(need.most_threads, std::int64_t{1}));
}

double bytes(const MemoryNeed& need, std::int64_t threads) {
    const double at_work =
        need.bytes_for_all + static_cast<double>(threads) * need.bytes_per_thread;
    return std::max(at_work, need.bytes_at_end);
}

std::string megabytes(double bytes) {
    const double whole = std::ceil(bytes / megabyte);
    double step = 1.0;
    while (whole / step >= 1000.0) {
        step *= 10.0;
    }
    return fmt::format("{:.0f}", std::ceil(whole / step) * step);
}

bool is_too_large(const Session& session,
                  const std::string& file,
                  const MemoryNeed& need,
                  std::int64_t threads) {
    const auto available = available_memory();
    if (!available || (need.persons && bytes(need, threads) <= *available)) {
        return false;
    }
    const double fitting = std::floor((*available - need.bytes_for_all) / need.bytes_per_thread);
    const bool fewer_fit = fitting >= 1.0 && need.bytes_at_end <= *available;
    const std::string remedy = fewer_fit ? "cli.too_large.fewer" : "cli.too_large.smaller";
    tell(session,
         need.persons ? "cli.too_large" : "cli.too_large_empty",
         {{"file", file},
          {"need", megabytes(bytes(need, threads))},
          {"persons", fmt::format("{:.3g}", need.persons.value_or(0.0))},
          {"threads", std::to_string(threads)},
          {"available", megabytes(std::floor(*available))},
          {"remedy", session.words.text(remedy, {{"threads", fmt::format("{:.0f}", fitting)}})}});
    return true;
}

} // namespace tsunagi::program
