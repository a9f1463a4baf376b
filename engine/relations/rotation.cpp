#include "engine/relations/rotation.hpp"

#include "engine/random/samplers.hpp"

namespace tsunagi {

namespace {

double side_factor(const Agency& agency,
                   const RelationParameters& parameters,
                   std::uint32_t year,
                   Streams& streams) {
    const double tenure = parameters.tenure_years.at(static_cast<std::size_t>(agency.tenure));
    if (parameters.rotation_mode == RotationMode::share) {
        return rotation_factor(parameters, tenure);
    }
    const bool moves =
        happens(1.0 / tenure,
                streams.uniform(
                    {.purpose = Draw::staff_rotation, .entity = agency.key, .occurrence = year}));
    return moves ? 1.0 - parameters.rotation_loss * (1.0 - parameters.routine) : 1.0;
}

} // namespace

void rotate_staff(Links& links,
                  const Region& region,
                  const RelationParameters& parameters,
                  std::uint32_t year,
                  Moment moment) {
    std::vector<double> factors;
    for (const auto& agency : region.agencies.values()) {
        factors.push_back(side_factor(agency, parameters, year, moment.streams));
    }
    for (std::size_t row = 0; row < links.links().size(); ++row) {
        const auto pair = links.links().id(row);
        const auto& link = links.links()[pair];
        links.rotate(pair,
                     factors.at(link.first.row()) * factors.at(link.second.row()),
                     parameters,
                     moment.now);
    }
    moment.facts.tell({.at = moment.now, .kind = FactKind::staff_rotated, .amount = year});
}

} // namespace tsunagi
