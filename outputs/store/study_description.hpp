#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tsunagi {

/// One text in the two languages of the project.
struct BothLanguages {
    std::string en;
    std::string ja;
    friend bool operator==(const BothLanguages&, const BothLanguages&) = default;
};

/// One thing the authors of a study expected, written before the run.
struct StatedExpectation {
    /// With no difference expected, `none`.
    enum class Direction : std::uint8_t { none, more, fewer };

    std::string outcome; ///< id of an outcome, see engine/observation/outcome.hpp
    std::string reading; ///< under which reading of the link; empty: under every named one
    std::string
        scenario; ///< whose difference to the reference is meant; empty: of every other scenario
    Direction direction{};
    std::optional<double>
        size; ///< of the difference, without a sign, in the outcome's unit; no value: not stated
    BothLanguages text;
    friend bool operator==(const StatedExpectation&, const StatedExpectation&) = default;
};

struct DescribedScenario {
    std::string name;
    BothLanguages label;
    friend bool operator==(const DescribedScenario&, const DescribedScenario&) = default;
};

/// A reading of the link as the study names it.
struct DescribedReading {
    /// Where the link's parameters come from: the study's stated values, or one draw of their
    /// priors per m replications.
    enum class LinkSource : std::uint8_t { stated, priors };
    /// Whether people read it by name, or it is one point of the effect curve over the link's
    /// scale.
    enum class Role : std::uint8_t { named, curve_point };

    std::string name;
    BothLanguages label;
    std::optional<double> structure_weight; ///< w, in [0, 1]; no value: the scenario's or drawn
    std::optional<double> switch_on;        ///< B, 0 or 1; no value: the scenario's or drawn
    double scale{};                         ///< s, >= 0
    std::optional<double> forced_link; ///< in [0, 1]: this is the effective link of every pair,
                                       ///< whatever agencies do; no value: not forced
    LinkSource link{};
    Role role{};
    friend bool operator==(const DescribedReading&, const DescribedReading&) = default;
};

/// In the order of the region's agency rows.
struct DescribedAgency {
    std::string id;
    BothLanguages name;
    friend bool operator==(const DescribedAgency&, const DescribedAgency&) = default;
};

/// In the order of the region's municipality rows.
struct DescribedMunicipality {
    std::string id;
    BothLanguages name;
    friend bool operator==(const DescribedMunicipality&, const DescribedMunicipality&) = default;
};

/// One parameter as the scenario files state it. The grade travels with the value: nothing assumed
/// is an estimate.
struct DescribedParameter {
    std::string id;
    double value{};
    std::string unit;
    double lower{};
    double upper{};
    std::string prior;
    std::string grade; ///< "observed", "published", "published (derived)" or "assumed"
    std::int64_t tier{};
    std::string source;
    BothLanguages note;
    friend bool operator==(const DescribedParameter&, const DescribedParameter&) = default;
};

/// A published figure that the source of some parameter cites by its id. In the words of its
/// source, so in one language.
struct DescribedEvidence {
    std::string id;         ///< "J16"
    std::string figure;     ///< what was counted or measured
    std::string value;      ///< with its unit
    std::string year;       ///< of the figure or of its paper; empty: the source states none
    std::string population; ///< who was counted; empty: the source does not name them
    std::string source;     ///< where it was published
    std::string address;    ///< web address, or "none"
    friend bool operator==(const DescribedEvidence&, const DescribedEvidence&) = default;
};

/// One input file of the study.
struct DescribedInput {
    std::string name;   ///< relative to the study file
    std::string digest; ///< of its bytes, hexadecimal
    friend bool operator==(const DescribedInput&, const DescribedInput&) = default;
};

/// The link's parameters under one draw of their priors.
struct DrawnLink {
    double structure_weight{}; ///< w
    double switch_on{};        ///< B
    double offers{};           ///< kappa
    double arrival{};          ///< theta_arr
    double drop_out{};         ///< theta_ret
    friend bool operator==(const DrawnLink&, const DrawnLink&) = default;
};

/// Facts about a study that stand once.
struct StudyFacts {
    enum class Pairing : std::uint8_t { common_random_numbers, independent };
    enum class RemoteContacts : std::uint8_t { counted, not_counted };

    std::string name;
    BothLanguages title;
    BothLanguages question;
    BothLanguages region;
    std::string reference;                ///< name of one of the scenarios
    std::chrono::sys_days run_start{};    ///< start of the warm-up
    std::chrono::sys_days policy_start{}; ///< start of what is compared
    std::chrono::sys_days horizon{};      ///< end, exclusive
    std::int64_t replications{};          ///< >= 1, numbered from 0
    std::int64_t
        replications_per_draw{}; ///< m >= 1: draw d holds the replications d m to d m + m - 1
    std::uint64_t seed{};
    Pairing pairing{};
    double worth_knowing_gain{}; ///< smallest gain in the headline share that matters, in (0, 1)
    std::int64_t support_window_days{}; ///< v of support(d; v)
    std::int64_t close_window_days{};   ///< v of close contact
    double silence_days{};              ///< without a contact that end an episode, at least
    RemoteContacts remote_contacts{};   ///< whether they are support
    double paid_hours_per_month{};      ///< of one full-time post
    std::string engine_version;
    friend bool operator==(const StudyFacts&, const StudyFacts&) = default;
};

/// Everything a reader of results must know about the study, as plain values handed over by the
/// program. Results carry it whole, so that tables and pages need no other file.
struct StudyDescription {
    StudyFacts facts;
    std::vector<StatedExpectation> expectations; ///< empty: none was given
    std::vector<DescribedScenario> scenarios;
    std::vector<DescribedReading> readings;
    std::vector<DescribedAgency> agencies;
    std::vector<DescribedMunicipality> municipalities;
    std::vector<DescribedParameter> parameters;
    std::vector<DescribedEvidence> evidence; ///< all that the parameters' sources cite
    std::vector<DescribedInput> inputs;
    std::vector<DrawnLink> draws; ///< by draw; empty where no reading draws
    friend bool operator==(const StudyDescription&, const StudyDescription&) = default;
};

/// Row of the reference scenario.
/// @throws ContractViolation if it is not among the scenarios
std::size_t reference_row(const StudyDescription& study);

/// Anniversaries of the policy start up to the horizon, and the start itself: length of the axis
/// "year".
std::size_t yearly_records(const StudyFacts& facts);

/// One digest over names and digests of all input files, 64 hexadecimal digits.
std::string inputs_digest(const StudyDescription& study);

/// The first rule that is broken, in words, where sizes and numbers do not fit together: at least
/// one scenario, reading and agency, different names, dates in order, a reference that exists.
std::optional<std::string> broken_rule(const StudyDescription& study);

/// Checks that no rule is broken.
/// @throws ContractViolation naming the first rule that is broken; the study's reader has told
/// users long before
void check(const StudyDescription& study);

} // namespace tsunagi
