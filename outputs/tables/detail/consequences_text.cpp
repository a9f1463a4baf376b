#include "outputs/tables/detail/number_table.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"
#include "outputs/tables/text_table.hpp"

#include <algorithm>
#include <array>

namespace tsunagi::detail {
namespace {

using Align = TextTable::Align;

/// A number of every scenario, in the study's order: level under the reference, then each policy's
/// difference.
class ConsequenceTable {
public:
    explicit ConsequenceTable(const Wording& wording)
        : wording_{wording}, table_{columns_of(wording)} {}

    /// What the numbers that follow are about, printed once.
    void begin(std::string subject, Basis::Kind kind) {
        subject_ = std::move(subject);
        grade_ = grade_text(wording_, kind);
    }
    /// @param numbers  by scenario
    void add(const std::string& what, const std::vector<Compared>& numbers, double factor) {
        const auto reference = wording_.analysis().reference;
        const auto& level = numbers.at(reference).level;
        std::vector<std::string> cells{
            subject_, what, level ? level_text(factor * level->value) : empty_cell};
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            if (row != reference) {
                const auto& difference = numbers[row].difference;
                cells.push_back(difference ? difference_text(*difference, factor) : empty_cell);
            }
        }
        cells.push_back(grade_);
        add_cells(std::move(cells));
    }
    /// In the place of numbers.
    void add_reason(const std::string& reason) {
        std::vector<std::string> cells(wording_.analysis().study.scenarios.size() + 3);
        cells[0] = subject_;
        cells[1] = reason;
        add_cells(std::move(cells));
    }
    std::string text() const { return table_.text(); }

private:
    static std::vector<TextTable::Column> columns_of(const Wording& wording) {
        const auto& analysis = wording.analysis();
        std::vector<TextTable::Column> columns{
            {wording.say("table.subject"), Align::left},
            {wording.say("table.outcome"), Align::left},
            {wording.scenario(analysis.reference), Align::right}};
        for (std::size_t row = 0; row < analysis.study.scenarios.size(); ++row) {
            if (row != analysis.reference) {
                columns.push_back({wording.scenario(row), Align::left});
            }
        }
        columns.push_back({wording.say("table.rests_on"), Align::left});
        return columns;
    }
    void add_cells(std::vector<std::string> cells) {
        table_.add_row(std::move(cells));
        subject_.clear();
    }

    const Wording& wording_;
    TextTable table_;
    std::string subject_;
    std::string grade_;
};

/// Rows of a list under the study's first reading that agree in something, one of every scenario.
template <class Row, class Agree>
std::vector<Row>
of_every_scenario(const Wording& wording, const std::vector<Row>& rows, const Agree& agree) {
    std::vector<Row> found;
    for (const auto* row : shown(wording, rows)) {
        if (agree(*row)) {
            found.push_back(*row);
        }
    }
    return found;
}

template <class Row>
std::vector<Compared> numbers_of(const std::vector<Row>& rows, Compared Row::*number) {
    std::vector<Compared> numbers;
    numbers.reserve(rows.size());
    for (const auto& row : rows) {
        numbers.push_back(row.*number);
    }
    return numbers;
}

/// Whether no scenario has the number, which the reference then tells why.
template <class Rows, class Reason> bool none_has(const Rows& rows, const Reason& reason) {
    return std::ranges::all_of(rows, [&](const auto& row) { return reason(row).has_value(); });
}

std::string mark_with(const Wording& wording, const std::string& mark, double persons) {
    return wording.say("table.mark.followed",
                       {{"mark", wording.say(mark)}, {"persons", whole(persons)}});
}

void add_exact(const Wording& wording,
               const std::vector<UseOutcomes>& rows,
               ConsequenceTable& table) {
    const auto& today = rows.at(wording.analysis().reference);
    const auto mark = label_id(today.index, today.years, UseOutcomes::Clock::exact);
    if (none_has(rows, [](const UseOutcomes& row) { return row.unfollowed; })) {
        table.begin(wording.say(mark), Basis::Kind::use);
        table.add_reason(wording.say(label_id(today.unfollowed.value())));
        return;
    }
    table.begin(mark_with(wording, mark, today.followed), Basis::Kind::use);
    const auto add = [&](const char* name, Compared UseOutcomes::*number) {
        table.add(wording.say(name), numbers_of(rows, number), hundred);
    };
    add("table.consequence.used", &UseOutcomes::used);
    add("table.consequence.regular", &UseOutcomes::regular);
    add("table.consequence.arrested", &UseOutcomes::arrested);
    add("table.consequence.imprisoned", &UseOutcomes::imprisoned);
}

void add_year_end(const Wording& wording,
                  const std::vector<UseOutcomes>& rows,
                  ConsequenceTable& table) {
    const auto& today = rows.at(wording.analysis().reference);
    if (today.unfollowed_by_year_end == Unfollowed::no_clock) {
        return;
    }
    table.begin(wording.say(label_id(today.index, today.years, UseOutcomes::Clock::year_end)),
                Basis::Kind::use);
    if (none_has(rows, [](const UseOutcomes& row) { return row.unfollowed_by_year_end; })) {
        table.add_reason(wording.say(label_id(today.unfollowed_by_year_end.value())));
        return;
    }
    table.add(wording.say("table.consequence.imprisoned"),
              numbers_of(rows, &UseOutcomes::imprisoned_by_year_end),
              hundred);
}

void add_use(const Wording& wording, ConsequenceTable& table) {
    const auto& list = wording.analysis().use;
    for (const auto& mark : of_every_scenario(wording, list, [&](const UseOutcomes& row) {
             return row.scenario == wording.analysis().reference;
         })) {
        const auto rows = of_every_scenario(wording, list, [&](const UseOutcomes& row) {
            return row.index == mark.index && row.years == mark.years;
        });
        add_exact(wording, rows, table);
        add_year_end(wording, rows, table);
    }
}

template <class Row> bool none_opened(const std::vector<Row>& rows) {
    return std::ranges::all_of(rows, [](const Row& row) { return row.opened_per_year == 0.0; });
}

std::string with_opened(const Wording& wording,
                        const char* message,
                        const std::string& subject,
                        double a_year) {
    return wording.say(message, {{"subject", subject}, {"opened", level_text(a_year)}});
}

void add_tracks(const Wording& wording, AdmissionRoute route, ConsequenceTable& table) {
    const auto rows =
        of_every_scenario(wording, wording.analysis().tracks, [&](const AdmissionTracks& row) {
            return row.route == route;
        });
    const auto& today = rows.at(wording.analysis().reference);
    const auto subject =
        wording.say("table.consequence.track", {{"route", wording.say(label_id(route))}});
    if (none_opened(rows)) {
        table.begin(subject, Basis::Kind::tracks);
        table.add_reason(wording.say(label_id(Unfollowed::no_persons)));
        return;
    }
    table.begin(with_opened(wording, "table.consequence.opened", subject, today.opened_per_year),
                Basis::Kind::tracks);
    const auto add = [&](const char* name, Compared AdmissionTracks::*number, double factor) {
        table.add(wording.say(name), numbers_of(rows, number), factor);
    };
    add("table.consequence.entered_per_year", &AdmissionTracks::entered_per_year, 1.0);
    add("table.consequence.agreed", &AdmissionTracks::agreed, hundred);
    add("table.consequence.entered", &AdmissionTracks::entered, hundred);
    add("table.consequence.entered_in_window", &AdmissionTracks::entered_in_window, hundred);
    add("table.consequence.mean_days", &AdmissionTracks::mean_days, 1.0);
}

void add_retention(const Wording& wording, Service service, ConsequenceTable& table) {
    const auto rows =
        of_every_scenario(wording, wording.analysis().retention, [&](const Retention& row) {
            return row.service == service;
        });
    const auto& today = rows.at(wording.analysis().reference);
    const auto subject =
        wording.say("table.consequence.staying", {{"service", wording.say(label_id(service))}});
    if (none_opened(rows)) {
        table.begin(subject, Basis::Kind::retention);
        table.add_reason(wording.say(label_id(Unfollowed::no_persons)));
        return;
    }
    table.begin(with_opened(wording, "table.consequence.begun", subject, today.opened_per_year),
                Basis::Kind::retention);
    for (std::size_t point = 0; point < today.points.size(); ++point) {
        const auto name = wording.say("table.consequence.still_there",
                                      {{"days", std::to_string(today.points[point].day)}});
        std::vector<Compared> numbers;
        numbers.reserve(rows.size());
        for (const auto& row : rows) {
            numbers.push_back(row.points.at(point).share);
        }
        const auto& why = today.points[point].unfollowed;
        table.add(why ? wording.say("table.consequence.why_not",
                                    {{"outcome", name}, {"reason", wording.say(label_id(*why))}})
                      : name,
                  numbers,
                  hundred);
    }
}

} // namespace

std::string consequences_text(const Wording& wording) {
    ConsequenceTable table{wording};
    add_use(wording, table);
    for (std::size_t route = 0; route < admission_routes; ++route) {
        add_tracks(wording, static_cast<AdmissionRoute>(route), table);
    }
    for (std::size_t service = 0; service < services; ++service) {
        add_retention(wording, static_cast<Service>(service), table);
    }
    return heading(wording, "table.consequences") + table.text() + reimprisonment_text(wording);
}

} // namespace tsunagi::detail
