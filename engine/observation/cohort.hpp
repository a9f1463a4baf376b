#pragma once

#include "engine/core/time.hpp"
#include "engine/facts/details.hpp"
#include "engine/observation/care_line.hpp"
#include "engine/observation/contact_line.hpp"
#include "engine/observation/person_tally.hpp"
#include "engine/observation/support_windows.hpp"
#include "engine/observation/volunteer_contacts.hpp"
#include "engine/observation/whereabouts.hpp"
#include "engine/people/client.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>

namespace tsunagi {

/// Stages of the referral chain. Not nested: who comes by himself was never offered anything, and
/// an offer may be accepted without consent to pass information on.
enum class Stage : std::uint8_t {
    recognised,
    offered,
    consented,
    accepted,
    first_contact,
    second_visit
};
inline constexpr std::size_t stages = 6;

/// What ends the wait for a first support contact after S. A move ends only the watching.
enum class FirstEvent : std::uint8_t { contact, custody, death, moved };
inline constexpr std::size_t first_events = 4;

/// First events of those at liberty and not in support at S: bin d holds (S + d, S + d + 1] days.
using FirstEventBins = std::array<std::array<std::int32_t, follow_up_days>, first_events>;

/// What is remembered of one person of the cohort around the scheduled end S: contacts, care,
/// whereabouts, and how far the referral chain went by S + 365 d. Integers and instants only.
class CohortRecord {
public:
    CohortRecord(const Client& person, const SupportWindows& windows);

    /// An attended support contact.
    void contact(SimTime at, AgencyId agency, Medium medium = Medium::in_person);
    /// A bed or residence, of which every day is a support contact.
    void begin_stay(SimTime at, AgencyId agency);
    void end_stay(SimTime at) { contacts_.end_stay(at); }
    /// With an officer, or in the office's programme.
    void justice_contact(SimTime at, AgencyId office) { justice_.add(at, office); }
    void start_supervision(SimTime at) { volunteer_.start(at); }
    void end_supervision(SimTime at) { volunteer_.end(at); }
    /// Supervision that is over goes on later.
    void go_on_with_supervision(SimTime at) { volunteer_.go_on(at); }
    void change(SimTime at, Whereabouts to) { whereabouts_.change(at, to); }
    void open_episode(SimTime at) { care_.open(at); }
    void close_episode(SimTime at) { care_.close(at); }
    void reach(SimTime at, Stage stage);
    void lose(SimTime at, Loss loss);
    /// A first appointment kept, told before its contact.
    void come(SimTime at, Route route);

    /// Adds the person, once everything up to S + 365 d has been told. Supervision has a record of
    /// its own.
    void add_to(PersonTally& tally) const;
    void add_to(FirstEventBins& bins) const;

    SimTime end() const { return end_; }
    /// Whether the person is at liberty with a support contact in (S + d - window, S + d].
    bool supported(int day, int window_days) const;
    /// The same with a contact in person.
    bool supported_in_person(int day, int window_days) const;
    /// Any contact, justice included, in the window of close contact that ends d days after S.
    bool any_contact(int day) const;
    Whereabouts where(int day) const { return whereabouts_.at(day_after(day)); }

private:
    SimTime day_after(int day) const { return end_ + std::chrono::days{day}; }
    ContactWindow window(int day, int length_days) const;
    void add_states(PersonTally& tally) const;
    void add_in_person(PersonTally& tally) const;
    void add_starts(PersonTally& tally) const;
    void add_days(PersonTally& tally) const;
    void add_cascade(PersonTally& tally) const;
    void add_continuity(PersonTally& tally) const;

    SimTime end_;
    SupportWindows windows_;
    Need need_;
    ContactLine contacts_;
    ContactLine justice_;
    VolunteerContacts volunteer_;
    WhereaboutsLine whereabouts_;
    CareLine care_;
    std::optional<SimTime> first_ever_;                     ///< first support contact of all
    enum class Way : std::uint8_t { other, family } way_{}; ///< of the first contact of all
    std::bitset<stages> reached_;
    std::array<std::int32_t, losses> lost_{};
};

} // namespace tsunagi
