#include "engine/observation/family_record.hpp"

#include "engine/observation/contact_line.hpp"

namespace tsunagi {

void FamilyRecord::add_to(PersonTally& tally) const {
    const auto until = end_ + std::chrono::days{follow_up_days};
    const auto by_then = [&](std::optional<SimTime> at) { return at && *at <= until; };
    add(tally, Count::families, 1);
    add(tally, Count::families_reached, by_then(reached_) ? 1 : 0);
    const auto engaged = care_.first();
    if (!by_then(engaged)) {
        return;
    }
    add(tally, Count::families_engaged, 1);
    const auto mark = *engaged + sampled(half_year_days);
    if (mark <= until && moved_ > mark) {
        add(tally, Count::families_followed_6_months, 1);
        add(tally, Count::families_in_care_6_months, care_.in_care_at(mark) ? 1 : 0);
    }
}

} // namespace tsunagi
