#include "outputs/store/results_directory.hpp"
#include "tools/tsunagi/verbs.hpp"

namespace tsunagi::program {

Status status(const Session& session, const std::string& directory) {
    std::int64_t done = 0;
    std::int64_t damaged = 0;
    std::int64_t failed = 0;
    const auto blocks = ResultsDirectory::open(directory).survey();
    for (const auto& block : blocks) {
        done += block.state == BlockState::done ? 1 : 0;
        damaged += block.state == BlockState::damaged ? 1 : 0;
        failed += block.failed_runs;
    }
    const auto all = static_cast<std::int64_t>(blocks.size());
    print(session.words.text("cli.status",
                             {{"done", std::to_string(done)},
                              {"all", std::to_string(all)},
                              {"damaged", std::to_string(damaged)}}) +
          "\n");
    if (failed > 0) {
        tell_failed_runs(session, directory, failed);
    }
    return done < all ? Status::incomplete : failed > 0 ? Status::failed : Status::done;
}

Status merge(const Session& session, const std::string& directory) {
    auto results = ResultsDirectory::open(directory);
    const auto failed = results.merge();
    tell(session, "cli.merged", {{"file", results.results_path().string()}});
    if (failed > 0) {
        tell_failed_runs(session, directory, failed);
    }
    return failed > 0 ? Status::failed : Status::done;
}

} // namespace tsunagi::program
