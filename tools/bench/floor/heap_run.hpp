#pragma once

#include "tools/bench/floor/workload.hpp"
#include "tools/bench/floor/xoshiro.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <deque>
#include <numbers>
#include <queue>
#include <vector>

namespace tsunagi::bench {

/// ref-1 as a careful programmer would write it in an afternoon: a binary heap of the standard
/// library, one random sequence, an entry only for what comes first.
class HeapRun {
public:
    HeapRun(const Workload& workload, std::uint64_t seed) : workload_{workload}, chance_{seed} {}

    Ref1Counts run() {
        schedule_arrival();
        while (heap_.top().at < workload_.horizon) {
            const auto entry = heap_.top();
            heap_.pop();
            if (entry.kind() == Kind::arrive) {
                now_ = entry.at;
                arrive();
            } else if (stamp_of(persons_[entry.person], entry.kind()) == entry.stamp) {
                now_ = entry.at;
                ++persons_[entry.person].generation;
                leave_state(persons_[entry.person]);
                handle(entry);
            }
        }
        now_ = workload_.horizon;
        for (const auto& person : persons_) {
            if (person.present == Present::yes) {
                leave_state(person);
            }
        }
        return counts_;
    }

private:
    enum class Kind : std::uint8_t { exit, refer, served, relapse, renege, arrive };
    enum class Present : std::uint8_t { no, yes };
    struct Entry {
        double at{};
        std::uint32_t person{};
        std::uint32_t stamp{}; ///< generation and kind
        Kind kind() const { return static_cast<Kind>(stamp & 7U); }
        friend bool operator<(const Entry& one, const Entry& other) { return one.at > other.at; }
    };
    struct Person {
        double since{};
        std::uint32_t generation{};
        State state{};
        Present present{};
    };
    struct Claim {
        std::uint32_t person{};
        std::uint32_t generation{};
    };

    static std::uint32_t stamp_of(const Person& person, Kind kind) {
        return (person.generation << 3U) | static_cast<std::uint32_t>(kind);
    }
    void schedule_arrival() {
        const double days = chance_.exponential() / workload_.arrivals_per_day;
        heap_.push({now_ + days, 0, stamp_of({}, Kind::arrive)});
    }
    void schedule(std::uint32_t row, Kind kind, double days) {
        heap_.push({now_ + days, row, stamp_of(persons_[row], kind)});
    }

    void arrive() {
        schedule_arrival();
        counts_.enter();
        const auto row = new_row();
        auto& person = persons_[row];
        person.since = now_;
        person.state = on_probation;
        person.present = Present::yes;
        if (chance_.uniform() < workload_.referred) {
            schedule(row, Kind::refer, workload_.probation * chance_.uniform());
        } else {
            schedule(row, Kind::exit, workload_.probation);
        }
    }
    std::uint32_t new_row() {
        if (free_.empty()) {
            persons_.emplace_back();
            return static_cast<std::uint32_t>(persons_.size() - 1);
        }
        const auto row = free_.back();
        free_.pop_back();
        return row;
    }

    void handle(const Entry& entry) {
        const auto state = persons_[entry.person].state;
        switch (entry.kind()) {
        case Kind::exit:
            return exit(entry.person);
        case Kind::refer:
            return move(entry.person, Agency::center);
        case Kind::renege:
            ++counts_.reneges[row_of(agency_of(state))];
            return exit(entry.person);
        case Kind::served:
            return end_service(entry.person, agency_of(state));
        case Kind::relapse:
            ++counts_.relapses;
            if (chance_.uniform() < 0.3) {
                move(entry.person, Agency::hospital);
            } else {
                exit(entry.person);
            }
            return release(agency_of(state));
        case Kind::arrive:
            return;
        }
    }
    void end_service(std::uint32_t row, Agency agency) {
        const double branch = agency == Agency::center ? chance_.uniform() : 1.0;
        if (branch >= 0.40 && branch < 0.80) {
            release(agency);
            return move(row, agency);
        }
        if (branch >= 0.80) {
            exit(row);
        } else {
            move(row, branch < 0.25 ? Agency::facility : Agency::hospital);
        }
        release(agency);
    }
    void exit(std::uint32_t row) {
        counts_.exit();
        persons_[row].present = Present::no;
        ++persons_[row].generation;
        free_.push_back(row);
    }

    void move(std::uint32_t row, Agency agency) {
        ++counts_.moves;
        if (busy_[row_of(agency)] < workload_.servers[row_of(agency)]) {
            return start_stay(row, agency);
        }
        auto& person = persons_[row];
        person.state = waiting_at(agency);
        person.since = now_;
        queues_[row_of(agency)].push_back({row, person.generation});
        schedule(row, Kind::renege, chance_.exponential() * workload_.patience);
    }
    void release(Agency agency) {
        --busy_[row_of(agency)];
        auto& queue = queues_[row_of(agency)];
        while (!queue.empty()) {
            const auto claim = queue.front();
            queue.pop_front();
            auto& person = persons_[claim.person];
            if (person.generation == claim.generation) {
                leave_state(person);
                ++person.generation;
                return start_stay(claim.person, agency);
            }
        }
    }
    void start_stay(std::uint32_t row, Agency agency) {
        auto& person = persons_[row];
        person.state = served_at(agency);
        person.since = now_;
        ++counts_.starts[row_of(agency)];
        ++busy_[row_of(agency)];
        if (agency == Agency::hospital) {
            return schedule(row, Kind::served, hospital_stay());
        }
        const double stay = chance_.exponential() * workload_.stay(agency);
        const double relapse = chance_.exponential() * workload_.to_relapse;
        schedule(row, stay <= relapse ? Kind::served : Kind::relapse, std::min(stay, relapse));
    }
    double hospital_stay() {
        const double radius = std::sqrt(2.0 * chance_.exponential());
        const double normal = radius * std::cos(2.0 * std::numbers::pi * chance_.uniform());
        return std::exp(workload_.hospital_mu + workload_.hospital_sigma * normal);
    }

    void leave_state(const Person& person) {
        const double from = std::max(person.since, workload_.observe_from);
        if (now_ > from) {
            counts_.days_in[static_cast<std::size_t>(person.state)] += now_ - from;
        }
    }

    Workload workload_;
    Xoshiro chance_;
    Ref1Counts counts_;
    std::priority_queue<Entry> heap_;
    std::vector<Person> persons_;
    std::vector<std::uint32_t> free_;
    std::array<std::deque<Claim>, agencies> queues_;
    std::array<std::uint32_t, agencies> busy_{};
    double now_ = 0;
};

} // namespace tsunagi::bench
