#include "engine/observation/contact_line.hpp"

#include "engine/observation/spell.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

using Contact = ContactLine::Contact;

/// Most lines that hold anything end about as long, and so need not move as they grow.
constexpr std::size_t usual_contacts = 16;

bool meets(const Contact& contact, const ContactWindow& window) {
    return contact.from <= window.until && contact.to > window.after;
}

} // namespace

void set_days(DayBits& bits, std::int64_t first, std::int64_t last) {
    constexpr auto size = static_cast<std::int64_t>(follow_up_days + 1);
    first = std::max<std::int64_t>(first, 0);
    last = std::min(last, size - 1);
    if (first <= last) {
        bits |= ~DayBits{} >> static_cast<std::size_t>(size - 1 - (last - first))
                                  << static_cast<std::size_t>(first);
    }
}

DayRange days_near(SimTime from, SimTime to, SimTime origin, std::chrono::days window) {
    const auto horizon = origin + std::chrono::days{follow_up_days + 1}; // a stay may never end
    const auto day_from = [&](SimTime at) {
        return std::chrono::ceil<std::chrono::days>(std::min(at, horizon) - origin).count();
    };
    return {.first = day_from(from), .last = day_from(to) + window.count() - 1};
}

void ContactLine::add(SimTime at, AgencyId agency, Medium medium) {
    if (at > since_) {
        if (contacts_.empty()) {
            contacts_.reserve(usual_contacts);
        }
        contacts_.push_back({.from = at, .to = at, .agency = agency, .medium = medium});
    }
}

void ContactLine::begin_stay(SimTime at, AgencyId agency) {
    contacts_.push_back(
        {.from = at, .to = Spell::never, .agency = agency, .medium = Medium::in_person});
}

void ContactLine::end_stay(SimTime at) {
    const auto open = std::find_if(contacts_.rbegin(), contacts_.rend(), [](const Contact& one) {
        return one.to == Spell::never;
    });
    if (open == contacts_.rend()) {
        return;
    }
    open->to = at;
    if (at <= since_) {
        contacts_.erase(std::next(open).base());
    }
}

std::int64_t ContactLine::in(const ContactWindow& window) const {
    std::int64_t found = 0;
    for (const auto& contact : contacts_) {
        if (meets(contact, window)) {
            const auto first = std::max(contact.from, window.after + one_tick);
            const auto last = std::min(contact.to, window.until);
            found += 1 + (last - first) / one_day;
        }
    }
    return found;
}

bool ContactLine::any_in(const ContactWindow& window) const {
    return std::any_of(contacts_.begin(), contacts_.end(), [&](const Contact& contact) {
        return meets(contact, window);
    });
}

bool ContactLine::any_in_person_in(const ContactWindow& window) const {
    return std::any_of(contacts_.begin(), contacts_.end(), [&](const Contact& contact) {
        return contact.medium == Medium::in_person && meets(contact, window);
    });
}

std::optional<SimTime> ContactLine::first_after(SimTime start) const {
    // Contacts stand in the order of their beginnings, but an earlier stay may end later.
    std::optional<SimTime> first;
    for (const auto& contact : contacts_) {
        if (contact.to > start) {
            const auto at = std::max(contact.from, start + one_tick);
            first = first ? std::min(*first, at) : at;
        }
    }
    return first;
}

DayBits ContactLine::covered_days(SimTime origin, std::chrono::days window) const {
    DayBits bits;
    // Contacts stand in the order of their beginnings, so days that meet are set as one stretch.
    std::int64_t first = 0;
    std::int64_t last = -1;
    for (const auto& contact : contacts_) {
        const auto near = days_near(contact.from, contact.to, origin, window);
        if (near.first > last + 1) {
            set_days(bits, first, last);
            first = near.first;
        }
        last = std::max(last, near.last);
    }
    set_days(bits, first, last);
    return bits;
}

std::vector<AgencyId> ContactLine::agencies_in(const ContactWindow& window) const {
    std::vector<AgencyId> agencies;
    for (const auto& contact : contacts_) {
        if (contact.from > window.after && contact.from <= window.until) {
            agencies.push_back(contact.agency);
        }
    }
    return agencies;
}

} // namespace tsunagi
