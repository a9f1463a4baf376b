#pragma once

#include "engine/core/column.hpp"
#include "engine/core/id.hpp"
#include "engine/core/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// Direct staff hours per agency and week (Monday to Sunday), as whole ticks. Standing work is
/// reserved first; bookings take what is left and are never moved. An agency without a weekly total
/// is never full.
class StaffLedger {
public:
    /// @param weekly_totals  ticks per week by agency; no value: unlimited
    /// @param first, last    instants whose weeks, both included, the ledger covers; later weeks
    /// are never full
    StaffLedger(const Column<AgencyId, std::optional<Duration>>& weekly_totals,
                SimTime first,
                SimTime last);

    /// Takes `hours` in the week of `wish`, else on the Monday of the first later week that has
    /// them left.
    /// @param latest  no booking after this instant
    /// @return the booked instant, or no value where nothing was left in time; then nothing is
    /// taken
    std::optional<SimTime> book(AgencyId agency, SimTime wish, Duration hours, SimTime latest);
    /// Gives hours of a cancelled booking back.
    void release(AgencyId agency, SimTime booked, Duration hours);

    /// Replaces the agency's standing work of the weeks from `from` on. Hours by week row; missing
    /// weeks have none.
    void reserve_from(AgencyId agency, SimTime from, const std::vector<Duration>& hours_by_week);

    /// Hours by which standing work of `hours` in the week of `instant` goes beyond the weekly
    /// total, as far as no other call has counted them yet.
    Duration count_overtime(AgencyId agency, SimTime instant, Duration hours);

    /// The weeks (Monday to Sunday) that lie in [from, to) as a whole, as far as the ledger covers
    /// them: direct hours there were, and those of them that standing work and bookings took, more
    /// than there were in weeks of overtime. Both 0 where the agency has no weekly total.
    struct Use {
        Duration available{};
        Duration taken{};
    };
    Use use_between(AgencyId agency, SimTime from, SimTime to) const;

    std::optional<Duration> weekly_total(AgencyId agency) const {
        return hours_[agency].weekly_total;
    }
    Duration reserved(AgencyId agency, SimTime instant) const;
    Duration booked(AgencyId agency, SimTime instant) const;
    std::size_t weeks() const { return weeks_; }
    std::size_t agencies() const { return hours_.size(); }
    /// Row of the week of an instant, or weeks() beyond the covered range.
    std::size_t week_row(SimTime instant) const;

private:
    struct Week {
        Duration reserved{};
        Duration booked{};
        Duration overtime{}; ///< counted so far
    };
    struct Hours {
        std::optional<Duration> weekly_total{};
        std::vector<Week> by_week; ///< empty without a total
    };

    Column<AgencyId, Hours> hours_;
    SimTime first_monday_;
    std::size_t weeks_;
};

} // namespace tsunagi
