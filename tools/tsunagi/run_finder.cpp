#include "tools/tsunagi/run_finder.hpp"

#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tsunagi::program {

namespace {

template <class Named> std::vector<std::string> names_of(const std::vector<Named>& things) {
    std::vector<std::string> names;
    names.reserve(things.size());
    for (const auto& thing : things) {
        names.push_back(thing.name);
    }
    return names;
}

} // namespace

std::size_t RunFinder::scenario(const Option& option) {
    return find(names_of(study_.text.scenarios), fault("cli.no_scenario", option));
}

std::size_t RunFinder::reading(const std::string& name) {
    return name.empty()
               ? 0
               : find(names_of(study_.text.readings), fault("cli.no_reading", {"--reading", name}));
}

std::int64_t RunFinder::replication(std::int64_t number) {
    const auto replications = study_.experiment.replications;
    if (number < 0 || number >= replications) {
        auto wrong = fault("cli.no_replication", {"--replication", std::to_string(number)});
        wrong.arguments = {{"last", std::to_string(replications - 1)}};
        faults_.push_back(std::move(wrong));
    }
    return number;
}

Fault RunFinder::fault(const char* id, const Option& option) const {
    return {.id = id, .at = {.file = file_}, .key = option.key, .text = option.text};
}

std::size_t RunFinder::find(const std::vector<std::string>& names, Fault fault) {
    const auto found = std::find(names.begin(), names.end(), fault.text);
    if (found == names.end()) {
        fault.arguments = {{"names", fmt::format("{}", fmt::join(names, ", "))}};
        fault.nearest = nearest_names(fault.text, names);
        faults_.push_back(std::move(fault));
    }
    return static_cast<std::size_t>(found - names.begin());
}

} // namespace tsunagi::program
