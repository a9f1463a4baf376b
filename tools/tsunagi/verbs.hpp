#pragma once

#include "tools/tsunagi/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// One function for every verb of the command line. Each tells what is wrong on standard error and
/// returns the exit status; IoError, DamagedResults and IncompleteResults pass through it and are
/// told by main.
namespace tsunagi::program {

/// Checks every file and tells all faults, or that there are none, and the warnings.
Status validate(const Session& session, const std::vector<std::string>& files);

/// Prints an input with all its overlays, each value with the line it comes from.
Status show(const Session& session, const std::string& file);

/// Prints agency types, services and labels of the shipped catalogue.
/// @param id  an agency type, a service or a label; empty: all
Status catalogue(const Session& session, const std::string& id);

/// Prints the ways by which people get from agency to agency in a region, or a study's region, whom
/// each agency can reach by them, and which pairs and agencies hold the region together.
Status map(const Session& session, const std::string& file, Form form);

struct PlanOptions {
    std::string file; ///< a study or a plain service network
    int threads = 0;  ///< 0: one for every core
    Form form{};
};
/// Prints what a study or a network would run, how much memory that takes, and of a study about how
/// long, by running one replication where that fits. Says as well whether memory holds it.
Status plan(const Session& session, const PlanOptions& options);

/// Lane i of N works through the blocks whose number leaves i when divided by N.
struct Shard {
    std::int64_t lane = 0;
    std::int64_t lanes = 1;
};
/// "i/N"; no value where it is none.
std::optional<Shard> parse_shard(const std::string& text);

/// A killed run loses the blocks at work, seldom more than two: seconds of work here.
inline constexpr std::int64_t replications_per_block = 20;

struct RunOptions {
    std::string study;
    std::string directory;
    Shard shard;
    int threads = 0; ///< 0: one for every core
    /// What becomes of a directory whose results the study cannot go on with, those of an earlier
    /// state above all: refused, or renamed to DIR.1, DIR.2 ...
    enum class OldResults : std::uint8_t { refuse, set_aside } old_results{};
    bool beyond_memory = false; ///< goes on where memory is said not to hold it
};
/// Runs what is missing of a study; merges it once every block is there. Signals stop it between
/// two replications, and the same call goes on.
Status run(const Session& session, const RunOptions& options);

/// Prints how many blocks of a directory are done, by reading them.
Status status(const Session& session, const std::string& directory);

/// Merges the blocks of a directory into results.h5.
Status merge(const Session& session, const std::string& directory);

/// Prints the analysis of merged results.
Status compare(const Session& session, const std::string& directory, Form form);

struct ReportOptions {
    std::string directory;
    std::string output; ///< empty: report.html in the directory
};
/// Writes the page of merged results.
Status report(const Session& session, const ReportOptions& options);

struct NetworkOptions {
    std::string file;
    std::optional<std::int64_t> replications; ///< >= 2; none: as the file says
    std::optional<std::int64_t> seed;         ///< >= 0; none: as the file says
    int threads = 0;                          ///< 0: one for every core
    bool beyond_memory = false;               ///< goes on where memory is said not to hold it
    Form form{};
};
/// Runs a plain service network and prints who waits, who is served and who gives up.
Status network(const Session& session, const NetworkOptions& options);

/// Solves the problems whose answers are known and prints exact beside found; failed where one
/// disagrees.
/// @param threads  0: one for every core
Status verify(const Session& session, int threads, Form form);

/// One run of a study, by the names that the study gives.
struct RunNames {
    std::string study;
    std::string scenario;
    std::optional<std::string> base; ///< scenario it is compared with; none: nothing is compared
    std::string reading;             ///< empty: the study's first
    std::int64_t replication{};
};

/// Prints every fact of a person's and the family's life, or who is there in the policy years.
/// @param person  id of a person or family; empty: everybody is listed
Status trace(const Session& session, const RunNames& run, const std::string& person, Form form);

/// Prints whose lives differ between the base and the run, and where each parts.
Status diff_lives(const Session& session, const RunNames& run, Form form);

struct PatternOptions {
    std::string study;
    std::int64_t replications{}; ///< of each experiment behind the patterns, >= 1
    std::int64_t regions{};      ///< drawn for P11, >= 1
    int threads = 0;             ///< 0: one for every core
    Form form{};
};
/// Prints known patterns beside what the model gives.
Status patterns(const Session& session, const PatternOptions& options);

struct PathwayOptions {
    std::string study;
    std::optional<std::string> scenario;      ///< none: the study's reference
    std::string reading;                      ///< empty: the study's first
    std::optional<std::int64_t> replications; ///< >= 1; none: as many as the study has
    int standard_days{};                      ///< longest wait that meets it, in [1, 365]
    int threads = 0;                          ///< 0: one for every core
    Form form{};
};
/// Prints how people come through the agencies in the runs of one scenario.
Status pathways(const Session& session, const PathwayOptions& options);

} // namespace tsunagi::program
