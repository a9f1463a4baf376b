#pragma once

#include "engine/experiment/replicate.hpp"
#include "outputs/eventlog/life_book.hpp"
#include "outputs/eventlog/life_difference.hpp"
#include "outputs/eventlog/run_title.hpp"
#include "scenarios/studies/study.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tsunagi::program {

/// A study with the run, or the two runs to be compared, that the user names.
class LivesStudy {
public:
    /// Reads a study and finds what the user names; tells all that is wrong, and the warnings.
    static std::optional<LivesStudy> open(const Session& session, const RunNames& names);

    /// All lives of the run.
    LifeBook lives() const { return lives_under(run_.scenario); }

    /// Lives under the scenario beside those under the one that it is compared with, with what made
    /// them part.
    LifeComparison comparison() const;

    RunTitle title() const;
    std::vector<std::string> agency_ids() const;
    std::vector<EntityKey> agency_keys() const;
    std::vector<std::string> agency_names(Language language) const;

private:
    explicit LivesStudy(Study study) : study_{std::move(study)} {}
    LifeBook lives_under(std::size_t scenario) const;
    void add_links(LifeComparison& comparison) const;

    Study study_;
    RunChoice run_;
    std::size_t base_{}; ///< index into Experiment::scenarios
};

} // namespace tsunagi::program
