#pragma once

#include "engine/observation/family_record.hpp"
#include "engine/observation/levels.hpp"
#include "engine/observation/metrics.hpp"
#include "engine/observation/person_record.hpp"

namespace tsunagi {

/// Adds persons and families up, in all and by group.
class TallyBook {
public:
    void add(const PersonRecord& person, const ObservationSpan& span);
    void add(const FamilyRecord& family, const PersonGroups& groups, const ObservationSpan& span);
    /// Hands everything over; all persons of a run are of one link group.
    void write_to(RunResult& result, LinkGroup group) const;

private:
    void add(const PersonTally& tally, const PersonGroups& groups, const ObservationSpan& span);

    std::array<std::int64_t, counts> totals_{};
    std::array<Tally, levels> by_level_{};
    std::vector<Tally> by_municipality_;
    std::vector<Tally> by_fiscal_year_;
    FirstEventBins first_event_day_{};
    UseCourse use_course_;
};

} // namespace tsunagi
