#include "engine/relations/contacts.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/rounding.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi {

namespace {

constexpr Validity never{};

std::uint64_t frequency_key(double per_year) {
    return 1 + static_cast<std::uint64_t>(nearest_whole(per_year * 1000.0));
}

Validity always(const ContactSetting& setting) {
    return {setting.run_start, setting.horizon};
}

Validity& validity(ContactStream& stream, ScheduleName schedule) {
    return schedule == ScheduleName::policy ? stream.policy : stream.reference;
}

bool is_cancelled(const std::vector<ContactOccasion>& cancelled, ContactOccasion occasion) {
    return std::binary_search(cancelled.begin(), cancelled.end(), occasion);
}

} // namespace

Contacts Contacts::from_draw(const RegionDraw& draw,
                             const OwnCalendars& own,
                             const ContactSetting& setting,
                             Streams& streams) {
    Contacts contacts;
    const auto add_from_start = [&](ContactStream stream) {
        if (stream.per_year > 0.0) {
            stream.phase = contact_phase(stream.owner, partner(stream.label), 0, streams);
            stream.policy = always(setting);
            stream.reference = always(setting);
            contacts.add(std::move(stream));
        }
    };
    for (const auto& held : draw.activities) {
        add_from_start(standing_stream(held, setting));
    }
    const auto& links = setting.links.links();
    for (std::size_t row = 0; row < links.size(); ++row) {
        add_from_start(incidental_stream(links.id(row), setting));
    }
    add_from_start(guarantor_stream(own.guarantor_meetings_per_year, setting));
    contacts.programme_ = static_cast<std::uint32_t>(contacts.streams_.size());
    add_from_start(programme_stream(own.programme_interval_days, setting));
    for (const auto& group : own.groups) {
        add_from_start(group_stream(group, setting));
    }
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
                     const DrawnActivity& raised,
                     const ContactSetting& setting,
                     const Moment& moment) {
    raise_stream(schedule, standing_stream(raised, setting), setting, moment);
}

void Contacts::raise_guarantor_meetings(ScheduleName schedule,
                                        double at_least_per_year,
                                        const ContactSetting& setting,
                                        const Moment& moment) {
    raise_stream(schedule, guarantor_stream(at_least_per_year, setting), setting, moment);
}

void Contacts::raise_stream(ScheduleName schedule,
                            ContactStream raised,
                            const ContactSetting& setting,
                            const Moment& moment) {
    if (raised.per_year <= 0.0) {
        return;
    }
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
        put_first(row, setting, moment);
    }
}

// One activity at one frequency is one stream, whichever schedule holds it and however often it
// stops.
std::uint32_t Contacts::row_of(ContactStream raised, Streams& streams) {
    const auto known =
        std::find_if(streams_.begin(), streams_.end(), [&](const ContactStream& stream) {
            return stream.owner == raised.owner && stream.label == raised.label &&
                   frequency_key(stream.per_year) == frequency_key(raised.per_year);
        });
    if (known != streams_.end()) {
        return static_cast<std::uint32_t>(known - streams_.begin());
    }
    raised.phase =
        contact_phase(raised.owner, partner(raised.label), frequency_key(raised.per_year), streams);
    raised.policy = never;
    raised.reference = never;
    add(std::move(raised));
    return static_cast<std::uint32_t>(streams_.size() - 1);
}

void Contacts::replan(const ContactSetting& setting, SimTime from) {
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

void Contacts::start(const ContactSetting& setting, const Moment& moment) {
    for (std::uint32_t row = 0; row < streams_.size(); ++row) {
        put_first(row, setting, moment);
    }
}

void Contacts::add(ContactStream stream) {
    stream.own_key = partner(child_key(stream.label, frequency_key(stream.per_year)));
    streams_.push_back(std::move(stream));
    next_.push_back(SimTime::min());
}

void Contacts::put_first(std::uint32_t row, const ContactSetting& setting, const Moment& moment) {
    const auto& stream = streams_[row];
    const auto occurrence = stream.first_from(setting.run_start, moment.now);
    put({row, occurrence}, stream.date(setting.run_start, occurrence), moment);
}

void Contacts::put(ContactOccasion occasion, SimTime at, const Moment& moment) {
    const auto& what = streams_[occasion.stream];
    next_[occasion.stream] = at;
    moment.calendar.schedule({.key = {.at = at,
                                      .tie = Tie::contact,
                                      .entity = what.owner,
                                      .kind = EventKind::contact,
                                      .partner = what.own_key,
                                      .occurrence = occasion.occurrence},
                              .row = occasion.stream});
}

HeldOccasion
Contacts::hold(ContactOccasion occasion, const ContactSetting& setting, const Moment& moment) {
    const auto& stream = streams_[occasion.stream];
    const auto planned = stream.schedules_at(moment.now);
    auto held = planned;
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
                           .amount = occasion.occurrence});
        charge(stream, setting, moment);
    } else if (planned.policy == Schedules::Part::in) {
        moment.facts.tell({.at = moment.now,
                           .kind = FactKind::contact_cancelled,
                           .subject = stream.owner,
                           .amount = occasion.occurrence});
    }
    const ContactOccasion next{occasion.stream, occasion.occurrence + 1};
    const auto at = stream.date(setting.run_start, next.occurrence);
    if (at < std::max(stream.policy.until, stream.reference.until)) {
        put(next, at, moment);
    }
    return {.met = held.any() ? stream.pair : OptionalId<PairTag>{}, .held = held};
}

void Contacts::charge(const ContactStream& stream,
                      const ContactSetting& setting,
                      const Moment& moment) const {
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
