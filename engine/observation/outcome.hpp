#pragma once

#include "engine/observation/count.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tsunagi {

/// What scenarios are compared on. Definitions: engine/README.md, outcomes; every one is a ratio of
/// two counts. Studies name what they expect by it, and everything that compares runs over it.
enum class Outcome : std::uint8_t {
    support_180,
    support_90,
    support_365,
    close_30,
    support_180_twice,
    need_support_180,
    started_21,
    silent_started_21,
    support_at_end,
    days_in_support,
    support_180_in_person, ///< support by telephone or online left out
    support_180_at_liberty,
    expired_support_180,
    close_180,
    started_14,
    silent_started_14,
    engaged_34,
    overlap_days,
    first_contact_by_family,
    followed_7,
    followed_30,
};
inline constexpr std::size_t outcomes = 21;

/// How an outcome is to be read: the one the study is about, others named before the run, and what
/// is looked at beside.
enum class OutcomeRole : std::uint8_t { headline, primary, secondary };
enum class OutcomeUnit : std::uint8_t { share, days };

struct OutcomeSpec {
    Outcome outcome{};
    std::string_view id; ///< in JSON, study files and message ids ("table.outcome.<id>")
    Count numerator{};
    Count denominator{};
    OutcomeUnit unit{};
    OutcomeRole role{};
};

/// All outcomes in printed order.
const std::array<OutcomeSpec, outcomes>& outcome_specs();

const OutcomeSpec& spec_of(Outcome outcome);

/// No value: no outcome has this id.
std::optional<Outcome> outcome_named(std::string_view id);

/// Whether the outcome is a share of the whole cohort, so that it can be told in whole persons.
bool is_share_of_cohort(Outcome outcome);

} // namespace tsunagi
