#pragma once

#include "engine/core/entity.hpp"
#include "engine/core/time.hpp"
#include "outputs/store/study_results.hpp"

#include "tests/support/synthetic_people.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

/// A made-up study for tests of tables and pages: the shapes of a real one, numbers from a formula,
/// no engine. Nothing here says anything about the world.
namespace tsunagi::synthetic {

inline DescribedReading
named_reading(const char* name, BothLanguages label, double weight, double on) {
    return {.name = name,
            .label = std::move(label),
            .structure_weight = weight,
            .switch_on = on,
            .scale = 1.0,
            .forced_link = {},
            .link = DescribedReading::LinkSource::stated,
            .role = DescribedReading::Role::named};
}

inline std::vector<DescribedReading> readings() {
    std::vector<DescribedReading> readings{
        named_reading("causal", {"causal", "因果"}, 1.0, 1.0),
        named_reading("selection", {"selection", "選択"}, 0.0, 1.0),
        named_reading("no-effect", {"no effect", "効果なし"}, 1.0, 0.0),
        {.name = "prior",
         .label = {"drawn from priors", "事前分布から"},
         .structure_weight = {},
         .switch_on = {},
         .scale = 1.0,
         .forced_link = {},
         .link = DescribedReading::LinkSource::priors,
         .role = DescribedReading::Role::named}};
    for (const auto* scale : {"0.00", "0.25", "0.50", "0.75", "1.00", "1.25", "1.50"}) {
        auto point = named_reading(
            "curve", {std::string{"s = "} + scale, std::string{"s = "} + scale}, 1.0, 1.0);
        point.name += std::string{"-"} + scale;
        point.scale = std::stod(scale);
        point.role = DescribedReading::Role::curve_point;
        readings.push_back(point);
    }
    return readings;
}

inline std::vector<DescribedParameter> parameters() {
    return {
        {"link.w",
         1.0,
         "1",
         0.0,
         1.0,
         "uniform",
         "assumed",
         1,
         "",
         {"structure weight", "構造の重み"}},
        {"link.theta_arr",
         0.5,
         "log odds",
         -0.3,
         1.4,
         "normal(0.5, 0.4)",
         "published (derived)",
         1,
         "E10, E13",
         {}},
        {"rel.any_good",
         43.0 / 59.0,
         "share",
         0.0,
         1.0,
         "beta(44, 17)",
         "observed",
         2,
         "survey of 59 centres <A&B>",
         {}},
        {"use.median",
         137.0,
         "d",
         90.0,
         200.0,
         "fixed",
         "published (derived)",
         2,
         "N05",
         {"median", "中央値"}},
        {"ep.review", 730.5, "d", 365.0, 1095.0, "fixed", "assumed", 3, "", {"review", "見直し"}}};
}

/// What the sources of these parameters cite.
inline std::vector<DescribedEvidence> evidence() {
    return {{.id = "E10",
             .figure = "Case management v usual referral: linked to treatment",
             .value = "55.0 v 38.7 %",
             .year = "2008",
             .population = "678 people at a central intake unit <A&B>",
             .source = "Rapp et al. 2008",
             .address = "https://example.org/e10"},
            {.id = "E13",
             .figure = "Case management, treatment tasks",
             .value = "0.33 SMD",
             .year = "",
             .population = "",
             .source = "Vanderplasschen et al. 2019",
             .address = "none"}};
}

inline StudyFacts facts(std::int64_t replications) {
    using namespace std::chrono;
    return {.name = "regular-contact",
            .title = {"Regular contact between office and centre",
                      "保護観察所とセンターの定期的な連絡"},
            .question = {"Do monthly meetings keep more people in support after supervision ends?",
                         "毎月の会合で、保護観察終了後も支援につながる人は増えるか。"},
            .region = {"Typical prefecture", "標準的な県"},
            .reference = "today",
            .run_start = sys_days{2015y / April / 1},
            .policy_start = sys_days{2021y / April / 1},
            .horizon = sys_days{2026y / April / 1},
            .replications = replications,
            .replications_per_draw = 4,
            .seed = 18446744073709551557U,
            .pairing = StudyFacts::Pairing::common_random_numbers,
            .worth_knowing_gain = 0.01,
            .support_window_days = 90,
            .close_window_days = 30,
            .silence_days = 90.0,
            .remote_contacts = StudyFacts::RemoteContacts::counted,
            .paid_hours_per_month = 155.0,
            .engine_version = "0.1.0"};
}

/// One for every four replications.
inline std::vector<DrawnLink> draws(std::int64_t replications) {
    std::vector<DrawnLink> draws;
    for (std::int64_t draw = 0; 4 * draw < replications; ++draw) {
        const auto row = static_cast<std::uint64_t>(draw);
        draws.push_back({.structure_weight = uniform(row, 0, 900),
                         .switch_on = uniform(row, 1, 900) < 0.25 ? 0.0 : 1.0,
                         .offers = 1.5 * uniform(row, 2, 900),
                         .arrival = 0.5,
                         .drop_out = -0.1});
    }
    return draws;
}

/// @param replications  a multiple of 4: four share a draw
inline StudyDescription description(std::int64_t replications) {
    StudyDescription study;
    study.facts = facts(replications);
    study.expectations = {{.outcome = "support_180",
                           .reading = "",
                           .scenario = "regular-contact",
                           .direction = StatedExpectation::Direction::more,
                           .size = 0.02,
                           .text = {"About two in a hundred more.", "100人に2人ほど増える。"}}};
    study.scenarios = {{"today", {"Today", "現状"}},
                       {"no-contact", {"No contact", "連絡なし"}},
                       {"regular-contact", {"Monthly meetings", "毎月の会合"}},
                       {"written-agreement", {"Written agreement", "協定のみ"}}};
    study.readings = readings();
    study.agencies = {{"centre", {"Mental health and welfare center", "精神保健福祉センター"}},
                      {"probation-office", {"Probation office", "保護観察所"}},
                      {"hospital", {"Hospital <A&B>", "病院 <A&B>"}}};
    study.municipalities = {{"city", {"City", "市"}}, {"town", {"Town <A&B>", "町 <A&B>"}}};
    study.parameters = parameters();
    study.evidence = evidence();
    study.inputs = {{"regular-contact.toml", std::string(64, 'a')},
                    {"../regions/typical.toml", std::string(64, 'b')}};
    study.draws = draws(replications);
    return study;
}

/// How strongly meetings act in a run: what all its numbers hang on.
inline double link_effect(const StudyDescription& study, RunIndex index) {
    const auto& reading = study.readings[index.reading];
    if (reading.link == DescribedReading::LinkSource::priors) {
        const auto& draw = study.draws[index.replication / 4];
        return draw.structure_weight * draw.switch_on * draw.offers;
    }
    return *reading.structure_weight * *reading.switch_on * reading.scale;
}

inline bool link_is_good(std::size_t replication) {
    return uniform(replication, 0, 901) < 0.73;
}

/// Ways to a residential place from prison, and how long people stay in counselling.
inline void add_stays(RunResult& run, RunIndex index, double meetings) {
    auto& tracks = run.tracks[static_cast<std::size_t>(AdmissionRoute::prison)];
    const auto more = static_cast<std::int64_t>(meetings + 3.0 * uniform(index.replication, 0, 51));
    tracks[TrackCount::opened] = 20 + more;
    tracks[TrackCount::agreed] = 8 + more / 2;
    tracks[TrackCount::entered] = 4 + more / 3;
    tracks[TrackCount::entered_in_window] = 3;
    tracks[TrackCount::entry_ticks] = tracks[TrackCount::entered] * 50 * one_day.count();
    for (std::uint64_t episode = 0; episode < 20; ++episode) {
        const double days = 1.0 + 500.0 * uniform(index.replication, episode, 52) + meetings;
        run.episodes.push_back({.service = Service::counselling,
                                .outcome = in(0.2, index, episode, 53) ? EpisodeOutcome::censored
                                                                       : EpisodeOutcome::drop_out,
                                .days = static_cast<std::uint16_t>(days)});
    }
}

/// Waits, hours and links of one run, given how many meetings a year the scenario holds.
inline void add_services(RunResult& run, RunIndex index, double meetings, double understanding) {
    for (std::size_t route = 0; route < routes; ++route) {
        auto& waits = run.waits[route];
        for (std::uint64_t booking = 0; booking < 20 * (routes - route); ++booking) {
            const auto days = 40.0 * uniform(index.replication, booking, 30 + route);
            const auto bin = std::ranges::lower_bound(wait_edges, days) - wait_edges.begin();
            ++waits.bins[static_cast<std::size_t>(bin)];
            ++waits.due;
            waits.kept += in(0.6, index, booking, 40 + route) ? 1 : 0;
            waits.wait_ticks += static_cast<std::int64_t>(days * 86400.0);
        }
    }
    constexpr std::int64_t hour = 3600;
    constexpr double years = 5.0;
    run.work.resize(3);
    run.agencies.resize(3);
    const auto noise = static_cast<std::int64_t>(600.0 * uniform(index.replication, 0, 50));
    auto& centre = run.work[0];
    auto& office = run.work[1];
    centre[static_cast<std::size_t>(Task::counselling_session)] = 4000 * hour + noise;
    centre[static_cast<std::size_t>(Task::guarantor_meeting)] =
        static_cast<std::int64_t>(meetings * years * 3.0) * hour;
    office[static_cast<std::size_t>(Task::officer_contact)] = 9000 * hour + noise;
    office[static_cast<std::size_t>(Task::guarantor_meeting)] =
        static_cast<std::int64_t>(meetings * years * 2.0) * hour;
    for (std::size_t who = 0; who < other_clients; ++who) {
        auto& others = run.others[who];
        const auto arrived = static_cast<std::int64_t>(
            200.0 + 100.0 * uniform(index.replication, who, 80)); // in the whole period
        const auto displaced = static_cast<std::int64_t>(meetings);
        others[OtherCount::arrived] = arrived;
        others[OtherCount::first_contacts] = arrived * 3 / 5 - displaced;
        others[OtherCount::sessions_attended] = 6 * others[OtherCount::first_contacts];
        others[OtherCount::lost] = arrived - others[OtherCount::first_contacts];
    }
    auto& counselling = run.by_service[static_cast<std::size_t>(Service::counselling)];
    counselling[ServiceCount::sessions_attended] = 800 + noise / 10;
    counselling[ServiceCount::sessions_missed] = 200;
    auto& residence = run.by_service[static_cast<std::size_t>(Service::residence)];
    residence[ServiceCount::list_admitted] = 10;
    residence[ServiceCount::list_patience] = 5;
    residence[ServiceCount::list_gone] = 5;
    residence[ServiceCount::list_wait_ticks] = 10 * 30 * 24 * hour;
    run.cancelled_contacts = static_cast<std::int64_t>(meetings);
    run.slots_waited = 7;
    run.beds_not_found = static_cast<std::int64_t>(meetings) / 2;
    run.overtime_ticks = 10 * hour;
    run.understanding.assign(6, understanding);
}

inline RunResult run(const StudyDescription& study, RunIndex index) {
    RunResult run;
    const bool good = link_is_good(index.replication);
    const auto& scenario = study.scenarios[index.scenario].name;
    const double link = scenario == "no-contact"        ? 0.05
                        : scenario == "regular-contact" ? 0.8
                        : good                          ? 0.6
                                                        : 0.1;
    const double chance = 0.06 + 0.06 * link_effect(study, index) * link;
    const auto persons =
        static_cast<std::uint64_t>(310.0 + 40.0 * uniform(index.replication, 0, 902));
    for (std::uint64_t person = 0; person < persons; ++person) {
        add_person(run, good ? 1 : 0, index, person, chance);
    }
    const double meetings = scenario == "no-contact"        ? 0.0
                            : scenario == "regular-contact" ? 12.0
                                                            : 4.0;
    add_services(run, index, meetings, link);
    add_stays(run, index, meetings);
    run.digest =
        child_key(EntityKey{index.replication}, static_cast<std::uint64_t>(1e9 * chance)).value;
    run.events = 100000 + static_cast<std::int64_t>(persons);
    return run;
}

/// All runs of the study, none failed.
inline StudyResults study(std::int64_t replications = 40) {
    auto described = description(replications);
    RunTable runs{shape_of(described)};
    const auto& shape = runs.shape();
    for (std::size_t reading = 0; reading < shape.readings; ++reading) {
        for (std::size_t scenario = 0; scenario < shape.scenarios; ++scenario) {
            for (std::size_t replication = 0; replication < shape.replications; ++replication) {
                const RunIndex index{reading, scenario, replication};
                runs.put(index, run(described, index));
            }
        }
    }
    return {.study = std::move(described), .runs = std::move(runs), .digest = std::string(64, '0')};
}

} // namespace tsunagi::synthetic
