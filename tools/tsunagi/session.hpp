#pragma once

#include "outputs/messages/messages.hpp"
#include "scenarios/reader/fault.hpp"
#include "scenarios/reader/table_reader.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tsunagi::program {

/// Exit statuses of every verb.
enum class Status : int {
    done = 0,
    failed = 1,    ///< a replication or check failed
    bad_input = 2, ///< bad input or usage
    io = 3,        ///< cannot read or write
    damaged = 4,   ///< damaged or foreign results
    incomplete = 5,
    stopped = 75, ///< stopped by a signal; the same `run` goes on
};

/// Form of results on standard output.
enum class Form : std::uint8_t { text, json };

/// What every verb has at hand. Messages go to standard error, results to standard output.
struct Session {
    const Messages& words;
};

/// Folder of the catalogue that is installed with the program.
std::string shipped_catalogue();

/// A text of an input file in the language of the session.
const std::string& in_own_language(const Session& session, const Words& words);

/// One line on standard error.
/// @param nearest  names that may have been meant, best first; at most three
void tell(const Session& session,
          const std::string& id,
          const Messages::Arguments& arguments = {},
          const std::vector<std::string>& nearest = {});

/// Every fault on a line of its own, and how many there are, on standard error.
void tell_faults(const Session& session, const std::vector<Fault>& faults);

/// Every warning on a line of its own, on standard error; nothing where there is none.
void tell_warnings(const Session& session, const std::vector<Fault>& warnings);

/// That runs failed, so that the results in a directory give no answer, on standard error.
void tell_failed_runs(const Session& session, const std::string& directory, std::int64_t runs);

/// Text on standard output, as it is.
/// @throws IoError "cli.output_lost"
void print(const std::string& text);

/// Hands over what print still holds back. Call it before the program ends: what cannot be written
/// may show only then.
/// @throws IoError "cli.output_lost"
void flush_output();

} // namespace tsunagi::program
