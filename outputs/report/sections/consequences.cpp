#include "engine/core/contracts.hpp"
#include "outputs/report/detail/table.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

/// A number of the analysis, its name in the catalogue, and how many of the printed unit its own
/// makes.
struct Consequence {
    const char* id;
    const char* message;
    double factor;
};
constexpr std::array use_numbers{
    Consequence{"used", "table.consequence.used", hundred},
    Consequence{"regular", "table.consequence.regular", hundred},
    Consequence{"arrested", "table.consequence.arrested", hundred},
    Consequence{"imprisoned", "table.consequence.imprisoned", hundred},
};
constexpr std::array track_numbers{
    Consequence{"entered_per_year", "table.consequence.entered_per_year", 1.0},
    Consequence{"agreed", "table.consequence.agreed", hundred},
    Consequence{"entered", "table.consequence.entered", hundred},
    Consequence{"entered_in_window", "table.consequence.entered_in_window", hundred},
    Consequence{"mean_days", "table.consequence.mean_days", 1.0},
};

/// Rows of a list that tell the same of every scenario, the reference's first.
using Rows = std::vector<const Json*>;

Rows of_every_scenario(const PageSource& source,
                       std::string_view list,
                       const PageSource::Keys& keys,
                       int years = 0) {
    Rows found;
    for (const PageScenario& scenario : source.scenarios()) {
        PageSource::Keys all{{"reading", source.main_reading()}, {"scenario", scenario.name}};
        all.insert(all.end(), keys.begin(), keys.end());
        for (const Json* row : source.rows(list, all)) {
            if (years == 0 || row->at("years") == years) {
                found.push_back(row);
            }
        }
    }
    expects(found.size() == source.scenarios().size(),
            "the analysis has the consequences of every scenario");
    return found;
}

bool all_hold(const Rows& rows, const char* key, const Json& value) {
    return std::all_of(
        rows.begin(), rows.end(), [&](const Json* row) { return row->at(key) == value; });
}

bool none_is_null(const Rows& rows, const char* key) {
    return std::none_of(
        rows.begin(), rows.end(), [&](const Json* row) { return row->at(key).is_null(); });
}

std::string reason_words(const PageSource& source, const Json& reason) {
    return source.say("table.unfollowed." + reason.get<std::string>());
}

/// An outcome of which there is no number.
std::string not_there(const PageSource& source, const std::string& outcome, const Json& reason) {
    return source.say("table.consequence.why_not",
                      {{"outcome", outcome}, {"reason", reason_words(source, reason)}});
}

std::string mark_words(const PageSource& source, std::string_view from, const Json& years) {
    return source.say("table.mark." + std::string{from} + '_' + years.dump());
}

/// Under headings of who is told of: level under the reference, then each policy's difference.
class ConsequenceTable {
public:
    explicit ConsequenceTable(const PageSource& source)
        : source_{source}, table_{source.say("page.consequences.caption",
                                             {{"reference", source.reference().label}})} {
        table_.words(source.say("page.column.outcome"));
        add_policy_columns(source, table_);
    }

    /// Of whom the rows that follow are.
    void begin(const std::string& subject, std::string_view kind) {
        const std::string grade = grade_words(source_, kind);
        table_.heading(grade.empty() ? subject
                                     : source_.say("page.consequences.subject",
                                                   {{"subject", subject}, {"grade", grade}}));
    }
    /// In the place of rows.
    /// @param outcome  a subject with the reason why there are no numbers of it
    void add_none(const std::string& outcome) { table_.heading(outcome); }
    /// @param number  gives the compared number of a scenario's row
    template <class Number>
    void add(const std::string& name, const Rows& rows, double factor, const Number& number) {
        std::vector<PageCell> cells{head_cell(name)};
        const Json& level = number(*rows.front()).at("level");
        cells.push_back(number_cell(level.is_null() ? level : level.at("value"),
                                    [factor](double value) { return level_text(factor * value); }));
        for (std::size_t row = 1; row < rows.size(); ++row) {
            for (PageCell& cell : estimate_cells(source_,
                                                 number(*rows.at(row)).at("difference"),
                                                 factor,
                                                 Precision::two_digits)) {
                cells.push_back(std::move(cell));
            }
        }
        table_.row(cells);
    }
    /// Several numbers of the same rows.
    template <class Numbers> void add_all(const Numbers& numbers, const Rows& rows) {
        for (const Consequence& one : numbers) {
            add(source_.say(one.message), rows, one.factor, [&](const Json& row) -> const Json& {
                return row.at(one.id);
            });
        }
    }
    Json model() const { return table_.model(); }

private:
    const PageSource& source_;
    PageTable table_;
};

void add_exact(const PageSource& source, const Rows& rows, ConsequenceTable& table) {
    const Json& today = *rows.front();
    const auto mark = mark_words(source, today.at("from").get<std::string>(), today.at("years"));
    if (none_is_null(rows, "not_followed")) {
        table.add_none(not_there(source, mark, today.at("not_followed")));
        return;
    }
    table.begin(
        source.say("table.mark.followed",
                   {{"mark", mark}, {"persons", whole(today.at("followed").get<double>())}}),
        "use");
    table.add_all(use_numbers, rows);
}

void add_year_end(const PageSource& source, const Rows& rows, ConsequenceTable& table) {
    const Json& today = *rows.front();
    const Json& why = today.at("not_followed_by_year_end");
    if (why == "no_clock") {
        return;
    }
    const auto mark = mark_words(source, "year_end", today.at("years"));
    if (none_is_null(rows, "not_followed_by_year_end")) {
        table.add_none(not_there(source, mark, why));
        return;
    }
    table.begin(mark, "use");
    constexpr std::array numbers{
        Consequence{"imprisoned_by_year_end", "table.consequence.imprisoned", hundred}};
    table.add_all(numbers, rows);
}

void add_use(const PageSource& source, ConsequenceTable& table) {
    for (const Json* mark : source.rows(
             "use", {{"reading", source.main_reading()}, {"scenario", source.reference().name}})) {
        const Rows rows = of_every_scenario(source,
                                            "use",
                                            {{"from", mark->at("from").get<std::string_view>()}},
                                            mark->at("years").get<int>());
        add_exact(source, rows, table);
        add_year_end(source, rows, table);
    }
}

std::string with_opened(const PageSource& source,
                        const char* message,
                        const std::string& subject,
                        const Json& row) {
    return source.say(
        message,
        {{"subject", subject}, {"opened", level_text(row.at("opened_per_year").get<double>())}});
}

void add_tracks(const PageSource& source, std::string_view route, ConsequenceTable& table) {
    const Rows rows = of_every_scenario(source, "tracks", {{"route", route}});
    const std::string subject =
        source.say("table.consequence.track",
                   {{"route", source.say("trace.admission_route." + std::string{route})}});
    if (all_hold(rows, "opened_per_year", 0.0)) {
        table.add_none(not_there(source, subject, "nobody"));
        return;
    }
    table.begin(with_opened(source, "table.consequence.opened", subject, *rows.front()), "tracks");
    table.add_all(track_numbers, rows);
}

void add_retention(const PageSource& source, std::string_view service, ConsequenceTable& table) {
    const Rows rows = of_every_scenario(source, "retention", {{"service", service}});
    const Json& today = *rows.front();
    const std::string subject =
        source.say("table.consequence.staying",
                   {{"service", source.say("trace.service." + std::string{service})}});
    if (all_hold(rows, "opened_per_year", 0.0)) {
        table.add_none(not_there(source, subject, "nobody"));
        return;
    }
    table.begin(with_opened(source, "table.consequence.begun", subject, today), "retention");
    for (std::size_t at = 0; at < today.at("points").size(); ++at) {
        const Json& point = today.at("points").at(at);
        const std::string name =
            source.say("table.consequence.still_there", {{"days", point.at("day").dump()}});
        const Json& why = point.at("not_followed");
        table.add(why.is_null() ? name : not_there(source, name, why),
                  rows,
                  hundred,
                  [at](const Json& row) -> const Json& { return row.at("points").at(at); });
    }
}

/// Values of a key in the reference's rows of a list, in their order.
std::vector<std::string>
values_of(const PageSource& source, std::string_view list, std::string_view key) {
    std::vector<std::string> values;
    for (const Json* row : source.rows(
             list, {{"reading", source.main_reading()}, {"scenario", source.reference().name}})) {
        values.push_back(row->at(std::string{key}).get<std::string>());
    }
    return values;
}

Json table_of(const PageSource& source) {
    ConsequenceTable table{source};
    add_use(source, table);
    for (const std::string& route : values_of(source, "tracks", "route")) {
        add_tracks(source, route, table);
    }
    for (const std::string& service : values_of(source, "retention", "service")) {
        add_retention(source, service, table);
    }
    return table.model();
}

} // namespace

std::string grade_words(const PageSource& source, std::string_view kind) {
    const Json* basis = source.row("rests_on", {{"outcomes", kind}});
    expects(basis != nullptr, "the analysis says what its consequences rest on");
    if (basis->at("grade").is_null()) {
        return {};
    }
    return source.say("table.grade_of",
                      {{"grade", source.say(grade_label_id(basis->at("grade").get<std::string>()))},
                       {"count", basis->at("of_grade").dump()},
                       {"all", basis->at("parameters").dump()}});
}

Json consequences_part(const PageSource& source) {
    return {{"reimprisonment", reimprisonment_findings(source)}, {"table", table_of(source)}};
}

} // namespace tsunagi
