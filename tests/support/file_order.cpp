#include "tests/support/file_order.hpp"

#include <algorithm>
#include <variant>

namespace tsunagi::test {

namespace {

template <class Value>
std::vector<Value> in_order(const std::vector<Value>& values, const Order& order) {
    std::vector<Value> result;
    result.reserve(values.size());
    for (const auto row : order) {
        result.push_back(values.at(row));
    }
    return result;
}

// The two agencies of a standing contact or an agreement, of a lever that names any.
struct Move {
    const FileOrder& order;

    template <class Named> void operator()(Named& lever) const {
        if constexpr (requires { lever.first; }) {
            lever.first = moved(lever.first, order);
            lever.second = moved(lever.second, order);
        }
    }
};

ObservedLinks reordered(const ObservedLinks& links, const FileOrder& order) {
    ObservedLinks result{in_order(links.held, order.held)};
    for (auto& contact : result.held) {
        contact.first = moved(contact.first, order);
        contact.second = moved(contact.second, order);
    }
    return result;
}

// Every pair is stated anew: which ones the file states has no say.
TravelTimes reordered_travel(const Region& region, const FileOrder& order) {
    TravelTimes result;
    for (std::uint32_t row = 0; row < order.agencies.size(); ++row) {
        for (std::uint32_t other = 0; other < row; ++other) {
            result.state(AgencyId{other},
                         AgencyId{row},
                         region.travel.minutes(AgencyId{order.agencies[other]},
                                               AgencyId{order.agencies[row]}));
        }
    }
    return result;
}

Region reordered(const Region& region, const FileOrder& order) {
    auto result = region;
    result.travel = reordered_travel(region, order);
    result.agencies = {};
    for (const auto row : order.agencies) {
        auto agency = region.agencies[AgencyId{row}];
        agency.services = in_order(agency.services, order.services.at(row));
        result.agencies.push(agency);
    }
    result.centre = moved(region.centre, order);
    result.probation_office = moved(region.probation_office, order);
    if (const auto* stated = std::get_if<ObservedLinks>(&region.links)) {
        result.links = reordered(*stated, order);
    }
    result.referrals = in_order(region.referrals, order.routes);
    for (auto& route : result.referrals) {
        route.sender = moved(route.sender, order);
        route.receiver = moved(route.receiver, order);
    }
    return result;
}

} // namespace

AgencyId moved(AgencyId agency, const FileOrder& order) {
    const auto place = std::find(order.agencies.begin(), order.agencies.end(), agency.row());
    return AgencyId{static_cast<std::uint32_t>(place - order.agencies.begin())};
}

Experiment reordered(const Experiment& experiment, const FileOrder& order) {
    auto result = experiment;
    result.region = reordered(experiment.region, order);
    for (auto& scenario : result.scenarios) {
        for (auto& lever : scenario.policy.levers) {
            std::visit(Move{order}, lever.lever);
        }
    }
    return result;
}

} // namespace tsunagi::test
