#pragma once

#include "outputs/tables/analysis.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace tsunagi::hand_made {

inline constexpr std::size_t base = 0;
inline constexpr std::size_t other = 1;
inline constexpr std::size_t handovers = static_cast<std::size_t>(Route::handover);

using Three = std::array<std::int64_t, 3>;

/// A study made by hand: one reading, two scenarios, one agency, every link good.
class Study {
public:
    explicit Study(std::size_t replications) {
        study_ = synthetic::description(static_cast<std::int64_t>(replications));
        study_.readings.resize(1);
        study_.scenarios.resize(2);
        study_.agencies.resize(1);
        study_.expectations.clear();
        runs_.resize(2, std::vector<RunResult>(replications));
        for (auto& scenario : runs_) {
            for (auto& run : scenario) {
                run.work.resize(1);
                run.agencies.resize(1);
                good(run)[static_cast<std::size_t>(Count::cohort)] = 1;
            }
        }
    }

    StudyDescription& study() { return study_; }
    RunResult& run(std::size_t scenario, std::size_t replication) {
        return runs_[scenario][replication];
    }
    void set(std::size_t scenario, Count count, Three values) {
        for (std::size_t row = 0; row < values.size(); ++row) {
            good(run(scenario, row))[static_cast<std::size_t>(count)] = values[row];
        }
    }
    void set_both(Count count, Three values) {
        set(base, count, values);
        set(other, count, values);
    }
    /// What came first in each replication on one day after S.
    void set_first(std::size_t scenario, FirstEvent event, std::size_t day, Three values) {
        for (std::size_t row = 0; row < values.size(); ++row) {
            run(scenario, row).first_event_day[static_cast<std::size_t>(event)][day] =
                static_cast<std::int32_t>(values[row]);
        }
    }
    /// Four bookings whose waits lie within one bin.
    void book(std::size_t scenario, std::size_t replication, std::size_t bin, std::int64_t kept) {
        auto& waits = run(scenario, replication).waits[handovers];
        waits.due = 4;
        waits.kept = kept;
        waits.wait_ticks = static_cast<std::int64_t>(4 * 86400) * wait_edges.at(bin);
        waits.bins[bin] = 4;
    }

    Analysis analysis() const {
        RunTable table{shape_of(study_)};
        for (std::size_t scenario = 0; scenario < 2; ++scenario) {
            for (std::size_t row = 0; row < runs_[scenario].size(); ++row) {
                table.put({0, scenario, row}, runs_[scenario][row]);
            }
        }
        return analyse({.study = study_, .runs = std::move(table), .digest = ""});
    }

private:
    static std::array<std::int64_t, counts>& good(RunResult& run) { return run.by_group[1]; }

    StudyDescription study_;
    std::vector<std::vector<RunResult>> runs_; ///< [scenario][replication]
};

/// Quantile of Student's t at 0.975 with 2 and with 1 degree of freedom, in closed form.
inline const double t_of_three_units = 0.95 / std::sqrt(2.0 * 0.975 * 0.025);
inline const double t_of_two_units = std::tan(std::acos(-1.0) * 0.475);

/// A jackknife over three units from the differences that are left without each.
inline void check_jackknife(const std::optional<ShownEstimate>& found,
                            double difference,
                            std::array<double, 3> without) {
    const double mean = (without[0] + without[1] + without[2]) / 3.0;
    double squares = 0.0;
    for (const double value : without) {
        squares += (value - mean) * (value - mean);
    }
    const double error = std::sqrt(2.0 / 3.0 * squares);
    REQUIRE(found);
    CHECK(found->value == Approx(difference));
    CHECK(*found->standard_error == Approx(error));
    CHECK(found->interval->lower == Approx(difference - t_of_three_units * error));
    CHECK(found->interval->upper == Approx(difference + t_of_three_units * error));
}

} // namespace tsunagi::hand_made
