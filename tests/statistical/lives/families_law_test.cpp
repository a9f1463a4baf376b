// What families do by themselves against closed forms, level 1e-6.
//
// Calls: n = 40,000 families, Kolmogorov-Smirnov (critical distance 0.0135) against the exponential
// law with the hazard of a crisis for a while, then without. A hazard 5 % wrong moves the mean by
// 0.05 / (1 / sqrt(n)) = 10 standard errors and the distribution by 0.018, and must be rejected.
//
// Entries: n = 60,000 persons each with a plain and with a trained family; the log ratio of the two
// hazards has a standard error of sqrt(2 / n) = 0.0058, so an error of 5 % is 8.4 of them.
#include "engine/care/episode_course.hpp"
#include "engine/lives/bump_clock.hpp"
#include "engine/lives/family_course.hpp"
#include "engine/lives/family_entry.hpp"
#include "engine/lives/hazards.hpp"

#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hand_made_world.hpp"

#include <cmath>
#include <numeric>
#include <vector>

using namespace tsunagi;
using test::HandMadeWorld;
using test::kolmogorov_smirnov;
using test::WorldPlan;

namespace {

constexpr double crisis_days = 400.0;
constexpr double bump = 0.35;

// Families know the centre for good; whoever calls gets an appointment and does not come.
WorldPlan callers() {
    WorldPlan plan;
    plan.parameters.family.call_per_year = 0.20;
    plan.parameters.awareness.family = 1.0;
    plan.parameters.awareness.half_life_days = 1e12;
    plan.parameters.referral.arrive_level = test::never;
    return plan;
}

double years_to(SimTime at) {
    return days_between(test::run_start, at) / days_per_year;
}

std::vector<ClientId> families_in_crisis(HandMadeWorld& world, int count) {
    std::vector<ClientId> families;
    for (int i = 0; i < count; ++i) {
        const auto person = world.add_person({.end_day = 1e4});
        world.world().clients.life(person).bump_step = {
            .until = SimTime::max(), .mean = bump, .event = {}, .announced = {}};
        families.push_back(world.add_family(person));
        world.act([&](Views& views) { enter_family(views.lives, families.back()); });
    }
    return families;
}

// When a family whose person's crisis is over will call, in years.
double later_call(HandMadeWorld& world, ClientId family) {
    const auto person = world.world().clients[family].relative.value();
    world.world().clients.life(person).bump_step.until = world.now();
    world.act([&](Views& views) { follow_bumps(views.lives, person); });
    auto& clocks = world.world().clients.family(family).hazards.clocks;
    clocks.disarm(static_cast<std::size_t>(FamilyHazard::forget_centre));
    return years_to(clocks.next().value().at);
}

// First calls in years: those in the crisis as they came, the others as their clocks then stand.
std::vector<double> first_calls(int count) {
    HandMadeWorld world{callers()};
    const auto families = families_in_crisis(world, count);
    world.run_days(crisis_days);
    Column<ClientId, double> called{world.world().clients.rows(), -1.0};
    for (const auto& fact : world.facts(FactKind::family_called)) {
        auto& first = called[fact.client.value()];
        first = first < 0.0 ? years_to(fact.at) : first;
    }
    std::vector<double> calls;
    for (const auto family : families) {
        calls.push_back(called[family] < 0.0 ? later_call(world, family) : called[family]);
    }
    return calls;
}

/// @param wrong  factor on both hazards; 1 is the truth
auto law_of_calls(double wrong) {
    return [=](double years) {
        const double crisis = crisis_days / days_per_year;
        const double in_crisis = 0.20 * (1.0 + 4.0 * bump) * std::min(years, crisis);
        const double after = 0.20 * std::max(0.0, years - crisis);
        return 1.0 - std::exp(-wrong * (in_crisis + after));
    };
}

WorldPlan entries(std::uint64_t replication) {
    WorldPlan plan;
    plan.parameters.family.entry_per_year = 0.30;
    plan.key.replication = replication;
    return plan;
}

// When the family would bring each of so many persons, in years.
std::vector<double> entry_times(HandMadeWorld& world, double understanding, int count) {
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto person = world.add_person({.end_day = 1e4});
        const auto family = world.add_family(person);
        auto& life = world.world().clients.family(family);
        life.start_understanding = understanding;
        life.understanding = understanding;
        world.act([&](Views& views) {
            open_episode(views.care,
                         {.client = family,
                          .agency = test::centre,
                          .service = Service::family_counselling,
                          .route = Route::self});
            reconsider_family_entry(views.lives, person);
        });
        times.push_back(
            years_to(world.world().clients.life(person).hazards.clocks.next().value().at));
    }
    return times;
}

// Plain and trained families of many small worlds.
std::vector<double> sample_of_entries(double understanding) {
    constexpr std::uint64_t worlds = 60;
    constexpr int persons = 1'000;
    std::vector<double> all;
    for (std::uint64_t number = 0; number < worlds; ++number) {
        // Trained and plain families share no chance.
        HandMadeWorld world{entries(2 * number + (understanding > 0.5 ? 1 : 0))};
        const auto times = entry_times(world, understanding, persons);
        all.insert(all.end(), times.begin(), times.end());
    }
    return all;
}

double hazard_per_year(const std::vector<double>& times) {
    return static_cast<double>(times.size()) / std::accumulate(times.begin(), times.end(), 0.0);
}

} // namespace

TEST_CASE("families call at the hazard of their person's crisis, then at the plain one") {
    const auto calls = first_calls(40'000);
    CHECK(kolmogorov_smirnov(calls, law_of_calls(1.0)) < 1.0);
    CHECK(kolmogorov_smirnov(calls, law_of_calls(1.05)) > 1.0);
    CHECK(kolmogorov_smirnov(calls, law_of_calls(0.95)) > 1.0);
}

TEST_CASE("trained families bring their person 2.1 times as often as plain ones") {
    const auto plain = sample_of_entries(0.25);
    const auto trained = sample_of_entries(0.75);
    const auto exponential = [](double per_year) {
        return [=](double years) { return 1.0 - std::exp(-per_year * years); };
    };
    CHECK(kolmogorov_smirnov(plain, exponential(0.30)) < 1.0);
    CHECK(kolmogorov_smirnov(trained, exponential(0.30 * std::exp(0.75))) < 1.0);
    const double log_ratio = std::log(hazard_per_year(trained) / hazard_per_year(plain));
    const double allowed =
        test::critical_errors * std::sqrt(2.0 / static_cast<double>(plain.size()));
    CHECK(std::abs(log_ratio - 1.5 * 0.5) < allowed);
    CHECK(std::abs(log_ratio - 1.5 * 0.5 - std::log(1.05)) > allowed);
    CHECK(std::abs(log_ratio - 1.5 * 0.5 - std::log(0.95)) > allowed);
}
