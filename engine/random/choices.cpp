#include "engine/random/choices.hpp"

#include "engine/random/det.hpp"
#include "engine/random/detail/infinity.hpp"

#include <tuple>

namespace tsunagi {
namespace {

using detail::infinity;

auto key_of_option(const Option& option) {
    return std::tuple{option.partner, option.option};
}
auto key_of_option(const Cause& cause) {
    return cause.cause;
}

/// Quadratic, but choices have a handful of options, and equal keys would silently share their
/// chance.
template <class Keyed> void expect_distinct_keys(std::span<const Keyed> items) {
    for (std::size_t one = 0; one < items.size(); ++one) {
        for (std::size_t other = one + 1; other < items.size(); ++other) {
            expects(key_of_option(items[one]) != key_of_option(items[other]),
                    "the options of one decision have different keys");
        }
    }
}

} // namespace

std::size_t choose(std::span<const Option> options, Streams& streams, const DrawAddress& decision) {
    expect_distinct_keys(options);
    std::optional<std::size_t> best;
    double best_score = -infinity;
    for (std::size_t index = 0; index < options.size(); ++index) {
        const Option& option = options[index];
        expects(option.utility < infinity, "a utility lies in [-inf, inf)");
        if (option.utility == -infinity) {
            continue;
        }
        DrawAddress address = decision;
        address.partner = option.partner;
        address.option = option.option;
        const double score = option.utility - det::log(streams.exponential(address));
        // Equal scores go to the smaller key, not to the one that happens to stand first.
        const bool wins =
            !best || score > best_score ||
            (score == best_score && key_of_option(option) < key_of_option(options[*best]));
        if (wins) {
            best = index;
            best_score = score;
        }
    }
    expects(best.has_value(), "a choice has an option above -inf");
    return *best;
}

std::optional<RaceResult>
race(std::span<const Cause> causes, Streams& streams, const DrawAddress& decision) {
    expect_distinct_keys(causes);
    std::optional<RaceResult> first;
    for (std::size_t index = 0; index < causes.size(); ++index) {
        const Cause& cause = causes[index];
        expects(cause.hazard >= 0.0 && cause.hazard < infinity, "a hazard lies in [0, inf)");
        if (cause.hazard == 0.0) {
            continue;
        }
        DrawAddress address = decision;
        address.option = cause.cause;
        const double time = streams.exponential(address) / cause.hazard;
        const bool wins = !first || time < first->time ||
                          (time == first->time && cause.cause < causes[first->winner].cause);
        if (wins) {
            first = RaceResult{index, time};
        }
    }
    return first;
}

} // namespace tsunagi
