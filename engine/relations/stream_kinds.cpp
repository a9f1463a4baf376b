#include "engine/relations/stream_kinds.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/core/contracts.hpp"

namespace tsunagi {

namespace {

constexpr EntityKey incidental_label = key_of("incidental");
constexpr EntityKey guarantor_label = key_of("sup.guarantor");
constexpr EntityKey programme_label = key_of("sup.core");

std::vector<ContactStream::Attendee> attendees_of(const DrawnActivity& held,
                                                  const ContactSetting& setting) {
    const double minutes = setting.region.travel.minutes(held.first, held.second);
    const auto charged =
        work_hours(setting.hours, held.activity->hours) + travel_hours(setting.hours, minutes);
    switch (held.activity->attendance) {
    case ContactActivity::Attendance::centre_at_partner:
        return {{held.first, charged}};
    case ContactActivity::Attendance::partner_at_centre:
        return {{held.second, charged}};
    case ContactActivity::Attendance::both:
        return {{held.first, charged}, {held.second, charged}};
    }
    violate("an attendance is one of the list", __FILE__, __LINE__);
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
    stream.host = office;
    return stream;
}

EntityKey group_label(Service service) {
    return child_key(key_of("group"), static_cast<std::uint64_t>(service));
}

} // namespace

ContactStream standing_stream(const DrawnActivity& held, const ContactSetting& setting) {
    ContactStream stream;
    stream.owner =
        pair_key(setting.region.agencies[held.first].key, setting.region.agencies[held.second].key);
    stream.label = held.activity->label;
    stream.pair = setting.links.find(held.first, held.second);
    stream.per_year = held.per_year;
    stream.weight = held.activity->weight;
    stream.attendees = attendees_of(held, setting);
    stream.task = held.activity->label == setting.region.liaison.label ? Task::liaison
                                                                       : Task::standing_contact;
    stream.rank = held.activity->rank;
    stream.lever = ContactStream::Lever::standing;
    return stream;
}

ContactStream guarantor_stream(double per_year, const ContactSetting& setting) {
    auto stream = office_stream(
        guarantor_label, Task::guarantor_meeting, setting.hours.guarantor_meeting, setting);
    stream.per_year = per_year;
    stream.kind = ContactStream::Kind::guarantor_meeting;
    return stream;
}

ContactStream programme_stream(double interval_days, const ContactSetting& setting) {
    auto stream = office_stream(programme_label,
                                Task::probation_programme,
                                setting.hours.programme_session * setting.hours.programme_staff,
                                setting);
    stream.per_year = days_per_year / interval_days;
    stream.rank = ContactRank::group;
    stream.kind = ContactStream::Kind::core_programme;
    return stream;
}

ContactStream group_stream(const GroupPlan& plan, const ContactSetting& setting) {
    ContactStream stream;
    stream.owner = setting.region.agencies[plan.agency].key;
    stream.label = group_label(plan.service);
    stream.attendees = {{plan.agency, work_hours(setting.hours, plan.hours)}};
    stream.task = Task::group_session;
    stream.rank = ContactRank::group;
    stream.per_year = days_per_year / plan.interval_days;
    stream.kind = ContactStream::Kind::group;
    stream.host = plan.agency;
    stream.service = plan.service;
    return stream;
}

ContactStream incidental_stream(PairId pair, const ContactSetting& setting) {
    ContactStream stream;
    stream.owner = setting.links.links()[pair].key;
    stream.label = incidental_label;
    stream.pair = pair;
    stream.per_year = setting.relations.incidental_per_year;
    stream.weight = setting.relations.incidental_weight;
    return stream;
}

} // namespace tsunagi
