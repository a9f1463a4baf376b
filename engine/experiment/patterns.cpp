#include "engine/experiment/patterns.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace tsunagi {

namespace {

// Nobody reminds anybody, and no label brings agencies together over one person before release.
constexpr std::array<MissingPattern, 2> not_built{
    {{"P15", "pattern.reminder"}, {"P15", "pattern.conference_call"}}};

// What the patterns mean by support, whatever a study counts.
constexpr SupportWindows windows{
    .support_days = 90, .close_days = 30, .remote = RemoteContacts::counted};

// "P7a" is 7.
int number_of(std::string_view pattern) {
    int number = 0;
    for (const char letter : pattern) {
        number = letter >= '0' && letter <= '9' ? 10 * number + (letter - '0') : number;
    }
    return number;
}

} // namespace

bool PatternBand::holds(double value) const {
    const bool above = !lower || value > *lower || (lower_edge == Edge::within && value == *lower);
    return above && (!upper || value <= *upper);
}

std::span<const MissingPattern> patterns_not_built() {
    return not_built;
}

void sort_by_pattern(std::vector<PatternRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const PatternRow& one, const PatternRow& other) {
        return std::pair{number_of(one.pattern), one.pattern} <
               std::pair{number_of(other.pattern), other.pattern};
    });
}

std::vector<PatternGroup> pattern_groups(const Experiment& study, std::int64_t replications) {
    std::vector<PatternGroup> groups{today_patterns(study), forced_link_patterns(study)};
    for (auto more :
         {use_patterns(study), kept_in_care_patterns(study), contrast_patterns(study)}) {
        std::move(more.begin(), more.end(), std::back_inserter(groups));
    }
    for (auto& group : groups) {
        group.experiment.windows = windows;
        group.experiment.replications = replications;
    }
    return groups;
}

} // namespace tsunagi
