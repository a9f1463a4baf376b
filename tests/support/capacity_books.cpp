#include "tests/support/capacity_books.hpp"

#include <algorithm>
#include <cmath>

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

std::int64_t ticks_of(double hours) {
    return std::llround(3600.0 * hours);
}

} // namespace

StatedHours stated_hours(const Experiment& experiment) {
    const auto& hours = experiment.parameters.hours;
    StatedHours stated;
    for (const auto& agency : experiment.region.agencies.values()) {
        auto& weekly = stated.weekly.emplace_back();
        if (agency.staffing) {
            const double direct_hours_per_month =
                agency.staffing->posts * hours.paid_hours_per_month * agency.staffing->direct_share;
            weekly = ticks_of(direct_hours_per_month / hours.weeks_per_month);
        }
    }
    stated.office = experiment.region.probation_office.row();
    stated.session_ticks = ticks_of(hours.factor * hours.programme_session * hours.programme_staff);
    stated.session_interval_days = experiment.parameters.supervision.core_interval_days;
    return stated;
}

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
    if (fact.kind == FactKind::work_done && task == Task::probation_programme) {
        core_programme_ += fact.amount;
    }
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
    const auto total = stated_.weekly.at(agency.row());
    if (!total) {
        return;
    }
    const auto week = told(weeks_, Week{agency.row(), week_of(in_week)});
    const auto booked = std::max(world_->ledger.booked(agency, in_week).count(), week.booked);
    demand(booked <= *total, "bookings never exceed the week");
    const auto standing = std::max(world_->ledger.reserved(agency, in_week).count(), week.standing);
    demand(standing <= std::max(*total, required_by_law(agency)),
           "standing work exceeds the week by what the law requires alone");
}

// As many sessions of the core programme as can fall into one week.
std::int64_t CapacityBooks::required_by_law(AgencyId agency) const {
    if (agency.row() != stated_.office) {
        return 0;
    }
    return std::llround(std::ceil(7.0 / stated_.session_interval_days)) * stated_.session_ticks;
}

void CapacityBooks::audit(SimTime now, std::vector<std::string>& faults) const {
    audit_units(faults);
    audit_hours(now, faults);
    audit_programme(now, faults);
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
    for (std::uint32_t row = 0; row < world_->ledger.agencies(); ++row) {
        const AgencyId agency{row};
        const auto total = world_->ledger.weekly_total(agency);
        const auto& stated = stated_.weekly.at(row);
        compare(faults,
                "hours of a week = those of the posts",
                total ? total->count() : -1,
                stated.value_or(-1));
        for (auto week = first_week_; stated && week < week_of(now); ++week) {
            audit_week(agency, week, faults);
        }
    }
}

// Of an agency with a limit of hours.
void CapacityBooks::audit_week(AgencyId agency,
                               std::int64_t week,
                               std::vector<std::string>& faults) const {
    const auto work = told(weeks_, Week{agency.row(), week});
    const auto booked = world_->ledger.booked(agency, monday_of(week)).count();
    const auto reserved = world_->ledger.reserved(agency, monday_of(week)).count();
    compare(faults, "hours booked = hours spent on bookings", booked, work.booked);
    compare(faults, "hours reserved = hours of standing work", reserved, work.standing);
    if (booked < 0 || reserved < 0) {
        faults.emplace_back("hours are not negative");
    }
    const auto total = stated_.weekly.at(agency.row()).value();
    const auto excess = std::max(std::int64_t{0}, booked + reserved - total);
    compare(faults, "hours beyond the week = overtime", excess, work.overtime);
}

// The first session comes within one interval of the start.
void CapacityBooks::audit_programme(SimTime now, std::vector<std::string>& faults) const {
    const double sessions =
        static_cast<double>(core_programme_) / static_cast<double>(stated_.session_ticks);
    const double intervals = days_between(start_of_run_, now) / stated_.session_interval_days;
    if (std::abs(sessions - intervals) > 1.001) {
        faults.emplace_back("the core programme is not held once an interval");
    }
}

} // namespace tsunagi::test
