#pragma once

#include "engine/experiment/detail/pathway_tally.hpp"

#include "tests/support/small_region.hpp"

#include <cstdint>

/// What one person is told to have lived through, by hand.
namespace tsunagi::test {

/// Two years of warm-up behind, four years of policy.
inline constexpr tsunagi::detail::PathwayRule pathway_rule{
    .span = {.policy_start = run_start, .horizon = run_start + std::chrono::days{1461}},
    .windows = support_windows,
    .standard = std::chrono::days{14}};

/// Days count from the policy start.
template <class Follower> class LifeTold {
public:
    explicit LifeTold(Follower& follower) : follower_{follower} {}

    struct What {
        std::uint8_t detail{};
        std::int64_t amount{};
        AgencyId other = office;
    };
    void tell(double day, FactKind kind, AgencyId agency, const What& what) {
        follower_.observe({.at = run_start + (day < 0.0 ? -sampled(-day) : sampled(day)),
                           .kind = kind,
                           .detail = what.detail,
                           .client = ClientId{0},
                           .agency = agency,
                           .other = what.other,
                           .amount = what.amount});
    }
    void tell(double day, FactKind kind, AgencyId agency = centre) {
        tell(day, kind, agency, What{});
    }
    void offer(double day, AgencyId receiver = centre, AgencyId sender = office) {
        tell(day, FactKind::offered, receiver, {.detail = 1, .other = sender});
    }
    /// An offer accepted and booked in the same second.
    void accept(double day, AgencyId receiver = centre) {
        tell(day, FactKind::offer_accepted, receiver);
        book(day, Route::handover, receiver);
    }
    void book(double day, Route route, AgencyId agency = centre) {
        tell(day, FactKind::booked, agency, {.detail = static_cast<std::uint8_t>(route)});
    }
    void come(double day, AgencyId agency = centre, Route route = Route::handover) {
        if (route == Route::handover) {
            tell(day, FactKind::appointment_due, agency);
        }
        tell(day, FactKind::first_contact, agency, {.detail = static_cast<std::uint8_t>(route)});
    }
    void miss(double day, AgencyId agency = centre) {
        tell(day, FactKind::appointment_due, agency);
        tell(day, FactKind::not_kept, agency);
    }
    void lose(double day, Loss loss, AgencyId agency = centre) {
        tell(day, FactKind::referral_lost, agency, {.detail = static_cast<std::uint8_t>(loss)});
    }
    /// The second visit and the episode that it opens.
    void start(double day, Service service, AgencyId agency = centre) {
        tell(day, FactKind::second_visit, agency, {.detail = static_cast<std::uint8_t>(service)});
        open(day, service, agency);
    }
    void open(double day, Service service, AgencyId agency = centre) {
        tell(day, FactKind::episode_opened, agency, {.detail = static_cast<std::uint8_t>(service)});
    }
    void end(double day, Service service, EpisodeEnd end, AgencyId agency = centre) {
        tell(day,
             FactKind::episode_ended,
             agency,
             {.detail = static_cast<std::uint8_t>(end),
              .amount = static_cast<std::int64_t>(service)});
    }
    void attend(double day, Service service, AgencyId agency = centre) {
        tell(day,
             FactKind::session_attended,
             agency,
             {.detail = static_cast<std::uint8_t>(service)});
    }

private:
    Follower& follower_;
};

inline std::int64_t sum_in(const Sums& sums, PathwaySum sum) {
    return sums.at(static_cast<std::size_t>(sum));
}

/// The value of an indicator of the cohort.
inline std::optional<double> value_in(const Sums& sums, std::string_view id) {
    for (const auto& indicator : pathway_indicators()) {
        if (indicator.id == id) {
            return indicator.value(sums);
        }
    }
    violate("an indicator has this id", __FILE__, __LINE__);
}

inline constexpr std::int64_t day_ticks = one_day.count();

} // namespace tsunagi::test
