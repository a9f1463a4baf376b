#include "engine/core/time.hpp"
#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

using Index = UseOutcomes::Index;

/// Those followed; the counts of who used, used regularly, was arrested and went to prison stand
/// behind it, and that of who went to prison behind the clock's.
struct Followed {
    Index index{};
    int years{};
    Count followed{};
    std::optional<Count> by_year_end; ///< no value: no such clock
};
constexpr std::array rows_of_use{
    Followed{Index::start, 1, Count::start_followed_1, std::nullopt},
    Followed{Index::start, 2, Count::start_followed_2, Count::released_2nd_year},
    Followed{Index::start, 5, Count::start_followed_5, Count::released_5th_year},
    Followed{Index::end, 1, Count::end_followed_1, std::nullopt},
    Followed{Index::end, 2, Count::end_followed_2, std::nullopt},
    Followed{Index::end, 5, Count::end_followed_5, std::nullopt},
};

constexpr Duration exact_year = std::chrono::duration_cast<Duration>(RealDays{days_per_year});

/// Whether who starts on the first day comes to the mark before the horizon.
bool has_time(const StudyFacts& facts, int years) {
    return at_date(facts.policy_start) + years * exact_year <= at_date(facts.horizon);
}

/// The same by the year-end clock, which begins with the first whole calendar year.
bool has_time_by_year_end(const StudyFacts& facts, int years) {
    using std::chrono::January;
    const auto first_day = [](std::chrono::year of) {
        return std::chrono::sys_days{of / January / 1};
    };
    const auto started = std::chrono::year_month_day{facts.policy_start}.year();
    const auto first =
        facts.policy_start == first_day(started) ? started : started + std::chrono::years{1};
    return first_day(first + std::chrono::years{years}) <= facts.horizon;
}

/// Why nobody is followed, where nobody is.
std::optional<Unfollowed>
unfollowed(const Samples& samples, Cell cell, Count followed, bool time_is_enough) {
    if (samples.total(cell, AnalysisGroup::all, followed) > 0) {
        return std::nullopt;
    }
    return time_is_enough ? Unfollowed::no_persons : Unfollowed::horizon;
}

UseOutcomes use_of(const Samples& samples, Cell cell, const Followed& followed) {
    const auto share = [&](Count whole, std::size_t steps) {
        return compared_ratio(samples, cell, LevelInterval::log_odds, [&](Cell of) {
            return samples.ratio(of, AnalysisGroup::all, behind(whole, steps), whole);
        });
    };
    const auto event = [&](UseEvent one) {
        return share(followed.followed, 1 + static_cast<std::size_t>(one));
    };
    const auto& facts = samples.study().facts;
    const auto& clock = followed.by_year_end;
    return {
        .reading = cell.reading,
        .scenario = cell.scenario,
        .index = followed.index,
        .years = followed.years,
        .followed =
            static_cast<double>(samples.total(cell, AnalysisGroup::all, followed.followed)) /
            static_cast<double>(samples.runs().shape().replications),
        .unfollowed = unfollowed(samples, cell, followed.followed, has_time(facts, followed.years)),
        .used = event(UseEvent::use),
        .regular = event(UseEvent::regular_use),
        .arrested = event(UseEvent::arrest),
        .imprisoned = event(UseEvent::prison),
        .imprisoned_by_year_end = clock ? share(*clock, 1) : Compared{},
        .unfollowed_by_year_end =
            clock ? unfollowed(samples, cell, *clock, has_time_by_year_end(facts, followed.years))
                  : Unfollowed::no_clock};
}

} // namespace

std::vector<UseOutcomes> use_outcomes(const Samples& samples) {
    std::vector<UseOutcomes> rows;
    samples.for_each_named_cell([&](Cell cell) {
        for (const auto& followed : rows_of_use) {
            rows.push_back(use_of(samples, cell, followed));
        }
    });
    return rows;
}

} // namespace tsunagi::detail
