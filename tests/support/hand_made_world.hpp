#pragma once

#include "engine/simulation/dispatch.hpp"
#include "engine/simulation/reactions.hpp"
#include "engine/simulation/regular_events.hpp"

#include "tests/support/small_region.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

/// A world in which nothing happens by itself. Link tests/support/hand_made_world.cpp and
/// small_region.cpp.
namespace tsunagi::test {

/// Parameters that leave nothing to chance: need is recognised at once, offers are accepted with
/// consent, appointments fall after exactly the mean lead and are kept, second visits and sessions
/// are attended on the day, nobody comes by himself or is in care already. A test puts the chance
/// it is about back in.
Parameters certain_parameters();

// Logits of what always and never happens.
inline constexpr double surely = 60.0;
inline constexpr double never = -60.0;

/// Chance that something is certain to happen, for the probabilities that must stay below 1.
inline constexpr double almost_surely = 1.0 - 1e-12;

/// Gives an agency so many direct hours a week.
void set_weekly_hours(Region& region, AgencyId agency, double hours);

/// What a hand-made world is made of.
struct WorldPlan {
    Region region = hand_made_region();
    Parameters parameters = certain_parameters();
    LinkEffect effect{.structure_weight = 1.0,
                      .offers = 1.0,
                      .arrival = 0.5,
                      .drop_out = -0.1,
                      .forced_link = std::nullopt};
    double drop_out_scale_days = 1e9; ///< of every service: nobody drops out
    StreamKey key{.study_seed = 20'240'401, .replication = 3};
    SimTime horizon = test::horizon;

    /// The small region without standing contacts and without limits of hours.
    static Region hand_made_region();
};

/// A supervised person as a test wants him; days count from the instant he is added.
struct PersonPlan {
    double release_day = 0.0; ///< above 0: in prison until then
    double end_day = 100.0;   ///< scheduled end S
    Need need = Need::true_need;
    History history = History::repeater;
    double readiness = 0.4;
    std::uint32_t municipality = 0; ///< of the small region: 0 near, 1 far
};

/// One region at the start of a run with no event in its calendar. Everything told is handed on as
/// in a simulation, and remembered.
class HandMadeWorld {
public:
    explicit HandMadeWorld(WorldPlan plan = {});
    HandMadeWorld(const HandMadeWorld&) = delete;
    HandMadeWorld& operator=(const HandMadeWorld&) = delete;
    HandMadeWorld(HandMadeWorld&&) = delete;
    HandMadeWorld& operator=(HandMadeWorld&&) = delete;
    ~HandMadeWorld() = default;

    /// Adds a person under supervision (or in prison); no event of his is scheduled.
    ClientId add_person(const PersonPlan& plan = {});
    /// Adds the family of a person.
    ClientId add_family(ClientId person);
    /// Adds a person or a family of the centre's other clients.
    ClientId add_background(ClientKind kind);
    /// Lets a process act now and hands on what it tells.
    void act(const std::function<void(Views&)>& action);
    /// The probation office offers to connect a person to the centre, now.
    void offer(ClientId client, Consent consent);
    /// Lets every event before the instant happen and goes there.
    void run_until(SimTime end);
    void run_days(double days) { run_until(now_ + sampled(days)); }
    /// Starts the regular events of a run: arrivals, contacts, rotation, refresh.
    void start_events();
    /// Sets mutual understanding of the office and the centre under one schedule.
    void set_understanding(double policy, double reference);

    SimTime now() const { return now_; }
    /// Days since the start of the run.
    double day() const { return days_between(run_start, now_); }
    const std::vector<Fact>& facts() const { return facts_; }
    std::vector<Fact> facts(FactKind kind) const;
    std::size_t count(FactKind kind) const { return facts(kind).size(); }
    void forget_facts() { facts_.clear(); }
    World& world() { return world_; }
    const Setting& setting() const { return setting_; }
    /// Tests turn chance on and off in the middle of a life.
    Parameters& parameters() { return plan_.parameters; }
    Acquaintance& with(ClientId client, AgencyId agency) {
        return world_.acquaintances[world_.acquaintances.of(client, agency)];
    }
    Acquaintance& with_centre(ClientId client) { return with(client, centre); }
    /// The client's open episode of a service, anywhere.
    OptionalId<EpisodeTag> episode_of(ClientId client, Service service) const;
    PairId office_centre() const { return world_.links.find(office, centre).value(); }

private:
    void hand_on_facts(Views& views);

    WorldPlan plan_;
    Policy reference_;
    QuantileTable start_readiness_;
    QuantileTable start_understanding_;
    std::array<double, services> drop_out_scales_{};
    Setting setting_;
    World world_;
    SimTime now_ = run_start;
    std::uint64_t added_ = 0;
    std::vector<Fact> facts_;
};

/// Days from the start of the run to a fact.
inline double day_of(const Fact& fact) {
    return days_between(run_start, fact.at);
}

/// The one fact of a kind; a test of more or none fails.
inline Fact the_fact(const HandMadeWorld& world, FactKind kind) {
    const auto found = world.facts(kind);
    expects(found.size() == 1, "a fact of this kind was told once");
    return found.front();
}

/// How often a person seeks a consultation, as things stand.
inline double consultations_per_month(HandMadeWorld& world, ClientId person) {
    const auto group = world.world().clients.life(person).consultation.group;
    const auto& groups = world.world().consultations.groups;
    return group ? days_per_year / 12.0 * groups.at(static_cast<std::size_t>(*group)).rate_per_day()
                 : 0.0;
}

} // namespace tsunagi::test
