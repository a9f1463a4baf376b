#include "scenarios/reader/overlay.hpp"
#include "scenarios/reader/text.hpp"
#include "scenarios/studies/detail/parts.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace tsunagi {

namespace {

const std::array<std::string, 2> pairings{"common", "independent"};
const std::array<std::string, 2> remote_contacts{"counted", "not_counted"};
constexpr std::int64_t most_replications = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t longest_warm_up_years = 100;
// Outcomes look a year ahead, so the cohort needs at least one more year.
constexpr WholeBounds run_years{2, 100};
constexpr WholeBounds window_days{1, follow_up_days};
// Far from where calendars and the engine's clock end.
constexpr std::chrono::year first_start{1900};
constexpr std::chrono::year last_start{2200};

std::chrono::sys_days first_of_april(std::chrono::year year) {
    return std::chrono::sys_days{year / std::chrono::April / 1};
}

/// Reads one study file, part by part.
class StudyReader {
public:
    StudyReader(Inputs& inputs, const Value& value, FaultLog& faults)
        : inputs_{inputs}, root_{Field{"", value, faults}}, faults_{faults} {}

    std::optional<Study> read() {
        const auto before = faults_.count();
        read_words();
        read_calendar();
        read_design();
        detail::read_readings(root_, study_);
        const auto region = read_region_file();
        read_scenarios(region ? &*region : nullptr);
        check_replications();
        detail::check_groups(root_);
        root_.finish();
        if (faults_.count() > before || !region) {
            return std::nullopt;
        }
        study_.experiment.region = region->region;
        study_.experiment.parameters = region->parameters();
        study_.experiment.link_priors = region->book.drawable(link_parameter_ids());
        detail::describe_region(*region, study_.text);
        study_.text.inputs = inputs_.files();
        return std::move(study_);
    }

private:
    void read_words() {
        auto& text = study_.text;
        text.name = root_.filled_text("name");
        text.title = root_.words("title");
        text.question = root_.words("question");
    }

    void read_calendar() {
        const auto before = faults_.count();
        const auto start_field = root_.require("run_start");
        const std::chrono::year_month_day start{start_field ? start_field->date()
                                                            : std::chrono::sys_days{}};
        const auto warm_up = root_.whole("warm_up_years", {1, longest_warm_up_years});
        const std::chrono::years followed{root_.whole("years", run_years)};
        if (faults_.count() > before) {
            return;
        }
        if (start.month() != std::chrono::April || start.day() != std::chrono::day{1}) {
            start_field->fault("fault.not_first_of_april");
            return;
        }
        if (start.year() < first_start || start.year() > last_start) {
            start_field->fault("fault.year_out_of_bounds",
                               {{"first", std::to_string(static_cast<int>(first_start))},
                                {"last", std::to_string(static_cast<int>(last_start))}});
            return;
        }
        const auto policies = start.year() + std::chrono::years{warm_up};
        auto& experiment = study_.experiment;
        experiment.run_start = at_date(first_of_april(start.year()));
        experiment.policy_start = at_date(first_of_april(policies));
        experiment.horizon = at_date(first_of_april(policies + followed));
        dates_known_ = true;
    }

    void read_design() {
        auto& experiment = study_.experiment;
        experiment.seed = static_cast<std::uint64_t>(
            root_.whole("seed", {0, std::numeric_limits<std::int64_t>::max()}));
        experiment.replications = root_.whole("replications", {1, most_replications});
        experiment.replications_per_draw =
            root_.whole("replications_per_draw", {1, most_replications});
        experiment.pairing = static_cast<Pairing>(root_.choice("pairing", pairings));
        study_.text.worth_knowing_gain = root_.number("worth_knowing_gain", {1e-6, 1.0});
        if (const auto field = root_.require("windows")) {
            read_windows(*field);
        }
    }

    void read_windows(const Field& field) {
        const auto before = faults_.count();
        TableReader reader{field};
        const auto close = reader.require("close_days");
        auto& windows = study_.experiment.windows;
        windows.support_days = static_cast<int>(reader.whole("support_days", window_days));
        windows.close_days = close ? static_cast<int>(close->whole(window_days)) : 0;
        windows.remote =
            static_cast<RemoteContacts>(reader.choice("remote_contacts", remote_contacts));
        reader.finish();
        if (faults_.count() == before && windows.close_days > windows.support_days) {
            close->fault(
                "fault.out_of_order",
                {{"other", "support_days"}, {"value", std::to_string(windows.support_days)}});
        }
    }

    std::optional<RegionFile> read_region_file() {
        const auto field = root_.require("region");
        const auto changes = root_.find("parameters");
        if (!field) {
            return std::nullopt;
        }
        const auto file = beside(field->value().at.file, field->text());
        return read_region(
            inputs_, file, field->value().at, changes ? &*changes : nullptr, faults_);
    }

    void read_scenarios(const RegionFile* region) {
        const auto table = root_.require("scenario");
        std::vector<std::string> names;
        for (const auto& field : root_.members("scenario")) {
            TableReader reader{field};
            const auto policy = reader.require("policy");
            study_.text.scenarios.push_back(
                {.name = field.chosen_name(), .label = reader.words("label")});
            study_.experiment.scenarios.push_back(
                {.key = key_of(field.name()),
                 .policy = policy ? read_own_policy(*policy, region) : Policy{}});
            reader.finish();
            names.push_back(field.name());
        }
        if (table && names.empty()) {
            table->fault("fault.empty");
        } else if (table && names.size() == 1) {
            tell_only_reference(*table);
        }
        if (const auto reference = root_.find("reference")) {
            study_.experiment.reference = names.empty() ? 0 : reference->choice(names);
        } else {
            faults_.add({.id = "fault.no_reference", .at = root_.field().value().at});
        }
        detail::read_expectations(root_, study_);
    }

    static void tell_only_reference(const Field& scenarios) {
        scenarios.faults().add(
            {.id = "fault.only_reference", .at = scenarios.value().at, .key = scenarios.path()});
    }

    Policy read_own_policy(const Field& named, const RegionFile* region) {
        const auto file = beside(named.value().at.file, named.text());
        const bool in_setting = region != nullptr && dates_known_;
        std::optional<PolicySetting> setting;
        if (in_setting) {
            setting.emplace(PolicySetting{.region = *region,
                                          .policy_start = study_.experiment.policy_start,
                                          .horizon = study_.experiment.horizon});
        }
        auto policy =
            read_policy(inputs_, file, named.value().at, in_setting ? &*setting : nullptr, faults_);
        return policy ? std::move(policy->policy) : Policy{};
    }

    // A draw is a whole group of replications, so the last group must be whole too.
    void check_replications() {
        const auto& experiment = study_.experiment;
        const bool draws = std::any_of(
            experiment.readings.begin(), experiment.readings.end(), [](const Reading& reading) {
                return reading.draw == Reading::LinkDraw::from_priors;
            });
        if (draws && experiment.replications_per_draw > 0 &&
            experiment.replications % experiment.replications_per_draw != 0) {
            root_.find("replications")
                ->fault("fault.not_whole_draws",
                        {{"per_draw", std::to_string(experiment.replications_per_draw)}});
        }
    }

    Inputs& inputs_;
    TableReader root_;
    FaultLog& faults_;
    Study study_{.experiment = {.region = empty_region(),
                                .parameters = {},
                                .link_priors = {},
                                .scenarios = {},
                                .readings = {},
                                .windows = {}},
                 .text = {}};
    bool dates_known_ = false;
};

} // namespace

ReadResult<Study> load_study(const std::string& file) {
    FaultLog faults;
    Inputs inputs;
    std::optional<Study> study;
    if (const auto value = read_overlaid(inputs, file, "study", {}, faults)) {
        study = StudyReader{inputs, *value, faults}.read();
    }
    auto warnings = study ? faults.warnings() : std::vector<Fault>{};
    return {std::move(study), faults.sorted(), std::move(warnings)};
}

} // namespace tsunagi
