#include "outputs/report/detail/figure.hpp"
#include "outputs/report/sections/sections.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

namespace {

constexpr int tick_days = 60;

struct Course {
    PageScenario scenario;
    const Json& incidence; ///< row of "incidence"
};

std::vector<Course> courses_of(const PageSource& source) {
    std::vector<Course> courses;
    for (const PageScenario& scenario : source.scenarios()) {
        const Json* row = source.row(
            "incidence",
            {{"reading", source.main_reading()}, {"scenario", scenario.name}, {"group", "all"}});
        if (row != nullptr && !row->at("reached").empty()) {
            courses.push_back({.scenario = scenario, .incidence = *row});
        }
    }
    return courses;
}

Json line_of(const Course& course) {
    Json points = Json::array();
    for (std::size_t row = 0; row < course.incidence.at("days").size(); ++row) {
        points.push_back({course.incidence.at("days").at(row),
                          hundred * course.incidence.at("reached").at(row).get<double>()});
    }
    return {{"name", course.scenario.label},
            {"role", course.scenario.role},
            {"step", true},
            {"points", std::move(points)}};
}

/// One item per scenario in a sentence.
template <class Number>
std::string
list_of(const PageSource& source, const std::vector<Course>& courses, const Number& number) {
    std::string list;
    for (const Course& course : courses) {
        list += list.empty() ? "" : source.say("page.list_separator");
        list +=
            source.say("page.course.one_scenario",
                       {{"scenario", course.scenario.label}, {"number", number(course.incidence)}});
    }
    return list;
}

/// What comes first for those not in support at the end, one item per scenario: too few are
/// comparable under different policies for differences.
std::string first_events(const PageSource& source, const std::vector<Course>& courses) {
    std::string list;
    for (const Course& course : courses) {
        const auto within_year = [&](const char* cause) {
            const Json& curve = course.incidence.at(cause);
            return in_100(curve.empty() ? 0.0 : curve.back().get<double>());
        };
        list += list.empty() ? "" : source.say("page.list_separator");
        list +=
            source.say("page.course.first_events",
                       {{"scenario", course.scenario.label},
                        {"persons", whole(course.incidence.at("at_risk_per_year").get<double>())},
                        {"contact", within_year("contact")},
                        {"custody", within_year("custody")},
                        {"death", within_year("death")}});
    }
    return list;
}

/// Rows: the printed days, each scenario with its level and its difference from the reference.
PageTable table_of(const PageSource& source, const std::vector<Course>& courses) {
    PageTable table{
        source.say("page.course.caption", {{"scenarios", first_events(source, courses)}})};
    table.numbers(source.say("page.column.day"))
        .words(source.say("page.column.scenario"))
        .numbers(source.say("page.axis.reached"))
        .numbers(source.say("page.column.difference"))
        .numbers(source.say("page.column.interval"));
    for (std::size_t row = 0; row < courses.front().incidence.at("points").size(); ++row) {
        for (const Course& course : courses) {
            const Json& point = course.incidence.at("points").at(row);
            std::vector<PageCell> cells{
                number_cell(point.at("day"), [](double day) { return whole(day); }),
                plain_cell(course.scenario.label)};
            add_compared_cells(source, point, in_100, hundred, cells);
            table.row(cells, row_kind(course.scenario));
        }
    }
    return table;
}

Json figure_of(const PageSource& source, const std::vector<Course>& courses) {
    Json lines = Json::array();
    for (const Course& course : courses) {
        lines.push_back(line_of(course));
    }
    Json chart{{"kind", "lines"},
               {"x",
                {{"name", source.say("page.axis.days")},
                 {"min", 0},
                 {"max", courses.front().incidence.at("days").back()},
                 {"tick", tick_days}}},
               {"y", {{"name", source.say("page.axis.reached")}}},
               {"series", std::move(lines)},
               {"vertical", Json::array()},
               {"horizontal", Json::array()}};
    const auto within_year = [](const Json& incidence) {
        return in_100(incidence.at("reached").back().get<double>());
    };
    return figure_model(source,
                        {.name = "incidence",
                         .finding = source.say("page.course.finding",
                                               {{"shares", list_of(source, courses, within_year)}}),
                         .chart = std::move(chart),
                         .table = table_of(source, courses)});
}

} // namespace

Json course_section(const PageSource& source) {
    const std::vector<Course> courses = courses_of(source);
    return {{"body",
             source.say("page.course.body",
                        {{"reading", source.reading_label(source.main_reading())}})},
            {"states", states_figure(source)},
            {"incidence", courses.empty() ? Json(false) : figure_of(source, courses)},
            {"consequences", consequences_part(source)}};
}

} // namespace tsunagi
