#include "tests/property/any_experiment.hpp"

#include "scenarios/parameters/bindings.hpp"

#include "tests/property/any_number.hpp"
#include "tests/property/any_parameters.hpp"
#include "tests/support/whole_runs.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <variant>
#include <vector>

namespace tsunagi::test {

namespace {

// Between 0 (none at all) and 5, or no limit.
std::optional<double> any_number() {
    const auto drawn = any_below(8);
    return drawn < 6 ? std::optional{static_cast<double>(drawn)} : std::nullopt;
}

// Between 5 minutes and 2 hours.
double any_minutes() {
    return 5.0 * static_cast<double>(1 + any_below(24));
}

// Never, in some replications, or always.
double any_share() {
    return 0.25 * static_cast<double>(any_below(5));
}

Order any_order(std::size_t size) {
    Order order;
    for (std::size_t row = 0; row < size; ++row) {
        const auto place = any_below(std::ssize(order) + 1);
        // Shrinks towards the order as it was.
        order.insert(order.end() - place, static_cast<std::uint32_t>(row));
    }
    return order;
}

Order as_listed(std::size_t size) {
    Order order(size);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

// Without some of the agencies that the small region lacks as well.
Experiment with_fewer_agencies(const Experiment& experiment) {
    const auto& region = experiment.region;
    FileOrder order{.agencies = as_listed(small_region().agencies.size()),
                    .routes = as_listed(region.referrals.size()),
                    .services = {},
                    .held = {}};
    for (auto row = static_cast<std::uint32_t>(order.agencies.size()); row < region.agencies.size();
         ++row) {
        if (any_below(4) < 3) {
            order.agencies.push_back(row);
        }
    }
    for (const auto& agency : region.agencies.values()) {
        order.services.push_back(as_listed(agency.services.size()));
    }
    return reordered(experiment, order);
}

void scatter_travel(Region& region) {
    auto& agencies = region.agencies;
    for (std::uint32_t row = 0; row < agencies.size(); ++row) {
        auto& agency = agencies[AgencyId{row}];
        for (double& minutes : agency.minutes_from_municipality) {
            minutes = any_minutes();
        }
        for (std::uint32_t other = 0; other < row; ++other) {
            region.travel.state(AgencyId{other}, AgencyId{row}, any_minutes());
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
        if (const auto halves = any_below(6); halves > 0) {
            agency.staffing = Agency::Staffing{.posts = 0.1 + 0.5 * static_cast<double>(halves - 1),
                                               .direct_share = 0.6};
        } else {
            agency.staffing.reset();
        }
    }
}

// Never, as often as may be, or anything between, rather seldom than often.
double any_frequency(double most_per_year) {
    const double fraction = any_fraction();
    return most_per_year * fraction * fraction * fraction;
}

// As a file may state them: the centre's, each with a partner at most once.
ObservedLinks any_held_contacts(const Region& region, const Parameters& parameters) {
    ObservedLinks links;
    const auto may_hold = [&](EntityKey label, AgencyId partner, double most_per_year) {
        const bool is_held = any_below(3) == 1;
        const double per_year = any_frequency(most_per_year);
        if (is_held) {
            links.held.push_back(
                {.first = region.centre, .second = partner, .label = label, .per_year = per_year});
        }
    };
    for (std::size_t row = 0; row < region.agencies.size(); ++row) {
        if (const auto partner = region.agencies.id(row); partner != region.centre) {
            may_hold(liaison_contact, partner, contacts_per_year.upper);
        }
    }
    // Staff of the centre take part in meetings that the office holds anyway.
    may_hold(guarantor_contact,
             region.probation_office,
             parameters.supervision.guarantor_meetings_per_year);
    return links;
}

} // namespace

Experiment any_experiment() {
    auto experiment = short_experiment();
    experiment.region = wide_region();
    experiment = with_fewer_agencies(experiment);
    start_policies(experiment, next_first_of_april(experiment.run_start));
    experiment.horizon = next_first_of_april(experiment.policy_start);
    experiment.seed = *rc::gen::arbitrary<std::uint64_t>();
    scatter_travel(experiment.region);
    scatter_services(experiment.region);
    scatter_hours(experiment.region);
    scatter(experiment.parameters);
    if (any_below(2) == 1) {
        experiment.region.links = any_held_contacts(experiment.region, experiment.parameters);
    }
    experiment.readings = {any_reading()};
    return experiment;
}

Reading any_reading() {
    constexpr double largest_scale = 10.0; // that a study may state
    const double weight = any_fraction();
    const double scale = largest_scale * any_fraction();
    auto reading = causal;
    switch (any_below(5)) {
    case 1:
        reading.structure_weight = weight;
        break;
    case 2:
        reading = no_effect;
        break;
    case 3:
        reading.scale = scale;
        break;
    case 4:
        reading.structure_weight = weight;
        reading.scale = scale;
        break;
    default: // causal
        break;
    }
    return reading;
}

FileOrder any_file_order(const Region& region) {
    FileOrder order{.agencies = any_order(region.agencies.size()),
                    .routes = any_order(region.referrals.size()),
                    .services = {},
                    .held = {}};
    if (const auto* stated = std::get_if<ObservedLinks>(&region.links)) {
        order.held = any_order(stated->held.size());
    }
    for (const auto& agency : region.agencies.values()) {
        order.services.push_back(any_order(agency.services.size()));
    }
    return order;
}

} // namespace tsunagi::test
