#include "outputs/store/names.hpp"
#include "outputs/tables/detail/json.hpp"

#include <array>

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

Json mean_days_json(const std::optional<Incidence::MeanDays>& days) {
    return days ? Json{{"free", days->free},
                       {"contact", days->contact},
                       {"custody", days->custody},
                       {"death", days->death}}
                : Json(nullptr);
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
    json["mean_days"] = mean_days_json(row.mean_days);
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

Json reason_json(const std::optional<Unfollowed>& why) {
    return why ? Json(name_of(*why)) : Json(nullptr);
}

Json retention_json(const StudyDescription& study, const Retention& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["service"] = name_of(row.service);
    json["opened_per_year"] = row.opened_per_year;
    json["days"] = row.days;
    json["in_care"] = row.in_care;
    json["drop_out"] = row.drop_out;
    json["in_order"] = row.in_order;
    json["custody"] = row.custody;
    json["death"] = row.death;
    json["points"] = list(row.points, [](const Retention::StillThere& point) {
        Json still_there{{"day", point.day}};
        still_there.update(json_of(point.share));
        still_there["not_followed"] = reason_json(point.unfollowed);
        return still_there;
    });
    return json;
}

Json tracks_json(const StudyDescription& study, const AdmissionTracks& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["route"] = name_of(row.route);
    json["opened_per_year"] = row.opened_per_year;
    json["entered_per_year"] = json_of(row.entered_per_year);
    json["agreed"] = json_of(row.agreed);
    json["entered"] = json_of(row.entered);
    json["entered_in_window"] = json_of(row.entered_in_window);
    json["mean_days"] = json_of(row.mean_days);
    return json;
}

Json use_json(const StudyDescription& study, const UseOutcomes& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["from"] = name_of(row.index, UseOutcomes::Clock::exact);
    json["years"] = row.years;
    json["followed"] = row.followed;
    json["not_followed"] = reason_json(row.unfollowed);
    json["used"] = json_of(row.used);
    json["regular"] = json_of(row.regular);
    json["arrested"] = json_of(row.arrested);
    json["imprisoned"] = json_of(row.imprisoned);
    json["imprisoned_by_year_end"] = json_of(row.imprisoned_by_year_end);
    json["not_followed_by_year_end"] = reason_json(row.unfollowed_by_year_end);
    return json;
}

Json reimprisonment_json(const StudyDescription& study, const Reimprisonment& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["verdict"] = name_of(row.verdict);
    json["numbers"] = row.numbers;
    json["off_zero"] = row.off_zero;
    json["told"] = nullptr;
    if (row.told) {
        json["told"] = {{"from", name_of(row.told->index, row.told->clock)},
                        {"years", row.told->years},
                        {"difference", json_of(row.told->difference)},
                        {"detectable", row.told->detectable}};
    }
    return json;
}

Json basis_json(const Basis& basis) {
    return {{"outcomes", name_of(basis.kind)},
            {"parameters", basis.parameters},
            {"grade", basis.parameters > 0 ? Json(basis.grade) : Json(nullptr)},
            {"of_grade", basis.of_grade}};
}

Json indicators_json(const StudyDescription& study, const PathwayIndicators& row) {
    constexpr std::array units{"share", "number", "days"};
    auto json = row_of(study, row.reading, row.scenario);
    json["indicators"] = list(row.rows, [&](const PathwayIndicators::Row& one) {
        Json indicator{{"id", name_of(one.indicator)},
                       {"unit", units.at(static_cast<std::size_t>(unit_of(one.indicator)))},
                       {"base", one.base}};
        indicator.update(json_of(one.value));
        return indicator;
    });
    return json;
}

Json subgroups_json(const StudyDescription& study, const SubgroupSupport& row) {
    auto json = row_of(study, row.reading, row.scenario);
    json["attribute"] = name_of(row.attribute);
    json["groups"] = list(row.groups, [](const SubgroupSupport::Group& group) {
        return Json{{"id", group.id},
                    {"persons", group.persons},
                    {"support_180", json_of(group.support_180)}};
    });
    json["largest_gap"] = json_of(row.largest_gap);
    return json;
}

} // namespace

void add_pathway(Json& json, const Analysis& analysis) {
    const auto rows = [&](const auto& all, auto convert) {
        return rows_of(analysis.study, all, convert);
    };
    json["states"] = rows(analysis.states, states_json);
    json["incidence"] = rows(analysis.incidence, incidence_json);
    json["cascades"] = rows(analysis.cascades, cascade_json);
    json["retention"] = rows(analysis.retention, retention_json);
    json["tracks"] = rows(analysis.tracks, tracks_json);
    json["use"] = rows(analysis.use, use_json);
    json["reimprisonment"] = rows(analysis.reimprisonment, reimprisonment_json);
    json["rests_on"] = list(std::vector(analysis.bases.begin(), analysis.bases.end()), basis_json);
    json["families"] = rows(analysis.families, families_json);
    json["other_clients"] = rows(analysis.other_clients, other_clients_json);
    json["pathways"] = rows(analysis.pathways, indicators_json);
    json["subgroups"] = rows(analysis.subgroups, subgroups_json);
}

} // namespace tsunagi::detail
