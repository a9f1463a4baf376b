#include "engine/experiment/experiment_memory.hpp"
#include "engine/experiment/replicate.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_region.hpp"

#include <algorithm>

using namespace tsunagi;

namespace {

Reading scaled(double scale, double structure_weight) {
    auto reading = test::causal;
    reading.scale = scale;
    reading.structure_weight = structure_weight;
    return reading;
}

double worlds_of(std::vector<Reading> readings, Pairing pairing = Pairing::common_random_numbers) {
    auto experiment = test::small_experiment(4);
    experiment.readings = std::move(readings);
    experiment.pairing = pairing;
    return memory_of(experiment).worlds;
}

/// Counts those present at every arrival.
class Turnstile final : public WorldListener {
public:
    void hear(const Fact& fact, const World& world) override {
        if (fact.kind == FactKind::person_entered) {
            most = std::max(most, static_cast<double>(world.clients.size()));
        }
    }
    double most = 0.0;
};

} // namespace

TEST_CASE("a replication holds its run and the warm-ups that readings to come share") {
    CHECK(worlds_of({scaled(1.0, 1.0)}) == 2.0);
    // Readings that differ in w alone share a warm-up.
    CHECK(worlds_of({scaled(1.0, 1.0), scaled(1.0, 0.0)}) == 2.0);
    // It is dropped before the next reading's begins, unless it is still to be shared.
    CHECK(worlds_of({scaled(1.0, 1.0), scaled(1.0, 0.0), scaled(0.5, 1.0)}) == 2.0);
    CHECK(worlds_of({scaled(1.0, 1.0), scaled(0.5, 1.0), scaled(1.0, 0.0)}) == 3.0);
    std::vector<Reading> curve;
    for (int point = 0; point < 1'000; ++point) {
        curve.push_back(scaled(0.001 * point, 1.0));
    }
    CHECK(worlds_of(curve) == 2.0);
    CHECK(worlds_of({scaled(1.0, 1.0)}, Pairing::independent) == 5.0); // four scenarios
}

TEST_CASE("a world grows with agencies, pairs of facilities with hospitals, weeks and years") {
    const auto bytes = [](const Experiment& experiment) {
        return memory_of(experiment).bytes_per_world;
    };
    const auto small = test::small_experiment(1);
    auto hospitals = small;
    for (std::uint64_t number = 0; number < 100; ++number) {
        const auto added = test::add_agency(hospitals.region,
                                            child_key(key_of("hospital"), number),
                                            AgencyType::psychiatric_hospital,
                                            TenureClass::hospital);
        hospitals.region.agencies[added].services = small.region.agencies[test::hospital].services;
    }
    CHECK(bytes(hospitals) > bytes(small));
    auto longer = hospitals;
    longer.horizon += 80 * std::chrono::years{1};
    CHECK(bytes(longer) > bytes(hospitals));
}

TEST_CASE("of many persons as many are expected as a run counts") {
    auto experiment = test::small_experiment(1);
    experiment.parameters.intake.volume = 20.0;
    const PreparedExperiment prepared{experiment};
    Turnstile turnstile;
    listen(prepared, {.reading = 0, .scenario = experiment.reference, .replication = 0}, turnstile);
    CHECK(turnstile.most > 5'000.0);
    CHECK(expected_most_present(experiment) > 0.95 * turnstile.most);
    CHECK(expected_most_present(experiment) < 1.4 * turnstile.most);
}
