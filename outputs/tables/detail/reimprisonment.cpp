#include "outputs/tables/detail/estimates.hpp"
#include "outputs/tables/detail/parts.hpp"

#include <array>
#include <cmath>

namespace tsunagi::detail {
namespace {

using Index = UseOutcomes::Index;
using Clock = UseOutcomes::Clock;

struct Mark {
    Index index{};
    int years{};
    Clock clock{};
    Count followed{};
    Count imprisoned{};
};

constexpr Mark exact_mark(Index index, int years, Count followed) {
    return {.index = index,
            .years = years,
            .clock = Clock::exact,
            .followed = followed,
            .imprisoned = behind(followed, 1 + static_cast<std::size_t>(UseEvent::prison))};
}

/// Those from S last, the longest at the end.
constexpr std::array marks{exact_mark(Index::start, 1, Count::start_followed_1),
                           exact_mark(Index::start, 2, Count::start_followed_2),
                           exact_mark(Index::start, 5, Count::start_followed_5),
                           Mark{.index = Index::start,
                                .years = 2,
                                .clock = Clock::year_end,
                                .followed = Count::released_2nd_year,
                                .imprisoned = Count::prison_2nd_year},
                           Mark{.index = Index::start,
                                .years = 5,
                                .clock = Clock::year_end,
                                .followed = Count::released_5th_year,
                                .imprisoned = Count::prison_5th_year},
                           exact_mark(Index::end, 1, Count::end_followed_1),
                           exact_mark(Index::end, 2, Count::end_followed_2),
                           exact_mark(Index::end, 5, Count::end_followed_5)};

bool is_off_zero(const PairedDifference& paired) {
    return paired.lower > 0.0 || paired.upper < 0.0;
}

/// Takes in one number after the other.
class Findings {
public:
    void add(const Mark& mark, const PairedDifference& paired) {
        ++numbers_;
        const bool off_zero = is_off_zero(paired);
        off_zero_ += off_zero ? 1U : 0U;
        const double size = std::abs(paired.difference);
        if (off_zero_ == 0 || (off_zero && size > largest_)) {
            largest_ = off_zero ? size : 0.0;
            told_ = Reimprisonment::Number{.index = mark.index,
                                           .years = mark.years,
                                           .clock = mark.clock,
                                           .difference = estimate_of(paired).value(),
                                           .detectable = detectable(paired)};
        }
    }

    Reimprisonment of(Cell cell, bool identical) const {
        return {.reading = cell.reading,
                .scenario = cell.scenario,
                .numbers = numbers_,
                .off_zero = off_zero_,
                .told = told_,
                .verdict = verdict(identical)};
    }

private:
    Verdict verdict(bool identical) const {
        if (!told_) {
            return Verdict::none;
        }
        if (identical) {
            return Verdict::identical;
        }
        if (off_zero_ == 0) {
            return Verdict::no_difference_seen;
        }
        return told_->difference.value > 0.0 ? Verdict::more : Verdict::fewer;
    }

    std::size_t numbers_{};
    std::size_t off_zero_{};
    double largest_{};
    std::optional<Reimprisonment::Number> told_;
};

Reimprisonment reimprisonment_of(const Samples& samples, Cell cell) {
    Findings findings;
    bool identical = true;
    for (const auto& mark : marks) {
        const auto ratio = [&](std::size_t scenario) {
            return samples.ratio(
                {cell.reading, scenario}, AnalysisGroup::all, mark.imprisoned, mark.followed);
        };
        const auto base = ratio(samples.reference());
        const auto own = ratio(cell.scenario);
        identical =
            identical && base.numerator == own.numerator && base.denominator == own.denominator;
        if (const auto paired = paired_difference(base.sample(),
                                                  own.sample(),
                                                  samples.difference_confidence(),
                                                  samples.units_of(cell.reading))) {
            findings.add(mark, *paired);
        }
    }
    return findings.of(cell, identical);
}

} // namespace

std::vector<Reimprisonment> reimprisonment(const Samples& samples) {
    std::vector<Reimprisonment> rows;
    samples.for_each_named_cell([&](Cell cell) {
        if (cell.scenario != samples.reference()) {
            rows.push_back(reimprisonment_of(samples, cell));
        }
    });
    return rows;
}

} // namespace tsunagi::detail
