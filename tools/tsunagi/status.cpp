#include "outputs/store/results_directory.hpp"
#include "tools/tsunagi/verbs.hpp"

namespace tsunagi::program {

Status status(const Session& session, const std::string& directory) {
    const auto results = ResultsDirectory::open(directory);
    std::int64_t done = 0;
    std::int64_t damaged = 0;
    const auto blocks = results.blocks();
    for (const auto& block : blocks) {
        const auto state = results.state(block);
        done += state == BlockState::done ? 1 : 0;
        damaged += state == BlockState::damaged ? 1 : 0;
    }
    const auto all = static_cast<std::int64_t>(blocks.size());
    print(session.words.text("cli.status",
                             {{"done", std::to_string(done)},
                              {"all", std::to_string(all)},
                              {"damaged", std::to_string(damaged)}}) +
          "\n");
    return done == all ? Status::done : Status::incomplete;
}

Status merge(const Session& session, const std::string& directory) {
    auto results = ResultsDirectory::open(directory);
    results.merge();
    tell(session, "cli.merged", {{"file", results.results_path().string()}});
    return Status::done;
}

} // namespace tsunagi::program
