#include "engine/observation/cohort.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

constexpr Duration follow_up = std::chrono::days{follow_up_days};
constexpr std::array<double, 2> later_days{182.625, 365.25};
constexpr std::array later_followed{Count::followed_6_months, Count::followed_12_months};
constexpr std::array later_in_care{Count::in_care_6_months, Count::in_care_12_months};
constexpr std::array stage_counts{Count::recognised,
                                  Count::offered,
                                  Count::consented,
                                  Count::accepted,
                                  Count::first_contact,
                                  Count::second_visit};
constexpr std::array loss_counts{
    Count::refused, Count::found_no_hours, Count::not_kept, Count::lost_at_second_visit};

// The first 90 of the days after S.
const std::bitset<follow_up_days + 1> ninety_days = ~std::bitset<follow_up_days + 1>{} >>
                                                    (follow_up_days + 1 - 90);

std::size_t index(Count count) {
    return static_cast<std::size_t>(count);
}

/// Windows whose count is a share of the cohort by itself.
struct Window {
    int end_day;
    int length_days;
    Count count;
};
constexpr std::array<Window, CohortRecord::window_count> windows{{
    {0, 90, Count::support_at_end},
    {90, 90, Count::support_90},
    {180, 90, Count::support_180},
    {365, 90, Count::support_365},
    {30, 30, Count::close_30},
    {21, 21, Count::started_21},
    {0, 60, Count::silent_before}, // its complement is counted
}};
constexpr std::size_t headline_window = 2;
constexpr std::size_t start_window = 5;
constexpr std::size_t silence_window = 6;

} // namespace

void CohortRecord::contact(SimTime at) {
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const auto end = end_ + std::chrono::days{windows[i].end_day};
        if (at > end - std::chrono::days{windows[i].length_days} && at <= end) {
            contacts_in_window_[i] =
                static_cast<std::uint8_t>(std::min(2, contacts_in_window_[i] + 1));
        }
    }
    if (at > end_ && !first_after_end_) {
        first_after_end_ = at;
    }
    if (!first_ever_) {
        first_ever_ = at;
    }
    // Day d after S ends at S + d; it is supported by a contact in (S + d - 90 d, S + d].
    const auto first_day = std::chrono::ceil<std::chrono::days>(at - end_).count();
    if (first_day >= 0) {
        supported_days_ |= ninety_days << static_cast<std::size_t>(first_day);
    } else if (first_day > -90) {
        supported_days_ |= ninety_days >> static_cast<std::size_t>(-first_day);
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

std::optional<SimTime> CohortRecord::later_mark(std::size_t which) const {
    if (!first_ever_) {
        return std::nullopt;
    }
    const auto mark = *first_ever_ + sampled(later_days.at(which));
    return mark <= end_ + follow_up ? std::optional{mark} : std::nullopt;
}

void CohortRecord::end_care(SimTime at) {
    for (std::size_t which = 0; which < later_days.size(); ++which) {
        const auto mark = later_mark(which);
        if (in_care_since_ && mark && *in_care_since_ <= *mark && *mark < at) {
            in_care_later_.set(which);
        }
    }
    in_care_since_.reset();
}

void CohortRecord::add_cascade(std::array<std::int64_t, counts>& totals) const {
    ++totals[index(Count::true_need)];
    totals[index(Count::need_support_180)] += contacts_in_window_[headline_window] > 0 ? 1 : 0;
    for (std::size_t step = 0; step < stages; ++step) {
        totals[index(stage_counts[step])] += reached_.test(step) ? 1 : 0;
    }
    for (std::size_t which = 0; which < later_days.size(); ++which) {
        const auto mark = later_mark(which);
        if (mark) {
            ++totals[index(later_followed[which])];
            const bool still = in_care_since_ && *in_care_since_ <= *mark;
            totals[index(later_in_care[which])] += still || in_care_later_.test(which) ? 1 : 0;
        }
    }
}

void CohortRecord::add_to(std::array<std::int64_t, counts>& totals,
                          std::array<std::int32_t, follow_up_days>& first_contact_day) const {
    ++totals[index(Count::cohort)];
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const bool any = contacts_in_window_[i] > 0;
        const bool counted = i == silence_window ? !any : any;
        totals[index(windows[i].count)] += counted ? 1 : 0;
    }
    totals[index(Count::support_180_twice)] += contacts_in_window_[headline_window] > 1 ? 1 : 0;
    const bool silent = contacts_in_window_[silence_window] == 0;
    totals[index(Count::silent_started_21)] +=
        silent && contacts_in_window_[start_window] > 0 ? 1 : 0;
    totals[index(Count::days_in_support)] +=
        static_cast<std::int64_t>(supported_days_.count() - (supported_days_.test(0) ? 1 : 0));
    for (std::size_t i = 0; i < losses; ++i) {
        totals[index(loss_counts[i])] += lost_[i];
    }
    if (need_ == Need::true_need) {
        add_cascade(totals);
    }
    const bool in_support_at_end = contacts_in_window_[0] > 0;
    if (!in_support_at_end && first_after_end_ && *first_after_end_ <= end_ + follow_up) {
        // Bin d holds contacts in (S + d, S + d + 1].
        const auto ticks = (*first_after_end_ - end_).count() - 1;
        ++first_contact_day[static_cast<std::size_t>(ticks / one_day.count())];
    }
}

} // namespace tsunagi
