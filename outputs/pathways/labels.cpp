#include "outputs/pathways/labels.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

/// Written out, so that a search for an id finds where it is used.
constexpr std::array labels{
    PathwayLabel{"sent", "pathway.name.sent", "pathway.means.sent"},
    PathwayLabel{"received", "pathway.name.received", "pathway.means.received"},
    PathwayLabel{"accepted", "pathway.name.accepted", "pathway.means.accepted"},
    PathwayLabel{"contacted", "pathway.name.contacted", "pathway.means.contacted"},
    PathwayLabel{"attended", "pathway.name.attended", "pathway.means.attended"},
    PathwayLabel{"started", "pathway.name.started", "pathway.means.started"},
    PathwayLabel{"completed", "pathway.name.completed", "pathway.means.completed"},
    PathwayLabel{"lost_sent", "pathway.name.lost_sent", "pathway.means.lost_sent"},
    PathwayLabel{"lost_received", "pathway.name.lost_received", "pathway.means.lost_received"},
    PathwayLabel{"lost_accepted", "pathway.name.lost_accepted", "pathway.means.lost_accepted"},
    PathwayLabel{"lost_contacted", "pathway.name.lost_contacted", "pathway.means.lost_contacted"},
    PathwayLabel{"lost_attended", "pathway.name.lost_attended", "pathway.means.lost_attended"},
    PathwayLabel{"lost_started", "pathway.name.lost_started", "pathway.means.lost_started"},
    PathwayLabel{"under_way", "pathway.name.under_way", "pathway.means.under_way"},
    PathwayLabel{"wait_median", "pathway.name.wait_median", "pathway.means.wait_median"},
    PathwayLabel{"wait_p90", "pathway.name.wait_p90", "pathway.means.wait_p90"},
    PathwayLabel{"wait_within", "pathway.name.wait_within", "pathway.means.wait_within"},
    PathwayLabel{"bounced", "pathway.name.bounced", "pathway.means.bounced"},
    PathwayLabel{"first_missed", "pathway.name.first_missed", "pathway.means.first_missed"},
    PathwayLabel{
        "sessions_missed", "pathway.name.sessions_missed", "pathway.means.sessions_missed"},
    PathwayLabel{"wrong_doors", "pathway.name.wrong_doors", "pathway.means.wrong_doors"},
    PathwayLabel{"hand_offs", "pathway.name.hand_offs", "pathway.means.hand_offs"},
    PathwayLabel{"bice_boxerman", "table.indicator.bice_boxerman", "pathway.means.continuity"},
    PathwayLabel{"usual_provider", "table.indicator.usual_provider", "pathway.means.continuity"},
    PathwayLabel{"sequential", "table.indicator.sequential", "pathway.means.continuity"},
    PathwayLabel{"concentration", "table.indicator.concentration", "pathway.means.continuity"},
    PathwayLabel{"re_entered_90", "pathway.name.re_entered_90", "pathway.means.re_entered_90"},
    PathwayLabel{"re_entered_365", "pathway.name.re_entered_365", "pathway.means.re_entered_365"},
    PathwayLabel{"throughput", "pathway.name.throughput", "pathway.means.throughput"},
    PathwayLabel{"waiting", "pathway.name.waiting", "pathway.means.waiting"},
    PathwayLabel{"backlog_appointments",
                 "pathway.name.backlog_appointments",
                 "pathway.means.backlog_appointments"},
    PathwayLabel{"backlog_appointment_age",
                 "pathway.name.backlog_appointment_age",
                 "pathway.means.backlog_appointment_age"},
    PathwayLabel{"backlog_lists", "pathway.name.backlog_lists", "pathway.means.backlog_lists"},
    PathwayLabel{
        "backlog_list_age", "pathway.name.backlog_list_age", "pathway.means.backlog_list_age"},
    PathwayLabel{"staff_used", "pathway.name.staff_used", "pathway.means.staff_used"},
    PathwayLabel{"caseload_counselling", "trace.service.counselling", "pathway.means.caseload"},
    PathwayLabel{"caseload_family_counselling",
                 "trace.service.family_counselling",
                 "pathway.means.caseload"},
    PathwayLabel{"caseload_programme", "trace.service.programme", "pathway.means.caseload"},
    PathwayLabel{"caseload_family_class", "trace.service.family_class", "pathway.means.caseload"},
    PathwayLabel{"caseload_outpatient", "trace.service.outpatient", "pathway.means.caseload"},
    PathwayLabel{"caseload_hospital_programme",
                 "trace.service.hospital_programme",
                 "pathway.means.caseload"},
    PathwayLabel{"caseload_bed", "trace.service.bed", "pathway.means.caseload"},
    PathwayLabel{"caseload_residence", "trace.service.residence", "pathway.means.caseload"},
    PathwayLabel{"caseload_day_programme", "trace.service.day_programme", "pathway.means.caseload"},
    PathwayLabel{
        "caseload_family_meeting", "trace.service.family_meeting", "pathway.means.caseload"},
    PathwayLabel{"caseload_self_help", "trace.service.self_help", "pathway.means.caseload"},
};

} // namespace

const PathwayLabel& label_of(std::string_view indicator) {
    const auto found = std::ranges::find(labels, indicator, &PathwayLabel::indicator);
    expects(found != labels.end(), "every indicator has a label");
    return *found;
}

const char* label_id(Attribute attribute) {
    constexpr std::array<const char*, attributes.size()> ids{
        "pathway.attribute.fiscal_year",
        "pathway.attribute.start",
        "pathway.attribute.sex",
        "pathway.attribute.age",
        "pathway.attribute.source",
        "pathway.attribute.family",
        "pathway.attribute.severity",
        "pathway.attribute.municipality",
    };
    return ids.at(static_cast<std::size_t>(attribute));
}

const char* label_id(PathwayUnit unit) {
    constexpr std::array<const char*, 3> ids{
        "pathway.unit.share", "pathway.unit.number", "pathway.unit.days"};
    return ids.at(static_cast<std::size_t>(unit));
}

const char* interval_id(const PathwayReport& report) {
    const bool drawn = report.title.replications_per_draw.has_value();
    if (report.units < 2) {
        return drawn ? "pathway.no_interval.draw" : "pathway.no_interval.replication";
    }
    return drawn ? "pathway.interval.draws" : "pathway.interval.replications";
}

} // namespace tsunagi
