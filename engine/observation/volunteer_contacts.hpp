#pragma once

#include "engine/core/time.hpp"
#include "engine/observation/contact_line.hpp"
#include "engine/observation/whereabouts.hpp"
#include "engine/people/client.hpp"

#include <vector>

namespace tsunagi {

/// Contacts of one person with the volunteer probation officer: contacts of justice, never of
/// support. They are no events but worked out when asked for: at day (i + u) x interval from each
/// start of supervision, while it lasts and the person is at liberty. Source: engine/README.md,
/// supervision.
class VolunteerContacts {
public:
    explicit VolunteerContacts(const VolunteerCalendar& calendar) : calendar_{calendar} {}

    /// Supervision starts, and with it the calendar.
    void start(SimTime at) { spells_.push_back({.start = at, .from = at}); }
    /// Supervision is over; nothing where there is none.
    void end(SimTime at);
    /// Supervision that is over goes on later, by the calendar of its start.
    void go_on(SimTime at);

    bool any_in(const ContactWindow& window, const WhereaboutsLine& line) const;
    /// Days d with a contact in (origin + d - window, origin + d], of contacts after `since`.
    DayBits covered_days(SimTime origin,
                         std::chrono::days window,
                         SimTime since,
                         const WhereaboutsLine& line) const;

private:
    struct Supervised {
        SimTime start; ///< of the calendar
        SimTime from;
        SimTime to = SimTime::max();
    };

    std::vector<SimTime> contacts_in(const ContactWindow& window,
                                     const WhereaboutsLine& line) const;

    VolunteerCalendar calendar_;
    std::vector<Supervised> spells_; ///< in order
};

} // namespace tsunagi
