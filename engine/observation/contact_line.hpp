#pragma once

#include "engine/core/id.hpp"
#include "engine/core/time.hpp"

#include <bitset>
#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

inline constexpr std::size_t follow_up_days = 365;

/// One bit per day: bit d stands for the instant d days after an origin.
using DayBits = std::bitset<follow_up_days + 1>;

/// Sets the days first to last, as far as there are such days.
void set_days(DayBits& bits, std::int64_t first, std::int64_t last);

/// The window (after, until].
struct ContactWindow {
    SimTime after;
    SimTime until;
};

struct DayRange {
    std::int64_t first{};
    std::int64_t last{};
};
/// The days d for which an instant from `from` to `to` lies in (origin + d - window, origin + d],
/// up to the last of DayBits; of later ones, anything.
DayRange days_near(SimTime from, SimTime to, SimTime origin, std::chrono::days window);

/// How a contact was made: face to face, or by telephone or online.
enum class Medium : std::uint8_t { in_person, remote };

/// Contacts of one person with agencies, in the order of their beginnings: single ones, and stays
/// of which every day is one.
class ContactLine {
public:
    struct Contact {
        SimTime from;
        SimTime to; ///< a single contact ends when it begins; a stay that goes on, never
        AgencyId agency;
        Medium medium{};
    };

    /// @param since  contacts that ended by then are of no interest
    explicit ContactLine(SimTime since) : since_{since} {}

    void add(SimTime at, AgencyId agency, Medium medium = Medium::in_person);
    void begin_stay(SimTime at, AgencyId agency);
    /// Ends the stay begun last that still goes on; nothing where there is none.
    void end_stay(SimTime at);

    bool empty() const { return contacts_.empty(); }
    /// Contacts in a window; a stay counts one a day.
    std::int64_t in(const ContactWindow& window) const;
    bool any_in(const ContactWindow& window) const;
    /// Whether one of them was in person, as every day of a stay is.
    bool any_in_person_in(const ContactWindow& window) const;
    /// First instant after `start` with a contact.
    std::optional<SimTime> first_after(SimTime start) const;
    /// Days d with a contact in (origin + d - window, origin + d].
    DayBits covered_days(SimTime origin, std::chrono::days window) const;
    /// Agencies of the contacts that began in a window, in order.
    std::vector<AgencyId> agencies_in(const ContactWindow& window) const;

private:
    SimTime since_;
    std::vector<Contact> contacts_;
};

} // namespace tsunagi
