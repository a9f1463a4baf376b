// Drawn attributes of 500,000 arrivals against the parameter table, level 1e-6 (4.9 standard
// errors; Kolmogorov-Smirnov critical distance 0.0038). A share 5 % wrong lies at least 6.9
// standard errors away (known to the centre: 0.0019 against 0.00027), a standard deviation of age 5
// % wrong moves the distribution by 0.012, nine times 1 / sqrt(n).
#include "engine/people/intake.hpp"

#include "tests/statistical/random/goodness.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/level.hpp"
#include "tests/support/small_region.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tsunagi;
using test::chi_square;
using test::kolmogorov_smirnov;
using test::normal_cdf;
using test::wrong_factor;

namespace {

constexpr std::uint64_t arrivals = 500'000;

std::vector<Client> drawn(ArrivalSource source, std::uint64_t count = arrivals) {
    const auto region = test::small_region();
    const auto parameters = test::default_parameters();
    const auto start_readiness =
        beta_quantiles(parameters.readiness.start_alpha, parameters.readiness.start_beta);
    const auto laws = laws_of_intake(region, parameters.attributes, parameters.supervision);
    const IntakeSetting setting{laws,
                                parameters.intake,
                                parameters.attributes,
                                parameters.supervision,
                                start_readiness,
                                parameters.use.stable};
    std::vector<Client> clients;
    clients.reserve(count);
    for (std::uint64_t ordinal = 0; ordinal < count; ++ordinal) {
        Streams streams{{.study_seed = 20240401, .replication = 1}};
        clients.push_back(draw_client(setting, source, ordinal, test::run_start, streams));
    }
    return clients;
}

/// Those on parole only, drawn once for all tests.
const std::vector<Client>& parolees() {
    static const std::vector<Client> clients = drawn(ArrivalSource::parole_only);
    return clients;
}

/// Accepts the share of those who have a trait and rejects shares 5 % off.
template <class Trait>
void check_share(const std::vector<Client>& clients, double share, const Trait& trait) {
    const auto n = static_cast<double>(clients.size());
    double with = 0.0;
    for (const auto& client : clients) {
        with += trait(client) ? 1.0 : 0.0;
    }
    const std::vector<double> counts{with, n - with};
    const auto statistic = [&](double expected) {
        return chi_square(counts, std::vector<double>{expected, 1.0 - expected});
    };
    CHECK(statistic(share) < 1.0);
    CHECK(statistic(share * wrong_factor) > 1.0);
    CHECK(statistic(share / wrong_factor) > 1.0);
}

template <class Value>
std::vector<double> sample_of(const std::vector<Client>& clients, const Value& value) {
    std::vector<double> sample;
    sample.reserve(clients.size());
    for (const auto& client : clients) {
        sample.push_back(value(client));
    }
    return sample;
}

auto age_law(double mean, double sd) {
    const double below = normal_cdf((20.0 - mean) / sd);
    const double inside = normal_cdf((78.0 - mean) / sd) - below;
    return [=](double age) { return (normal_cdf((age - mean) / sd) - below) / inside; };
}

bool lives_far(const Client& client) {
    return client.municipality == 1;
}

bool repeats(const Client& client) {
    return client.history == History::repeater;
}

bool has_car(const Client& client) {
    return client.traits.car;
}

void check_traits(const std::vector<Client>& clients) {
    check_share(clients, 0.26, [](const Client& client) { return client.traits.stable; });
    check_share(clients, 0.15, [](const Client& client) { return client.traits.children; });
    check_share(clients, 0.35, [](const Client& client) { return client.traits.medical; });
    check_share(
        clients, 0.35 * 0.5, [](const Client& client) { return client.traits.medical_seen; });
    check_share(clients, 0.25, [](const Client& client) { return client.traits.work; });
    check_share(clients, 0.35, [](const Client& client) { return client.traits.no_income; });
    check_share(clients, 0.15, [](const Client& client) { return client.traits.no_housing; });
    check_share(clients, 0.05 * 0.74, [](const Client& client) { return client.traits.known; });
    check_share(clients, 0.25, [](const Client& client) {
        return client.home == Residence::rehabilitation_facility;
    });
    check_share(
        clients, 0.20, [](const Client& client) { return client.home == Residence::alone; });
}

void check_independence(const std::vector<Client>& clients) {
    // Correlations of all pairs within 4.9 / sqrt(n) = 0.007; sharing one uniform between two
    // attributes would give far more than 0.1.
    const auto covariance = [](const std::vector<double>& one, const std::vector<double>& other) {
        double sum_one = 0.0;
        double sum_other = 0.0;
        double product = 0.0;
        for (std::size_t i = 0; i < one.size(); ++i) {
            sum_one += one[i];
            sum_other += other[i];
            product += one[i] * other[i];
        }
        const auto n = static_cast<double>(one.size());
        return product / n - sum_one / n * sum_other / n;
    };
    const std::vector<std::vector<double>> attributes{
        sample_of(clients, [](const Client& c) { return c.sex == Sex::female ? 1.0 : 0.0; }),
        sample_of(clients, [](const Client& c) { return c.age_years; }),
        sample_of(clients, [](const Client& c) { return c.need == Need::none ? 1.0 : 0.0; }),
        sample_of(clients, [](const Client& c) { return repeats(c) ? 1.0 : 0.0; }),
        sample_of(clients, [](const Client& c) { return has_car(c) ? 1.0 : 0.0; }),
        sample_of(clients, [](const Client& c) { return c.municipality == 0 ? 1.0 : 0.0; }),
        sample_of(clients, [](const Client& c) { return c.base_readiness; }),
        sample_of(clients, [](const Client& c) { return c.sentence.officer_phase; }),
        sample_of(clients, [](const Client& c) {
            return std::log(days_between(c.sentence.start, c.sentence.end));
        })};
    for (std::size_t one = 0; one < attributes.size(); ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            INFO("attributes " << one << " and " << other);
            const double correlation = covariance(attributes[one], attributes[other]) /
                                       std::sqrt(covariance(attributes[one], attributes[one]) *
                                                 covariance(attributes[other], attributes[other]));
            CHECK(std::fabs(correlation) <
                  test::critical_errors / std::sqrt(static_cast<double>(arrivals)));
        }
    }
}

} // namespace

TEST_CASE("attributes of parolees follow the parameter table") {
    const auto& clients = parolees();
    SECTION("13.6 % are women") {
        check_share(clients, 0.136, [](const Client& client) { return client.sex == Sex::female; });
    }
    SECTION("two thirds have a true need: 95 % of the severe half and 40 % of the others") {
        check_share(
            clients, 0.675, [](const Client& client) { return client.need == Need::true_need; });
    }
    SECTION("74 % were imprisoned before") {
        check_share(clients, 0.74, repeats);
    }
    SECTION("municipalities get their shares and half of the clients have a car") {
        check_share(clients, 0.4, lives_far);
        check_share(clients, 0.5, has_car);
    }
    SECTION("each trait has its share, of parolees those known to the centre are repeaters") {
        check_traits(clients);
    }
    SECTION("resistance is uniform") {
        const auto sample =
            sample_of(clients, [](const Client& client) { return client.resistance; });
        CHECK(kolmogorov_smirnov(sample, [](double x) { return x; }) < 1.0);
        CHECK(kolmogorov_smirnov(sample, [](double x) { return std::min(1.0, x * wrong_factor); }) >
              1.0);
    }
    SECTION("ages are normal about 43.5 years and cut at 20 and 78") {
        const auto ages = sample_of(clients, [](const Client& client) { return client.age_years; });
        CHECK(kolmogorov_smirnov(ages, age_law(43.5, 10.5)) < 1.0);
        CHECK(kolmogorov_smirnov(ages, age_law(43.5 * wrong_factor, 10.5)) > 1.0);
        CHECK(kolmogorov_smirnov(ages, age_law(43.5, 10.5 * wrong_factor)) > 1.0);
    }
    SECTION("start values of readiness follow Beta(2, 3)") {
        // Distribution function 6 x^2 - 8 x^3 + 3 x^4; mean 0.40.
        const auto law = [](double x) { return x * x * (6.0 - 8.0 * x + 3.0 * x * x); };
        const auto wrong_law = [&](double x) { return law(std::min(1.0, x * wrong_factor)); };
        const auto sample =
            sample_of(clients, [](const Client& client) { return client.base_readiness; });
        CHECK(kolmogorov_smirnov(sample, law) < 1.0);
        CHECK(kolmogorov_smirnov(sample, wrong_law) > 1.0);
    }
    SECTION("no attribute depends on another") {
        check_independence(clients);
    }
}

TEST_CASE("30 % of suspended sentences were imprisoned before") {
    check_share(drawn(ArrivalSource::suspended, 200'000), 0.30, repeats);
}

TEST_CASE("ages of juveniles are uniform from 17 to 19") {
    // A range 5 % too wide moves the distribution by 0.048, 15 times 1 / sqrt(100,000).
    const auto ages = sample_of(drawn(ArrivalSource::juvenile, 100'000),
                                [](const Client& client) { return client.age_years; });
    CHECK(kolmogorov_smirnov(ages, [](double age) { return (age - 17.0) / 2.0; }) < 1.0);
    CHECK(kolmogorov_smirnov(ages, [](double age) { return (age - 17.0) / (2.0 * wrong_factor); }) >
          1.0);
}

TEST_CASE("families outside supervision live and travel like everybody") {
    const auto families = drawn(ArrivalSource::background_families, 200'000);
    check_share(families, 0.4, lives_far);
    check_share(families, 0.5, has_car);
}
