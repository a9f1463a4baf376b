#include "outputs/store/names.hpp"
#include "outputs/tables/detail/json.hpp"

namespace tsunagi::detail {
namespace {

Json wait_json(const StudyDescription& study, const WaitSummary& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["route"] = name_of(row.route);
    json["due_per_year"] = row.due_per_year;
    json["kept_share"] = json_of(row.kept_share);
    json["mean_days"] = json_of(row.mean_days);
    json["within_7"] = json_of(row.within_7_days);
    json["within_14"] = json_of(row.within_14_days);
    json["within_28"] = json_of(row.within_28_days);
    json["median_days"] = json_of(row.median_days);
    json["p90_days"] = json_of(row.p90_days);
    return json;
}

Json hours_json(const StudyDescription& study, const HoursRow& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["agency"] = study.agencies[row.agency].id;
    json["task"] = row.task ? name_of(*row.task) : std::string_view{"all"};
    json["per_month"] = row.per_month;
    json["difference"] = json_of(row.difference);
    json["fte_difference"] = json_of(row.fte_difference);
    return json;
}

Json extra_hours_json(const StudyDescription& study, const ExtraHours& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["per_year"] = json_of(row.per_year);
    json["full_time"] = json_of(row.full_time);
    json["per_person"] = json_of(row.per_person);
    return json;
}

Json hours_used_json(const StudyDescription& study, const HoursUsed& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["agency"] = study.agencies[row.agency].id;
    json["available_per_week"] = row.available_per_week;
    json["used"] = json_of(row.used);
    return json;
}

Json upsets_json(const StudyDescription& study, const Upsets& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["cancelled_contacts"] = row.cancelled_contacts;
    json["sessions_not_offered"] = row.sessions_not_offered;
    json["slots_waited"] = row.slots_waited;
    json["beds_not_found"] = row.beds_not_found;
    json["overtime_hours"] = row.overtime_hours;
    return json;
}

Json understanding_json(const StudyDescription& study, const UnderstandingByYear& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["group"] = name_of(row.group);
    json["by_year"] =
        list(row.by_year, [](const std::optional<double>& level) { return json_of(level); });
    return json;
}

} // namespace

void add_agencies(Json& json, const Analysis& analysis) {
    const auto rows = [&](const auto& all, auto convert) {
        return rows_of(analysis.study, all, convert);
    };
    json["waits"] = rows(analysis.waits, wait_json);
    json["hours"] = rows(analysis.hours, hours_json);
    json["extra_hours"] = rows(analysis.extra_hours, extra_hours_json);
    json["hours_used"] = rows(analysis.hours_used, hours_used_json);
    json["upsets"] = rows(analysis.upsets, upsets_json);
    json["understanding"] = rows(analysis.understanding, understanding_json);
}

} // namespace tsunagi::detail
