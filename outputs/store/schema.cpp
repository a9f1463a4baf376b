#include "outputs/store/schema.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>
#include <array>

namespace tsunagi {
namespace {

using enum StoredPart;
using enum StoredType;

constexpr std::array table{
    // Runs: what the engine counted, for every reading, scenario and replication.
    DatasetSpec{"/failed",
                runs,
                int8,
                "reading, scenario, replication",
                "1",
                "0 where the run was completed, 1 where it failed; all other values of a failed "
                "run are 0 and mean nothing."},
    DatasetSpec{"/counts",
                runs,
                int64,
                "reading, scenario, replication, group, count",
                "1",
                "Integer counts of persons, days or events by link group; /labels/count names them "
                "in order."},
    DatasetSpec{"/first_contact_day",
                runs,
                int32,
                "reading, scenario, replication, group, day",
                "persons",
                "First support contact after S of persons not in support at S: bin d holds "
                "contacts in (S + d, S + d + 1] days."},
    DatasetSpec{"/waits/booked",
                runs,
                int64,
                "reading, scenario, replication, route",
                "appointments",
                "First appointments booked in [policy start, horizon)."},
    DatasetSpec{"/waits/kept",
                runs,
                int64,
                "reading, scenario, replication, route",
                "appointments",
                "Of these, kept."},
    DatasetSpec{"/waits/wait",
                runs,
                int64,
                "reading, scenario, replication, route",
                "s",
                "Sum of their waits from booking to appointment."},
    DatasetSpec{"/waits/bins",
                runs,
                int32,
                "reading, scenario, replication, route, wait_bin",
                "appointments",
                "Their waits by bin; /labels/wait_bin_upper_days holds the upper edges."},
    DatasetSpec{"/work",
                runs,
                int64,
                "reading, scenario, replication, agency, task",
                "s",
                "Staff time spent in [policy start, horizon), all members of staff added up."},
    DatasetSpec{"/cancelled_contacts",
                runs,
                int64,
                "reading, scenario, replication",
                "contacts",
                "Standing contacts for which the week had no hours left."},
    DatasetSpec{"/sessions_not_offered",
                runs,
                int64,
                "reading, scenario, replication",
                "sessions",
                "Sessions lost because no week had hours left."},
    DatasetSpec{"/overtime",
                runs,
                int64,
                "reading, scenario, replication",
                "s",
                "Staff time of contacts held although bookings had taken the week's hours."},
    DatasetSpec{"/understanding",
                runs,
                float64,
                "reading, scenario, replication, year",
                "1",
                "Mutual understanding of the office-centre pair, in [0, 1]: at policy start, then "
                "each anniversary just before rotation; NaN where not recorded."},
    DatasetSpec{"/digest",
                runs,
                uint64,
                "reading, scenario, replication",
                "1",
                "Digest of every fact from policy start to horizon, in order: equal digests mean "
                "equal lives."},
    DatasetSpec{"/events",
                runs,
                int64,
                "reading, scenario, replication",
                "events",
                "Calendar events handled, warm-up excluded."},
    // Study: what was asked.
    DatasetSpec{"/study/name", study, text, "", "", "Name of the study."},
    DatasetSpec{"/study/title", study, text, "language", "", "Title."},
    DatasetSpec{
        "/study/question", study, text, "language", "", "The question, as written before the run."},
    DatasetSpec{"/study/region", study, text, "language", "", "Name of the region."},
    DatasetSpec{"/study/reference",
                study,
                text,
                "",
                "",
                "Name of the scenario that all others are compared with."},
    DatasetSpec{"/study/run_start", study, text, "", "", "First day of the warm-up, ISO 8601."},
    DatasetSpec{"/study/policy_start",
                study,
                text,
                "",
                "",
                "First day on which policies differ, ISO 8601."},
    DatasetSpec{"/study/horizon", study, text, "", "", "End, exclusive, ISO 8601."},
    DatasetSpec{"/study/replications",
                study,
                int64,
                "",
                "1",
                "Number of replications, numbered from 0; equal numbers pair scenarios."},
    DatasetSpec{"/study/replications_per_draw",
                study,
                int64,
                "",
                "1",
                "m: draw d holds the replications d m to d m + m - 1."},
    DatasetSpec{"/study/seed", study, uint64, "", "1", "Seed of the study."},
    DatasetSpec{"/study/pairing", study, text, "", "", "common_random_numbers or independent."},
    DatasetSpec{"/study/worth_knowing_gain",
                study,
                float64,
                "",
                "1",
                "Smallest gain in the headline share that matters to who asked."},
    DatasetSpec{"/study/support_window_days", study, int64, "", "d", "Window v of support(d; v)."},
    DatasetSpec{"/study/close_window_days", study, int64, "", "d", "Window of close contact."},
    DatasetSpec{"/study/paid_hours_per_month",
                study,
                float64,
                "",
                "h",
                "Paid hours a month of one full-time post."},
    DatasetSpec{
        "/study/engine_version", study, text, "", "", "Version of the program that ran the study."},
    DatasetSpec{"/expectations/outcome",
                study,
                text,
                "expectation",
                "",
                "Outcome that the expectation is about; no row: none was given."},
    DatasetSpec{"/expectations/reading",
                study,
                text,
                "expectation",
                "",
                "Reading of the link meant; empty: every named one."},
    DatasetSpec{"/expectations/scenario",
                study,
                text,
                "expectation",
                "",
                "Scenario meant; empty: every one but the reference."},
    DatasetSpec{"/expectations/direction", study, text, "expectation", "", "more, fewer or none."},
    DatasetSpec{
        "/expectations/size",
        study,
        float64,
        "expectation",
        "1",
        "Size of the expected difference, without a sign, in the outcome's unit; NaN: not stated."},
    DatasetSpec{"/expectations/text",
                study,
                text,
                "expectation, language",
                "",
                "The expectation in words."},
    DatasetSpec{"/scenarios/name", study, text, "scenario", "", "Name of each scenario."},
    DatasetSpec{"/scenarios/label", study, text, "scenario, language", "", "Its name for readers."},
    DatasetSpec{"/readings/name", study, text, "reading", "", "Name of each reading of the link."},
    DatasetSpec{"/readings/label", study, text, "reading, language", "", "Its name for readers."},
    DatasetSpec{"/readings/structure_weight",
                study,
                float64,
                "reading",
                "1",
                "w; NaN: the scenario's, or drawn."},
    DatasetSpec{
        "/readings/switch_on", study, float64, "reading", "1", "B; NaN: the scenario's, or drawn."},
    DatasetSpec{
        "/readings/scale", study, float64, "reading", "1", "s: scale of the link's effect."},
    DatasetSpec{"/readings/link",
                study,
                text,
                "reading",
                "",
                "stated, or priors: drawn anew for every m replications."},
    DatasetSpec{"/readings/role",
                study,
                text,
                "reading",
                "",
                "named, or curve_point: one point of the effect curve over s."},
    DatasetSpec{"/agencies/id", study, text, "agency", "", "Id of each agency."},
    DatasetSpec{"/agencies/name", study, text, "agency, language", "", "Its name."},
    DatasetSpec{"/parameters/id", study, text, "parameter", "", "Id of each parameter."},
    DatasetSpec{"/parameters/value",
                study,
                float64,
                "parameter",
                "see /parameters/unit",
                "Its value in this study."},
    DatasetSpec{"/parameters/unit", study, text, "parameter", "", "Its unit."},
    DatasetSpec{"/parameters/lower",
                study,
                float64,
                "parameter",
                "see /parameters/unit",
                "Smallest value allowed."},
    DatasetSpec{"/parameters/upper",
                study,
                float64,
                "parameter",
                "see /parameters/unit",
                "Largest value allowed."},
    DatasetSpec{"/parameters/prior", study, text, "parameter", "", "Its prior."},
    DatasetSpec{
        "/parameters/grade",
        study,
        text,
        "parameter",
        "",
        "observed, published, published (derived) or assumed; nothing assumed is an estimate."},
    DatasetSpec{"/parameters/tier",
                study,
                int64,
                "parameter",
                "1",
                "1, 2 or 3: how much answers hang on it, 1 most."},
    DatasetSpec{"/parameters/source", study, text, "parameter", "", "Where it comes from."},
    DatasetSpec{"/parameters/note", study, text, "parameter, language", "", "What else to know."},
    DatasetSpec{
        "/inputs/name", study, text, "input", "", "Input files, relative to the study file."},
    DatasetSpec{"/inputs/digest", study, text, "input", "", "Digest of the bytes of each."},
    DatasetSpec{"/draws/structure_weight",
                study,
                float64,
                "draw",
                "1",
                "w by draw of the link's priors; no rows where no reading draws."},
    DatasetSpec{"/draws/switch_on", study, float64, "draw", "1", "B by draw."},
    DatasetSpec{"/draws/offers",
                study,
                float64,
                "draw",
                "1",
                "kappa by draw: scale of the link's effect on offers and delays."},
    DatasetSpec{"/draws/arrival",
                study,
                float64,
                "draw",
                "log odds",
                "theta_arr by draw: log odds ratio of arrival at effective link 1."},
    DatasetSpec{"/draws/drop_out",
                study,
                float64,
                "draw",
                "log hazard",
                "theta_ret by draw: log hazard ratio of drop-out at effective link 1."},
    // Labels: names of the positions on fixed axes.
    DatasetSpec{"/labels/language", labels, text, "language", "", "Languages of texts."},
    DatasetSpec{
        "/labels/group",
        labels,
        text,
        "group",
        "",
        "Link groups: whether the person's office-centre link was good just before policy start."},
    DatasetSpec{"/labels/count", labels, text, "count", "", "Names of the counts."},
    DatasetSpec{"/labels/count_meaning", labels, text, "count", "", "What each counts."},
    DatasetSpec{"/labels/route",
                labels,
                text,
                "route",
                "",
                "How somebody came to a booked first appointment."},
    DatasetSpec{"/labels/wait_bin_upper_days",
                labels,
                float64,
                "wait_bin",
                "d",
                "Upper edges of the bins of waits, inclusive; the last is infinite."},
    DatasetSpec{"/labels/task", labels, text, "task", "", "What staff time is spent on."},
};

} // namespace

std::span<const DatasetSpec> schema() {
    return table;
}

const DatasetSpec& spec_of(std::string_view path) {
    const auto* const found = std::ranges::find(table, path, &DatasetSpec::path);
    expects(found != table.end(), "every dataset stands in the schema");
    return *found;
}

std::string_view name_of(StoredType type) {
    switch (type) {
    case text:
        return "text";
    case int8:
        return "int8";
    case int32:
        return "int32";
    case int64:
        return "int64";
    case uint64:
        return "uint64";
    case float64:
        return "float64";
    }
    violate("stored type out of range", __FILE__, __LINE__);
}

std::vector<std::string_view> axes_of(const DatasetSpec& spec) {
    std::vector<std::string_view> axes;
    for (auto rest = spec.axes; !rest.empty();) {
        const auto comma = rest.find(", ");
        axes.push_back(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
    }
    return axes;
}

} // namespace tsunagi
