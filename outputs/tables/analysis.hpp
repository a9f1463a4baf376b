#pragma once

#include "engine/observation/outcome.hpp"
#include "outputs/store/study_results.hpp"
#include "outputs/tables/indicator.hpp"
#include "outputs/tables/pathway.hpp"
#include "outputs/tables/shown_estimate.hpp"
#include "outputs/tables/subgroup.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tsunagi {

/// What a difference to the reference amounts to.
enum class Verdict : std::uint8_t {
    none,               ///< nobody in the group, or too few units to tell
    reference,          ///< the reference itself
    identical,          ///< this outcome's counts are equal in every replication
    no_difference_seen, ///< the interval holds 0
    more,
    fewer,
};
std::string_view name_of(Verdict verdict);

/// What counts as one independent observation of a reading: a replication, or a draw of parameters
/// with its replications.
enum class UnitOfAnalysis : std::uint8_t { replication, draw };

inline constexpr std::array draw_probabilities{0.025, 0.25, 0.5, 0.75, 0.975};

/// The difference over draws of the link's priors: what not knowing the link means.
struct DrawSummary {
    std::size_t count{};
    std::array<double, draw_probabilities.size()> quantiles{}; ///< at draw_probabilities
    /// Of draws whose difference reaches the gain worth knowing; no value for outcomes that are no
    /// shares.
    std::optional<double> share_worth_knowing;
};

/// One outcome of one scenario under one reading in one group.
struct Comparison {
    std::size_t reading{};
    std::size_t scenario{};
    Outcome outcome{};
    AnalysisGroup group{};
    UnitOfAnalysis unit{};
    std::size_t units{};                     ///< units with anybody in the group
    std::optional<ShownEstimate> level;      ///< no value: nobody in the group
    std::optional<ShownEstimate> difference; ///< to the reference; no value also for the reference
    Verdict verdict{};
    std::optional<double> half_width; ///< of the difference's interval
    /// Size of a difference that four in five studies of this size would see: half-width plus
    /// t(0.8) standard errors.
    std::optional<double> detectable;
    std::optional<double>
        persons_level; ///< of cohort_per_year of the group; shares of the cohort only
    std::optional<ShownEstimate> persons_difference;
    std::optional<double> correlation;    ///< between reference and scenario over units
    std::optional<double> variance_ratio; ///< how many times more units independent runs would need
    std::optional<double> skewness; ///< of the differences over units; no value: fewer than three
    std::optional<DrawSummary> draws;
};

/// Whether a difference's interval deserves a warning: fewer than 30 units, with differences so
/// skewed (beyond 1 either way) that Student's t may not hold for their mean.
bool is_doubtful(const Comparison& comparison);

/// What a policy does to imprisonment after an arrest, over all marks and clocks of UseOutcomes.
struct Reimprisonment {
    /// One of the numbers of UseOutcomes.
    struct Number {
        UseOutcomes::Index index{};
        int years{};
        UseOutcomes::Clock clock{};
        ShownEstimate difference; ///< to the reference, with its interval
        double detectable{};      ///< as that of a Comparison
    };
    std::size_t reading{};
    std::size_t scenario{};     ///< not the reference
    std::size_t numbers{};      ///< whose difference has an interval
    std::size_t off_zero{};     ///< of these: whose interval does not hold 0
    std::optional<Number> told; ///< the largest of those off 0; where none is, the longest from S
    /// No difference seen: not one is off 0. More or fewer: as the number that is told.
    Verdict verdict{};
};

/// How well known the parameters are that make a kind of outcomes.
struct Basis {
    enum class Kind : std::uint8_t { use, tracks, retention };
    Kind kind{};
    std::size_t parameters{};
    std::string grade;      ///< the weakest among them; empty: there are no parameters
    std::size_t of_grade{}; ///< of the parameters: have it
};
std::string_view name_of(Basis::Kind kind);

/// Whether a policy changes anything at all.
struct SameCourse {
    std::size_t reading{};
    std::size_t scenario{};
    bool same{}; ///< every fact of every replication is the reference's, by the runs' digests
};

/// One point of the effect curve.
struct CurvePoint {
    double scale{};
    double reference_level{};
    double level{};
    ShownEstimate difference;
};

/// Difference in the headline share over the assumed strength of links.
struct EffectCurve {
    std::size_t scenario{};
    AnalysisGroup group{};
    std::vector<CurvePoint> points; ///< rising scale; only scales at which anybody is in the group
    /// Where the difference first reaches the gain worth knowing, by linear interpolation; no
    /// value: not up to the last point. With the upper end of the band (earliest) and its lower end
    /// (latest) in place of the line.
    std::optional<double> break_even;
    std::optional<double> break_even_earliest;
    std::optional<double> break_even_latest;
};

/// An expectation beside one result.
struct ExpectationCheck {
    enum class Agreement : std::uint8_t { yes, no, undecided };
    std::size_t expectation{}; ///< row of the description's expectations
    std::size_t comparison{};  ///< row of Analysis::comparisons
    Agreement direction{};
    std::optional<bool> size_in_interval; ///< no value: no size stated, or no interval
};

/// Everything that tables and page print, computed from a results file alone. Lists run over named
/// readings, then scenarios, then the rest; rows of readings, scenarios and agencies are those of
/// the description.
struct Analysis {
    StudyDescription study;
    std::string results_digest;
    std::size_t reference{};
    double years{};        ///< from policy start to horizon
    double cohort_years{}; ///< over which supervision may end: 365 d less
    ByGroup<std::size_t> replications{};
    ByGroup<std::optional<double>>
        cohort_per_year{}; ///< persons in a replication of the group; no value: none
    std::vector<Comparison> comparisons;
    std::vector<SameCourse> same_courses;             ///< of every scenario but the reference
    std::vector<ExpectationCheck> expectation_checks; ///< by expectation
    std::vector<EffectCurve> effect_curves;
    std::vector<StateShares> states;
    std::vector<Incidence> incidence;
    std::vector<Cascade> cascades;
    std::vector<Retention> retention;    ///< of every service
    std::vector<AdmissionTracks> tracks; ///< of every route
    std::vector<UseOutcomes> use;
    std::vector<Reimprisonment> reimprisonment; ///< of every scenario but the reference
    std::array<Basis, 3> bases;                 ///< by kind
    std::vector<FamilyOutcomes> families;
    std::vector<OtherClientsServed> other_clients;
    std::vector<WaitSummary> waits;
    std::vector<HoursRow> hours;
    std::vector<ExtraHours> extra_hours; ///< of every scenario but the reference
    std::vector<HoursUsed> hours_used;
    std::vector<Upsets> upsets;
    std::vector<UnderstandingByYear> understanding;
    std::vector<PathwayIndicators> pathways;
    std::vector<SubgroupSupport> subgroups; ///< of every attribute
};

/// @throws IncompleteResults "store.failed_runs" if a run failed: leaving it out would break the
/// pairing and bias the answer
/// @throws ContractViolation if an expectation names no outcome, or replications are not whole
/// draws where parameters are
///         drawn; the study's reader has refused both
Analysis analyse(const StudyResults& results);

/// The comparison of a reading, scenario, outcome and group.
/// @throws ContractViolation if the reading is a point of the effect curve or a row does not exist
const Comparison& find_comparison(const Analysis& analysis,
                                  std::size_t reading,
                                  std::size_t scenario,
                                  Outcome outcome,
                                  AnalysisGroup group);

} // namespace tsunagi
