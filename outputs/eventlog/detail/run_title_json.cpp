#include "outputs/eventlog/detail/run_title_json.hpp"

#include "outputs/eventlog/fact_words.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi::detail {

nlohmann::ordered_json run_title_json(const RunTitle& run) {
    return {{"study", run.study},
            {"reading", run.reading},
            {"scenario", run.scenario},
            {"replication", run.replication},
            {"from", date_text(run.policy_start)},
            {"until", date_text(run.horizon - one_day)}};
}

} // namespace tsunagi::detail
