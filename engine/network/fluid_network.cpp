#include "engine/network/fluid_network.hpp"

#include "engine/network/detail/stay.hpp"
#include "engine/random/det.hpp"
#include "engine/random/streams.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace tsunagi {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr StreamKey fluid_key{.study_seed = key_of("fluid network").value, .replication = 0};

/// Where parts of a flow go, by station row; the rest leaves the network.
using Ways = std::vector<std::pair<std::size_t, double>>;

void add_ways(Ways& ways, const Routing& routing, double share) {
    for (const auto& branch : routing.branches()) {
        ways.emplace_back(branch.to.row(), share * branch.probability);
    }
}

double count_within(const std::vector<double>& rising, double most) {
    const auto end = std::upper_bound(rising.begin(), rising.end(), most);
    return static_cast<double>(end - rising.begin());
}

/// One station as a fluid: stays run through so many equal stages as give them their spread, and
/// those that outlast the run hold their servers.
struct FluidStation {
    double servers = unlimited;
    double waiting_room = unlimited;
    std::vector<double> patience;     ///< drawn, in days, rising
    double patience_days = unlimited; ///< mean, where all but a run's length is cut off
    std::vector<double> stays;        ///< drawn, in days, of those that end within a run, rising
    double drawn{};                   ///< with those that do not
    double stay_days{};               ///< mean of stays
    Ways left_to;
    Ways reneged_to;
    Ways turned_away_to;

    double waiting{};
    double held{};       ///< by stays as long as the run
    double outlasting{}; ///< begun so late that they do not end before the run
    std::vector<double> stages;

    /// Share of stays that end within so many days.
    double ended_share(double days) const { return count_within(stays, days) / drawn; }
    /// Share of waits that patience ends within so many days.
    double reneging_share(double days) const {
        return count_within(patience, days) / static_cast<double>(patience.size());
    }
    double in_service() const { return std::accumulate(stages.begin(), stages.end(), held); }
};

/// What some hundred draws tell of a station's stays.
class StayDraws {
public:
    StayDraws(const ServiceNetwork& network, std::size_t row, int n)
        : by_cause_(network.stations[row].leave.size()) {
        Streams streams{fluid_key};
        for (int draw = 0; draw < n; ++draw) {
            const auto stay = detail::draw_stay(
                network,
                {.station = AgencyId{static_cast<std::uint32_t>(row)},
                 .person = child_key(network.stations[row].key, static_cast<std::uint64_t>(draw)),
                 .episode = 0,
                 .now = network.start},
                streams);
            if (stay.end < network.horizon) {
                add(days_between(network.start, stay.end), stay.cause);
            }
        }
        std::sort(days_.begin(), days_.end());
    }

    const std::vector<double>& days() const { return days_; }
    double mean_days() const { return ended_ > 0.0 ? sum_ / ended_ : 0.0; }
    /// Mean squared over variance: stages of equal exponential length that spread as much.
    double stages() const {
        const double mean = mean_days();
        const double variance = ended_ > 0.0 ? squares_ / ended_ - mean * mean : 0.0;
        return variance > 0.0 ? mean * mean / variance : unlimited;
    }
    Ways ways(const Station& station) const {
        Ways all;
        for (std::size_t cause = 0; ended_ > 0.0 && cause < by_cause_.size(); ++cause) {
            add_ways(all, station.leave[cause].to, by_cause_[cause] / ended_);
        }
        return all;
    }

private:
    void add(double days, std::size_t cause) {
        days_.push_back(days);
        ended_ += 1.0;
        sum_ += days;
        squares_ += days * days;
        by_cause_[cause] += 1.0;
    }

    std::vector<double> by_cause_;
    double ended_ = 0.0;
    double sum_ = 0.0;
    double squares_ = 0.0;
    std::vector<double> days_;
};

std::vector<double> patience_draws(const Law& patience, double longest_days, int n) {
    std::vector<double> days;
    days.reserve(static_cast<std::size_t>(n));
    for (int draw = 0; draw < n; ++draw) {
        days.push_back(std::min(patience.draw((draw + 0.5) / n), longest_days));
    }
    std::sort(days.begin(), days.end());
    return days;
}

/// A network in equal steps of time. What flows out of a station in a step flows into the next in
/// the step that follows.
class Fluid {
public:
    explicit Fluid(const ServiceNetwork& network)
        : network_{network}, days_{days_between(network.start, network.horizon)},
          inflow_(network.stations.size()) {
        constexpr double most_draws = 1e6;
        constexpr double most_work = 2e7;
        const auto size = static_cast<double>(network.stations.size());
        const int draws = static_cast<int>(std::clamp(most_draws / size, 100.0, 1000.0));
        double work = 0.0;
        for (std::size_t row = 0; row < network.stations.size(); ++row) {
            stations_.push_back(station(row, draws));
            const auto& own = stations_.back();
            work += static_cast<double>(most_stages + own.left_to.size() + own.reneged_to.size() +
                                        own.turned_away_to.size());
        }
        steps_ = static_cast<int>(std::clamp(most_work / work, 200.0, 20'000.0));
        step_days_ = days_ / steps_;
        for (auto& own : stations_) {
            own.stages.resize(static_cast<std::size_t>(std::clamp(
                std::min(static_cast<double>(own.stages.size()), own.stay_days / step_days_),
                1.0,
                static_cast<double>(most_stages))));
        }
    }

    MostPresent most_present() {
        for (const auto& arrivals : network_.arrivals) {
            inflow_[arrivals.to.row()] += static_cast<double>(arrivals.at_start);
        }
        MostPresent most{.persons = std::accumulate(inflow_.begin(), inflow_.end(), 0.0)};
        for (int step = 0; step < steps_; ++step) {
            day_ = step * step_days_;
            arrive();
            auto coming = std::exchange(inflow_, std::vector<double>(stations_.size()));
            MostPresent now{.persons = std::exchange(left_, 0.0)};
            for (std::size_t row = 0; row < stations_.size(); ++row) {
                auto& station = stations_[row];
                pass(station, coming[row]);
                now.persons += station.waiting + station.in_service();
                now.waiting += station.waiting;
                now.ending +=
                    std::max(station.in_service() - station.held - station.outlasting, 0.0) +
                    (station.patience.empty() ? 0.0 : station.waiting);
            }
            most.persons = std::max(most.persons, now.persons);
            most.waiting = std::max(most.waiting, now.waiting);
            most.ending = std::max(most.ending, now.ending);
        }
        return most;
    }

private:
    static constexpr std::size_t most_stages = 16;

    FluidStation station(std::size_t row, int n) const {
        const auto& stated = network_.stations[row];
        const StayDraws stays{network_, row, n};
        FluidStation own;
        own.servers = stated.servers ? static_cast<double>(*stated.servers) : unlimited;
        own.waiting_room =
            stated.waiting_room ? static_cast<double>(*stated.waiting_room) : unlimited;
        if (stated.patience) {
            own.patience = patience_draws(*stated.patience, 2.0 * days_, n);
            own.patience_days = std::accumulate(own.patience.begin(), own.patience.end(), 0.0) / n;
        }
        own.stays = stays.days();
        own.drawn = n;
        own.stay_days = stays.mean_days();
        own.left_to = stays.ways(stated);
        add_ways(own.reneged_to, stated.reneged_to, 1.0);
        add_ways(own.turned_away_to, stated.turned_away_to, 1.0);
        own.stages.resize(static_cast<std::size_t>(
            std::clamp(stays.stages(), 1.0, static_cast<double>(most_stages))));
        return own;
    }

    // A swing that the steps cannot follow counts by its mean.
    void arrive() {
        constexpr double steps_of_a_swing = 8.0;
        for (const auto& arrivals : network_.arrivals) {
            const bool seen = arrivals.period_days >= steps_of_a_swing * step_days_;
            const double swing =
                seen ? arrivals.amplitude * det::sine_of_turn(day_ / arrivals.period_days) : 0.0;
            inflow_[arrivals.to.row()] += arrivals.per_day * (1.0 + swing) * step_days_;
        }
    }

    // Servers who are free, and those that come free again in the step.
    double room_for_service(const FluidStation& station) const {
        if (station.stay_days == 0.0 && station.servers > 0.0 && !station.stays.empty()) {
            return unlimited;
        }
        const double again = station.stay_days > 0.0 ? step_days_ / station.stay_days : 0.0;
        return std::max(station.servers * (1.0 + again) - station.in_service(), 0.0);
    }

    // Of what is in a stage, the share step / (mean + step) goes on, so that steps longer than
    // stays are right in the long run.
    void pass(FluidStation& station, double coming) {
        station.waiting += coming;
        const double starting = std::min(station.waiting, room_for_service(station));
        station.waiting -= starting;
        const double held = starting * (1.0 - station.ended_share(days_));
        station.held += held;
        station.outlasting +=
            starting * (station.ended_share(days_) - station.ended_share(days_ - day_));
        const double stage_days = station.stay_days / static_cast<double>(station.stages.size());
        double moving = starting - held;
        for (auto& stage : station.stages) {
            const double there = stage + moving;
            moving = there * step_days_ / (stage_days + step_days_);
            stage = there - moving;
        }
        flow(station.left_to, moving);
        if (!station.patience.empty()) {
            // Nobody has waited longer than the run.
            const double reneging = station.waiting * station.reneging_share(day_ + step_days_) *
                                    step_days_ / (station.patience_days + step_days_);
            station.waiting -= reneging;
            flow(station.reneged_to, reneging);
        }
        const double turned_away = std::max(station.waiting - station.waiting_room, 0.0);
        station.waiting -= turned_away;
        flow(station.turned_away_to, turned_away);
    }

    void flow(const Ways& ways, double amount) {
        if (amount > 0.0) {
            for (const auto& [row, share] : ways) {
                inflow_[row] += amount * share;
                left_ += amount * share;
            }
        }
    }

    const ServiceNetwork& network_;
    double days_;
    int steps_{};
    double step_days_{};
    double day_ = 0.0; ///< of the step
    std::vector<FluidStation> stations_;
    std::vector<double> inflow_; ///< of the next step, by station
    double left_ = 0.0;          ///< on the way from one station to the next
};

} // namespace

MostPresent expected_most_present(const ServiceNetwork& network) {
    constexpr double standard_errors = 4.0;
    const auto all = expected_persons(network);
    const auto most = Fluid{network}.most_present();
    const auto with_chance = [&](double mean) {
        const double persons = std::min(mean, all);
        return persons + standard_errors * std::sqrt(persons);
    };
    return {.persons = with_chance(most.persons),
            .waiting = with_chance(most.waiting),
            .ending = with_chance(most.ending)};
}

} // namespace tsunagi
