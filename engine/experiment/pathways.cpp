#include "engine/experiment/pathways.hpp"

#include "engine/experiment/detail/pathway_book.hpp"
#include "engine/statistics/pathways.hpp"

namespace tsunagi {

namespace {

template <class Sum> std::size_t row(Sum sum) {
    return static_cast<std::size_t>(sum);
}

/// A part of a whole.
template <class Sum> PathwayIndicator share(std::string_view id, Sum part, Sum whole) {
    return {.id = id, .unit = PathwayUnit::share, .n = row(whole), .value = [=](const Sums& sums) {
                return share_of({.part = sums.at(row(part)), .whole = sums.at(row(whole))});
            }};
}

/// What a mean is of, and in which unit its sum is kept.
template <class Sum> struct Mean {
    Sum total{};
    Sum number{};
    std::int64_t unit = 1; ///< amount of `total` that makes 1
};

template <class Sum> Statistic mean_statistic(Mean<Sum> mean) {
    return [=](const Sums& sums) -> std::optional<double> {
        const auto number = sums.at(row(mean.number));
        if (number == 0) {
            return std::nullopt;
        }
        return static_cast<double>(sums.at(row(mean.total))) / static_cast<double>(mean.unit) /
               static_cast<double>(number);
    };
}

PathwayIndicator
mean_of_persons(std::string_view id, PathwayUnit unit, const Mean<PathwaySum>& mean) {
    return {.id = id, .unit = unit, .n = row(mean.number), .value = mean_statistic(mean)};
}

/// An index of the persons who visited twice, each counting alike.
PathwayIndicator index_of(std::string_view id, PathwaySum total) {
    return mean_of_persons(
        id,
        PathwayUnit::share,
        {.total = total, .number = PathwaySum::visited_twice, .unit = continuity_unit});
}

/// A quantile of each run, then the mean of runs: people of one run are not independent.
PathwayIndicator quantile(std::string_view id, PathwaySum ticks) {
    return {.id = id,
            .unit = PathwayUnit::days,
            .n = row(PathwaySum::came),
            .value = mean_statistic<PathwaySum>(
                {.total = ticks, .number = PathwaySum::wait_runs, .unit = one_day.count()})};
}

PathwayIndicator of_sent(std::string_view id, ReferralStage stage) {
    return {.id = id,
            .unit = PathwayUnit::share,
            .n = row(PathwaySum::sent),
            .value = [=](const Sums& sums) {
                ReferralFunnel funnel;
                for (std::size_t reached = 0; reached < referral_stages; ++reached) {
                    funnel.reached[reached] = sums.at(row(PathwaySum::sent) + reached);
                }
                return funnel_shares(funnel).of_sent[row(stage)];
            }};
}

/// Neither lost nor completed after the whole follow-up.
std::optional<double> under_way(const Sums& sums) {
    auto left = sums.at(row(PathwaySum::sent)) - sums.at(row(PathwaySum::completed));
    for (auto lost = row(PathwaySum::lost_sent); lost <= row(PathwaySum::lost_started); ++lost) {
        left -= sums.at(lost);
    }
    return share_of({.part = left, .whole = sums.at(row(PathwaySum::sent))});
}

/// Who waits at the horizon: how many, and for how long.
struct WaitingLine {
    std::string_view number_id;
    std::string_view age_id;
    LoadSum there{};
    LoadSum ages{};
};

void add_backlog(std::vector<PathwayIndicator>& all, const WaitingLine& line) {
    all.push_back(
        {.id = line.number_id,
         .unit = PathwayUnit::number,
         .n = row(line.there),
         .value = mean_statistic<LoadSum>({.total = line.there, .number = LoadSum::runs})});
    all.push_back({.id = line.age_id,
                   .unit = PathwayUnit::days,
                   .n = row(line.there),
                   .value = mean_statistic<LoadSum>(
                       {.total = line.ages, .number = line.there, .unit = one_day.count()})});
}

} // namespace

std::vector<PathwayIndicator> pathway_indicators() {
    using enum PathwaySum;
    std::vector<PathwayIndicator> all;
    all.push_back(mean_of_persons("sent", PathwayUnit::number, {.total = sent, .number = persons}));
    all.push_back(of_sent("received", ReferralStage::received));
    all.push_back(of_sent("accepted", ReferralStage::accepted));
    all.push_back(of_sent("contacted", ReferralStage::contacted));
    all.push_back(of_sent("attended", ReferralStage::attended));
    all.push_back(of_sent("started", ReferralStage::started));
    all.push_back(of_sent("completed", ReferralStage::completed));
    all.push_back(share("lost_sent", lost_sent, sent));
    all.push_back(share("lost_received", lost_received, sent));
    all.push_back(share("lost_accepted", lost_accepted, sent));
    all.push_back(share("lost_contacted", lost_contacted, sent));
    all.push_back(share("lost_attended", lost_attended, sent));
    all.push_back(share("lost_started", lost_started, sent));
    all.push_back(
        {.id = "under_way", .unit = PathwayUnit::share, .n = row(sent), .value = under_way});
    all.push_back(quantile("wait_median", median_ticks));
    all.push_back(quantile("wait_p90", p90_ticks));
    all.push_back(share("wait_within", came_in_time, requests));
    all.push_back(share("bounced", bounced, requests));
    all.push_back(share("first_missed", first_missed, first_due));
    all.push_back(share("sessions_missed", sessions_missed, sessions_due));
    all.push_back(mean_of_persons(
        "wrong_doors", PathwayUnit::number, {.total = wrong_doors, .number = found_help}));
    all.push_back(mean_of_persons(
        "hand_offs", PathwayUnit::number, {.total = hand_offs, .number = visited_twice}));
    all.push_back(index_of("bice_boxerman", bice_boxerman));
    all.push_back(index_of("usual_provider", usual_provider));
    all.push_back(index_of("sequential", sequential));
    all.push_back(index_of("concentration", concentration));
    all.push_back(share("re_entered_90", re_entered_90, left_90));
    all.push_back(share("re_entered_365", re_entered_365, left_365));
    all.push_back(mean_of_persons(
        "throughput",
        PathwayUnit::days,
        {.total = throughput_ticks, .number = care_completed, .unit = one_day.count()}));
    all.push_back({.id = "waiting",
                   .unit = PathwayUnit::share,
                   .n = row(care_completed),
                   .value = [](const Sums& sums) {
                       return share_of({.part = sums.at(row(waited_ticks)),
                                        .whole = sums.at(row(throughput_ticks))});
                   }});
    return all;
}

std::vector<PathwayIndicator> load_indicators() {
    using enum LoadSum;
    constexpr std::array<std::string_view, services> ids{"caseload_counselling",
                                                         "caseload_family_counselling",
                                                         "caseload_programme",
                                                         "caseload_family_class",
                                                         "caseload_outpatient",
                                                         "caseload_hospital_programme",
                                                         "caseload_bed",
                                                         "caseload_residence",
                                                         "caseload_day_programme",
                                                         "caseload_family_meeting",
                                                         "caseload_self_help"};
    std::vector<PathwayIndicator> all;
    for (std::size_t service = 0; service < services; ++service) {
        all.push_back({.id = ids.at(service),
                       .unit = PathwayUnit::number,
                       .n = row(stays) + service,
                       .value = [=](const Sums& sums) {
                           return std::optional{
                               static_cast<double>(sums.at(row(person_ticks) + service)) /
                               static_cast<double>(sums.at(row(window_ticks)))};
                       }});
    }
    add_backlog(all,
                {.number_id = "backlog_appointments",
                 .age_id = "backlog_appointment_age",
                 .there = appointments,
                 .ages = appointment_ages});
    add_backlog(all,
                {.number_id = "backlog_lists",
                 .age_id = "backlog_list_age",
                 .there = listed,
                 .ages = listed_ages});
    all.push_back({.id = "staff_used",
                   .unit = PathwayUnit::share,
                   .n = row(runs),
                   .value = [](const Sums& sums) {
                       return utilisation({.booked = sums.at(row(taken_ticks)),
                                           .available = sums.at(row(direct_ticks))});
                   }});
    return all;
}

PathwayCounts
count_pathways(const PreparedExperiment& prepared, const RunChoice& run, Duration standard) {
    const auto& experiment = prepared.experiment();
    expects(standard > Duration{0}, "a standard is a length of time");
    detail::PathwayBook book{{.span = {experiment.policy_start, experiment.horizon},
                              .windows = experiment.windows,
                              .standard = standard},
                             experiment.region.municipalities.size()};
    const auto result = listen(prepared, run, book);
    auto counted = book.finish();
    for (const auto& agency : result.agencies) {
        counted.load[row(LoadSum::direct_ticks)] += agency[AgencyCount::direct_ticks];
        counted.load[row(LoadSum::taken_ticks)] += agency[AgencyCount::taken_ticks];
    }
    return counted;
}

} // namespace tsunagi
