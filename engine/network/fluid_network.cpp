#include "engine/network/fluid_network.hpp"

#include "engine/random/det.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

namespace tsunagi {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// Where parts of a flow go, by station row; the rest leaves the network.
using Ways = std::vector<std::pair<std::size_t, double>>;

void add_ways(Ways& ways, const Routing& routing, double share) {
    for (const auto& branch : routing.branches()) {
        ways.emplace_back(branch.to.row(), share * branch.probability);
    }
}

/// A time, and a share that is over then: of one part of a law, or of all times up to this one.
struct TimedShare {
    double days{};
    double share{};
};

/// A law in n parts ever smaller towards both ends: rare and long times bear on the mean. What
/// never happens is left out.
std::vector<TimedShare> parts_of(const Law& law, int n) {
    const auto end_of_part = [n](int part) {
        const auto cubed = [](double x) { return x * x * x; };
        const double half = 0.5 * n;
        return part <= half ? 0.5 * cubed(part / half) : 1.0 - 0.5 * cubed((n - part) / half);
    };
    std::vector<TimedShare> parts;
    for (int part = 0; law.probability() > 0.0 && part < n; ++part) {
        const double from = end_of_part(part);
        const double to = end_of_part(part + 1);
        parts.push_back({.days = law.draw(law.probability() * 0.5 * (from + to)),
                         .share = law.probability() * (to - from)});
    }
    return parts;
}

double share_within(const std::vector<TimedShare>& rising, double most_days) {
    const auto end = std::upper_bound(
        rising.begin(), rising.end(), most_days, [](double days, const TimedShare& until) {
            return days < until.days;
        });
    return end == rising.begin() ? 0.0 : std::prev(end)->share;
}

/// One station as a fluid: stays run through so many equal stages as give them their spread, and
/// those that outlast the run hold their servers.
struct FluidStation {
    double servers = unlimited;
    double waiting_room = unlimited;
    std::vector<TimedShare> patience; ///< shares of those who give up until then
    double patience_days = unlimited; ///< mean, where all but a run's length is cut off
    std::vector<TimedShare> stays;    ///< shares that end until then, within a run
    double stay_days{};               ///< mean of those
    Ways left_to;
    Ways reneged_to;
    Ways turned_away_to;

    double waiting{};
    double held{};       ///< by stays as long as the run
    double outlasting{}; ///< begun so late that they do not end before the run
    std::vector<double> stages;

    double ended_share(double days) const { return share_within(stays, days); }
    double reneging_share(double days) const { return share_within(patience, days); }
    double in_service() const { return std::accumulate(stages.begin(), stages.end(), held); }
};

/// Stays of a station that end within a run, as the parts of its causes' laws tell.
class StayShares {
public:
    StayShares(const ServiceNetwork& network, std::size_t row, int n)
        : by_cause_(network.stations[row].leave.size()) {
        const double days = days_between(network.start, network.horizon);
        std::vector<double> alive(by_cause_.size(), 1.0);
        for (const auto& ending : endings_of(network.stations[row], n)) {
            if (ending.days >= days) {
                break;
            }
            // Of those whom no cause has taken yet, what this part of one takes.
            const double before = alive[ending.cause];
            const double after = std::max(before - ending.share, 0.0);
            const double taken = before > 0.0 ? alive_ * (before - after) / before : 0.0;
            alive[ending.cause] = after;
            alive_ -= taken;
            if (const auto end = network.start + sampled(ending.days); end < network.horizon) {
                add(days_between(network.start, end), ending.cause, taken);
            }
        }
    }

    const std::vector<TimedShare>& until() const { return until_; }
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
    struct Ending {
        double days{};
        double share{}; ///< of all, were this cause the only one
        std::size_t cause{};
    };

    // By time, and of equal ones the first cause first.
    static std::vector<Ending> endings_of(const Station& station, int n) {
        std::vector<Ending> endings;
        for (std::size_t cause = 0; cause < station.leave.size(); ++cause) {
            for (const auto& part : parts_of(station.leave[cause].law, n)) {
                endings.push_back({.days = part.days, .share = part.share, .cause = cause});
            }
        }
        std::stable_sort(
            endings.begin(), endings.end(), [](const Ending& left, const Ending& right) {
                return left.days < right.days;
            });
        return endings;
    }

    void add(double days, std::size_t cause, double share) {
        ended_ += share;
        sum_ += share * days;
        squares_ += share * days * days;
        by_cause_[cause] += share;
        until_.push_back({.days = days, .share = ended_});
    }

    std::vector<double> by_cause_;
    double alive_ = 1.0; ///< whom no cause has taken
    double ended_ = 0.0;
    double sum_ = 0.0;
    double squares_ = 0.0;
    std::vector<TimedShare> until_;
};

/// Shares of those whose patience is over until then; all, since who waits longer counts as at its
/// longest.
std::vector<TimedShare> patience_until(const Law& patience, double longest_days, int n) {
    auto until = parts_of(patience, n);
    until.push_back({.days = longest_days, .share = 1.0 - patience.probability()});
    for (auto& part : until) {
        part.days = std::min(part.days, longest_days);
    }
    std::sort(until.begin(), until.end(), [](const TimedShare& left, const TimedShare& right) {
        return left.days < right.days;
    });
    double over = 0.0;
    for (auto& part : until) {
        part.share = over += part.share;
    }
    return until;
}

double mean_days(const std::vector<TimedShare>& until) {
    double mean = 0.0;
    double before = 0.0;
    for (const auto& [days, share] : until) {
        mean += days * (share - before);
        before = share;
    }
    return mean;
}

/// A network in equal steps of time. What flows out of a station in a step flows into the next in
/// the step that follows.
class Fluid {
public:
    explicit Fluid(const ServiceNetwork& network)
        : network_{network}, days_{days_between(network.start, network.horizon)},
          inflow_(network.stations.size()) {
        constexpr double most_parts = 1e6;
        constexpr double most_work = 2e7;
        const auto size = static_cast<double>(network.stations.size());
        const int parts = static_cast<int>(std::clamp(most_parts / size, 100.0, 1000.0));
        double work = 0.0;
        for (std::size_t row = 0; row < network.stations.size(); ++row) {
            stations_.push_back(station(row, parts));
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
        const StayShares stays{network_, row, n};
        FluidStation own;
        own.servers = stated.servers ? static_cast<double>(*stated.servers) : unlimited;
        own.waiting_room =
            stated.waiting_room ? static_cast<double>(*stated.waiting_room) : unlimited;
        if (stated.patience) {
            own.patience = patience_until(*stated.patience, 2.0 * days_, n);
            own.patience_days = mean_days(own.patience);
        }
        own.stays = stays.until();
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
