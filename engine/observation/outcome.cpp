#include "engine/observation/outcome.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {
namespace {

using enum OutcomeRole;
using enum OutcomeUnit;

constexpr std::array<OutcomeSpec, outcomes> table{{
    {Outcome::support_180, "support_180", Count::support_180, Count::cohort, share, headline},
    {Outcome::support_90, "support_90", Count::support_90, Count::cohort, share, primary},
    {Outcome::support_365, "support_365", Count::support_365, Count::cohort, share, primary},
    {Outcome::close_30, "close_30", Count::close_30, Count::cohort, share, primary},
    {Outcome::support_180_twice,
     "support_180_twice",
     Count::support_180_twice,
     Count::cohort,
     share,
     secondary},
    {Outcome::need_support_180,
     "need_support_180",
     Count::need_support_180,
     Count::true_need,
     share,
     secondary},
    {Outcome::started_21, "started_21", Count::started_21, Count::cohort, share, primary},
    {Outcome::silent_started_21,
     "silent_started_21",
     Count::silent_started_21,
     Count::silent_before,
     share,
     secondary},
    {Outcome::support_at_end,
     "support_at_end",
     Count::support_at_end,
     Count::cohort,
     share,
     secondary},
    {Outcome::days_in_support,
     "days_in_support",
     Count::days_in_support,
     Count::cohort,
     days,
     secondary},
    {Outcome::support_180_in_person,
     "support_180_in_person",
     Count::support_180_in_person,
     Count::cohort,
     share,
     secondary},
    {Outcome::support_180_at_liberty,
     "support_180_at_liberty",
     Count::support_180,
     Count::at_liberty_180,
     share,
     secondary},
    {Outcome::expired_support_180,
     "expired_support_180",
     Count::expired_support_180,
     Count::expired,
     share,
     secondary},
    {Outcome::close_180, "close_180", Count::close_180, Count::cohort, share, secondary},
    {Outcome::started_14, "started_14", Count::started_14, Count::cohort, share, secondary},
    {Outcome::silent_started_14,
     "silent_started_14",
     Count::silent_started_14,
     Count::silent_before,
     share,
     secondary},
    {Outcome::engaged_34, "engaged_34", Count::engaged_34, Count::cohort, share, secondary},
    {Outcome::overlap_days, "overlap_days", Count::overlap_days, Count::cohort, days, secondary},
    {Outcome::first_contact_by_family,
     "first_contact_by_family",
     Count::first_contact_by_family,
     Count::cohort,
     share,
     secondary},
    {Outcome::followed_7, "followed_7", Count::followed_7, Count::discharged, share, secondary},
    {Outcome::followed_30, "followed_30", Count::followed_30, Count::discharged, share, secondary},
}};

} // namespace

const std::array<OutcomeSpec, outcomes>& outcome_specs() {
    return table;
}

const OutcomeSpec& spec_of(Outcome outcome) {
    const auto found = std::ranges::find(table, outcome, &OutcomeSpec::outcome);
    expects(found != table.end(), "every outcome is in the table");
    return *found;
}

std::optional<Outcome> outcome_named(std::string_view id) {
    const auto found = std::ranges::find(table, id, &OutcomeSpec::id);
    return found == table.end() ? std::nullopt : std::optional{found->outcome};
}

bool is_share_of_cohort(Outcome outcome) {
    const auto& spec = spec_of(outcome);
    return spec.unit == share && spec.denominator == Count::cohort;
}

} // namespace tsunagi
