#pragma once

#include "scenarios/networks/network_file.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tsunagi::program {

/// How much memory something to be run needs, stated before it runs; about, and rather too much.
struct MemoryNeed {
    /// Most at one time in a run; no value: not counted, since the rest is too large already.
    std::optional<double> persons;
    double bytes_per_thread{};    ///< of the runs that one thread has at work
    double bytes_for_all{};       ///< whatever the number of threads, while they work
    double bytes_at_end{};        ///< when all results are brought together
    std::int64_t most_threads{1}; ///< more have nothing to do
};

/// @param replications  of the network, whatever its file says
MemoryNeed memory_need(const NetworkFile& file, std::int64_t replications);
MemoryNeed memory_need(const Study& study);

/// Threads that are at work.
/// @param threads  as asked for; 0: one for every core
std::int64_t threads_at_work(const MemoryNeed& need, int threads);

/// Bytes at so many threads.
double bytes(const MemoryNeed& need, std::int64_t threads);

/// Bytes as people read them, in MB (1e6 bytes), to three figures.
std::string megabytes(double bytes);

/// Tells on standard error that memory cannot hold what is to be run, with the remedy.
/// @param file  that says what is to be run
/// @return whether it does not fit; false where the system does not tell what is available
bool is_too_large(const Session& session,
                  const std::string& file,
                  const MemoryNeed& need,
                  std::int64_t threads);

} // namespace tsunagi::program
