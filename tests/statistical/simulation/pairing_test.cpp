// What common random numbers do: paired runs of one law share their chance, unpaired ones share
// nothing but the law. Level 1e-6, fixed seed.
#include "engine/execution/run_block.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"
#include "tests/support/unwatched.hpp"
#include "tests/support/whole_runs.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

using namespace tsunagi;
using test::critical_errors;

namespace {

// First appointments due at the centre, by replication, under two scenarios of one law.
struct Pairs {
    std::vector<double> today;
    std::vector<double> agreement;
};

double due_of(const RunResult& result) {
    std::int64_t due = 0;
    for (const auto& waits : result.waits) {
        due += waits.due;
    }
    return static_cast<double>(due);
}

Pairs run_pairs(Pairing pairing, std::int64_t replications) {
    auto experiment = test::short_experiment(replications);
    // A year of warm-up is enough: the law need not be level, only the same.
    test::start_policies(experiment, next_first_of_april(experiment.run_start));
    experiment.horizon = experiment.policy_start + std::chrono::years{3};
    experiment.pairing = pairing;
    experiment.scenarios = {experiment.scenarios[test::today],
                            experiment.scenarios[test::written_agreement]};
    const PreparedExperiment prepared{experiment};
    test::Unwatched monitor;
    Pairs pairs;
    for (const auto& outcome : run_replications(prepared, {0, replications}, 0, monitor)) {
        REQUIRE(outcome.state == ReplicationOutcome::State::done);
        pairs.today.push_back(due_of(outcome.result[0]));
        pairs.agreement.push_back(due_of(outcome.result[1]));
    }
    return pairs;
}

double mean(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

double covariance(const std::vector<double>& one, const std::vector<double>& other) {
    const double mean_one = mean(one);
    const double mean_other = mean(other);
    double sum = 0.0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        sum += (one[i] - mean_one) * (other[i] - mean_other);
    }
    return sum / static_cast<double>(one.size() - 1);
}

double correlation(const std::vector<double>& one, const std::vector<double>& other) {
    return covariance(one, other) / std::sqrt(covariance(one, one) * covariance(other, other));
}

// Distance of two independent samples' means in standard errors, the second multiplied by `error`.
double difference(const std::vector<double>& one, std::vector<double> other, double error = 1.0) {
    for (double& value : other) {
        value *= error;
    }
    const auto n = static_cast<double>(one.size());
    const double variance = (covariance(one, one) + covariance(other, other)) / n;
    return std::abs(mean(one) - mean(other)) / std::sqrt(variance);
}

} // namespace

TEST_CASE("without common random numbers equal scenarios are uncorrelated and have equal means") {
    // n = 400. A correlation of 0 stays within 4.9 / sqrt(n) = 0.24. The number of appointments
    // scatters by 10 % between replications, so means 5 % apart are 7 standard errors apart.
    constexpr std::int64_t replications = 400;
    const auto pairs = run_pairs(Pairing::independent, replications);
    const double bound = critical_errors / std::sqrt(static_cast<double>(replications));
    CHECK(std::abs(correlation(pairs.today, pairs.agreement)) < bound);
    CHECK(difference(pairs.today, pairs.agreement) < critical_errors);
    CHECK(difference(pairs.today, pairs.agreement, 1.05) > critical_errors);
    CHECK(difference(pairs.today, pairs.agreement, 0.95) > critical_errors);
}

TEST_CASE("with common random numbers equal scenarios are equal") {
    const auto pairs = run_pairs(Pairing::common_random_numbers, 20);
    CHECK(pairs.today == pairs.agreement);
    CHECK(correlation(pairs.today, pairs.agreement) == Approx(1.0));
}
