#pragma once

#include "scenarios/networks/network_file.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tsunagi::program {

/// How much memory something to be run needs, stated before it runs; about, and rather too much.
/// And how much there is.
struct MemoryNeed {
    /// Most at one time in a run; no value: they are followed one by one, or not counted.
    std::optional<double> persons;
    /// Without, where the rest is too large already.
    bool with_persons{true};
    double bytes_per_thread{}; ///< of the runs that one thread has at work
    /// Of it, added where several threads are at work: they free memory in pieces that fit nobody.
    double in_pieces{};
    double bytes_for_all{};                ///< whatever the number of threads, while they work
    double bytes_at_end{};                 ///< when all results are brought together
    std::int64_t most_threads{1};          ///< more have nothing to do
    std::string smaller;                   ///< message: what makes the largest part of it smaller
    std::optional<double> bytes_available; ///< no value where the system does not tell
};

/// @param replications  of the network, whatever its file says
MemoryNeed memory_need(const NetworkFile& file, std::int64_t replications);
MemoryNeed memory_need(const Study& study);

double bytes_needed(const MemoryNeed& need, std::int64_t threads);

/// Whether what is available holds it; true where the system does not tell what is.
bool fits(const MemoryNeed& need, std::int64_t threads);

/// What to do about a need that does not fit.
std::string remedy(const Session& session, const MemoryNeed& need);

/// How the need is told to people.
/// @return arguments of a message: need, threads, persons (in words, or empty)
Messages::Arguments words_of(const Session& session, const MemoryNeed& need, std::int64_t threads);

/// Bytes that are available as people read them, in MB (1e6 bytes), rounded down.
std::string megabytes_available(double bytes);

/// Tells on standard error that memory cannot hold what is to be run, with the remedy.
/// @param file  that says what is to be run
/// @pre !fits(need, threads)
void refuse_too_large(const Session& session,
                      const std::string& file,
                      const MemoryNeed& need,
                      std::int64_t threads);

} // namespace tsunagi::program
