#pragma once

#include "engine/core/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// New outpatients that one agency accepts per calendar month.
///
/// A number n need not be whole. The k-th month, counted from 0, has floor((k + 1) n) - floor(k n)
/// slots, so that the first k months have floor(k n) together: n = 2.5 gives 2, 3, 2, 3 ... In
/// every span of months the sum stays within one slot of n a month, no slot is made out of nothing,
/// and no chance is needed. What a month does not use is not kept for the next.
class MonthlySlots {
public:
    /// @param per_month    n in [0, 1e6], kept to a millionth; no value: unlimited
    /// @param first, last  instants whose months, both included, are counted, the first one as
    /// month 0; later months are never full
    MonthlySlots(std::optional<double> per_month, SimTime first, SimTime last);

    /// When a first appointment is wanted.
    struct Wish {
        SimTime at{};     ///< not before the first counted month
        SimTime latest{}; ///< no booking after this instant
    };
    enum class Waited : std::uint8_t { no, for_a_later_month };
    struct Booking {
        SimTime at{};
        Waited waited{};

        friend bool operator==(const Booking&, const Booking&) = default;
    };

    /// Where a booking would fall: the wished instant itself if its month has a slot left, else
    /// 00:00 on the first day of the first later month that has one. O(full months passed over).
    /// @return no value where no slot is left in time
    std::optional<Booking> first_free(Wish wish) const;
    /// Takes the slot that first_free names; without one, takes nothing. Bookings are never moved.
    std::optional<Booking> book(Wish wish);
    /// Gives the slot of a cancelled booking back to its month.
    /// @param at  the booked instant
    void release(SimTime at);

    /// Slots of the month of an instant, taken or not; no value: unlimited, as are months that are
    /// not counted.
    std::optional<std::int64_t> slots(SimTime instant) const;
    /// Slots taken of that month; 0 if it is unlimited.
    std::int64_t booked(SimTime instant) const;

private:
    std::size_t month_row(SimTime instant) const;
    std::int64_t slots_of(std::size_t month) const;
    bool is_full(std::size_t month) const;

    std::int64_t millionths_; ///< of a slot per month
    std::int64_t first_month_;
    std::vector<std::int64_t> booked_; ///< by month; months outside are never full
};

} // namespace tsunagi
