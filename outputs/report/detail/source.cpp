#include "outputs/report/detail/source.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

constexpr std::array<const char*, 4> policy_roles{"first", "second", "third", "fourth"};

bool matches(const Json& row, const PageSource::Keys& keys) {
    return std::all_of(keys.begin(), keys.end(), [&](const auto& key) {
        return row.at(std::string{key.first}).template get_ref<const std::string&>() == key.second;
    });
}

} // namespace

PageSource::PageSource(const Json& analysis, const Messages& words)
    : analysis_{analysis}, words_{words} {
    std::size_t policy = 0;
    for (const Json& scenario : analysis.at("scenarios")) {
        PageScenario column{.name = scenario.at("name").get<std::string>(),
                            .label = in_language(scenario.at("label")),
                            .role = "reference"};
        if (scenario.at("is_reference").get<bool>()) {
            scenarios_.insert(scenarios_.begin(), std::move(column));
        } else {
            column.role = policy_roles.at(policy++ % policy_roles.size());
            scenarios_.push_back(std::move(column));
        }
    }
    for (const Json& reading : analysis.at("readings")) {
        if (!reading.at("curve").get<bool>()) {
            readings_.push_back(reading.at("name").get<std::string>());
        }
    }
    expects(!scenarios_.empty() && reference().role == "reference", "an analysis has a reference");
    expects(!readings_.empty(), "an analysis has a reading with a name");
}

const Json& PageSource::study() const {
    return analysis_.at("study");
}

std::string_view PageSource::language() const {
    return code_of(words_.language());
}

std::string PageSource::say(const std::string& id, const Arguments& arguments) const {
    expects(words_.has(id), ("the catalogue lacks " + id).c_str());
    return words_.text(id, arguments);
}

std::string PageSource::in_language(const Json& both) const {
    return both.at(std::string{language()}).get<std::string>();
}

std::vector<PageScenario> PageSource::policies() const {
    return {scenarios_.begin() + 1, scenarios_.end()};
}

std::optional<std::string> PageSource::null_reading() const {
    for (const std::string& name : readings_) {
        const Json& reading = *row("readings", {{"name", name}});
        const Json& on = reading.at("switch_on");
        if ((on.is_number() && on.get<double>() == 0.0) ||
            reading.at("scale").get<double>() == 0.0) {
            return name;
        }
    }
    return std::nullopt;
}

std::string PageSource::reading_label(std::string_view name) const {
    const Json* reading = row("readings", {{"name", name}});
    expects(reading != nullptr, "a reading has the name");
    const std::string label = in_language(reading->at("label"));
    const Json& forced = reading->at("forced_link");
    return forced.is_null() ? label
                            : say("table.forced_reading",
                                  {{"reading", label}, {"level", exact(forced.get<double>())}});
}

bool PageSource::is_paired() const {
    return study().at("pairing") != "independent";
}

bool PageSource::draws_priors(std::string_view reading) const {
    const Json* found = row("readings", {{"name", reading}});
    expects(found != nullptr, "a reading has the name");
    return found->at("link") == "priors";
}

std::string PageSource::runs_per_draw() const {
    return study().at("replications_per_draw").dump();
}

std::string PageSource::agency_name(std::string_view id) const {
    const Json* agency = row("agencies", {{"id", id}});
    expects(agency != nullptr, "an agency has the id");
    return in_language(agency->at("name"));
}

const Json& PageSource::comparison(const Place& place) const {
    const Json* found = row("comparisons",
                            {{"reading", place.reading},
                             {"scenario", place.scenario},
                             {"outcome", place.outcome},
                             {"group", place.group}});
    expects(found != nullptr, "the analysis compares every reading, scenario, outcome and group");
    return *found;
}

std::vector<const Json*> PageSource::rows(std::string_view list, const Keys& keys) const {
    std::vector<const Json*> found;
    for (const Json& candidate : analysis_.at(std::string{list})) {
        if (matches(candidate, keys)) {
            found.push_back(&candidate);
        }
    }
    return found;
}

const Json* PageSource::row(std::string_view list, const Keys& keys) const {
    const std::vector<const Json*> found = rows(list, keys);
    return found.empty() ? nullptr : found.front();
}

} // namespace tsunagi
