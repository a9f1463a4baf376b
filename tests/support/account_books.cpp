#include "tests/support/account_books.hpp"

#include <algorithm>
#include <string_view>

namespace tsunagi::test {

namespace {

void compare(std::vector<std::string>& faults,
             std::string_view what,
             std::int64_t one,
             std::int64_t other) {
    if (one != other) {
        faults.push_back(std::string{what} + ": " + std::to_string(one) + " against " +
                         std::to_string(other));
    }
}

bool is_booked(Task task) {
    return task == Task::first_appointment || task == Task::counselling_session ||
           task == Task::family_session;
}

bool is_reserved(Task task) {
    return task == Task::standing_contact || task == Task::liaison ||
           task == Task::guarantor_meeting || task == Task::probation_programme;
}

struct Open {
    std::int64_t referrals = 0;
    std::int64_t episodes = 0;
};

Open open_now(const World& world) {
    Open open;
    for (std::uint32_t row = 0; row < world.clients.rows(); ++row) {
        for (const auto agency : world.acquaintances.support_agencies()) {
            const auto& known = world.acquaintances.of(ClientId{row}, agency);
            open.referrals += known.referral ? 1 : 0;
            open.episodes += known.episode.has_value() ? 1 : 0;
        }
    }
    return open;
}

} // namespace

void AccountBooks::hear(const Fact& fact) {
    switch (fact.kind) {
    case FactKind::person_entered:
        ++entered_;
        // The centre's other clients come with a referral of their own.
        referrals_opened_ += static_cast<ClientKind>(fact.detail) == ClientKind::supervised ? 0 : 1;
        return;
    case FactKind::person_left:
        ++left_;
        return;
    case FactKind::offer_accepted:
    case FactKind::self_referred:
        ++referrals_opened_;
        return;
    case FactKind::first_contact:
        ++referrals_kept_;
        return;
    case FactKind::referral_lost:
        (static_cast<Loss>(fact.detail) == Loss::second_visit ? lost_after_contact_
                                                              : referrals_lost_) += 1;
        return;
    case FactKind::second_visit:
        ++second_visits_;
        return;
    case FactKind::episode_opened:
        ++episodes_opened_;
        return;
    case FactKind::episode_ended:
        ++episodes_ended_;
        return;
    case FactKind::work_done:
    case FactKind::contact_overtime:
        return count_work(fact);
    default:
        return;
    }
}

void AccountBooks::count_work(const Fact& fact) {
    auto& week = weeks_[{fact.agency.value().row(), week_of(fact.at)}];
    const auto task = static_cast<Task>(fact.detail);
    if (fact.kind == FactKind::contact_overtime) {
        week.overtime += fact.amount;
    } else if (is_booked(task)) {
        week.booked += fact.amount;
    } else if (is_reserved(task)) {
        week.standing += fact.amount;
    }
}

std::vector<std::string> AccountBooks::faults(const World& world, SimTime now) const {
    std::vector<std::string> faults;
    const auto open = open_now(world);
    compare(faults,
            "entered = present + left",
            entered_,
            static_cast<std::int64_t>(world.clients.size()) + left_);
    compare(faults,
            "referrals opened = kept + lost + open",
            referrals_opened_,
            referrals_kept_ + referrals_lost_ + open.referrals);
    compare(faults,
            "episodes opened = ended + open",
            episodes_opened_,
            episodes_ended_ + open.episodes);
    compare(faults, "second visits = episodes opened", second_visits_, episodes_opened_);
    audit_hours(world, now, faults);
    return faults;
}

void AccountBooks::audit_hours(const World& world,
                               SimTime now,
                               std::vector<std::string>& faults) const {
    for (std::uint32_t row = 0; row < world.ledger.agencies(); ++row) {
        const auto total = world.ledger.weekly_total(AgencyId{row});
        for (auto week = first_week_; total && week < week_of(now); ++week) {
            const auto found = weeks_.find({row, week});
            const auto told = found == weeks_.end() ? WeekOfWork{} : found->second;
            const auto booked = world.ledger.booked(AgencyId{row}, monday_of(week)).count();
            const auto reserved = world.ledger.reserved(AgencyId{row}, monday_of(week)).count();
            compare(faults, "hours booked = hours spent on bookings", booked, told.booked);
            compare(faults, "hours reserved = hours of standing work", reserved, told.standing);
            if (booked < 0 || reserved < 0) {
                faults.emplace_back("hours are not negative");
            }
            if (booked > total->count() || reserved > total->count()) {
                faults.emplace_back("neither bookings nor standing work exceed the week");
            }
            const auto excess = std::max(std::int64_t{0}, booked + reserved - total->count());
            compare(faults, "hours beyond the week = overtime", excess, told.overtime);
        }
    }
}

} // namespace tsunagi::test
