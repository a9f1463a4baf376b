#pragma once

#include "engine/relations/parameters.hpp"

/// Defaults of engine/relations; include tests/support/default_parameters.hpp.
namespace tsunagi::test::detail {

inline RelationParameters default_relations() {
    return {.gain_per_contact = 0.2,
            .half_life_days = 365.0,
            .tenure_years = {2.5, 4.0, 5.0, 6.0},
            .rotation_loss = 1.0,
            .routine = 0.3,
            .rotation_mode = RotationMode::share,
            .good_at = 0.5,
            .incidental_per_year = 2.0,
            .incidental_weight = 0.5,
            .agreement_effect = 0.0};
}

inline LinkParameters default_link() {
    return {
        .structure_weight = 1.0, .switch_on = 1.0, .offers = 1.0, .arrival = 0.5, .drop_out = -0.1};
}

} // namespace tsunagi::test::detail
