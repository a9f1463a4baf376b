#include "engine/observation/levels.hpp"

namespace tsunagi {

namespace {

Level age_band(double years) {
    if (years < 30.0) {
        return Level::under_30;
    }
    if (years < 40.0) {
        return Level::from_30;
    }
    return years < 50.0 ? Level::from_40 : Level::from_50;
}

Level level_of(IntakeSource source) {
    // Sources and their levels stand in the same order.
    return static_cast<Level>(static_cast<std::size_t>(Level::parole_only) +
                              static_cast<std::size_t>(source));
}
static_assert(static_cast<std::size_t>(Level::suspended_without_probation) ==
              static_cast<std::size_t>(Level::parole_only) + intake_sources - 1);

} // namespace

PersonGroups groups_of(const Client& person, const ObservationSpan& span) {
    return {.levels = {person.sex == Sex::female ? Level::female : Level::male,
                       age_band(person.age_years),
                       level_of(person.source),
                       person.relative.has_value() ? Level::with_family : Level::without_family,
                       person.severity == Severity::severe ? Level::severe : Level::not_severe,
                       person.sentence.start >= span.policy_start ? Level::began_after
                                                                  : Level::began_before},
            .municipality = person.municipality,
            .scheduled_end = person.sentence.end};
}

} // namespace tsunagi
