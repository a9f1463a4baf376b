#include "tests/property/any_experiment.hpp"

#include "engine/core/contracts.hpp"
#include "scenarios/parameters/parameter_book.hpp"

#include "tests/support/for_all.hpp"
#include "tests/support/whole_runs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tsunagi::test {

namespace {

// Between 0 (none at all) and 5, or no limit.
std::optional<double> any_number() {
    const int drawn = *rc::gen::inRange(0, 8);
    return drawn < 6 ? std::optional{static_cast<double>(drawn)} : std::nullopt;
}

// A factor between 1/4 and 4.
double any_factor() {
    return 0.25 * *rc::gen::inRange(1, 17);
}

// Between 5 minutes and 2 hours.
double any_minutes() {
    return 5.0 * *rc::gen::inRange(1, 25);
}

// Never, in some replications, or always.
double any_share() {
    return 0.25 * *rc::gen::inRange(0, 5);
}

Order any_order(std::size_t size) {
    Order order;
    for (std::size_t row = 0; row < size; ++row) {
        const auto place = *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(order) + 1);
        // Shrinks towards the order as it was.
        order.insert(order.end() - place, static_cast<std::uint32_t>(row));
    }
    return order;
}

void scatter_travel(Region& region) {
    auto& agencies = region.agencies;
    for (std::uint32_t row = 0; row < agencies.size(); ++row) {
        auto& agency = agencies[AgencyId{row}];
        for (double& minutes : agency.minutes_from_municipality) {
            minutes = any_minutes();
        }
        for (std::uint32_t other = 0; other < row; ++other) {
            const double minutes = any_minutes();
            agency.minutes_from_agency.at(other) = minutes;
            agencies[AgencyId{other}].minutes_from_agency.at(row) = minutes;
        }
    }
}

bool offers(const Agency& agency, Service service) {
    return std::any_of(agency.services.begin(), agency.services.end(), [&](const auto& offered) {
        return offered.service == service;
    });
}

// Referral routes lead to the first two; people begin a hospital's programme as its outpatients.
bool is_always_offered(const Agency& agency, Service service) {
    return service == Service::counselling || service == Service::family_counselling ||
           (service == Service::outpatient && offers(agency, Service::hospital_programme));
}

// Each agency of a type may offer what the first one of that type does.
void scatter_services(Region& region) {
    const auto agencies = region.agencies.values();
    for (auto& agency : agencies) {
        const auto first = std::find_if(agencies.begin(), agencies.end(), [&](const Agency& one) {
            return one.type == agency.type;
        });
        for (const auto& offered : first->services) {
            if (!offers(agency, offered.service) && *rc::gen::arbitrary<bool>()) {
                agency.services.push_back(offered);
            }
        }
        for (auto& offered : agency.services) {
            offered.share = is_always_offered(agency, offered.service) ? 1.0 : any_share();
            offered.places = offered.places ? any_number() : std::nullopt;
            offered.slots_per_month = offered.slots_per_month ? any_number() : std::nullopt;
        }
    }
}

void scatter_hours(Region& region) {
    for (auto& agency : region.agencies.values()) {
        if (const int halves = *rc::gen::inRange(0, 6); halves > 0) {
            agency.staffing =
                Agency::Staffing{.posts = 0.1 + 0.5 * (halves - 1), .direct_share = 0.6};
        } else {
            agency.staffing.reset();
        }
    }
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

// Shares of one whole cannot be moved one by one.
bool is_of_one_whole(std::string_view id) {
    const auto groups = parameter_shares();
    return std::any_of(groups.begin(), groups.end(), [&](const ShareGroup& group) {
        return group.sum == ShareGroup::Sum::one &&
               std::find(group.ids.begin(), group.ids.end(), id) != group.ids.end();
    });
}

double any_value_of(const ParameterRow& row, Domain::Numbers numbers) {
    const int drawn = *rc::gen::inRange(0, 5);
    if (drawn == 0) {
        return row.value;
    }
    const double value = row.lower + (drawn - 1) / 3.0 * (row.upper - row.lower);
    return numbers == Domain::Numbers::whole ? std::round(value) : value;
}

void scatter_within_bounds(Parameters& parameters) {
    for (const auto& binding : parameter_bindings()) {
        if (binding.slot != nullptr && !is_of_one_whole(binding.id)) {
            binding.slot(parameters) =
                any_value_of(*parameter_book().find(binding.id), binding.domain.numbers);
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

Experiment any_experiment() {
    auto experiment = short_experiment();
    experiment.region = wide_region();
    start_policies(experiment, next_first_of_april(experiment.run_start));
    experiment.horizon = next_first_of_april(experiment.policy_start);
    experiment.seed = *rc::gen::arbitrary<std::uint64_t>();
    scatter_travel(experiment.region);
    scatter_services(experiment.region);
    scatter_hours(experiment.region);
    scatter_within_bounds(experiment.parameters);
    let_happen(experiment.parameters);
    return experiment;
}

FileOrder any_file_order(const Region& region) {
    FileOrder order{.agencies = any_order(region.agencies.size()),
                    .routes = any_order(region.referrals.size()),
                    .services = {}};
    for (const auto& agency : region.agencies.values()) {
        order.services.push_back(any_order(agency.services.size()));
    }
    return order;
}

} // namespace tsunagi::test
