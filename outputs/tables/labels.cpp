#include "outputs/tables/labels.hpp"

#include "outputs/store/names.hpp"

#include <array>

namespace tsunagi {

// Written out, so that a search for an id finds where it is used.
std::string label_id(Outcome outcome) {
    constexpr std::array<const char*, outcomes> ids{
        "table.outcome.support_180",
        "table.outcome.support_90",
        "table.outcome.support_365",
        "table.outcome.close_30",
        "table.outcome.support_180_twice",
        "table.outcome.need_support_180",
        "table.outcome.started_21",
        "table.outcome.silent_started_21",
        "table.outcome.support_at_end",
        "table.outcome.days_in_support",
        "table.outcome.support_180_in_person",
        "table.outcome.support_180_at_liberty",
        "table.outcome.expired_support_180",
        "table.outcome.close_180",
        "table.outcome.started_14",
        "table.outcome.silent_started_14",
        "table.outcome.engaged_34",
        "table.outcome.overlap_days",
        "table.outcome.first_contact_by_family",
        "table.outcome.followed_7",
        "table.outcome.followed_30",
    };
    return ids.at(static_cast<std::size_t>(outcome));
}

std::string label_id(AnalysisGroup group) {
    constexpr ByGroup<const char*> ids{
        "table.group.all", "table.group.good", "table.group.not_good"};
    return ids.at(static_cast<std::size_t>(group));
}

std::string label_id(Task task) {
    constexpr std::array<const char*, tasks> ids{
        "table.task.first_appointment",
        "table.task.counselling_session",
        "table.task.family_session",
        "table.task.standing_contact",
        "table.task.liaison",
        "table.task.guarantor_meeting",
        "table.task.probation_programme",
        "table.task.officer_contact",
        "table.task.handover",
        "table.task.group_session",
        "table.task.outpatient_session",
        "table.task.admission_work",
        "table.task.benefit_application",
    };
    return ids.at(static_cast<std::size_t>(task));
}

std::string label_id(Indicator indicator) {
    constexpr std::array<const char*, indicators> ids{
        "table.indicator.bice_boxerman",
        "table.indicator.usual_provider",
        "table.indicator.sequential",
        "table.indicator.concentration",
        "table.indicator.hand_offs",
        "table.indicator.visited_twice",
        "table.indicator.visits",
        "table.indicator.back_90",
        "table.indicator.back_365",
        "table.indicator.first_kept",
        "table.indicator.first_within_14",
        "table.indicator.sessions_kept",
        "table.indicator.list_given_up",
        "table.indicator.list_days",
    };
    return ids.at(static_cast<std::size_t>(indicator));
}

std::string label_id(Service service) {
    return "trace.service." + std::string{name_of(service)};
}

std::string label_id(AdmissionRoute route) {
    return "trace.admission_route." + std::string{name_of(route)};
}

std::string label_id(UseOutcomes::Index index, int years, UseOutcomes::Clock clock) {
    return "table.mark." + std::string{name_of(index, clock)} + '_' + std::to_string(years);
}

std::string label_id(Unfollowed why) {
    return "table.unfollowed." + std::string{name_of(why)};
}

std::string grade_label_id(std::string_view grade) {
    if (grade == "observed") {
        return "page.grade.observed";
    }
    if (grade == "published") {
        return "page.grade.published";
    }
    return grade == "published (derived)" ? "page.grade.derived" : "page.grade.assumed";
}

const std::string& in_language(const BothLanguages& text, Language language) {
    return language == Language::ja ? text.ja : text.en;
}

} // namespace tsunagi
