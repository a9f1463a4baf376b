#include "outputs/report/detail/figure.hpp"
#include "outputs/report/detail/numbers.hpp"
#include "outputs/report/sections/sections.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

constexpr std::array<double, 5> printed_days{30, 90, 180, 270, 365};
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
        if (row != nullptr && !row->at("incidence").empty() &&
            !row->at("incidence").front().is_null()) {
            courses.push_back({.scenario = scenario, .incidence = *row});
        }
    }
    return courses;
}

/// Value of the step function at the last record not later than a day.
const Json& value_at(const Json& incidence, double day) {
    const Json& days = incidence.at("days");
    const auto later = std::find_if(
        days.begin(), days.end(), [&](const Json& record) { return record.get<double>() > day; });
    const auto row = static_cast<std::size_t>(std::max<std::ptrdiff_t>(later - days.begin(), 1));
    return incidence.at("incidence").at(row - 1);
}

Json line_of(const Course& course) {
    Json points = Json::array();
    for (std::size_t row = 0; row < course.incidence.at("days").size(); ++row) {
        points.push_back({course.incidence.at("days").at(row),
                          hundred * course.incidence.at("incidence").at(row).get<double>()});
    }
    return {{"name", course.scenario.label},
            {"role", course.scenario.role},
            {"step", true},
            {"points", std::move(points)}};
}

PageTable table_of(const PageSource& source, const std::vector<Course>& courses) {
    PageTable table{source.say("page.course.caption")};
    table.numbers(source.say("page.column.day"));
    for (const Course& course : courses) {
        table.numbers(course.scenario.label);
    }
    for (const double day : printed_days) {
        std::vector<PageCell> cells{
            number_cell(Json(day), [](double number) { return whole(number); })};
        for (const Course& course : courses) {
            cells.push_back(number_cell(value_at(course.incidence, day),
                                        [](double share) { return fixed(hundred * share, 1); }));
        }
        table.row(cells);
    }
    return table;
}

std::string finding_of(const PageSource& source, const std::vector<Course>& courses) {
    std::string list;
    for (const Course& course : courses) {
        if (!list.empty()) {
            list += source.say("page.list_separator");
        }
        const double share = value_at(course.incidence, printed_days.back()).get<double>();
        list +=
            source.say("page.course.one_scenario",
                       {{"scenario", course.scenario.label}, {"share", fixed(hundred * share, 1)}});
    }
    return source.say("page.course.finding", {{"shares", list}});
}

} // namespace

Json course_section(const PageSource& source) {
    const std::vector<Course> courses = courses_of(source);
    Json incidence = false;
    if (!courses.empty()) {
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
        incidence = figure_model(source,
                                 {.name = "incidence",
                                  .finding = finding_of(source, courses),
                                  .chart = std::move(chart),
                                  .table = table_of(source, courses)});
    }
    return {{"body",
             source.say("page.course.body",
                        {{"reading", source.reading_label(source.main_reading())}})},
            {"incidence", std::move(incidence)}};
}

} // namespace tsunagi
