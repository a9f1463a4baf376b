#pragma once

#include "tools/bench/floor/philox.hpp"
#include "tools/bench/floor/ring.hpp"
#include "tools/bench/floor/two_level_list.hpp"
#include "tools/bench/floor/workload.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace tsunagi::bench {

/// ref-1 on the two-level list, its randomness keyed by person and draw. What ends a stay and where
/// it leads is drawn at its start, so one block of four words serves a stay.
class LadderRun {
public:
    LadderRun(const Workload& workload, std::uint64_t seed)
        : workload_{workload}, key_{static_cast<std::uint32_t>(seed * 2654435761U), 0x1234567U},
          list_{workload.arrivals_per_day * entries_per_arrival, workload.horizon} {}

    Ref1Counts run() {
        draw_arrival();
        while (list_.open_next([this](std::uint32_t person) { prefetch(person); })) {
            handle_present();
        }
        now_ = workload_.horizon;
        for (const auto& person : persons_) {
            if (person.end != End::gone) {
                leave_state(person);
            }
        }
        return counts_;
    }

private:
    static constexpr double entries_per_arrival = 3.4;
    static constexpr double never = 1e300;

    /// What comes at the end of the person's present state.
    enum class End : std::uint8_t { exit, refer, served, relapse, renege, gone };
    /// Where it leads: an agency, or out.
    enum class Next : std::uint8_t { center, facility, hospital, out };
    struct alignas(32) Person {
        double since{};
        std::uint32_t key{};
        std::uint32_t generation{};
        std::uint32_t draws{};
        State state{};
        End end{};
        Next next{};
    };
    struct Claim {
        std::uint32_t person{};
        std::uint32_t generation{};
    };

    void prefetch(std::uint32_t person) const { __builtin_prefetch(&persons_[person], 1); }
    void handle_present() {
        const double end = list_.present_end();
        for (;;) {
            const double next = list_.has_present() ? list_.next_at() : never;
            if (next_arrival_ < next && next_arrival_ < end) {
                if (next_arrival_ >= workload_.horizon) {
                    return;
                }
                arrive();
            } else if (list_.has_present()) {
                handle(list_.take());
            } else {
                return;
            }
        }
    }

    void draw_arrival() {
        arrival_words_ = philox4x32_block({arrivals_drawn_++, 0, 0, 2}, key_);
        next_arrival_ =
            now_ - std::log(unit_interval32(arrival_words_[0])) / workload_.arrivals_per_day;
    }
    PhiloxWords32 draw(Person& person) const {
        return philox4x32_block({person.key, 0, person.draws++, 1}, key_);
    }

    void arrive() {
        now_ = next_arrival_;
        const auto row = new_row();
        auto& person = persons_[row];
        const bool referred = unit_interval32(arrival_words_[1]) < workload_.referred;
        person.since = now_;
        person.state = on_probation;
        person.key = static_cast<std::uint32_t>(counts_.arrivals);
        person.draws = 0;
        const double share = referred ? unit_interval32(arrival_words_[2]) : 1.0;
        counts_.enter();
        plan(row, referred ? End::refer : End::exit, share * workload_.probation);
        draw_arrival();
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
        auto& person = persons_[entry.person];
        if (person.generation != entry.generation) {
            return;
        }
        now_ = entry.at;
        ++person.generation;
        leave_state(person);
        switch (person.end) {
        case End::exit:
            return exit(entry.person);
        case End::refer:
            ++counts_.moves;
            return enter(entry.person, Agency::center);
        case End::renege:
            ++counts_.reneges[row_of(agency_of(person.state))];
            return exit(entry.person);
        case End::relapse:
            ++counts_.relapses;
            return end_stay(entry.person);
        case End::served:
            return end_stay(entry.person);
        case End::gone:
            return;
        }
    }
    void end_stay(std::uint32_t row) {
        const auto from = agency_of(persons_[row].state);
        const auto next = persons_[row].next;
        if (next == Next::out) {
            exit(row);
            return release(from);
        }
        ++counts_.moves;
        const auto to = static_cast<Agency>(next);
        if (to == from) {
            release(from);
            return enter(row, to);
        }
        enter(row, to);
        release(from);
    }
    void exit(std::uint32_t row) {
        counts_.exit();
        persons_[row].end = End::gone;
        free_.push_back(row);
    }

    void enter(std::uint32_t row, Agency agency) {
        if (busy_[row_of(agency)] < workload_.servers[row_of(agency)]) {
            return start_stay(row, agency);
        }
        auto& person = persons_[row];
        person.state = waiting_at(agency);
        person.since = now_;
        queues_[row_of(agency)].push({row, person.generation});
        const double patience = -std::log(unit_interval32(draw(person)[0])) * workload_.patience;
        plan(row, End::renege, patience);
    }
    void release(Agency agency) {
        --busy_[row_of(agency)];
        auto& queue = queues_[row_of(agency)];
        while (!queue.empty()) {
            const auto claim = queue.pop();
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
        const auto words = draw(person);
        if (agency == Agency::hospital) {
            person.next = Next::out;
            return plan(row, End::served, hospital_stay(words));
        }
        const double stay = -std::log(unit_interval32(words[0])) * workload_.stay(agency);
        const double relapse = -std::log(unit_interval32(words[1])) * workload_.to_relapse;
        const double branch = unit_interval32(words[2]);
        if (stay <= relapse) {
            person.next = agency == Agency::center ? after_center(branch) : Next::out;
            plan(row, End::served, stay);
        } else {
            person.next = branch < 0.3 ? Next::hospital : Next::out;
            plan(row, End::relapse, relapse);
        }
    }
    static Next after_center(double branch) {
        return branch < 0.25   ? Next::facility
               : branch < 0.40 ? Next::hospital
               : branch < 0.80 ? Next::center
                               : Next::out;
    }
    double hospital_stay(const PhiloxWords32& words) const {
        const double normal = std::sqrt(-2.0 * std::log(unit_interval32(words[0]))) *
                              std::cos(2.0 * std::numbers::pi * unit_interval32(words[1]));
        return std::exp(workload_.hospital_mu + workload_.hospital_sigma * normal);
    }

    void plan(std::uint32_t row, End end, double days) {
        persons_[row].end = end;
        list_.schedule({now_ + days, row, persons_[row].generation});
    }
    void leave_state(const Person& person) {
        const double from = std::max(person.since, workload_.observe_from);
        if (now_ > from) {
            counts_.days_in[static_cast<std::size_t>(person.state)] += now_ - from;
        }
    }

    Workload workload_;
    std::array<std::uint32_t, 2> key_;
    TwoLevelList list_;
    Ref1Counts counts_;
    std::vector<Person> persons_;
    std::vector<std::uint32_t> free_;
    std::array<Ring<Claim>, agencies> queues_;
    std::array<std::uint32_t, agencies> busy_{};
    PhiloxWords32 arrival_words_{};
    std::uint32_t arrivals_drawn_ = 0;
    double next_arrival_ = 0;
    double now_ = 0;
};

} // namespace tsunagi::bench
