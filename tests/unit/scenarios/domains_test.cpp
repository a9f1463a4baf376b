#include "engine/experiment/replicate.hpp"
#include "scenarios/parameters/bindings.hpp"
#include "scenarios/studies/study.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/scratch.hpp"

#include <algorithm>
#include <vector>

using namespace tsunagi;

namespace {

// Few enough days for hundreds of runs, and enough for every way out of supervision.
constexpr std::chrono::days warm_up{60};
constexpr std::chrono::days followed{300};

Experiment brief_experiment(const std::string& region) {
    const test::Scratch scratch;
    const auto file = scratch.write("s.toml",
                                    "schema = [1, 0]\nkind = \"study\"\nbase = \"" +
                                        test::scenario("studies/regular-contact.toml") +
                                        "\"\nregion = \"" + test::scenario(region) +
                                        "\"\n[parameters]\npre.days = { value = 10, lower = 1 }\n"
                                        "sup.parole_median = { value = 40, lower = 20 }\n");
    auto experiment = load_study(file).value->experiment;
    experiment.scenarios.resize(1);
    experiment.reference = 0;
    experiment.readings.resize(1);
    experiment.policy_start = experiment.run_start + warm_up;
    experiment.horizon = experiment.policy_start + followed;
    return experiment;
}

// What files must state in order, so that one end alone is no input that passes.
bool is_bound_to_others(std::string_view id) {
    const auto groups = parameter_shares();
    const bool is_share = std::any_of(groups.begin(), groups.end(), [&](const ShareGroup& group) {
        return std::find(group.ids.begin(), group.ids.end(), id) != group.ids.end();
    });
    return is_share || id.ends_with("youngest") || id.ends_with("oldest") ||
           id.ends_with("_shortest") || id.ends_with("_longest");
}

} // namespace

TEST_CASE(
    "the engine runs at both ends of the domain of every parameter, links observed or typical") {
    const auto middle = brief_experiment(
        GENERATE("regions/example-observed.toml", "regions/typical-prefecture.toml"));
    int runs = 0;
    for (const auto& binding : parameter_bindings()) {
        if (binding.slot == nullptr || is_bound_to_others(binding.id)) {
            continue;
        }
        for (const double end : {binding.domain.bounds.lower, binding.domain.bounds.upper}) {
            INFO(binding.id << " = " << end);
            auto experiment = middle;
            binding.slot(experiment.parameters) = end;
            CHECK_NOTHROW(replicate(PreparedExperiment{experiment}, 0));
            ++runs;
        }
    }
    CHECK(runs > 400);
}
