#pragma once

#include "engine/core/time.hpp"
#include "engine/observation/contact_line.hpp"
#include "engine/people/client.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// Where somebody is as far as outcomes go. Who is in prison before release is in custody.
enum class Whereabouts : std::uint8_t { at_liberty, custody, dead, moved };
inline constexpr std::size_t whereabouts = 4;

/// Where one person has been over time.
class WhereaboutsLine {
public:
    explicit WhereaboutsLine(Liberty at_entry)
        : start_{at_entry == Liberty::at_liberty ? Whereabouts::at_liberty : Whereabouts::custody} {
    }

    /// Told in the order of time; who is dead or has moved stays so.
    void change(SimTime at, Whereabouts to);
    Whereabouts at(SimTime when) const;
    Whereabouts now() const { return changes_.empty() ? start_ : changes_.back().to; }
    /// First instant after `start` at which the person comes to be somewhere.
    std::optional<SimTime> first_after(SimTime start, Whereabouts where) const;
    /// Days d on which the person is at liberty at origin + d.
    DayBits days_at_liberty(SimTime origin) const;

private:
    struct Change {
        SimTime at;
        Whereabouts to;
    };

    Whereabouts start_;
    std::vector<Change> changes_;
};

} // namespace tsunagi
