#include "engine/observation/cohort.hpp"

#include "engine/core/rounding.hpp"
#include "engine/statistics/continuity.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace tsunagi {

namespace {

constexpr int silence_window = 60;
constexpr int overlap_span = 180;
constexpr Duration follow_up = std::chrono::days{follow_up_days};
constexpr std::array later_days{half_year_days, year_days};
constexpr std::array later_followed{Count::followed_6_months, Count::followed_12_months};

/// In the order of Loss.
constexpr std::array<Count, losses> loss_counts{Count::refused,
                                                Count::found_no_hours,
                                                Count::not_kept,
                                                Count::lost_at_second_visit,
                                                Count::person_gone};

/// A day after S on which states are told: how many are in support, and the count from which those
/// of all other states stand in the order of Whereabouts.
struct StateDay {
    int day;
    Count supported;
    Count not_supported;
    Count close;
};
constexpr std::array<StateDay, 4> state_days{{
    {0, Count::support_at_end, Count::no_support_at_end, Count::close_at_end},
    {90, Count::support_90, Count::no_support_90, Count::close_90},
    {180, Count::support_180, Count::no_support_180, Count::close_180},
    {365, Count::support_365, Count::no_support_365, Count::close_365},
}};

/// Contacts that ended by then lie before every window.
SimTime watched_since(SimTime end, const SupportWindows& windows) {
    return end -
           std::chrono::days{std::max(windows.support_days, overlap_span + windows.close_days)};
}

/// An index in [0, 1], to the nearest part.
std::int64_t in_units(double index) {
    return nearest_whole(index * static_cast<double>(continuity_unit));
}

} // namespace

CohortRecord::CohortRecord(const Client& person, const SupportWindows& windows)
    : end_{person.sentence.end}, windows_{windows}, need_{person.need},
      contacts_{watched_since(end_, windows)}, justice_{watched_since(end_, windows)},
      volunteer_{person.sentence.volunteer}, whereabouts_{person.liberty} {}

void CohortRecord::contact(SimTime at, AgencyId agency, Medium medium) {
    contacts_.add(at, agency, medium);
    first_ever_ = first_ever_.value_or(at);
}

void CohortRecord::begin_stay(SimTime at, AgencyId agency) {
    contacts_.begin_stay(at, agency);
    first_ever_ = first_ever_.value_or(at);
}

void CohortRecord::come(SimTime at, Route route) {
    if (!first_ever_ && route == Route::family && at <= end_ + follow_up) {
        way_ = Way::family;
    }
}

void CohortRecord::reach(SimTime at, Stage stage) {
    if (at <= end_ + follow_up) {
        reached_.set(static_cast<std::size_t>(stage));
    }
}

void CohortRecord::lose(SimTime at, Loss loss) {
    if (at <= end_ + follow_up) {
        ++lost_[static_cast<std::size_t>(loss)];
    }
}

ContactWindow CohortRecord::window(int day, int length_days) const {
    return {.after = day_after(day - length_days), .until = day_after(day)};
}

bool CohortRecord::supported(int day, int window_days) const {
    return contacts_.any_in(window(day, window_days)) && where(day) == Whereabouts::at_liberty;
}

bool CohortRecord::supported_in_person(int day, int window_days) const {
    return contacts_.any_in_person_in(window(day, window_days)) &&
           where(day) == Whereabouts::at_liberty;
}

bool CohortRecord::any_contact(int day) const {
    const auto within = window(day, windows_.close_days);
    return contacts_.any_in(within) || justice_.any_in(within) ||
           volunteer_.any_in(within, whereabouts_);
}

void CohortRecord::add_to(PersonTally& tally) const {
    add(tally, Count::cohort, 1);
    add_states(tally);
    add_starts(tally);
    if (!contacts_.empty()) { // most have none
        add_in_person(tally);
        add_days(tally);
        add_continuity(tally);
    }
    for (std::size_t row = 0; row < losses; ++row) {
        add(tally, loss_counts.at(row), lost_[row]);
    }
    if (need_ == Need::true_need) {
        add_cascade(tally);
    }
}

void CohortRecord::add_states(PersonTally& tally) const {
    for (const auto& [day, supported_count, not_supported, close] : state_days) {
        const bool in_support = supported(day, windows_.support_days);
        const auto state = behind(not_supported, static_cast<std::size_t>(where(day)));
        add(tally, in_support ? supported_count : state, 1);
        add(tally, close, supported(day, windows_.close_days) ? 1 : 0);
    }
    const bool twice = supported(180, windows_.support_days) &&
                       contacts_.in(window(180, windows_.support_days)) > 1;
    add(tally, Count::support_180_twice, twice ? 1 : 0);
    add(tally, Count::close_30, supported(30, windows_.close_days) ? 1 : 0);
    const bool at_liberty = where(180) == Whereabouts::at_liberty;
    add(tally, Count::at_liberty_180, at_liberty ? 1 : 0);
}

void CohortRecord::add_in_person(PersonTally& tally) const {
    for (const auto& [day, length, count] :
         {std::tuple{90, windows_.support_days, Count::support_90_in_person},
          {180, windows_.support_days, Count::support_180_in_person},
          {365, windows_.support_days, Count::support_365_in_person},
          {30, windows_.close_days, Count::close_30_in_person}}) {
        add(tally, count, supported_in_person(day, length) ? 1 : 0);
    }
}

void CohortRecord::add_starts(PersonTally& tally) const {
    const bool silent = !contacts_.any_in(window(0, silence_window));
    const bool by_14 = contacts_.any_in(window(14, 14));
    const bool by_21 = contacts_.any_in(window(21, 21));
    add(tally, Count::started_14, by_14 ? 1 : 0);
    add(tally, Count::started_21, by_21 ? 1 : 0);
    add(tally, Count::silent_before, silent ? 1 : 0);
    add(tally, Count::silent_started_14, silent && by_14 ? 1 : 0);
    add(tally, Count::silent_started_21, silent && by_21 ? 1 : 0);
    if (by_14) {
        const auto first = *contacts_.first_after(end_);
        const auto further = contacts_.in({first, first + std::chrono::days{34}});
        add(tally, Count::engaged_34, further >= 2 ? 1 : 0);
    }
    const bool linked = first_ever_ && *first_ever_ <= end_;
    add(tally, Count::linked_before_end, linked ? 1 : 0);
    add(tally, Count::first_contact_by_family, way_ == Way::family ? 1 : 0);
    add(tally, Count::any_contact_180, any_contact(180) ? 1 : 0);
}

void CohortRecord::add_days(PersonTally& tally) const {
    auto supported_days = contacts_.covered_days(end_, std::chrono::days{windows_.support_days}) &
                          whereabouts_.days_at_liberty(end_);
    supported_days.reset(0); // the year begins after S
    add(tally, Count::days_in_support, static_cast<std::int64_t>(supported_days.count()));
    const auto origin = end_ - std::chrono::days{overlap_span};
    DayBits before_s;
    set_days(before_s, 1, overlap_span);
    const std::chrono::days close{windows_.close_days};
    const auto justice =
        justice_.covered_days(origin, close) |
        volunteer_.covered_days(origin, close, watched_since(end_, windows_), whereabouts_);
    const auto overlap = contacts_.covered_days(origin, close) & justice & before_s;
    add(tally, Count::overlap_days, static_cast<std::int64_t>(overlap.count()));
}

void CohortRecord::add_cascade(PersonTally& tally) const {
    add(tally, Count::true_need, 1);
    add(tally, Count::need_support_180, supported(180, windows_.support_days) ? 1 : 0);
    for (std::size_t step = 0; step < stages; ++step) {
        add(tally, behind(Count::recognised, step), reached_.test(step) ? 1 : 0);
    }
    for (std::size_t which = 0; first_ever_ && which < later_days.size(); ++which) {
        const auto mark = *first_ever_ + sampled(later_days.at(which));
        if (mark <= end_ + follow_up && whereabouts_.at(mark) != Whereabouts::moved) {
            add(tally, later_followed.at(which), 1);
            add(tally, behind(later_followed.at(which), 1), care_.in_care_at(mark) ? 1 : 0);
        }
    }
}

void CohortRecord::add_continuity(PersonTally& tally) const {
    std::vector<std::uint32_t> visits;
    for (const auto agency : contacts_.agencies_in(window(follow_up_days, follow_up_days))) {
        visits.push_back(static_cast<std::uint32_t>(agency.row()));
    }
    add(tally, Count::visits, static_cast<std::int64_t>(visits.size()));
    if (const auto continuity = continuity_of(visits)) {
        add(tally, Count::visited_twice, 1);
        add(tally, Count::bice_boxerman, in_units(continuity->bice_boxerman));
        add(tally, Count::usual_provider, in_units(continuity->usual_provider));
        add(tally, Count::sequential, in_units(continuity->sequential));
        add(tally, Count::concentration, in_units(continuity->concentration));
        add(tally, Count::hand_offs, hand_offs(visits));
    }
}

void CohortRecord::add_to(FirstEventBins& bins) const {
    if (where(0) != Whereabouts::at_liberty || supported(0, windows_.support_days)) {
        return;
    }
    // At one instant a contact comes first: it was told before what ended the person's liberty.
    const std::array first{contacts_.first_after(end_),
                           whereabouts_.first_after(end_, Whereabouts::custody),
                           whereabouts_.first_after(end_, Whereabouts::dead),
                           whereabouts_.first_after(end_, Whereabouts::moved)};
    const auto earliest = std::min_element(first.begin(), first.end(), [](auto one, auto other) {
        return one.value_or(SimTime::max()) < other.value_or(SimTime::max());
    });
    if (*earliest && **earliest <= end_ + follow_up) {
        // Bin d holds (S + d, S + d + 1].
        const auto ticks = (**earliest - end_).count() - 1;
        const auto event = static_cast<std::size_t>(earliest - first.begin());
        ++bins.at(event).at(static_cast<std::size_t>(ticks / one_day.count()));
    }
}

} // namespace tsunagi
