#include "tools/tsunagi/lives_study.hpp"

#include "outputs/eventlog/parting_cause.hpp"
#include "tools/tsunagi/agency_names.hpp"
#include "tools/tsunagi/run_finder.hpp"

namespace tsunagi::program {

namespace {

class LifeRecorder final : public FactListener {
public:
    void hear(const Fact& fact) override { book_.add(fact); }
    LifeBook book() && { return std::move(book_); }

private:
    LifeBook book_;
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
    RunFinder finder{names.study, lives.study_};
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
