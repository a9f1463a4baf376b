#include "engine/observation/volunteer_contacts.hpp"

#include "engine/core/rounding.hpp"

#include <algorithm>
#include <cstdint>

namespace tsunagi {

void VolunteerContacts::end(SimTime at) {
    if (!spells_.empty()) {
        // One to come may not have begun.
        spells_.back().to = std::min(spells_.back().to, std::max(at, spells_.back().from));
    }
}

void VolunteerContacts::go_on(SimTime at) {
    spells_.push_back({.start = spells_.back().start, .from = at});
}

bool VolunteerContacts::any_in(const ContactWindow& window, const WhereaboutsLine& line) const {
    return !contacts_in(window, line).empty();
}

DayBits VolunteerContacts::covered_days(SimTime origin,
                                        std::chrono::days window,
                                        SimTime since,
                                        const WhereaboutsLine& line) const {
    DayBits bits;
    const auto horizon = origin + std::chrono::days{follow_up_days + 1};
    for (const auto at : contacts_in({.after = since, .until = horizon}, line)) {
        const auto near = days_near(at, at, origin, window);
        set_days(bits, near.first, near.last);
    }
    return bits;
}

std::vector<SimTime> VolunteerContacts::contacts_in(const ContactWindow& window,
                                                    const WhereaboutsLine& line) const {
    const auto& [phase, interval] = calendar_;
    std::vector<SimTime> contacts;
    for (const auto& [start, from, to] : spells_) {
        const auto first = std::max(from, window.after + one_tick);
        const auto last = std::min(to - one_tick, window.until);
        if (interval <= 0.0 || first > last) {
            continue;
        }
        // One contact earlier than the quotient says, which is rounded.
        const double passed = days_between(start, first) / interval - phase - 1.0;
        for (auto number = std::max<std::int64_t>(0, whole_below(passed));; ++number) {
            const auto at = start + sampled((static_cast<double>(number) + phase) * interval);
            if (at > last) {
                break;
            }
            if (at >= first && line.at(at) == Whereabouts::at_liberty) {
                contacts.push_back(at);
            }
        }
    }
    return contacts;
}

} // namespace tsunagi
