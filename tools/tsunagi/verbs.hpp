#pragma once

#include "tools/tsunagi/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tsunagi::program {

Status validate(const Session& session, const std::vector<std::string>& files);

Status show(const Session& session, const std::string& file);

/// @param id  an agency type or a label; empty: all
Status catalogue(const Session& session, const std::string& id);

Status plan(const Session& session, const std::string& study);

/// Lane i of N works through every N-th missing block.
struct Shard {
    std::int64_t lane = 0;
    std::int64_t lanes = 1;
};
/// "i/N"; no value where it is none.
std::optional<Shard> parse_shard(const std::string& text);

struct RunOptions {
    std::string study;
    std::string directory;
    Shard shard;
    int threads = 0; ///< 0: one for every core
    /// What becomes of a directory that holds an earlier state of the study: refused, or renamed to
    /// DIR.1, DIR.2 ...
    enum class OldResults : std::uint8_t { refuse, set_aside } old_results{};
};
Status run(const Session& session, const RunOptions& options);
Status status(const Session& session, const std::string& directory);
Status merge(const Session& session, const std::string& directory);

Status compare(const Session& session, const std::string& directory, Form form);

struct ReportOptions {
    std::string directory;
    std::string output;
};
Status report(const Session& session, const ReportOptions& options);

struct PatternOptions {
    std::string study;
    std::int64_t replications{};
    std::int64_t regions{};
    int threads = 0;
    Form form{};
};
Status patterns(const Session& session, const PatternOptions& options);

} // namespace tsunagi::program
