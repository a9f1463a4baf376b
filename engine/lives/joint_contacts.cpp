#include "engine/lives/joint_contacts.hpp"

#include "engine/capacity/hours.hpp"
#include "engine/core/rounding.hpp"
#include "engine/lives/admission_track.hpp"
#include "engine/lives/use.hpp"
#include "engine/random/det.hpp"

#include <algorithm>

namespace tsunagi {

using detail::link_between;
using detail::Reader;

namespace {

AdmissionTrack& own_track(const LivesSetting& lives, ClientId person) {
    auto& track = lives.care.clients.life(person).track;
    expects(track.has_value(), "a joint contact belongs to a track");
    return *track;
}

double minutes_between(const LivesSetting& lives, AgencyId from, OptionalId<AgencyTag> to) {
    return to.has_value() ? lives.care.region.travel.minutes(from, to.value()) : 0.0;
}

OptionalId<AgencyTag> bed_of(const LivesSetting& lives, ClientId person) {
    const auto stay = lives.care.episodes.open_of(person, Service::bed);
    return stay.has_value() ? OptionalId<AgencyTag>{lives.care.episodes[stay.value()].agency}
                            : OptionalId<AgencyTag>{};
}

/// Where a joint contact is held: where the person must be visited, else at the centre.
struct MeetingPlace {
    OptionalId<AgencyTag> agency;
    enum class Kind : std::uint8_t { meeting, visit } kind{};
};
MeetingPlace meeting_place(const LivesSetting& lives, ClientId person) {
    switch (lives.care.clients[person].residence) {
    case Residence::prison:
        return {nearest_prison(lives.care.region), MeetingPlace::Kind::visit};
    case Residence::hospital:
        return {bed_of(lives, person), MeetingPlace::Kind::visit};
    default:
        return {lives.care.region.centre, MeetingPlace::Kind::meeting};
    }
}

Duration hours_of(const LivesSetting& lives, AgencyId agency, const MeetingPlace& place) {
    const auto& hours = lives.care.hours;
    const double minutes = minutes_between(lives, agency, place.agency);
    const bool visits =
        place.kind == MeetingPlace::Kind::visit && place.agency != OptionalId<AgencyTag>{agency};
    return visits
               ? work_hours(hours, hours.visit) + travel_hours(hours, hours.visit_travel * minutes)
               : work_hours(hours, hours.joint_meeting) + travel_hours(hours, minutes);
}

void spend_joint_contact(const LivesSetting& lives, ClientId person) {
    const auto& track = own_track(lives, person);
    const auto place = meeting_place(lives, person);
    const auto spend = [&](AgencyId agency) {
        tell_work(lives.care, agency, Task::admission_work, hours_of(lives, agency, place));
    };
    spend(lives.care.region.centre);
    spend(track.facility);
    if (track.hospital.has_value()) {
        spend(track.hospital.value());
    }
}

} // namespace

double track_link(const LivesSetting& lives, const AdmissionTrack& track, Reader reader) {
    const auto centre = lives.care.region.centre;
    const double link = link_between(lives, centre, track.facility, reader);
    if (!track.hospital.has_value()) {
        return link;
    }
    const auto hospital = track.hospital.value();
    return std::min({link,
                     link_between(lives, centre, hospital, reader),
                     link_between(lives, track.facility, hospital, reader)});
}

double
willingness_at(const AdmissionTrack& track, const AdmissionParameters& parameters, SimTime now) {
    const double half_lives = days_between(track.willingness_at, now) / parameters.half_life_days;
    return track.willingness * det::half_power(half_lives);
}

double joint_contacts_per_year(const LivesSetting& lives, ClientId person) {
    const auto& track = own_track(lives, person);
    if (track.stage != AdmissionTrack::Stage::deciding) {
        return 0.0;
    }
    const auto& admission = lives.admission;
    const bool inside = lives.care.clients[person].residence == Residence::prison;
    const double per_month =
        inside ? admission.prison_contacts_per_month : admission.contacts_per_month;
    const double link = lives.care.effect.learning * track_link(lives, track, Reader::clock);
    return months_per_year * per_month *
           (admission.cold_share + (1.0 - admission.cold_share) * link);
}

void hold_joint_contact(const LivesSetting& lives, ClientId person) {
    auto& track = own_track(lives, person);
    const auto now = lives.care.moment.now;
    const double before = willingness_at(track, lives.admission, now);
    const double gain = lives.admission.gain * lives.care.effect.learning *
                        track_link(lives, track, Reader::decision);
    track.willingness = before + gain * (1.0 - before);
    track.willingness_at = now;
    gain_familiarity(acquaintance(lives.care, person, track.facility), lives.care.awareness, now);
    look_at_protection_next_month(lives, person);
    tell(lives.care,
         {.kind = FactKind::track_contact,
          .client = person,
          .agency = track.facility,
          .amount = nearest_whole(1e6 * track.willingness)});
    spend_joint_contact(lives, person);
    refresh_track(lives, person);
}

} // namespace tsunagi
