#include "scenarios/parameters/detail/domains.hpp"

#include <array>

namespace tsunagi::detail {

namespace {

template <Service of, auto number> double& service(Parameters& parameters) {
    return parameters.episodes.by_service[static_cast<std::size_t>(of)].*number;
}
template <auto number> double& episode(Parameters& parameters) {
    return parameters.episodes.*number;
}
using Row = ServiceParameters;
using Episodes = EpisodeParameters;

inline constexpr Domain jitter{{0.0, 0.9}};

constexpr auto service_rows = std::to_array<ParameterBinding>({
    {"ep.second.counselling", "1", in_share, service<Service::counselling, &Row::second_visit>},
    {"ep.shape.counselling", "1", shape, service<Service::counselling, &Row::shape>},
    {"ep.interval.counselling",
     "d",
     interval_days,
     service<Service::counselling, &Row::interval_days>},
    {"ep.attendance.counselling", "1", in_share, service<Service::counselling, &Row::attendance>},
    {"ep.second.programme", "1", in_share, service<Service::programme, &Row::second_visit>},
    {"ep.shape.programme", "1", shape, service<Service::programme, &Row::shape>},
    {"ep.interval.programme", "d", interval_days, service<Service::programme, &Row::interval_days>},
    {"ep.attendance.programme", "1", in_share, service<Service::programme, &Row::attendance>},
    {"ep.second.outpatient", "1", in_share, service<Service::outpatient, &Row::second_visit>},
    {"ep.shape.outpatient", "1", shape, service<Service::outpatient, &Row::shape>},
    {"ep.scale.outpatient", "d", scale_days, service<Service::outpatient, &Row::scale_days>},
    {"ep.interval.outpatient",
     "d",
     interval_days,
     service<Service::outpatient, &Row::interval_days>},
    {"ep.attendance.outpatient", "1", in_share, service<Service::outpatient, &Row::attendance>},
    {"ep.second.hospital_programme",
     "1",
     in_share,
     service<Service::hospital_programme, &Row::second_visit>},
    {"ep.shape.hospital_programme", "1", shape, service<Service::hospital_programme, &Row::shape>},
    {"ep.interval.hospital_programme",
     "d",
     interval_days,
     service<Service::hospital_programme, &Row::interval_days>},
    {"ep.attendance.hospital_programme",
     "1",
     in_share,
     service<Service::hospital_programme, &Row::attendance>},
    {"ep.second.day_programme", "1", in_share, service<Service::day_programme, &Row::second_visit>},
    {"ep.shape.day_programme", "1", shape, service<Service::day_programme, &Row::shape>},
    {"ep.scale.day_programme", "d", scale_days, service<Service::day_programme, &Row::scale_days>},
    {"ep.interval.day_programme",
     "d",
     interval_days,
     service<Service::day_programme, &Row::interval_days>},
    {"ep.attendance.day_programme",
     "1",
     in_share,
     service<Service::day_programme, &Row::attendance>},
    {"ep.second.self_help", "1", in_share, service<Service::self_help, &Row::second_visit>},
    {"ep.shape.self_help", "1", shape, service<Service::self_help, &Row::shape>},
    {"ep.scale.self_help", "d", scale_days, service<Service::self_help, &Row::scale_days>},
    {"ep.interval.self_help", "d", interval_days, service<Service::self_help, &Row::interval_days>},
    {"ep.attendance.self_help", "1", in_share, service<Service::self_help, &Row::attendance>},
    {"ep.second.family_counselling",
     "1",
     in_share,
     service<Service::family_counselling, &Row::second_visit>},
    {"ep.shape.family_counselling", "1", shape, service<Service::family_counselling, &Row::shape>},
    {"ep.scale.family_counselling",
     "d",
     scale_days,
     service<Service::family_counselling, &Row::scale_days>},
    {"ep.interval.family_counselling",
     "d",
     interval_days,
     service<Service::family_counselling, &Row::interval_days>},
    {"ep.attendance.family_counselling",
     "1",
     in_share,
     service<Service::family_counselling, &Row::attendance>},
    {"ep.second.family_class", "1", in_share, service<Service::family_class, &Row::second_visit>},
    {"ep.shape.family_class", "1", shape, service<Service::family_class, &Row::shape>},
    {"ep.scale.family_class", "d", scale_days, service<Service::family_class, &Row::scale_days>},
    {"ep.interval.family_class",
     "d",
     interval_days,
     service<Service::family_class, &Row::interval_days>},
    {"ep.attendance.family_class", "1", in_share, service<Service::family_class, &Row::attendance>},
    {"ep.second.family_meeting",
     "1",
     in_share,
     service<Service::family_meeting, &Row::second_visit>},
    {"ep.shape.family_meeting", "1", shape, service<Service::family_meeting, &Row::shape>},
    {"ep.scale.family_meeting",
     "d",
     scale_days,
     service<Service::family_meeting, &Row::scale_days>},
    {"ep.interval.family_meeting",
     "d",
     interval_days,
     service<Service::family_meeting, &Row::interval_days>},
    {"ep.attendance.family_meeting",
     "1",
     in_share,
     service<Service::family_meeting, &Row::attendance>},
});

constexpr auto episode_rows = std::to_array<ParameterBinding>({
    {"ep.phi", "1", ratio, episode<&Episodes::legal_pressure>},
    {"ep.v02_loss", "1", open_share, episode<&Episodes::year_loss>},
    {"ep.v02_supervised", "1", in_share, episode<&Episodes::year_loss_supervised>},
    {"ep.scale_factor", "1", ratio, episode<&Episodes::scale_factor>},
    {"ep.gap", "d", interval_days, episode<&Episodes::silence_days>},
    {"ep.gap_intervals", "intervals", count, episode<&Episodes::silence_intervals>},
    {"ep.fit_hazard", "1", ratio, episode<&Episodes::fit_hazard>},
    {"ep.misfit_hazard", "1", ratio, episode<&Episodes::misfit_hazard>},
    {"ep.burden", "1", factor, episode<&Episodes::burden>},
    {"ep.jitter", "1", jitter, episode<&Episodes::jitter>},
    {"ep.review", "d", interval_days, episode<&Episodes::review_days>},
    {"ep.review_goes_on", "1", in_share, episode<&Episodes::review_goes_on>},
    {"ep.programme_sessions", "sessions", count, episode<&Episodes::programme_sessions>},
    {"ep.aftercare", "1", in_share, episode<&Episodes::aftercare>},
    {"ep.aftercare_interval", "d", interval_days, episode<&Episodes::aftercare_interval_days>},
    {"ep.aftercare_attendance", "1", in_share, episode<&Episodes::aftercare_attendance>},
});

} // namespace

std::vector<ParameterBinding> care_bindings() {
    std::vector<ParameterBinding> all{service_rows.begin(), service_rows.end()};
    all.insert(all.end(), episode_rows.begin(), episode_rows.end());
    return all;
}

} // namespace tsunagi::detail
