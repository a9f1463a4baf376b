#pragma once

#include "engine/capacity/hours.hpp"
#include "engine/relations/contacts.hpp"
#include "engine/relations/rotation.hpp"

#include "tests/support/small_region.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tsunagi::test {

/// Agencies, their contacts and nothing else: no clients, so that what relations do can be set
/// beside a formula. Staff rotate on 1 April and held values are refreshed on the first of each
/// month.
class ContactWorld {
public:
    /// @param held  standing contacts of every pair from the start of the run on
    ContactWorld(Region region,
                 const Parameters& parameters,
                 std::vector<HeldActivity> held,
                 SimTime end = horizon)
        : region_{std::move(region)}, parameters_{parameters}, end_{end}, ledger_{weekly_totals(),
                                                                                  run_start,
                                                                                  end} {
        region_.links = ObservedLinks{std::move(held)};
        for (std::uint32_t first = 0; first < region_.agencies.size(); ++first) {
            for (std::uint32_t second = first + 1; second < region_.agencies.size(); ++second) {
                add_pair(AgencyId{first}, AgencyId{second});
            }
        }
        contacts_ = Contacts::from_draw(
            draw_region(region_, parameters_.relations, 0.0, streams_),
            {.guarantor_meetings_per_year = parameters_.supervision.guarantor_meetings_per_year,
             .programme_interval_days = parameters_.supervision.core_interval_days,
             .groups = {}},
            setting(),
            streams_);
        contacts_.replan(setting(), run_start);
        contacts_.start(setting(), moment());
    }

    ContactSetting setting() {
        return {.region = region_,
                .relations = parameters_.relations,
                .hours = parameters_.hours,
                .links = links_,
                .ledger = ledger_,
                .run_start = run_start,
                .horizon = end_};
    }
    Moment moment() { return {now_, calendar_, streams_, facts_}; }

    /// Lets everything before `end` happen; then it is `end`.
    /// @param hear  told every fact
    template <class Hear> void run_until(SimTime end, const Hear& hear) {
        while (true) {
            const auto contact = calendar_.empty() ? SimTime::max() : calendar_.next_time();
            const auto next = std::min({april_, contact, month_});
            now_ = std::min(next, end);
            if (next >= end) {
                return;
            }
            if (next == april_) {
                rotate_staff(links_, region_, parameters_.relations, year_++, moment());
                april_ = next_first_of_april(april_);
            } else if (next == contact) {
                const auto event = calendar_.pop();
                contacts_.hold({event.row, event.key.occurrence}, setting(), moment());
            } else {
                links_.refresh(parameters_.relations, now_);
                month_ = next_first_of_month(month_);
            }
            for (std::size_t fact = 0; fact < facts_.size(); ++fact) {
                hear(facts_.at(fact));
            }
            facts_.clear();
        }
    }
    void run_until(SimTime end) {
        run_until(end, [](const Fact&) {});
    }

    SimTime now() const { return now_; }
    Contacts& contacts() { return contacts_; }
    Links& links() { return links_; }
    StaffLedger& ledger() { return ledger_; }
    const Region& region() const { return region_; }
    /// The pair of two agencies.
    const Link& link(AgencyId one, AgencyId other) const {
        return links_.links()[links_.find(one, other).value()];
    }

private:
    void add_pair(AgencyId first, AgencyId second) {
        links_.add({.key = pair_key(region_.agencies[first].key, region_.agencies[second].key),
                    .first = first,
                    .second = second,
                    .policy = {0.0, run_start},
                    .reference = {0.0, run_start}});
    }
    Column<AgencyId, std::optional<Duration>> weekly_totals() const {
        Column<AgencyId, std::optional<Duration>> totals;
        for (const auto& agency : region_.agencies.values()) {
            std::optional<Duration> total;
            if (agency.staffing) {
                total = weekly_direct_hours(parameters_.hours, *agency.staffing);
            }
            totals.push(total);
        }
        return totals;
    }

    Region region_;
    Parameters parameters_;
    SimTime end_;
    StaffLedger ledger_;
    Streams streams_{{.study_seed = 20240401, .replication = 0}};
    Calendar calendar_;
    FactStream facts_;
    Links links_;
    Contacts contacts_;
    SimTime now_ = run_start;
    SimTime april_ = next_first_of_april(run_start);
    SimTime month_ = next_first_of_month(run_start);
    std::uint32_t year_ = 2021;
};

} // namespace tsunagi::test
