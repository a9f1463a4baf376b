#include "engine/relations/contact_streams.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <tuple>

namespace tsunagi {

SimTime ContactStream::date(SimTime run_start, std::uint32_t occurrence) const {
    // A contact so rare that the clock cannot tell its date never comes in any run.
    const double days = (occurrence + phase) * days_per_year / per_year;
    return run_start + sampled(std::min(days, longest_sampled_days / 2.0));
}

std::uint32_t ContactStream::first_from(SimTime run_start, SimTime instant) const {
    if (instant <= run_start) {
        return 0;
    }
    const double passed = days_between(run_start, instant) * per_year / days_per_year - phase;
    auto occurrence = passed > 1.0 ? static_cast<std::uint32_t>(passed) - 1 : 0U;
    while (date(run_start, occurrence) < instant) {
        ++occurrence;
    }
    return occurrence;
}

Schedules ContactStream::schedules_at(SimTime instant) const {
    using Part = Schedules::Part;
    return {.policy = policy.holds(instant) ? Part::in : Part::out,
            .reference = reference.holds(instant) ? Part::in : Part::out};
}

double contact_phase(EntityKey owner,
                     PartnerKey label,
                     std::uint64_t raised_frequency_key,
                     Streams& streams) {
    return streams.uniform({.purpose = Draw::contact_phase,
                            .entity = owner,
                            .partner = label,
                            .occurrence = raised_frequency_key});
}

namespace {

struct Occasion {
    std::size_t week{};
    std::uint8_t rank_order{}; ///< 0 is kept first
    SimTime at{};
    EntityKey owner{};
    EntityKey label{};
    std::uint32_t stream{};
    std::uint32_t occurrence{};

    auto order() const { return std::tuple{week, rank_order, at, owner, label, stream}; }
};

std::vector<Occasion> occasions_of(std::span<const ContactStream> streams,
                                   ScheduleName schedule,
                                   const StaffLedger& ledger,
                                   SimTime run_start,
                                   Validity span) {
    std::vector<Occasion> occasions;
    for (std::uint32_t row = 0; row < streams.size(); ++row) {
        const auto& stream = streams[row];
        const auto& valid = schedule == ScheduleName::policy ? stream.policy : stream.reference;
        const auto until = std::min(valid.until, span.until);
        if (stream.attendees.empty() || stream.per_year <= 0.0) {
            continue;
        }
        auto occurrence = stream.first_from(run_start, std::max(valid.from, span.from));
        for (auto at = stream.date(run_start, occurrence); at < until;
             at = stream.date(run_start, ++occurrence)) {
            const auto rank = static_cast<std::uint8_t>(stream.rank);
            const auto last_rank = static_cast<std::uint8_t>(ContactRank::group);
            occasions.push_back({.week = ledger.week_row(at),
                                 .rank_order = static_cast<std::uint8_t>(last_rank - rank),
                                 .at = at,
                                 .owner = stream.owner,
                                 .label = stream.label,
                                 .stream = row,
                                 .occurrence = occurrence});
        }
    }
    return occasions;
}

using WeeklyHours = Column<AgencyId, std::vector<Duration>>;

// Empty where hours have no limit.
WeeklyHours no_hours(const StaffLedger& ledger) {
    WeeklyHours hours(ledger.agencies());
    for (std::size_t row = 0; row < ledger.agencies(); ++row) {
        const auto agency = hours.id(row);
        if (ledger.weekly_total(agency)) {
            hours[agency].resize(ledger.weeks() + 1);
        }
    }
    return hours;
}

/// The hours of one occasion in the weeks of those who attend it.
struct HoursClaim {
    WeeklyHours& hours;
    const ContactStream& stream;
    std::size_t week{};

    void add(int times) const {
        for (const auto& attendee : stream.attendees) {
            if (!hours[attendee.agency].empty()) {
                hours[attendee.agency][week] += times * attendee.hours;
            }
        }
    }
    bool fits(const StaffLedger& ledger) const {
        return std::all_of(
            stream.attendees.begin(), stream.attendees.end(), [&](const auto& attendee) {
                const auto total = ledger.weekly_total(attendee.agency);
                return !total || hours[attendee.agency][week] <= *total;
            });
    }
};

} // namespace

ContactPlan plan_contacts(std::span<const ContactStream> streams,
                          ScheduleName schedule,
                          const StaffLedger& ledger,
                          SimTime run_start,
                          Validity span) {
    ContactPlan plan{.reserved = no_hours(ledger), .cancelled = {}};
    auto occasions = occasions_of(streams, schedule, ledger, run_start, span);
    const auto claim = [&](const Occasion& occasion) {
        return HoursClaim{plan.reserved, streams[occasion.stream], occasion.week};
    };
    for (const auto& occasion : occasions) {
        claim(occasion).add(1);
    }
    // Where all of a week fit they are held, in whatever order; few weeks are fuller than that.
    const auto contested =
        std::partition(occasions.begin(), occasions.end(), [&](const Occasion& one) {
            return claim(one).fits(ledger);
        });
    std::for_each(contested, occasions.end(), [&](const Occasion& one) { claim(one).add(-1); });
    std::sort(contested, occasions.end(), [](const Occasion& a, const Occasion& b) {
        return a.order() < b.order();
    });
    std::for_each(contested, occasions.end(), [&](const Occasion& one) {
        claim(one).add(1);
        const bool by_law = streams[one.stream].kind == ContactStream::Kind::core_programme;
        if (!by_law && !claim(one).fits(ledger)) {
            claim(one).add(-1);
            plan.cancelled.push_back({one.stream, one.occurrence});
        }
    });
    std::sort(plan.cancelled.begin(), plan.cancelled.end());
    return plan;
}

} // namespace tsunagi
