#include "engine/observation/tally_book.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

Tally& row_of(std::vector<Tally>& rows, std::size_t row) {
    if (row >= rows.size()) {
        rows.resize(row + 1);
    }
    return rows[row];
}

} // namespace

void TallyBook::add(const PersonTally& tally,
                    const PersonGroups& groups,
                    const ObservationSpan& span) {
    std::array<Tally*, attributes_with_levels> of_levels{};
    std::transform(groups.levels.begin(), groups.levels.end(), of_levels.begin(), [&](Level level) {
        return &by_level_.at(static_cast<std::size_t>(level));
    });
    auto& of_municipality = row_of(by_municipality_, groups.municipality);
    auto* const of_year =
        ends_in_cohort_years(span, groups.scheduled_end)
            ? &row_of(by_fiscal_year_, fiscal_year_row(span, groups.scheduled_end))
            : nullptr;
    tally.for_each([&](std::size_t row, std::int32_t amount) {
        totals_[row] += amount;
        for (auto* const of_level : of_levels) {
            (*of_level)[row] += amount;
        }
        of_municipality[row] += amount;
        if (of_year != nullptr) {
            (*of_year)[row] += amount;
        }
    });
}

void TallyBook::add(const PersonRecord& person, const ObservationSpan& span) {
    add(person.tally(span), person.groups(), span);
    person.add_to(first_event_day_);
    person.add_to(use_course_, span);
}

void TallyBook::add(const FamilyRecord& family,
                    const PersonGroups& groups,
                    const ObservationSpan& span) {
    PersonTally tally;
    family.add_to(tally);
    add(tally, groups, span);
}

void TallyBook::write_to(RunResult& result, LinkGroup group) const {
    result.by_group[static_cast<std::size_t>(group)] = totals_;
    result.by_level = by_level_;
    result.by_municipality = by_municipality_;
    result.by_fiscal_year = by_fiscal_year_;
    result.first_event_day = first_event_day_;
    result.use_course = use_course_;
}

} // namespace tsunagi
