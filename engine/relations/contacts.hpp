#pragma once

#include "engine/facts/moment.hpp"
#include "engine/relations/contact_setting.hpp"
#include "engine/relations/contact_streams.hpp"
#include "engine/relations/region_draw.hpp"
#include "engine/relations/stream_kinds.hpp"

#include <cstdint>
#include <vector>

namespace tsunagi {

/// What agencies hold by themselves at regular times.
struct OwnCalendars {
    double guarantor_meetings_per_year{}; ///< of the probation office
    double programme_interval_days{}; ///< between two sessions of its core programme, on a fixed
                                      ///< calendar
    std::vector<GroupPlan> groups;    ///< of services
};

/// What came of one occasion.
struct HeldOccasion {
    OptionalId<PairTag> met; ///< the pair that met in either schedule, if any
    Schedules held;          ///< in which schedules it took place
};

/// All regular occasions of the world under both schedules: when they fall, what they change, and
/// whom they cost hours.
class Contacts {
public:
    /// Standing contacts of the drawn region, incidental contacts of every pair, agencies' own
    /// meetings and groups; all from the start of the run in both schedules.
    static Contacts from_draw(const RegionDraw& draw,
                              const OwnCalendars& own,
                              const ContactSetting& setting,
                              Streams& streams);

    /// Ends every standing contact of a schedule.
    void stop_standing(ScheduleName schedule, SimTime from);
    /// Raises an activity of a pair in a schedule to at least a frequency; adds it where it is not
    /// held.
    void raise(ScheduleName schedule,
               const DrawnActivity& raised,
               const ContactSetting& setting,
               const Moment& moment);
    void raise_guarantor_meetings(ScheduleName schedule,
                                  double at_least_per_year,
                                  const ContactSetting& setting,
                                  const Moment& moment);

    /// Plans both schedules anew from the week of `from` on: reservations of the policy schedule go
    /// into the ledger.
    void replan(const ContactSetting& setting, SimTime from);
    /// Puts the first event of every stream into the calendar.
    void start(const ContactSetting& setting, const Moment& moment);
    /// One occasion: understanding grows, hours are spent, the next one is scheduled.
    HeldOccasion
    hold(ContactOccasion occasion, const ContactSetting& setting, const Moment& moment);

    const std::vector<ContactStream>& streams() const { return streams_; }
    /// The core programme of the probation office.
    const ContactStream& programme() const { return streams_[programme_]; }

private:
    void add(ContactStream stream);
    std::uint32_t row_of(ContactStream raised, Streams& streams);
    void raise_stream(ScheduleName schedule,
                      ContactStream raised,
                      const ContactSetting& setting,
                      const Moment& moment);
    /// Puts the first occasion of a stream from now on into the calendar.
    void put_first(std::uint32_t row, const ContactSetting& setting, const Moment& moment);
    /// Puts an occasion into the calendar.
    void put(ContactOccasion occasion, SimTime at, const Moment& moment);
    void
    charge(const ContactStream& stream, const ContactSetting& setting, const Moment& moment) const;

    std::vector<ContactStream> streams_;
    std::uint32_t programme_{}; ///< row
    std::vector<SimTime> next_; ///< latest occasion put into the calendar, by stream
    std::vector<ContactOccasion> cancelled_policy_;
    std::vector<ContactOccasion> cancelled_reference_;
};

} // namespace tsunagi
