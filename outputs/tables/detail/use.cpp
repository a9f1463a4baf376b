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

UseOutcomes use_of(const Samples& samples, Cell cell, const Followed& followed) {
    const auto share = [&](Count whole, std::size_t steps) {
        return compared_ratio(samples, cell, LevelInterval::log_odds, [&](Cell of) {
            return samples.ratio(of, AnalysisGroup::all, behind(whole, steps), whole);
        });
    };
    const auto event = [&](UseEvent one) {
        return share(followed.followed, 1 + static_cast<std::size_t>(one));
    };
    return {.reading = cell.reading,
            .scenario = cell.scenario,
            .index = followed.index,
            .years = followed.years,
            .followed =
                static_cast<double>(samples.total(cell, AnalysisGroup::all, followed.followed)) /
                static_cast<double>(samples.runs().shape().replications),
            .used = event(UseEvent::use),
            .regular = event(UseEvent::regular_use),
            .arrested = event(UseEvent::arrest),
            .imprisoned = event(UseEvent::prison),
            .imprisoned_by_year_end =
                followed.by_year_end ? share(*followed.by_year_end, 1) : Compared{}};
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
