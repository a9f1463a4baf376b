#pragma once

#include "engine/simulation/parameters.hpp"

#include "tests/support/default_parameters/capacity.hpp"
#include "tests/support/default_parameters/care.hpp"
#include "tests/support/default_parameters/lives.hpp"
#include "tests/support/default_parameters/people.hpp"
#include "tests/support/default_parameters/relations.hpp"

/// The default parameters as C++ values, for tests that use no files. A test of the scenarios keeps
/// them equal to the parameter files.
namespace tsunagi::test {

/// Every default of the parameter files; rotation in mode "share".
inline Parameters default_parameters() {
    return {.intake = detail::default_intake(),
            .attributes = detail::default_attributes(),
            .readiness = detail::default_readiness(),
            .awareness = detail::default_awareness(),
            .supervision = detail::default_supervision(),
            .relations = detail::default_relations(),
            .link = detail::default_link(),
            .recognition = detail::default_recognition(),
            .referral = detail::default_referral(),
            .choice = detail::default_choice(),
            .episodes = detail::default_episodes(),
            .ways_in = detail::default_ways_in(),
            .use = detail::default_use(),
            .protection = detail::default_protection(),
            .admission = detail::default_admission(),
            .residence = detail::default_residence(),
            .medical = detail::default_medical(),
            .benefits = detail::default_benefits(),
            .family = detail::default_family(),
            .hours = detail::default_hours()};
}

} // namespace tsunagi::test
