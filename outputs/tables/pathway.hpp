#pragma once

#include "engine/observation/metrics.hpp"
#include "outputs/tables/shown_estimate.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tsunagi {

// What happens to people and agencies on the way, beside the outcomes that a study is about.

/// Where people of the cohort are on a day after the end of supervision, S; one state each.
enum class PersonState : std::uint8_t {
    in_support, ///< support(d; 90)
    no_support, ///< at liberty without it
    custody,
    dead,
    moved,
};
inline constexpr std::array person_states{PersonState::in_support,
                                          PersonState::no_support,
                                          PersonState::custody,
                                          PersonState::dead,
                                          PersonState::moved};
std::string_view name_of(PersonState state);

/// Shares of the cohort by state, on the days that tables print. On each day they sum to 1.
struct StateShares {
    struct Day {
        int day{};                                         ///< after S
        std::array<Compared, person_states.size()> shares; ///< by state
    };
    std::size_t reading{};
    std::size_t scenario{};
    AnalysisGroup group{};
    std::vector<Day> days;
};

/// When people come after the end of supervision, S.
struct Incidence {
    /// Of the whole cohort: in support at S, or at liberty then and with a support contact by then
    /// before custody, death or a move.
    struct Reached {
        int day{};
        Compared share;
    };
    std::size_t reading{};
    std::size_t scenario{};
    AnalysisGroup group{};
    std::vector<int> days;       ///< after S, weekly
    std::vector<double> reached; ///< by day, of the whole cohort
    std::vector<Reached> points; ///< at the days that tables print
    /// Those at liberty and not in support at S, and the share of them by day for whom a support
    /// contact, custody or death came first (Aalen-Johansen; who moved away is watched no longer).
    /// Policies change who they are, so that no differences are taken. Empty: there is nobody.
    double at_risk_per_year{};
    std::vector<double> contact;
    std::vector<double> custody;
    std::vector<double> death;
    /// Of the 365 days: mean number before any of the three, and after each (restricted means: the
    /// areas under the curves). They make 365. No value: there is nobody.
    struct MeanDays {
        double free{};
        double contact{};
        double custody{};
        double death{};
    };
    std::optional<MeanDays> mean_days;
};

/// From true need to care, and who is lost where.
struct Cascade {
    struct Stage {
        Count count{};
        Compared share;             ///< of those with true need
        std::optional<double> lost; ///< share lost since the stage before; negative where more
                                    ///< joined by themselves than were lost
    };
    struct Retention {
        Count in_care{};
        Compared share; ///< of those followed so long
    };
    struct Loss {
        Count count{};
        Compared events; ///< per person of the cohort
    };
    std::size_t reading{};
    std::size_t scenario{};
    AnalysisGroup group{};
    double true_need_per_year{};
    std::vector<Stage> stages;
    std::vector<Retention> retention;
    std::vector<Loss> losses;
};

/// What becomes of the families of the cohort, in their own right, by S + 365 d.
struct FamilyOutcomes {
    std::size_t reading{};
    std::size_t scenario{};
    AnalysisGroup group{};
    double families_per_year{};
    Compared reached;  ///< aware of the centre, or in contact with a support agency; of all
    Compared engaged;  ///< an episode of their own; of all
    Compared retained; ///< in care half a year after engagement; of those followed so long
};

/// Why a number that takes time is not there.
enum class Unfollowed : std::uint8_t {
    horizon,    ///< nobody is followed so long before the horizon
    no_persons, ///< the horizon lies late enough, but there is nobody to follow
    no_clock,   ///< such a number is not taken there
};
std::string_view name_of(Unfollowed why);

/// How long people stay with a service: episodes opened from policy start on, of anybody. Who
/// moved, went to another bed or place, or is still there at the horizon is watched no longer.
struct Retention {
    struct StillThere {
        int day{};
        Compared share;                       ///< of all episodes (Kaplan-Meier)
        std::optional<Unfollowed> unfollowed; ///< no value: there is a level
    };
    std::size_t reading{};
    std::size_t scenario{};
    Service service{};
    double opened_per_year{};
    std::vector<int> days; ///< upper edges of the bins of lengths; empty with the rest: no episode
    std::vector<double> in_care;  ///< by day: still there (Kaplan-Meier)
    std::vector<double> drop_out; ///< ... ended so, first of all (Aalen-Johansen)
    std::vector<double> in_order;
    std::vector<double> custody;
    std::vector<double> death;
    std::vector<StillThere> points; ///< at the days that tables print
};

/// The ways to a residential place that were opened from policy start on, by what opened them.
struct AdmissionTracks {
    std::size_t reading{};
    std::size_t scenario{};
    AdmissionRoute route{};
    double opened_per_year{};
    Compared entered_per_year;  ///< entries by a way opened from policy start on
    Compared agreed;            ///< of those opened
    Compared entered;           ///< of those opened
    Compared entered_in_window; ///< of those who entered: while readiness was raised by over 0.1
    Compared mean_days;         ///< of those who entered: from what opened the way to the entry
};

/// Use and its consequences, of those who can be followed so long.
struct UseOutcomes {
    /// From what years are counted: release or the start of supervision, or its scheduled end S.
    enum class Index : std::uint8_t { start, end };
    /// Exact years, or whole calendar years.
    enum class Clock : std::uint8_t { exact, year_end };
    std::size_t reading{};
    std::size_t scenario{};
    Index index{};
    int years{};                          ///< exactly 1, 2 or 5
    double followed{};                    ///< persons in a replication
    std::optional<Unfollowed> unfollowed; ///< why there are none; no value: there are some
    Compared used;                        ///< any use
    Compared regular;                     ///< regular use
    Compared arrested;                    ///< an arrest for any offence
    Compared imprisoned;                  ///< entry to prison after an arrest
    /// The same by the Japanese year-end clock: of those released from prison in a calendar year,
    /// by 31 December of the (years - 1)-th year after it. There is no such clock from S, nor for 1
    /// year.
    Compared imprisoned_by_year_end;
    std::optional<Unfollowed> unfollowed_by_year_end; ///< no value: somebody is
};

/// "start" or "end", from which years are counted; "year_end" by that clock.
std::string_view name_of(UseOutcomes::Index index, UseOutcomes::Clock clock);

/// What agencies do for clients who are not of the justice system: who is displaced. Numbers a
/// year from policy start to horizon.
struct OtherClientsServed {
    std::size_t reading{};
    std::size_t scenario{};
    OtherClients who{};
    double arrived{};
    Compared served; ///< first appointments kept
    Compared sessions;
    Compared lost; ///< referrals lost
};

/// Waits from booking to first appointment by route. Shares and means over all bookings; quantiles
/// within each replication, then their mean, for the people of one replication are not independent.
struct WaitSummary {
    std::size_t reading{};
    std::size_t scenario{};
    Route route{};
    double due_per_year{};
    Compared kept_share; ///< this and the following: no values where none fell due
    Compared mean_days;
    Compared within_7_days;
    Compared within_14_days;
    Compared within_28_days;
    Compared median_days; ///< by linear interpolation within bins; no values also where that of any
                          ///< replication lies beyond 180 d
    Compared p90_days;
};

/// Staff hours of one agency on one task, from policy start to horizon.
struct HoursRow {
    std::size_t reading{};
    std::size_t scenario{};
    std::size_t agency{};
    std::optional<Task> task;                ///< no value: all tasks together
    double per_month{};                      ///< hours
    std::optional<ShownEstimate> difference; ///< hours a month; no value for the reference
    std::optional<double> fte_difference;    ///< full-time posts
};

/// Staff hours that a policy adds to those of the reference, all agencies and tasks together.
struct ExtraHours {
    std::size_t reading{};
    std::size_t scenario{};
    std::optional<ShownEstimate> per_year; ///< hours a year; no value: too few units
    std::optional<double> full_time;       ///< full-time posts
    /// Extra hours per additional person in support at 180 d: ratio of means over units with
    /// Fieller's interval. No value where the interval of the gain does not lie above 0: there the
    /// ratio would have no finite interval, or nothing is gained.
    std::optional<ShownEstimate> per_person;
};

/// How far an agency's direct hours were used, over the whole weeks from policy start to horizon.
/// Agencies whose hours have no limit are left out.
struct HoursUsed {
    std::size_t reading{};
    std::size_t scenario{};
    std::size_t agency{};
    double available_per_week{}; ///< hours
    Compared used;               ///< share reserved or booked; above 1 with overtime
};

/// Where hours ran out, per year and replication.
struct Upsets {
    std::size_t reading{};
    std::size_t scenario{};
    double cancelled_contacts{};
    double sessions_not_offered{};
    double slots_waited{};   ///< bookings for which only a later month had a free slot
    double beds_not_found{}; ///< needs of admission
    double overtime_hours{};
};

/// Mean mutual understanding of the office-centre pair at policy start and on each anniversary.
struct UnderstandingByYear {
    std::size_t reading{};
    std::size_t scenario{};
    AnalysisGroup group{};
    std::vector<std::optional<double>> by_year;
};

} // namespace tsunagi
