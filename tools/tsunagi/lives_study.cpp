#include "tools/tsunagi/lives_study.hpp"

#include "outputs/eventlog/parting_cause.hpp"
#include "scenarios/reader/nearest.hpp"
#include "tools/tsunagi/agency_names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tsunagi::program {

namespace {

class LifeRecorder final : public FactListener {
public:
    void hear(const Fact& fact) override { book_.add(fact); }
    LifeBook book() && { return std::move(book_); }

private:
    LifeBook book_;
};

template <class Named> std::vector<std::string> names_of(const std::vector<Named>& things) {
    std::vector<std::string> names;
    names.reserve(things.size());
    for (const auto& thing : things) {
        names.push_back(thing.name);
    }
    return names;
}

/// An option of the command line.
struct Option {
    const char* key;
    std::string text;
};

/// Finds what the options name in a study, and collects what they name in vain.
class Finder {
public:
    Finder(const std::string& file, const Study& study) : file_{file}, study_{study} {}

    std::size_t scenario(const Option& option) {
        return find(names_of(study_.text.scenarios), fault("cli.no_scenario", option));
    }
    std::size_t reading(const std::string& name) {
        return name.empty() ? 0
                            : find(names_of(study_.text.readings),
                                   fault("cli.no_reading", {"--reading", name}));
    }
    std::int64_t replication(std::int64_t number) {
        const auto replications = study_.experiment.replications;
        if (number < 0 || number >= replications) {
            auto wrong = fault("cli.no_replication", {"--replication", std::to_string(number)});
            wrong.arguments = {{"last", std::to_string(replications - 1)}};
            faults_.push_back(std::move(wrong));
        }
        return number;
    }
    const std::vector<Fault>& faults() const { return faults_; }

private:
    Fault fault(const char* id, const Option& option) const {
        return {.id = id, .at = {.file = file_}, .key = option.key, .text = option.text};
    }
    std::size_t find(const std::vector<std::string>& names, Fault fault) {
        const auto found = std::find(names.begin(), names.end(), fault.text);
        if (found == names.end()) {
            fault.arguments = {{"names", fmt::format("{}", fmt::join(names, ", "))}};
            fault.nearest = nearest_names(fault.text, names);
            faults_.push_back(std::move(fault));
        }
        return static_cast<std::size_t>(found - names.begin());
    }

    const std::string& file_;
    const Study& study_;
    std::vector<Fault> faults_;
};

} // namespace

std::optional<LivesStudy> LivesStudy::open(const Session& session, const RunNames& names) {
    auto read = load_study(names.study);
    if (!read.value) {
        tell_faults(session, read.faults);
        return std::nullopt;
    }
    tell_warnings(session, read.warnings);
    LivesStudy lives{std::move(*read.value)};
    Finder finder{names.study, lives.study_};
    lives.base_ =
        names.base ? finder.scenario({"--base", *names.base}) : lives.study_.experiment.reference;
    lives.run_.scenario = finder.scenario({"--scenario", names.scenario});
    lives.run_.reading = finder.reading(names.reading);
    lives.run_.replication = finder.replication(names.replication);
    if (!finder.faults().empty()) {
        tell_faults(session, finder.faults());
        return std::nullopt;
    }
    return lives;
}

LifeBook LivesStudy::lives_under(std::size_t scenario) const {
    const PreparedExperiment prepared{study_.experiment};
    auto run = run_;
    run.scenario = scenario;
    LifeRecorder recorder;
    listen(prepared, run, recorder);
    return std::move(recorder).book();
}

LifeComparison LivesStudy::comparison() const {
    const auto base = lives_under(base_);
    const auto other = lives_under(run_.scenario);
    auto comparison = compare_lives(base, other, study_.experiment.policy_start);
    add_links(comparison);
    find_causes(comparison, base, other, agency_keys());
    return comparison;
}

void LivesStudy::add_links(LifeComparison& comparison) const {
    std::vector<LinkQuestion> questions;
    std::vector<LifeDifference*> asked;
    for (auto& parting : comparison.different) {
        if (parting.pair) {
            questions.push_back({parting.at, parting.pair->first, parting.pair->second});
            asked.push_back(&parting);
        }
    }
    const PreparedExperiment prepared{study_.experiment};
    auto run = run_;
    const auto other = effective_links(prepared, run, questions);
    run.scenario = base_;
    const auto base = effective_links(prepared, run, questions);
    for (std::size_t row = 0; row < asked.size(); ++row) {
        if (base[row] && other[row]) {
            asked[row]->link = LinkLevels{.one = questions[row].one,
                                          .two = questions[row].other,
                                          .base = *base[row],
                                          .other = *other[row]};
        }
    }
}

RunTitle LivesStudy::title() const {
    return {.study = study_.text.name,
            .reading = study_.text.readings[run_.reading].name,
            .scenario = study_.text.scenarios[run_.scenario].name,
            .base = study_.text.scenarios[base_].name,
            .replication = run_.replication,
            .policy_start = study_.experiment.policy_start,
            .horizon = study_.experiment.horizon};
}

std::vector<std::string> LivesStudy::agency_ids() const {
    std::vector<std::string> ids;
    for (const auto& agency : study_.text.agencies) {
        ids.push_back(agency.id);
    }
    return ids;
}

std::vector<EntityKey> LivesStudy::agency_keys() const {
    std::vector<EntityKey> keys;
    for (const auto& agency : study_.text.agencies) {
        keys.push_back(key_of(agency.id));
    }
    return keys;
}

std::vector<std::string> LivesStudy::agency_names(Language language) const {
    return program::agency_names(study_.text.agencies, language);
}

} // namespace tsunagi::program
