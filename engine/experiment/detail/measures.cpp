#include "engine/experiment/detail/measures.hpp"

#include "engine/core/contracts.hpp"
#include "engine/statistics/competing_risks.hpp"

#include <iterator>

namespace tsunagi::detail {

namespace {

std::optional<double> ratio(const Sums& sums, Fraction fraction) {
    const auto below = sums.at(fraction.denominator);
    if (below == 0) {
        return std::nullopt;
    }
    return static_cast<double>(sums.at(fraction.numerator)) / static_cast<double>(below);
}

std::optional<double> odds_of(const Sums& sums, Fraction fraction) {
    const auto share = ratio(sums, fraction);
    return share && *share > 0.0 && *share < 1.0 ? std::optional{odds(*share)} : std::nullopt;
}

std::optional<CumulativeIncidence> curve_of(const Sums& sums, const EventTimes& times) {
    expects(sums.size() == times.size(), "sums are those of the times");
    if (sums.front() == 0) {
        return std::nullopt;
    }
    const std::span all{sums};
    return CumulativeIncidence{{.causes = 1,
                                .at_start = sums.front(),
                                .events = all.subspan(times.event(0), times.bins),
                                .censored = all.subspan(times.censored(0), times.bins)}};
}

} // namespace

PatternRow row_of(const Measure& measure, std::span<const Sums> replications) {
    PatternRow row{.pattern = measure.name.pattern,
                   .measure = measure.name.measure,
                   .n = total_of(replications).at(measure.n),
                   .value = std::nullopt,
                   .lower = std::nullopt,
                   .upper = std::nullopt,
                   .band = measure.band};
    const auto estimate = jackknife(replications, measure.value);
    if (estimate) {
        row.value = estimate->value;
    }
    if (estimate && estimate->standard_error) {
        const auto units = static_cast<std::int64_t>(replications.size());
        const auto interval = t_interval(
            {.value = estimate->value, .standard_error = *estimate->standard_error, .units = units},
            {});
        row.lower = interval.lower;
        row.upper = interval.upper;
    }
    return row;
}

std::vector<PatternRow> rows_of(std::span<const SumsPart> parts,
                                std::span<const Sums> replications) {
    std::vector<PatternRow> rows;
    std::ptrdiff_t begin = 0;
    for (const auto& part : parts) {
        const auto end = begin + static_cast<std::ptrdiff_t>(part.size);
        std::vector<Sums> own;
        own.reserve(replications.size());
        for (const auto& sums : replications) {
            expects(std::ssize(sums) >= end, "sums are those of the parts");
            own.emplace_back(sums.begin() + begin, sums.begin() + end);
        }
        for (const auto& measure : part.measures) {
            rows.push_back(row_of(measure, own));
        }
        begin = end;
    }
    return rows;
}

Statistic ratio_statistic(Fraction fraction) {
    return [fraction](const Sums& sums) { return ratio(sums, fraction); };
}

Statistic odds_ratio_statistic(Fraction one, Fraction other) {
    return [one, other](const Sums& sums) -> std::optional<double> {
        const auto above = odds_of(sums, one);
        const auto below = odds_of(sums, other);
        return above && below ? std::optional{*above / *below} : std::nullopt;
    };
}

Measure share_measure(const PatternName& name, const PatternBand& band, Fraction fraction) {
    return {
        .name = name, .band = band, .n = fraction.denominator, .value = ratio_statistic(fraction)};
}

Statistic EventTimes::share_by(std::size_t bins_passed) const {
    return [times = *this, bins_passed](const Sums& sums) -> std::optional<double> {
        const auto curve = curve_of(sums, times);
        return curve ? std::optional{curve->at(bins_passed, 0)} : std::nullopt;
    };
}

Statistic EventTimes::share_after(std::size_t bins_passed) const {
    return [times = *this, bins_passed](const Sums& sums) -> std::optional<double> {
        const auto curve = curve_of(sums, times);
        return curve ? std::optional{curve->event_free(bins_passed)} : std::nullopt;
    };
}

Statistic EventTimes::share_of_share(std::size_t first, std::size_t last) const {
    return [times = *this, first, last](const Sums& sums) -> std::optional<double> {
        const auto curve = curve_of(sums, times);
        if (!curve || curve->at(last, 0) == 0.0) {
            return std::nullopt;
        }
        return curve->at(first, 0) / curve->at(last, 0);
    };
}

Statistic EventTimes::median() const {
    return [times = *this](const Sums& sums) -> std::optional<double> {
        const auto curve = curve_of(sums, times);
        constexpr double half = 0.5;
        for (std::size_t bin = 1; curve && bin <= times.bins; ++bin) {
            const double after = curve->event_free(bin);
            if (after <= half) {
                const double before = curve->event_free(bin - 1);
                return static_cast<double>(bin - 1) + (before - half) / (before - after);
            }
        }
        return std::nullopt;
    };
}

Statistic EventTimes::mean_of_later_than(std::size_t bins_passed) const {
    return [times = *this, bins_passed](const Sums& sums) -> std::optional<double> {
        const auto curve = curve_of(sums, times);
        if (!curve || curve->event_free(bins_passed) == 0.0) {
            return std::nullopt;
        }
        double area = 0.0;
        for (std::size_t bin = bins_passed; bin < times.bins; ++bin) {
            area += curve->event_free(bin);
        }
        return static_cast<double>(bins_passed) + area / curve->event_free(bins_passed);
    };
}

} // namespace tsunagi::detail
