#include "tests/support/capacity_books.hpp"

#include <algorithm>

namespace tsunagi::test {

namespace {

bool is_booked(Task task) {
    return task == Task::first_appointment || task == Task::counselling_session ||
           task == Task::family_session || task == Task::outpatient_session;
}

bool is_reserved(Task task) {
    return task == Task::standing_contact || task == Task::liaison ||
           task == Task::guarantor_meeting || task == Task::probation_programme ||
           task == Task::group_session;
}

template <class Map, class Key> typename Map::mapped_type told(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

} // namespace

void compare(std::vector<std::string>& faults,
             const std::string& what,
             std::int64_t one,
             std::int64_t other) {
    if (one != other) {
        faults.push_back(what + ": " + std::to_string(one) + " against " + std::to_string(other));
    }
}

void CapacityBooks::demand(bool kept, const char* rule) {
    if (!kept) {
        contradicted_.insert(rule);
    }
}

void CapacityBooks::hear(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::place_taken:
    case FactKind::place_left:
    case FactKind::list_joined:
    case FactKind::list_left:
        count_claim(fact);
        return ask_places();
    case FactKind::residence_changed: // a home for a while is a place that nothing else tells of
        return ask_places();
    case FactKind::work_done:
    case FactKind::contact_overtime:
        return count_work(fact);
    case FactKind::booked:
        return ask_hours(fact.agency.value(), fact.at + Duration{fact.amount});
    default:
        return;
    }
}

void CapacityBooks::count_claim(const Fact& fact) {
    const bool left_list = fact.kind == FactKind::list_left;
    const Unit unit{fact.agency.value().row(), left_list ? fact.amount : fact.detail};
    const bool place = fact.kind == FactKind::place_taken || fact.kind == FactKind::place_left;
    const bool more = fact.kind == FactKind::place_taken || fact.kind == FactKind::list_joined;
    auto& count = place ? taken_[unit] : listed_[unit];
    count += more ? 1 : -1;
    demand(count >= 0, "no more leave a place or a list than came to it");
    if (fact.kind == FactKind::place_taken) {
        demand(fact.amount == count, "places told taken = places taken");
    }
}

// Facts are heard when all that happened at once has happened, so the world may be ahead of the
// count, but neither is ever above what there is.
void CapacityBooks::ask_places() {
    for (const auto& unit : world_->units.all()) {
        const Unit key{unit.agency.row(), static_cast<std::int64_t>(unit.service)};
        const auto capacity = unit.places.capacity();
        demand(!capacity || unit.places.occupied() <= *capacity, "places are never above capacity");
        demand(!capacity || told(taken_, key) <= std::int64_t{*capacity},
               "places told taken are never above capacity");
    }
}

void CapacityBooks::count_work(const Fact& fact) {
    const auto agency = fact.agency.value();
    auto& week = weeks_[{agency.row(), week_of(fact.at)}];
    const auto task = static_cast<Task>(fact.detail);
    if (fact.kind == FactKind::contact_overtime) {
        week.overtime += fact.amount;
    } else if (is_booked(task)) {
        week.booked += fact.amount;
    } else if (is_reserved(task)) {
        week.standing += fact.amount;
    }
    ask_hours(agency, fact.at);
}

void CapacityBooks::ask_hours(AgencyId agency, SimTime in_week) {
    const auto total = world_->ledger.weekly_total(agency);
    if (!total) {
        return;
    }
    const auto week = told(weeks_, Week{agency.row(), week_of(in_week)});
    const auto booked = std::max(world_->ledger.booked(agency, in_week).count(), week.booked);
    demand(booked <= total->count(), "bookings never exceed the week");
    const auto standing = std::max(world_->ledger.reserved(agency, in_week).count(), week.standing);
    demand(standing <= std::max(total->count(), required_by_law(agency, in_week)),
           "standing work exceeds the week by what the law requires alone");
}

// The sessions of the core programme.
std::int64_t CapacityBooks::required_by_law(AgencyId agency, SimTime in_week) const {
    const auto& programme = world_->contacts.programme();
    Duration of_one{0};
    for (const auto& attendee : programme.attendees) {
        of_one += attendee.agency == agency ? attendee.hours : Duration{0};
    }
    const auto monday = std::max(monday_of(week_of(in_week)), start_of_run_);
    const auto next_monday = monday_of(week_of(in_week) + 1);
    Duration all{0};
    for (auto session = programme.first_from(start_of_run_, monday);
         programme.date(start_of_run_, session) < next_monday;
         ++session) {
        all += of_one;
    }
    return all.count();
}

void CapacityBooks::audit(SimTime now, std::vector<std::string>& faults) const {
    audit_units(faults);
    audit_hours(now, faults);
}

void CapacityBooks::audit_units(std::vector<std::string>& faults) const {
    for (const auto& unit : world_->units.all()) {
        const Unit key{unit.agency.row(), static_cast<std::int64_t>(unit.service)};
        // A home for a while is no episode: its places are taken untold.
        const bool untold = unit.service == Service::residence && !taken_.contains(key);
        if (!untold) {
            compare(faults,
                    "places taken = left + occupied",
                    told(taken_, key),
                    unit.places.occupied());
        }
        compare(faults,
                "lists joined = left + waiting",
                told(listed_, key),
                static_cast<std::int64_t>(unit.list.size()));
    }
}

void CapacityBooks::audit_hours(SimTime now, std::vector<std::string>& faults) const {
    const auto& ledger = world_->ledger;
    for (std::uint32_t row = 0; row < ledger.agencies(); ++row) {
        const auto total = ledger.weekly_total(AgencyId{row});
        for (auto week = first_week_; total && week < week_of(now); ++week) {
            const auto work = told(weeks_, Week{row, week});
            const auto booked = ledger.booked(AgencyId{row}, monday_of(week)).count();
            const auto reserved = ledger.reserved(AgencyId{row}, monday_of(week)).count();
            compare(faults, "hours booked = hours spent on bookings", booked, work.booked);
            compare(faults, "hours reserved = hours of standing work", reserved, work.standing);
            if (booked < 0 || reserved < 0) {
                faults.emplace_back("hours are not negative");
            }
            const auto excess = std::max(std::int64_t{0}, booked + reserved - total->count());
            compare(faults, "hours beyond the week = overtime", excess, work.overtime);
        }
    }
}

} // namespace tsunagi::test
