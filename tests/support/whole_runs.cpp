#include "tests/support/whole_runs.hpp"

#include "engine/care/formulas.hpp"
#include "engine/relations/region_draw.hpp"

#include "tests/support/account_books.hpp"
#include "tests/support/life_rules.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi::test {

namespace {

/// Keeps the lives and the books of one run.
class Recorder final : public FactListener {
public:
    Recorder(const Experiment& experiment, const World& world)
        : books{world, experiment.run_start, stated_hours(experiment)}, region_{
                                                                            &experiment.region} {}

    void hear(const Fact& fact) override {
        books.hear(fact);
        rules.hear(fact);
        if (fact.client.has_value()) {
            // How many others have a place is no part of this life.
            const bool of_others = fact.kind == FactKind::place_taken;
            lives[fact.subject].push_back({.at = fact.at,
                                           .kind = fact.kind,
                                           .detail = fact.detail,
                                           .agency = key(fact.agency),
                                           .other = key(fact.other),
                                           .amount = of_others ? 0 : fact.amount});
        }
    }

    AccountBooks books;
    LifeRules rules;
    Lives lives;

private:
    EntityKey key(OptionalId<AgencyTag> agency) const {
        return agency.has_value() ? region_->agencies[agency.value()].key : nobody;
    }

    const Region* region_;
};

void run_to(Simulation& simulation, SimTime from, SimTime to, WholeRun& run, Recorder& recorder) {
    for (auto now = from; now < to;) {
        now = std::min(to, next_first_of_month(now));
        simulation.run_until(now);
        // What does not add up once does not add up again: the first record point tells it.
        if (run.faults.empty()) {
            run.faults = recorder.books.faults(now);
        }
    }
}

auto parts(const RunResult::Waits& waits) {
    return std::tie(waits.due, waits.kept, waits.wait_ticks, waits.bins);
}

bool same_waits(const RunResult& one, const RunResult& other) {
    return std::equal(one.waits.begin(),
                      one.waits.end(),
                      other.waits.begin(),
                      [](const auto& a, const auto& b) { return parts(a) == parts(b); });
}

bool same_first_bookings(const RunResult& one, const RunResult& other) {
    return std::equal(
        one.first_bookings.begin(),
        one.first_bookings.end(),
        other.first_bookings.begin(),
        [](const auto& a, const auto& b) { return a.due == b.due && a.kept == b.kept; });
}

} // namespace

void lift_limits(Region& region) {
    for (auto& agency : region.agencies.values()) {
        agency.staffing.reset();
        for (auto& offered : agency.services) {
            offered.places.reset();
            offered.slots_per_month.reset();
        }
    }
}

Lives without_links(Lives lives) {
    for (auto& [key, life] : lives) {
        for (auto& fact : life) {
            fact.amount = fact.kind == FactKind::appointment_due ? 0 : fact.amount;
        }
    }
    return lives;
}

Runs::Runs(Experiment experiment)
    : experiment_{std::move(experiment)}, start_readiness_{beta_quantiles(
                                              experiment_.parameters.readiness.start_alpha,
                                              experiment_.parameters.readiness.start_beta)},
      start_understanding_{beta_quantiles(experiment_.parameters.family.start_alpha,
                                          experiment_.parameters.family.start_beta)},
      drop_out_scales_{drop_out_scales(experiment_.parameters.episodes)},
      correlation_{fitted_correlation(experiment_.region)} {}

const Setting& Runs::setting(const LinkEffect& effect) {
    return settings_.emplace_back(
        Setting{.region = experiment_.region,
                .parameters = experiment_.parameters,
                .effect = effect,
                .reference = experiment_.scenarios[experiment_.reference].policy,
                .dates = {.run_start = experiment_.run_start,
                          .policy_start = experiment_.policy_start,
                          .horizon = experiment_.horizon},
                .windows = experiment_.windows,
                .link_correlation = correlation_,
                .start_readiness = start_readiness_,
                .start_understanding = start_understanding_,
                .drop_out_scales = drop_out_scales_});
}

LinkEffect Runs::effect_of(const Reading& reading) const {
    auto link = experiment_.parameters.link;
    link.structure_weight = reading.structure_weight.value_or(link.structure_weight);
    link.switch_on = reading.switch_on.value_or(link.switch_on);
    auto effect = link_effect(link, reading.scale);
    effect.forced_link = reading.forced_link;
    return effect;
}

Simulation Runs::warmed_up(const LinkEffect& effect, std::int64_t replication) {
    Simulation simulation{setting(effect),
                          Streams{{experiment_.seed, static_cast<std::uint64_t>(replication)}}};
    simulation.run_until(experiment_.policy_start);
    return simulation;
}

std::int64_t Runs::replication_with_good_link() {
    const auto effect = effect_of(causal);
    for (std::int64_t replication = 0;; ++replication) {
        const auto world = warmed_up(effect, replication).world();
        const auto pair = world.links.find(office, centre).value();
        const double understanding = world.links.policy_understanding(
            pair, experiment_.parameters.relations, experiment_.policy_start);
        if (understanding >= experiment_.parameters.relations.good_at) {
            return replication;
        }
    }
}

WholeRun Runs::run(const LinkEffect& effect, std::size_t scenario, std::int64_t replication) {
    WholeRun run;
    const auto& own = setting(effect);
    Simulation simulation{own,
                          Streams{{experiment_.seed, static_cast<std::uint64_t>(replication)}}};
    Recorder recorder{experiment_, simulation.world()};
    simulation.set_listener(&recorder);
    run_to(simulation, experiment_.run_start, experiment_.policy_start, run, recorder);
    simulation.adopt(own, experiment_.scenarios[scenario].policy);
    run_to(simulation, experiment_.policy_start, experiment_.horizon, run, recorder);
    run.result = simulation.finish();
    run.lives = std::move(recorder.lives);
    run.faults.insert(
        run.faults.end(), recorder.rules.broken().begin(), recorder.rules.broken().end());
    return run;
}

bool same_counts(const RunResult& one, const RunResult& other) {
    return one.by_group == other.by_group && one.by_level == other.by_level &&
           one.by_municipality == other.by_municipality &&
           one.by_fiscal_year == other.by_fiscal_year &&
           one.first_event_day == other.first_event_day && one.use_course == other.use_course &&
           one.episodes == other.episodes && same_waits(one, other) &&
           same_first_bookings(one, other) && one.work == other.work &&
           one.agencies == other.agencies && one.by_service == other.by_service &&
           one.tracks == other.tracks && one.others == other.others &&
           one.cancelled_contacts == other.cancelled_contacts &&
           one.sessions_not_offered == other.sessions_not_offered &&
           one.slots_waited == other.slots_waited && one.beds_not_found == other.beds_not_found &&
           one.overtime_ticks == other.overtime_ticks && one.understanding == other.understanding &&
           one.digest == other.digest;
}

} // namespace tsunagi::test
