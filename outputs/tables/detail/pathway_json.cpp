#include "outputs/store/names.hpp"
#include "outputs/tables/detail/json.hpp"

namespace tsunagi::detail {
namespace {

Json states_json(const StudyDescription& study, const StateShares& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["group"] = name_of(row.group);
    json["days"] = list(row.days, [](const StateShares::Day& on_day) {
        Json day{{"day", on_day.day}};
        for (const auto state : person_states) {
            day[std::string{name_of(state)}] =
                json_of(on_day.shares[static_cast<std::size_t>(state)]);
        }
        return day;
    });
    return json;
}

Json incidence_json(const StudyDescription& study, const Incidence& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["group"] = name_of(row.group);
    json["days"] = row.days;
    json["reached"] = row.reached;
    json["points"] = list(row.points, [](const Incidence::Reached& point) {
        Json reached{{"day", point.day}};
        reached.update(json_of(point.share));
        return reached;
    });
    json["at_risk_per_year"] = row.at_risk_per_year;
    json["contact"] = row.contact;
    json["custody"] = row.custody;
    json["death"] = row.death;
    return json;
}

Json cascade_json(const StudyDescription& study, const Cascade& cascade) {
    const auto row = [](Count count, const Compared& compared) {
        Json json{{"id", name_of(count)}};
        json.update(json_of(compared));
        return json;
    };
    auto json = row_of(study, cascade.reading, cascade.scenario);
    json["group"] = name_of(cascade.group);
    json["true_need_per_year"] = cascade.true_need_per_year;
    json["stages"] = list(cascade.stages, [&](const Cascade::Stage& stage) {
        auto reached = row(stage.count, stage.share);
        reached["lost"] = json_of(stage.lost);
        return reached;
    });
    json["retention"] = list(cascade.retention, [&](const Cascade::Retention& kept) {
        return row(kept.in_care, kept.share);
    });
    json["losses"] = list(cascade.losses,
                          [&](const Cascade::Loss& loss) { return row(loss.count, loss.events); });
    return json;
}

Json families_json(const StudyDescription& study, const FamilyOutcomes& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["group"] = name_of(row.group);
    json["families_per_year"] = row.families_per_year;
    json["reached"] = json_of(row.reached);
    json["engaged"] = json_of(row.engaged);
    json["retained"] = json_of(row.retained);
    return json;
}

Json other_clients_json(const StudyDescription& study, const OtherClientsServed& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["who"] = positions_of(FixedAxis::other_client)[static_cast<std::size_t>(row.who)].name;
    json["arrived"] = row.arrived;
    json["served"] = json_of(row.served);
    json["sessions"] = json_of(row.sessions);
    json["lost"] = json_of(row.lost);
    return json;
}

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
    return json;
}

Json upsets_json(const StudyDescription& study, const Upsets& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["cancelled_contacts"] = row.cancelled_contacts;
    json["sessions_not_offered"] = row.sessions_not_offered;
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

void add_pathway(Json& json, const Analysis& analysis) {
    const auto rows = [&](const auto& list_of_rows, auto convert) {
        return list(list_of_rows, [&](const auto& row) { return convert(analysis.study, row); });
    };
    json["states"] = rows(analysis.states, states_json);
    json["incidence"] = rows(analysis.incidence, incidence_json);
    json["cascades"] = rows(analysis.cascades, cascade_json);
    json["families"] = rows(analysis.families, families_json);
    json["other_clients"] = rows(analysis.other_clients, other_clients_json);
    json["waits"] = rows(analysis.waits, wait_json);
    json["hours"] = rows(analysis.hours, hours_json);
    json["extra_hours"] = rows(analysis.extra_hours, extra_hours_json);
    json["upsets"] = rows(analysis.upsets, upsets_json);
    json["understanding"] = rows(analysis.understanding, understanding_json);
}

} // namespace tsunagi::detail
