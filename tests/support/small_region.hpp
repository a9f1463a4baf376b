#pragma once

#include "engine/experiment/experiment.hpp"

#include "tests/support/default_parameters.hpp"

#include <cstdint>

/// A small made-up region with the real parameters, for tests that need a whole world.
/// Link tests/support/small_region.cpp; it needs engine/core alone.
namespace tsunagi::test {

// Rows of the small region's agencies.
inline constexpr AgencyId centre{0};
inline constexpr AgencyId office{1};
inline constexpr AgencyId facility{2};
inline constexpr AgencyId hospital{3};

// Labels of its standing contacts and of referral routes.
inline constexpr EntityKey guarantor_contact = key_of("t2.05");
inline constexpr EntityKey liaison_contact = key_of("liaison");
inline constexpr EntityKey counselling_referral = key_of("t2.01");
inline constexpr EntityKey family_referral = key_of("t2.03");

// Dates of the small experiment.
inline constexpr SimTime run_start = at_date(std::chrono::sys_days{std::chrono::days{18353}});
inline constexpr SimTime policy_start = at_date(std::chrono::sys_days{std::chrono::days{20544}});
inline constexpr SimTime horizon = at_date(std::chrono::sys_days{std::chrono::days{22370}});
/// What counts as support in it.
inline constexpr SupportWindows support_windows{
    .support_days = 90, .close_days = 30, .remote = RemoteContacts::counted};

/// Two municipalities (60 % near, 40 % an hour away), a centre with 2.0 posts, a probation office
/// with 6, and a facility and a hospital without a limit of hours; each offers what its like offers
/// in a typical prefecture, in every replication. Links are drawn from the whole of Table 1; the
/// drawable activity is t2.05 and the one referral route t2.01, office to centre.
Region small_region();

/// One more agency, 20 minutes from all others, nobody travels there. Ids of the others stay.
AgencyId add_agency(Region& region, EntityKey key, AgencyType type, TenureClass tenure);

/// The small region with all that lives can go through, and little of it: two hospitals with
/// programmes and a general one, two facilities, a rehabilitation facility, a self-help group, a
/// prison, a hospital and a facility out of the prefecture, and the route t2.03 beside t2.01. The
/// first four agencies are the small region's.
Region wide_region();

// Rival readings of the link.
inline constexpr Reading causal{1.0, 1.0, 1.0, Reading::LinkDraw::as_stated, std::nullopt};
inline constexpr Reading selection{0.0, 1.0, 1.0, Reading::LinkDraw::as_stated, std::nullopt};
inline constexpr Reading no_effect{1.0, 0.0, 1.0, Reading::LinkDraw::as_stated, std::nullopt};
inline constexpr Reading from_priors{
    std::nullopt, std::nullopt, 1.0, Reading::LinkDraw::from_priors, std::nullopt};

// Rows of the small experiment's scenarios.
inline constexpr std::size_t today = 0;
inline constexpr std::size_t no_contact = 1;
inline constexpr std::size_t regular_contact = 2;
inline constexpr std::size_t written_agreement = 3;

/// The four scenarios above on the small region, reference `today`, under the causal reading alone;
/// warm-up 2020 to 2026, policies to 2031, seed 7, four replications to a draw.
Experiment small_experiment(std::int64_t replications);

/// The small experiment with three years of warm-up and three of policy.
Experiment short_experiment(std::int64_t replications = 1);

/// Lets the warm-up end and every lever of every scenario begin at an instant.
void start_policies(Experiment& experiment, SimTime from);

} // namespace tsunagi::test
