#include "engine/observation/use_record.hpp"

#include "engine/observation/spell.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

using std::chrono::January;

constexpr std::array<int, 3> exact_years{1, 2, 5};
constexpr std::size_t counts_per_year = 1 + use_events;
constexpr Duration month = std::chrono::seconds{2'629'800}; // a twelfth of 365.25 days
constexpr Duration year = 12 * month;

SimTime first_of_january(std::chrono::year of) {
    return at_date(std::chrono::sys_days{of / January / 1});
}

// Juveniles come from a training school.
bool is_released_from_prison(IntakeSource source) {
    switch (source) {
    case IntakeSource::parole_only:
    case IntakeSource::parole_partial:
    case IntakeSource::direct_partial:
    case IntakeSource::full_term:
        return true;
    case IntakeSource::suspended:
    case IntakeSource::juvenile:
    case IntakeSource::suspended_without_probation:
        return false;
    }
    violate("an intake source is one of the list", __FILE__, __LINE__);
}

} // namespace

UseRecord::UseRecord(const Client& person)
    : source_{person.source}, start_{.at = person.sentence.start, .first = {}},
      end_{.at = person.sentence.end, .first = {}} {
    start_.first.fill(Spell::never);
    end_.first.fill(Spell::never);
}

void UseRecord::note(SimTime at, UseEvent event) {
    for (auto* index : {&start_, &end_}) {
        auto& first = index->first.at(static_cast<std::size_t>(event));
        if (at > index->at && first == Spell::never) {
            first = at;
        }
    }
}

void UseRecord::add_exact(PersonTally& tally,
                          const ObservationSpan& span,
                          const Index& index,
                          Count first) const {
    for (std::size_t row = 0; row < exact_years.size(); ++row) {
        const auto mark = index.at + exact_years.at(row) * year;
        if (index.at < span.policy_start || mark > span.horizon || moved_ <= mark) {
            continue;
        }
        const auto followed = behind(first, row * counts_per_year);
        add(tally, followed, 1);
        for (std::size_t event = 0; event < use_events; ++event) {
            add(tally, behind(followed, 1 + event), index.first.at(event) <= mark ? 1 : 0);
        }
    }
}

void UseRecord::add_year_ends(PersonTally& tally, const ObservationSpan& span) const {
    const auto year_of_release = std::chrono::year_month_day{date_of(start_.at)}.year();
    if (!is_released_from_prison(source_) ||
        first_of_january(year_of_release) < span.policy_start) {
        return;
    }
    const auto imprisoned = start_.first.at(static_cast<std::size_t>(UseEvent::prison));
    for (const auto& [years, followed] :
         {std::pair{2, Count::released_2nd_year}, std::pair{5, Count::released_5th_year}}) {
        const auto after = first_of_january(year_of_release + std::chrono::years{years});
        if (after <= span.horizon && moved_ >= after) {
            add(tally, followed, 1);
            add(tally, behind(followed, 1), imprisoned < after ? 1 : 0);
        }
    }
}

void UseRecord::add_to(PersonTally& tally, const ObservationSpan& span) const {
    add_exact(tally, span, start_, Count::start_followed_1);
    if (is_supervised_intake(source_)) {
        add_exact(tally, span, end_, Count::end_followed_1);
    }
    add_year_ends(tally, span);
}

void UseRecord::add_to(UseCourse& course, const ObservationSpan& span) const {
    if (!covers(span, start_.at)) {
        return;
    }
    ++course.persons;
    const auto until = std::min(departed_, span.horizon);
    for (std::size_t event = 0; event < use_events; ++event) {
        const auto first = start_.first.at(event);
        auto& bins = first <= until ? course.events.at(event) : course.censored.at(event);
        const auto ticks = std::max<std::int64_t>((std::min(first, until) - start_.at).count(), 1);
        const auto bin = static_cast<std::size_t>((ticks - 1) / month.count());
        if (bin < use_months) {
            ++bins.at(bin);
        }
    }
}

} // namespace tsunagi
