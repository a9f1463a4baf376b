#pragma once

#include "outputs/messages/messages.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tsunagi {

using Json = nlohmann::ordered_json;

/// A scenario as a column or line of the page.
struct PageScenario {
    std::string name;
    std::string label;
    std::string role; ///< how charts draw it: "reference", "first" ... "fourth", round again for
                      ///< more than four
};

/// What the page is made from: the analysis of one study, read in one language.
class PageSource {
public:
    using Arguments = Messages::Arguments;

    /// @param analysis  as analysis_json() gives it (outputs/tables); outlives this object, as
    /// words does
    /// @param words     the catalogue; its language is the page's
    PageSource(const Json& analysis, const Messages& words);

    const Json& all() const { return analysis_; }
    const Json& study() const;
    const Messages& words() const { return words_; }

    /// "ja" or "en".
    std::string_view language() const;

    /// A message of the catalogue.
    std::string say(const std::string& id, const Arguments& arguments = {}) const;

    /// The text of a {"en", "ja"} pair in this language.
    std::string in_language(const Json& both) const;

    const PageScenario& reference() const { return scenarios_.front(); }
    /// All scenarios but the reference, in the study's order.
    std::vector<PageScenario> policies() const;
    /// The reference, then the policies.
    const std::vector<PageScenario>& scenarios() const { return scenarios_; }

    /// Names of the readings that people read by name, in the study's order: the first is the one
    /// the page's tables are under.
    const std::vector<std::string>& readings() const { return readings_; }
    const std::string& main_reading() const { return readings_.front(); }
    /// The first named reading in which links do not matter (switch 0 or scale 0); none in some
    /// studies.
    std::optional<std::string> null_reading() const;
    /// Label of a reading; one that forces the link says so.
    std::string reading_label(std::string_view name) const;
    /// Whether every policy met the same chance events.
    bool is_paired() const;
    bool draws_priors(std::string_view reading) const;
    /// How many runs share one draw of the assumptions.
    std::string runs_per_draw() const;

    std::string agency_name(std::string_view id) const;

    struct Place {
        std::string_view reading;
        std::string_view scenario;
        std::string_view outcome;
        std::string_view group;
    };
    /// The row of "comparisons" of one place.
    /// @throws ContractViolation if the analysis has none
    const Json& comparison(const Place& place) const;

    /// All rows of one list of the analysis that hold these texts under these keys, in the list's
    /// order.
    using Keys = std::vector<std::pair<std::string_view, std::string_view>>;
    std::vector<const Json*> rows(std::string_view list, const Keys& keys) const;
    /// The first such row; null where there is none.
    const Json* row(std::string_view list, const Keys& keys) const;

private:
    const Json& analysis_;
    const Messages& words_;
    std::vector<PageScenario> scenarios_;
    std::vector<std::string> readings_;
};

inline constexpr std::string_view headline_outcome = "support_180";

/// Shares are printed as persons in 100.
inline constexpr double hundred = 100.0;

/// Differences in persons a year are printed as persons in so many years, so that whole persons are
/// left.
inline constexpr double years_of_whole_persons = 10.0;

} // namespace tsunagi
