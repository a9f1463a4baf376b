#include "engine/observation/supervision_record.hpp"

#include <algorithm>

namespace tsunagi {

namespace {

/// Whole fiscal years of the span, each marked at most once.
class MarkedYears {
public:
    explicit MarkedYears(const WholeFiscalYears& years)
        : years_{years}, marks_(static_cast<std::size_t>(years.number())) {}

    void mark(SimTime from, SimTime to) {
        const auto met = years_.met(from, to);
        for (auto year = met.first; year < met.last; ++year) {
            marks_[static_cast<std::size_t>(year)] = 1;
        }
    }
    std::int64_t marked() const { return std::count(marks_.begin(), marks_.end(), 1); }

private:
    WholeFiscalYears years_;
    std::vector<std::uint8_t> marks_;
};

} // namespace

void SupervisionRecord::start(SimTime at) {
    if (spells_.empty()) {
        spells_.push_back({.from = at});
    }
}

void SupervisionRecord::end(SimTime at) {
    if (!spells_.empty()) {
        // A probation to come may not have begun.
        spells_.back().to = std::min(spells_.back().to, std::max(at, spells_.back().from));
    }
}

std::optional<SimTime> SupervisionRecord::revoke(SimTime at, CustodyCause cause) {
    // A return parole follows a first revocation, or supervision that ran out in prison and so the
    // first phase; nothing follows its own.
    const bool goes_on = !revoked_ && cause == CustodyCause::technical_revocation &&
                         at < sentence_.first_phase_end &&
                         sentence_.first_phase_end < sentence_.end;
    revoked_ = revoked_.value_or(at);
    end(at);
    if (!goes_on) {
        return std::nullopt;
    }
    spells_.push_back({.from = sentence_.first_phase_end});
    return sentence_.first_phase_end;
}

void SupervisionRecord::support(SimTime at) {
    if (at >= year_counted_until_ && supervised_at(at)) {
        supports_.push_back(at);
        year_counted_until_ = next_first_of_april(at);
    }
}

void SupervisionRecord::end_stay(SimTime at) {
    if (!stays_.empty()) {
        stays_.back().to = at;
    }
}

SimTime SupervisionRecord::probation_start() const {
    switch (source_) {
    case IntakeSource::parole_partial:
        return sentence_.first_phase_end;
    case IntakeSource::direct_partial:
        return sentence_.start;
    default:
        return Spell::never;
    }
}

// Spells follow one another, so a year met twice is met by neighbours.
std::int64_t SupervisionRecord::years_supervised(const WholeFiscalYears& years) const {
    std::int64_t number = 0;
    std::int64_t counted_to = 0;
    for (const auto& spell : spells_) {
        const auto met = years.met(spell.from, spell.to);
        const auto first = std::max(met.first, counted_to);
        if (met.last > first) {
            number += met.last - first;
            counted_to = met.last;
        }
    }
    return number;
}

std::int64_t SupervisionRecord::years_supported(const WholeFiscalYears& years) const {
    if (supports_.empty() && stays_.empty()) {
        return 0;
    }
    MarkedYears supported{years};
    for (const auto at : supports_) {
        supported.mark(at, at + Duration{1});
    }
    for (const auto& spell : spells_) {
        for (const auto& stay : stays_) {
            supported.mark(std::max(spell.from, stay.from), std::min(spell.to, stay.to));
        }
    }
    return supported.marked();
}

void SupervisionRecord::add_to(PersonTally& tally, const ObservationSpan& span) const {
    if (spells_.empty() || spells_.back().to < span.policy_start) {
        return; // nothing of it lies in the span
    }
    const WholeFiscalYears years{span};
    add(tally, Count::supervised_in_year, years_supervised(years));
    add(tally, Count::supported_in_year, years_supported(years));
    for (const auto& spell : spells_) {
        add(tally, Count::supervised_at_year_end, year_ends_in(span, spell.from, spell.to));
        add(tally,
            Count::partial_at_year_end,
            year_ends_in(span, std::max(spell.from, probation_start()), spell.to));
    }
}

} // namespace tsunagi
