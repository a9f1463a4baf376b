#include "engine/relations/contacts.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/core/contracts.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi {

namespace {

constexpr EntityKey incidental_label = key_of("incidental");
constexpr EntityKey guarantor_label = key_of("sup.guarantor");
constexpr EntityKey programme_label = key_of("sup.core");
constexpr Validity never{};

std::uint64_t frequency_key(double per_year) {
    return 1 + static_cast<std::uint64_t>(per_year * 1000.0 + 0.5);
}

Validity always(const ContactSetting& setting) {
    return {setting.run_start, setting.horizon};
}

std::vector<ContactStream::Attendee> attendees_of(const ContactActivity& activity,
                                                  AgencyId first,
                                                  AgencyId second,
                                                  const ContactSetting& setting) {
    const double minutes = setting.region.agencies[first].minutes_from_agency.at(second.row());
    const auto charged =
        work_hours(setting.hours, activity.hours) + travel_hours(setting.hours, minutes);
    switch (activity.attendance) {
    case ContactActivity::Attendance::centre_at_partner:
        return {{first, charged}};
    case ContactActivity::Attendance::partner_at_centre:
        return {{second, charged}};
    case ContactActivity::Attendance::both:
        return {{first, charged}, {second, charged}};
    }
    violate("an attendance is one of the list", __FILE__, __LINE__);
}

ContactStream standing_stream(const ContactActivity& activity,
                              AgencyId first,
                              AgencyId second,
                              double per_year,
                              const ContactSetting& setting) {
    ContactStream stream;
    stream.owner =
        pair_key(setting.region.agencies[first].key, setting.region.agencies[second].key);
    stream.label = activity.label;
    stream.pair = setting.links.find(first, second);
    stream.per_year = per_year;
    stream.weight = activity.weight;
    stream.attendees = attendees_of(activity, first, second, setting);
    stream.task =
        activity.label == setting.region.liaison.label ? Task::liaison : Task::standing_contact;
    stream.rank = activity.rank;
    stream.lever = ContactStream::Lever::standing;
    return stream;
}

ContactStream
office_stream(EntityKey label, Task task, double hours, const ContactSetting& setting) {
    const auto office = setting.region.probation_office;
    ContactStream stream;
    stream.owner = setting.region.agencies[office].key;
    stream.label = label;
    stream.attendees = {{office, work_hours(setting.hours, hours)}};
    stream.task = task;
    stream.rank = ContactRank::meeting;
    return stream;
}

ContactStream guarantor_stream(double per_year, const ContactSetting& setting) {
    auto stream = office_stream(
        guarantor_label, Task::guarantor_meeting, setting.hours.guarantor_meeting, setting);
    stream.per_year = per_year;
    return stream;
}

ContactStream programme_stream(double interval_days, const ContactSetting& setting) {
    auto stream = office_stream(programme_label,
                                Task::probation_programme,
                                setting.hours.programme_session * setting.hours.programme_staff,
                                setting);
    stream.per_year = days_per_year / interval_days;
    return stream;
}

ContactStream incidental_stream(const Link& link, PairId pair, const ContactSetting& setting) {
    ContactStream stream;
    stream.owner = link.key;
    stream.label = incidental_label;
    stream.pair = pair;
    stream.per_year = setting.relations.incidental_per_year;
    stream.weight = setting.relations.incidental_weight;
    return stream;
}

Validity& validity(ContactStream& stream, ScheduleName schedule) {
    return schedule == ScheduleName::policy ? stream.policy : stream.reference;
}

bool is_cancelled(const std::vector<CancelledContact>& cancelled, CancelledContact occasion) {
    return std::binary_search(cancelled.begin(), cancelled.end(), occasion);
}

} // namespace

Contacts Contacts::from_draw(const RegionDraw& draw,
                             const OfficeCalendar& office,
                             ContactSetting setting,
                             Streams& streams) {
    Contacts contacts;
    const auto add_from_start = [&](ContactStream stream) {
        if (stream.per_year > 0.0) {
            stream.phase = contact_phase(stream.owner, stream.label, 0, streams);
            stream.policy = always(setting);
            stream.reference = always(setting);
            contacts.add(std::move(stream));
        }
    };
    for (const auto& held : draw.activities) {
        add_from_start(
            standing_stream(*held.activity, held.first, held.second, held.per_year, setting));
    }
    const auto& links = setting.links.links();
    for (std::size_t row = 0; row < links.size(); ++row) {
        add_from_start(incidental_stream(links.values()[row], links.id(row), setting));
    }
    add_from_start(guarantor_stream(office.guarantor_meetings_per_year, setting));
    add_from_start(programme_stream(office.programme_interval_days, setting));
    return contacts;
}

void Contacts::stop_standing(ScheduleName schedule, SimTime from) {
    for (auto& stream : streams_) {
        if (stream.lever == ContactStream::Lever::standing) {
            auto& valid = validity(stream, schedule);
            valid.until = std::min(valid.until, from);
        }
    }
}

void Contacts::raise(ScheduleName schedule,
                     const ContactActivity& activity,
                     AgencyId first,
                     AgencyId second,
                     double at_least_per_year,
                     ContactSetting setting,
                     Moment moment) {
    raise_stream(schedule,
                 standing_stream(activity, first, second, at_least_per_year, setting),
                 setting,
                 moment);
}

void Contacts::raise_guarantor_meetings(ScheduleName schedule,
                                        double at_least_per_year,
                                        ContactSetting setting,
                                        Moment moment) {
    raise_stream(schedule, guarantor_stream(at_least_per_year, setting), setting, moment);
}

void Contacts::raise_stream(ScheduleName schedule,
                            ContactStream raised,
                            ContactSetting setting,
                            Moment moment) {
    const auto same_activity = [&](const ContactStream& stream) {
        return stream.owner == raised.owner && stream.label == raised.label;
    };
    for (auto& stream : streams_) {
        if (!same_activity(stream) || !validity(stream, schedule).holds(moment.now)) {
            continue;
        }
        if (stream.per_year >= raised.per_year) {
            return;
        }
        validity(stream, schedule).until = moment.now;
    }
    const auto row = row_of(std::move(raised), moment.streams);
    validity(streams_[row], schedule) = {moment.now, setting.horizon};
    // Another schedule, or an earlier raise, may still have the next occasion in the calendar.
    if (next_[row] < moment.now) {
        this->schedule(row,
                       streams_[row].first_from(setting.run_start, moment.now),
                       setting.run_start,
                       moment);
    }
}

// One activity at one frequency is one stream, whichever schedule holds it and however often it
// stops.
std::uint32_t Contacts::row_of(ContactStream raised, Streams& streams) {
    const auto known =
        std::find_if(streams_.begin(), streams_.end(), [&](const ContactStream& stream) {
            return stream.owner == raised.owner && stream.label == raised.label &&
                   stream.per_year == raised.per_year;
        });
    if (known != streams_.end()) {
        return static_cast<std::uint32_t>(known - streams_.begin());
    }
    raised.phase =
        contact_phase(raised.owner, raised.label, frequency_key(raised.per_year), streams);
    raised.policy = never;
    raised.reference = never;
    add(std::move(raised));
    return static_cast<std::uint32_t>(streams_.size() - 1);
}

const ContactStream& Contacts::programme() const {
    const auto found =
        std::find_if(streams_.begin(), streams_.end(), [](const ContactStream& stream) {
            return stream.label == programme_label;
        });
    expects(found != streams_.end(), "the probation office has a programme calendar");
    return *found;
}

void Contacts::replan(ContactSetting setting, SimTime from) {
    const auto monday = std::max(setting.run_start, monday_of(week_of(from)));
    const Validity span{monday, setting.horizon};
    auto policy =
        plan_contacts(streams_, ScheduleName::policy, setting.ledger, setting.run_start, span);
    auto reference =
        plan_contacts(streams_, ScheduleName::reference, setting.ledger, setting.run_start, span);
    for (std::size_t row = 0; row < policy.reserved.size(); ++row) {
        const auto agency = policy.reserved.id(row);
        setting.ledger.reserve_from(agency, monday, policy.reserved[agency]);
    }
    cancelled_policy_ = std::move(policy.cancelled);
    cancelled_reference_ = std::move(reference.cancelled);
}

void Contacts::start(ContactSetting setting, Moment moment) {
    for (std::uint32_t row = 0; row < streams_.size(); ++row) {
        schedule(row,
                 streams_[row].first_from(setting.run_start, moment.now),
                 setting.run_start,
                 moment);
    }
}

void Contacts::schedule(std::uint32_t stream,
                        std::uint32_t occurrence,
                        SimTime run_start,
                        Moment moment) {
    const auto& what = streams_[stream];
    next_[stream] = what.date(run_start, occurrence);
    moment.calendar.schedule(
        {.key = {.at = next_[stream],
                 .tie = Tie::contact,
                 .entity = what.owner,
                 .kind = EventKind::contact,
                 // Two streams of one activity differ by frequency alone.
                 .partner = partner(child_key(what.label, frequency_key(what.per_year))),
                 .occurrence = occurrence},
         .row = stream});
}

OptionalId<PairTag>
Contacts::hold(std::uint32_t row, std::uint32_t occurrence, ContactSetting setting, Moment moment) {
    const auto& stream = streams_[row];
    const auto planned = stream.schedules_at(moment.now);
    auto held = planned;
    const CancelledContact occasion{row, occurrence};
    if (is_cancelled(cancelled_policy_, occasion)) {
        held.policy = Schedules::Part::out;
    }
    if (is_cancelled(cancelled_reference_, occasion)) {
        held.reference = Schedules::Part::out;
    }
    if (stream.pair.has_value() && held.any()) {
        setting.links.contact(
            stream.pair.value(), setting.relations, stream.weight, held, moment.now);
    }
    if (held.policy == Schedules::Part::in) {
        moment.facts.tell({.at = moment.now,
                           .kind = FactKind::contact_held,
                           .subject = stream.owner,
                           .amount = occurrence});
        charge(stream, setting, moment);
    } else if (planned.policy == Schedules::Part::in) {
        moment.facts.tell({.at = moment.now,
                           .kind = FactKind::contact_cancelled,
                           .subject = stream.owner,
                           .amount = occurrence});
    }
    const auto next = stream.date(setting.run_start, occurrence + 1);
    if (next < std::max(stream.policy.until, stream.reference.until)) {
        schedule(row, occurrence + 1, setting.run_start, moment);
    }
    return held.any() ? stream.pair : OptionalId<PairTag>{};
}

void Contacts::charge(const ContactStream& stream, ContactSetting setting, Moment moment) const {
    for (const auto& attendee : stream.attendees) {
        moment.facts.tell({.at = moment.now,
                           .kind = FactKind::work_done,
                           .detail = static_cast<std::uint8_t>(stream.task),
                           .subject = setting.region.agencies[attendee.agency].key,
                           .agency = attendee.agency,
                           .amount = attendee.hours.count()});
        const auto overtime =
            setting.ledger.count_overtime(attendee.agency, moment.now, attendee.hours);
        if (overtime > Duration{0}) {
            moment.facts.tell({.at = moment.now,
                               .kind = FactKind::contact_overtime,
                               .subject = setting.region.agencies[attendee.agency].key,
                               .agency = attendee.agency,
                               .amount = overtime.count()});
        }
    }
}

} // namespace tsunagi
