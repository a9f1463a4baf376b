#include "engine/network/independent_lives.hpp"

#include "engine/core/contracts.hpp"
#include "engine/network/detail/arrival_times.hpp"
#include "engine/network/detail/stay.hpp"

#include <algorithm>
#include <utility>

namespace tsunagi {

namespace {

/// Those present at equal intervals, from when each comes and goes.
class PresenceSamples {
public:
    explicit PresenceSamples(const ServiceNetwork& network)
        : start_{network.start}, every_{network.sample_every.value_or(Duration{})},
          samples_{every_ > Duration{} ? (network.horizon - start_) / every_ + 1 : 0},
          changes_(network.stations.size(),
                   std::vector<std::int64_t>(static_cast<std::size_t>(samples_) + 1)) {}

    /// The first sample that shows what happens at an instant: those before it have been taken.
    std::int64_t first_to_show(SimTime at) const {
        return samples_ > 0 ? (at - start_) / every_ + 1 : 0;
    }
    /// A stay from the first of two samples on, up to the second.
    void add(std::size_t station, std::int64_t from, std::int64_t to) {
        if (samples_ > 0) {
            auto& changes = changes_[station];
            ++changes[static_cast<std::size_t>(from)];
            --changes[static_cast<std::size_t>(to)];
        }
    }
    std::vector<std::vector<std::int64_t>> all() const {
        std::vector<std::vector<std::int64_t>> samples;
        std::vector<std::int64_t> present(changes_.size());
        for (std::int64_t sample = 0; sample < samples_; ++sample) {
            for (std::size_t station = 0; station < present.size(); ++station) {
                present[station] += changes_[station][static_cast<std::size_t>(sample)];
            }
            samples.push_back(present);
        }
        return samples;
    }

private:
    SimTime start_;
    Duration every_;
    std::int64_t samples_;
    std::vector<std::vector<std::int64_t>> changes_; ///< [station][sample from which it shows]
};

/// Follows everybody and counts.
class LifeFollower {
public:
    LifeFollower(const ServiceNetwork& network, StreamKey key)
        : network_{network}, streams_{key}, before_{no_counts(network)}, after_{no_counts(network)},
          samples_{network} {}

    NetworkResult run() {
        for (const auto& arrivals : network_.arrivals) {
            std::uint32_t ordinal = 0;
            for (; ordinal < arrivals.at_start; ++ordinal) {
                follow(child_key(arrivals.key, ordinal), arrivals.to, network_.start);
            }
            detail::ArrivalTimes times{network_, arrivals};
            while (const auto at = times.next(streams_, ordinal)) {
                ++events_;
                follow(child_key(arrivals.key, ordinal++), arrivals.to, *at);
            }
        }
        return {.counts = {.before = std::move(before_),
                           .after = std::move(after_),
                           .samples = samples_.all()},
                .events = events_};
    }

private:
    NetworkCounts& counts_at(SimTime at) { return at < network_.observe_from ? before_ : after_; }

    void follow(EntityKey person, AgencyId station, SimTime now) {
        ++counts_at(now).arrivals;
        auto shown = samples_.first_to_show(now);
        for (std::uint32_t episode = 0;; ++episode) {
            const auto row = station.row();
            ++counts_at(now).stations[row].starts;
            const auto stay =
                detail::draw_stay(network_, {station, person, episode, now}, streams_);
            spend(row, now, stay.end);
            const auto shown_before =
                std::exchange(shown, samples_.first_to_show(std::min(stay.end, network_.horizon)));
            samples_.add(row, shown_before, shown);
            if (stay.end >= network_.horizon) {
                return;
            }
            ++events_;
            auto& counts = counts_at(stay.end);
            ++counts.stations[row].left[stay.cause];
            counts.stations[row].stay_ticks += (stay.end - now).count();
            now = stay.end;
            if (!stay.to.has_value()) {
                ++counts.exits;
                return;
            }
            station = stay.to.value();
        }
    }

    void spend(std::size_t row, SimTime from, SimTime end) {
        const auto to = std::min(end, network_.horizon);
        const auto parted = std::clamp(network_.observe_from, from, to);
        before_.stations[row].serving_ticks += (parted - from).count();
        after_.stations[row].serving_ticks += (to - parted).count();
    }

    const ServiceNetwork& network_;
    Streams streams_;
    NetworkCounts before_;
    NetworkCounts after_;
    PresenceSamples samples_;
    std::int64_t events_ = 0;
};

} // namespace

bool lives_are_independent(const ServiceNetwork& network) {
    return std::none_of(network.stations.begin(),
                        network.stations.end(),
                        [](const Station& station) { return station.servers.has_value(); });
}

NetworkResult follow_independent_lives(const ServiceNetwork& network, StreamKey key) {
    check(network);
    expects(lives_are_independent(network), "nobody waits for anybody");
    return LifeFollower{network, key}.run();
}

} // namespace tsunagi
