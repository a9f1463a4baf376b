// Books of agencies, episodes and tracks, from facts made by hand.
#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

constexpr auto residence_detail = static_cast<std::uint8_t>(Service::residence);
constexpr auto programme_detail = static_cast<std::uint8_t>(Service::programme);

SimTime policy_day(double days) {
    return days_after(policy_start, days);
}

const AgencyCounts& of_agency(const RunResult& result, AgencyId agency) {
    return result.agencies.at(agency.row());
}

const ServiceCounts& of_service(const RunResult& result, Service service) {
    return result.by_service.at(static_cast<std::size_t>(service));
}

} // namespace

TEST_CASE("stays are integrated from policy start to horizon, whenever they began or ended") {
    struct Stay {
        SimTime from;
        SimTime to;
        Duration counted;
    };
    for (const auto& [from, to, counted] :
         {Stay{policy_day(10.0), policy_day(30.0), std::chrono::days{20}},
          Stay{policy_day(-10.0), policy_day(30.0), std::chrono::days{30}},
          Stay{policy_day(-20.0), policy_day(-10.0), Duration{0}},
          Stay{policy_day(10.0), SimTime::max(), horizon - policy_day(10.0)},
          Stay{policy_day(-10.0), SimTime::max(), horizon - policy_start}}) {
        Watch watch;
        const auto person = watch.enter(client_of_kind(ClientKind::background_person));
        watch.tell(
            person, FactKind::place_taken, from, {.detail = residence_detail, .agency = facility});
        if (to != SimTime::max()) {
            watch.tell(
                person, FactKind::place_left, to, {.detail = residence_detail, .agency = facility});
        }
        const auto result = watch.observer.finish();
        CHECK(of_agency(result, facility)[AgencyCount::stay_ticks] == counted.count());
        CHECK(of_agency(result, centre)[AgencyCount::stay_ticks] == 0);
        CHECK(of_agency(result, facility)[AgencyCount::stays_begun] ==
              (from >= policy_start ? 1 : 0));
        const bool ended = to >= policy_start && to < horizon;
        CHECK(of_agency(result, facility)[AgencyCount::stays_ended] == (ended ? 1 : 0));
        CHECK(of_service(result, Service::residence)[ServiceCount::places_left] == (ended ? 1 : 0));
    }
}

TEST_CASE("a seat in a group is a place, but no stay") {
    Watch watch;
    const auto person = watch.enter(client_of_kind(ClientKind::background_person));
    watch.tell(person, FactKind::place_taken, policy_day(1.0), {.detail = programme_detail});
    const auto result = watch.observer.finish();
    CHECK(of_service(result, Service::programme)[ServiceCount::places_taken] == 1);
    CHECK(of_agency(result, centre)[AgencyCount::stays_begun] == 0);
    CHECK(of_agency(result, centre)[AgencyCount::stay_ticks] == 0);
}

TEST_CASE("sessions and first contacts are counted by service and by agency, in the span alone") {
    Watch watch;
    const auto person = watch.enter(client_of_kind(ClientKind::background_person));
    for (const auto at : {policy_day(-1.0), policy_day(0.0), policy_day(5.0)}) {
        watch.tell(person, FactKind::first_contact, at, {});
        watch.tell(person,
                   FactKind::session_attended,
                   at,
                   {.detail = programme_detail, .agency = facility});
        watch.tell(person, FactKind::session_missed, at, {.detail = programme_detail});
        watch.tell(person, FactKind::session_not_offered, at, {.detail = programme_detail});
    }
    const auto result = watch.observer.finish();
    CHECK(of_agency(result, centre)[AgencyCount::first_contacts] == 2);
    CHECK(of_agency(result, facility)[AgencyCount::sessions_attended] == 2);
    CHECK(of_agency(result, centre)[AgencyCount::sessions_attended] == 0);
    const auto& sessions = of_service(result, Service::programme);
    CHECK(sessions[ServiceCount::sessions_attended] == 2);
    CHECK(sessions[ServiceCount::sessions_missed] == 2);
    CHECK(sessions[ServiceCount::sessions_not_offered] == 2);
    CHECK(of_service(result, Service::counselling) == ServiceCounts{});
}

TEST_CASE("lists tell who joined, who was admitted after how long, and who gave up") {
    Watch watch;
    std::vector<ClientId> waiting;
    for (int i = 0; i < 4; ++i) {
        waiting.push_back(watch.enter(client_of_kind(ClientKind::background_person)));
        watch.tell(waiting.back(),
                   FactKind::list_joined,
                   policy_day(-10.0 + 10.0 * i),
                   {.detail = programme_detail});
    }
    const auto leave = [&](std::size_t who, double at, ListExit exit) {
        watch.tell(waiting[who],
                   FactKind::list_left,
                   policy_day(at),
                   {.detail = static_cast<std::uint8_t>(exit), .amount = programme_detail});
    };
    leave(1, 7.0, ListExit::admitted);  // joined on day 0
    leave(0, 20.0, ListExit::admitted); // joined in the warm-up
    leave(2, 40.0, ListExit::patience);
    leave(3, 50.0, ListExit::elsewhere);
    const auto result = watch.observer.finish();
    const auto& list = of_service(result, Service::programme);
    CHECK(list[ServiceCount::list_joined] == 3);
    CHECK(list[ServiceCount::list_admitted] == 2);
    CHECK(list[ServiceCount::list_patience] == 1);
    CHECK(list[ServiceCount::list_gone] == 1);
    CHECK(list[ServiceCount::list_wait_ticks] == Duration{std::chrono::days{37}}.count());
}

TEST_CASE("episodes opened in the span are told with begun days and what ended them") {
    Watch watch;
    const auto person = watch.enter(client_of_kind(ClientKind::background_person));
    const std::array ends{std::pair{EpisodeEnd::drop_out, EpisodeOutcome::drop_out},
                          std::pair{EpisodeEnd::review, EpisodeOutcome::in_order},
                          std::pair{EpisodeEnd::silence, EpisodeOutcome::drop_out},
                          std::pair{EpisodeEnd::completed, EpisodeOutcome::in_order},
                          std::pair{EpisodeEnd::custody, EpisodeOutcome::custody},
                          std::pair{EpisodeEnd::death, EpisodeOutcome::death},
                          std::pair{EpisodeEnd::moved, EpisodeOutcome::censored},
                          std::pair{EpisodeEnd::money, EpisodeOutcome::drop_out},
                          std::pair{EpisodeEnd::other_residence, EpisodeOutcome::censored}};
    static_assert(ends.size() == episode_ends);
    const auto opened = [&](double at, Service service) {
        watch.tell(person,
                   FactKind::episode_opened,
                   policy_day(at),
                   {.detail = static_cast<std::uint8_t>(service)});
    };
    const auto ended = [&](SimTime at, Service service, EpisodeEnd end) {
        watch.tell(person,
                   FactKind::episode_ended,
                   at,
                   {.detail = static_cast<std::uint8_t>(end),
                    .amount = static_cast<std::int64_t>(service)});
    };
    opened(-5.0, Service::outpatient); // of the warm-up
    ended(policy_day(5.0), Service::outpatient, EpisodeEnd::drop_out);
    for (const auto& [end, outcome] : ends) {
        opened(10.0, Service::counselling);
        opened(10.0, Service::self_help);
        ended(policy_day(17.0) + one_tick, Service::counselling, end);
        ended(policy_day(17.0), Service::self_help, end);
    }
    opened(20.0, Service::residence);
    const auto episodes = watch.observer.finish().episodes;
    REQUIRE(episodes.size() == 2 * ends.size() + 1);
    for (std::size_t row = 0; row < ends.size(); ++row) {
        CHECK(episodes[2 * row] == FinishedEpisode{Service::counselling, ends[row].second, 8});
        CHECK(episodes[2 * row + 1] == FinishedEpisode{Service::self_help, ends[row].second, 7});
    }
    const auto to_horizon = static_cast<std::uint16_t>((horizon - policy_day(20.0)) / one_day);
    CHECK(episodes.back() ==
          FinishedEpisode{Service::residence, EpisodeOutcome::censored, to_horizon});
}

TEST_CASE("an episode that ends on the day of its opening lasts one day") {
    Watch watch;
    const auto person = watch.enter_cohort();
    watch.open(person, 0.0, Service::bed);
    watch.end(person, 0.0, Service::bed, EpisodeEnd::death);
    const auto episodes = watch.observer.finish().episodes;
    REQUIRE(episodes.size() == 1);
    CHECK(episodes[0] == FinishedEpisode{Service::bed, EpisodeOutcome::death, 1});
}

TEST_CASE("tracks are told by what opened them, with days from trigger to entry") {
    Watch watch;
    const auto track = [&](AdmissionRoute route, TrackEnd end, double opened) {
        const auto person = watch.enter(person_with_end(scheduled_end));
        watch.tell(person,
                   FactKind::track_opened,
                   policy_day(opened),
                   {.detail = static_cast<std::uint8_t>(route)});
        watch.tell(person, FactKind::track_agreed, policy_day(opened + 30.0), {});
        watch.tell(person,
                   FactKind::track_closed,
                   policy_day(opened + 40.0),
                   {.detail = static_cast<std::uint8_t>(end),
                    .amount = Duration{std::chrono::days{40}}.count()});
    };
    track(AdmissionRoute::family, TrackEnd::entered, -20.0); // opened in the warm-up
    track(AdmissionRoute::family, TrackEnd::entered, 0.0);
    track(AdmissionRoute::family, TrackEnd::entered_in_window, 10.0);
    track(AdmissionRoute::family, TrackEnd::lost_waiting, 10.0);
    track(AdmissionRoute::prison, TrackEnd::no_agreement, 10.0);
    track(AdmissionRoute::prison, TrackEnd::person_gone, 10.0);
    const auto open = watch.enter(person_with_end(scheduled_end));
    watch.tell(open,
               FactKind::track_opened,
               policy_day(0.0),
               {.detail = static_cast<std::uint8_t>(AdmissionRoute::own_wish)});
    const auto tracks = watch.observer.finish().tracks;
    const auto& family = tracks[static_cast<std::size_t>(AdmissionRoute::family)];
    CHECK(family[TrackCount::opened] == 3);
    CHECK(family[TrackCount::agreed] == 3);
    CHECK(family[TrackCount::entered] == 2);
    CHECK(family[TrackCount::entered_in_window] == 1);
    CHECK(family[TrackCount::lost_waiting] == 1);
    CHECK(family[TrackCount::entry_ticks] == Duration{std::chrono::days{80}}.count());
    const auto& prison = tracks[static_cast<std::size_t>(AdmissionRoute::prison)];
    CHECK(prison[TrackCount::opened] == 2);
    CHECK(prison[TrackCount::no_agreement] == 1);
    CHECK(prison[TrackCount::person_gone] == 1);
    CHECK(prison[TrackCount::entered] == 0);
    CHECK(tracks[static_cast<std::size_t>(AdmissionRoute::own_wish)][TrackCount::opened] == 1);
    CHECK(tracks[static_cast<std::size_t>(AdmissionRoute::hospital)] == TrackCounts{});
}

TEST_CASE("other clients are told apart: who came, was served, was lost") {
    Watch watch;
    watch.enter(client_of_kind(ClientKind::background_person), policy_start - one_tick);
    watch.observer.start_policy(LinkGroup::good);
    const auto person = watch.enter(client_of_kind(ClientKind::background_person), policy_start);
    const auto family = watch.enter(client_of_kind(ClientKind::background_family), policy_start);
    const auto justice = watch.enter_cohort();
    for (const auto client : {person, family, justice}) {
        watch.tell_at(client,
                      FactKind::first_contact,
                      policy_day(3.0),
                      static_cast<std::uint8_t>(Route::self));
    }
    watch.tell(person, FactKind::session_attended, policy_day(30.0), {});
    watch.tell(family,
               FactKind::referral_lost,
               policy_day(30.0),
               {.detail = static_cast<std::uint8_t>(Loss::second_visit)});
    const auto others = watch.observer.finish().others;
    CHECK(others[0].values == std::array<std::int64_t, other_counts>{1, 1, 1, 0});
    CHECK(others[1].values == std::array<std::int64_t, other_counts>{1, 1, 0, 1});
}
