#include "tests/property/any_parameters.hpp"

#include "engine/core/contracts.hpp"
#include "scenarios/parameters/parameter_book.hpp"

#include "tests/property/any_number.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

namespace tsunagi::test {

namespace {

// A factor between 1/4 and 4.
double any_factor() {
    return 0.25 * static_cast<double>(1 + any_below(16));
}

const ParameterBook& parameter_book() {
    static const auto book = [] {
        Inputs inputs;
        FaultLog faults;
        auto read = ParameterBook::read(
            inputs, TSUNAGI_SCENARIOS "/parameters/default.toml", Position{}, faults);
        expects(read && faults.empty(), "the parameter files are in order");
        return std::move(*read);
    }();
    return book;
}

bool is_of_one_whole(std::string_view id) {
    const auto groups = parameter_shares();
    return std::any_of(groups.begin(), groups.end(), [&](const ShareGroup& group) {
        return group.sum == ShareGroup::Sum::one &&
               std::find(group.ids.begin(), group.ids.end(), id) != group.ids.end();
    });
}

// The default, a bound, or anything between.
double any_value_of(const ParameterRow& row, Domain::Numbers numbers) {
    const bool as_stated = any_below(5) == 0;
    const double value = std::lerp(row.lower, row.upper, any_fraction());
    if (as_stated) {
        return row.value;
    }
    return numbers == Domain::Numbers::whole ? std::round(value) : value;
}

// Every share gives some other, or itself, a part of what it can give and the other can take.
void scatter_shares(Parameters& parameters, const ShareGroup& group) {
    for (const auto id : group.ids) {
        const auto other = group.ids[static_cast<std::size_t>(any_below(std::ssize(group.ids)))];
        double& giver = find_binding(id)->slot(parameters);
        double& taker = find_binding(other)->slot(parameters);
        const double most = std::min(giver - parameter_book().find(id)->lower,
                                     parameter_book().find(other)->upper - taker);
        const double given = any_fraction() * std::max(most, 0.0); // below 0 by rounding alone
        giver -= given;
        taker += given;
    }
}

void scatter_within_bounds(Parameters& parameters) {
    for (const auto& binding : parameter_bindings()) {
        if (binding.slot != nullptr && !is_of_one_whole(binding.id)) {
            binding.slot(parameters) =
                any_value_of(*parameter_book().find(binding.id), binding.domain.numbers);
        }
    }
    for (const auto& group : parameter_shares()) {
        if (group.sum == ShareGroup::Sum::one) {
            scatter_shares(parameters, group);
        }
    }
}

void let_happen(Parameters& parameters) {
    parameters.intake.volume *= any_factor();
    parameters.use.arrest_regular_per_year *= any_factor();
    parameters.use.other_arrest_per_year *= any_factor();
    parameters.use.death_per_year *= any_factor();
    parameters.use.move_per_year *= any_factor();
    parameters.supervision.technical_revocation_per_year *= any_factor();
    parameters.ways_in.residence_per_year *= any_factor();
    parameters.family.call_per_year *= any_factor();
    for (double& admission : parameters.use.admission_per_year) {
        admission *= any_factor();
    }
}

} // namespace

void scatter(Parameters& parameters) {
    scatter_within_bounds(parameters);
    let_happen(parameters);
}

} // namespace tsunagi::test
