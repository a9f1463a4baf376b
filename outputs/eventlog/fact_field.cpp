#include "outputs/eventlog/fact_field.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/store/names.hpp"

#include <algorithm>
#include <cstddef>

namespace tsunagi {

namespace {

struct Positions {
    FactField field{};
    const char* prefix = ""; ///< of the messages' ids
    std::vector<std::string_view> names;
};

// Results files name some of the enumerations already.
std::vector<std::string_view> names_on(FixedAxis axis) {
    std::vector<std::string_view> names;
    for (const auto& position : positions_of(axis)) {
        names.push_back(position.name);
    }
    return names;
}

std::vector<Positions> tables_of_lives() {
    using enum FactField;
    return {
        {client_kind,
         "trace.client_kind.",
         {"justice", "background_person", "background_family", "family"}},
        {custody_cause, "trace.custody_cause.", {"arrest", "technical_revocation"}},
        {known_type, "trace.known_type.", {"centre", "hospital", "facility", "self_help"}},
        {arrest_cause, "trace.arrest_cause.", {"drug", "other"}},
        {admission_bed, "trace.admission_bed.", {"specialist", "general", "out_of_area", "none"}},
        {residence,
         "trace.residence.",
         {"family_home",
          "alone",
          "rehabilitation_facility",
          "recovery_facility",
          "hospital",
          "prison"}},
        {bump,
         "trace.bump.",
         {"arrest",
          "release",
          "admission",
          "first_lapse",
          "regular_use",
          "family_step",
          "danger",
          "conference"}},
    };
}

std::vector<Positions> tables_of_care() {
    using enum FactField;
    return {
        {consent, "trace.consent.", {"refused", "given"}},
        {route, "trace.route.", names_on(FixedAxis::route)},
        {loss, "trace.loss.", {"refused", "no_hours", "not_kept", "second_visit", "person_gone"}},
        {service, "trace.service.", names_on(FixedAxis::service)},
        {booking_attempt, "trace.booking_attempt.", {"first", "rebooked"}},
        {episode_end,
         "trace.episode_end.",
         {"drop_out",
          "review",
          "silence",
          "completed",
          "custody",
          "death",
          "moved",
          "money",
          "other_residence"}},
        {list_exit, "trace.list_exit.", {"admitted", "patience", "person_gone", "elsewhere"}},
        {admission_route, "trace.admission_route.", names_on(FixedAxis::admission_route)},
        {track_end,
         "trace.track_end.",
         {"entered", "no_agreement", "lost_waiting", "person_gone", "entered_in_window"}},
        {task, "table.task.", names_on(FixedAxis::task)},
    };
}

std::vector<Positions> make_tables() {
    auto tables = tables_of_lives();
    const auto care = tables_of_care();
    tables.insert(tables.end(), care.begin(), care.end());
    return tables;
}

const Positions& positions_of(FactField field) {
    static const Positions amount;
    static const auto tables = make_tables();
    const auto table = std::find_if(
        tables.begin(), tables.end(), [&](const Positions& row) { return row.field == field; });
    return table == tables.end() ? amount : *table;
}

} // namespace

std::span<const std::string_view> names_of(FactField field) {
    return positions_of(field).names;
}

std::string_view message_prefix(FactField field) {
    return positions_of(field).prefix;
}

std::string_view name_of(FactField field, std::int64_t position) {
    const auto names = names_of(field);
    expects(position >= 0 && position < static_cast<std::int64_t>(names.size()),
            "a fact's number is a position of its enumeration");
    return names[static_cast<std::size_t>(position)];
}

} // namespace tsunagi
