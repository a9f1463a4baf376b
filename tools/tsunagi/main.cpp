#include "outputs/store/errors.hpp"
#include "tools/tsunagi/memory.hpp"
#include "tools/tsunagi/usage.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <functional>
#include <span>

#include "engine_version.hpp"

namespace tsunagi::program {

namespace {

// The language is needed before the command line is read: its help and faults are worded in it.
Language chosen_language(std::span<char*> arguments) {
    const auto of_environment = language_of_environment();
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string argument{arguments[i]};
        const std::string option = "--lang";
        if (argument == option && i + 1 < arguments.size()) {
            return language_of(arguments[i + 1]).value_or(of_environment);
        }
        if (argument.rfind(option + "=", 0) == 0) {
            return language_of(argument.substr(option.size() + 1)).value_or(of_environment);
        }
    }
    return of_environment;
}

/// The command line: one subcommand for every verb.
class CommandLine {
public:
    explicit CommandLine(const Session& session)
        : session_{session}, app_{session.words.text("cli.about"), "tsunagi"} {
        app_.require_subcommand(1);
        app_.set_help_flag("-h,--help", session.words.text("cli.help"));
        app_.set_version_flag("--version", engine_version, session.words.text("cli.version"));
        app_.add_option("--lang", language_, session.words.text("cli.lang"))
            ->check(CLI::IsMember({"en", "ja"}));
        app_.fallthrough();
        add_input_verbs();
        add_run_verbs();
        add_result_verbs();
        add_life_verbs();
        add_pathway_verb();
        add_proof_verbs();
    }

    Status execute(std::span<char*> arguments) {
        try {
            app_.parse(static_cast<int>(arguments.size()), arguments.data());
        } catch (const CLI::CallForHelp&) {
            verb_ = [this] { return answer(app_.help()); };
        } catch (const CLI::CallForVersion&) {
            verb_ = [] { return answer(std::string{engine_version} + "\n"); };
        } catch (const CLI::ParseError& error) {
            return refuse(usage_fault(app_, error, session_.words));
        }
        if (const auto fault = switch_fault(app_, arguments, session_.words)) {
            return refuse(*fault);
        }
        return verb_();
    }

private:
    static Status answer(const std::string& text) {
        print(text);
        return Status::done;
    }
    Status refuse(const std::string& reason) const {
        tell(session_, "cli.usage", {{"reason", reason}});
        return Status::bad_input;
    }
    CLI::App* add_verb(const std::string& name, std::function<Status()> verb) {
        auto* command = app_.add_subcommand(name, session_.words.text("cli.verb." + name));
        command->callback([this, verb = std::move(verb)] { verb_ = verb; });
        return command;
    }
    std::string word(const std::string& id) const { return session_.words.text(id); }

    void add_input_verbs() {
        auto* check = add_verb("validate", [this] { return validate(session_, files_); });
        check->add_option("FILE", files_, word("cli.arg.inputs"))->required();
        auto* flat = add_verb("show", [this] { return show(session_, file_); });
        flat->add_option("FILE", file_, word("cli.arg.input"))->required();
        auto* rows = add_verb("catalogue", [this] { return catalogue(session_, id_); });
        rows->add_option("ID", id_, word("cli.arg.id"));
        auto* mapped = add_verb("map", [this] { return map(session_, file_, form_); });
        mapped->add_option("FILE", file_, word("cli.arg.region_or_study"))->required();
        add_json_flag(mapped);
        auto* planned = add_verb("plan", [this] {
            plan_.form = form_;
            return plan(session_, plan_);
        });
        planned->add_option("FILE", plan_.file, word("cli.arg.study_or_network"))->required();
        planned->add_option("-j,--threads", plan_.threads, word("cli.arg.threads"))
            ->check(CLI::Range(0, 4096));
        add_json_flag(planned);
    }

    void add_run_verbs() {
        auto* runs = add_verb("run", [this] { return run(session_, run_); });
        runs->add_option("STUDY", run_.study, word("cli.arg.study"))->required();
        runs->add_option("-o,--output", run_.directory, word("cli.arg.directory"))->required();
        runs->add_option("-j,--threads", run_.threads, word("cli.arg.threads"))
            ->check(CLI::Range(0, 4096));
        runs->add_option_function<std::string>(
            "--shard",
            [this](const std::string& text) {
                const auto shard = parse_shard(text);
                if (!shard) {
                    throw CLI::ValidationError{"--shard", word("cli.arg.shard")};
                }
                run_.shard = *shard;
            },
            word("cli.arg.shard"));
        runs->add_flag_callback(
            "--set-aside",
            [this] { run_.old_results = RunOptions::OldResults::set_aside; },
            word("cli.arg.set_aside"));
        runs->add_flag("--beyond-memory", run_.beyond_memory, word("cli.arg.beyond_memory"));
        auto* state = add_verb("status", [this] { return status(session_, file_); });
        state->add_option("DIR", file_, word("cli.arg.directory"))->required();
        auto* merged = add_verb("merge", [this] { return merge(session_, file_); });
        merged->add_option("DIR", file_, word("cli.arg.directory"))->required();
    }

    void add_proof_verbs() {
        auto* plain = add_verb("network", [this] {
            network_.form = form_;
            return network(session_, network_);
        });
        plain->add_option("FILE", network_.file, word("cli.arg.network"))->required();
        plain->add_option("--replications", network_.replications, word("cli.arg.repeat"))
            ->check(CLI::Range(2, 1'000'000));
        plain->add_option("--seed", network_.seed, word("cli.arg.seed"))
            ->check(CLI::NonNegativeNumber);
        plain->add_option("-j,--threads", network_.threads, word("cli.arg.threads"))
            ->check(CLI::Range(0, 4096));
        plain->add_flag("--beyond-memory", network_.beyond_memory, word("cli.arg.beyond_memory"));
        add_json_flag(plain);
        auto* proof = add_verb("verify", [this] { return verify(session_, run_.threads, form_); });
        proof->add_option("-j,--threads", run_.threads, word("cli.arg.threads"))
            ->check(CLI::Range(0, 4096));
        add_json_flag(proof);
    }

    void add_result_verbs() {
        auto* table = add_verb("compare", [this] { return compare(session_, file_, form_); });
        table->add_option("DIR", file_, word("cli.arg.directory"))->required();
        add_json_flag(table);
        auto* page = add_verb("report", [this] { return report(session_, report_); });
        page->add_option("DIR", report_.directory, word("cli.arg.directory"))->required();
        page->add_option("-o,--output", report_.output, word("cli.arg.page"));
        auto* known = add_verb("patterns", [this] {
            patterns_.form = form_;
            return patterns(session_, patterns_);
        });
        known->add_option("STUDY", patterns_.study, word("cli.arg.study"))->required();
        known->add_option("--replications", patterns_.replications, word("cli.arg.replications"))
            ->check(CLI::Range(1, 1'000'000))
            ->capture_default_str();
        known->add_option("--regions", patterns_.regions, word("cli.arg.regions"))
            ->check(CLI::Range(1, 10'000'000))
            ->capture_default_str();
        known->add_option("-j,--threads", patterns_.threads, word("cli.arg.threads"))
            ->check(CLI::Range(0, 4096));
        add_json_flag(known);
    }

    void add_life_verbs() {
        auto* lives =
            add_verb("trace", [this] { return trace(session_, one_run_, person_, form_); });
        add_run_names(lives);
        lives->add_option("--person", person_, word("cli.arg.person"));
        auto* parting =
            add_verb("diff-lives", [this] { return diff_lives(session_, one_run_, form_); });
        add_run_names(parting);
        parting->add_option("--base", one_run_.base, word("cli.arg.base"))->required();
    }

    void add_pathway_verb() {
        auto* ways = add_verb("pathways", [this] {
            pathways_.form = form_;
            return pathways(session_, pathways_);
        });
        ways->add_option("STUDY", pathways_.study, word("cli.arg.study"))->required();
        ways->add_option("--scenario", pathways_.scenario, word("cli.arg.pathway_scenario"));
        ways->add_option("--reading", pathways_.reading, word("cli.arg.reading"));
        ways->add_option(
                "--replications", pathways_.replications, word("cli.arg.pathway_replications"))
            ->check(CLI::Range(1, 1'000'000));
        ways->add_option("--standard", pathways_.standard_days, word("cli.arg.standard"))
            ->check(CLI::Range(1, 365))
            ->capture_default_str();
        ways->add_option("-j,--threads", pathways_.threads, word("cli.arg.threads"))
            ->check(CLI::Range(0, 4096));
        add_json_flag(ways);
    }

    void add_run_names(CLI::App* command) {
        command->add_option("STUDY", one_run_.study, word("cli.arg.study"))->required();
        command->add_option("--scenario", one_run_.scenario, word("cli.arg.scenario"))->required();
        command->add_option("--replication", one_run_.replication, word("cli.arg.replication"))
            ->required();
        command->add_option("--reading", one_run_.reading, word("cli.arg.reading"));
        add_json_flag(command);
    }

    void add_json_flag(CLI::App* command) {
        command->add_flag_callback(
            "--json", [this] { form_ = Form::json; }, word("cli.arg.json"));
    }

    const Session& session_;
    CLI::App app_;
    std::function<Status()> verb_;
    std::string language_;
    std::vector<std::string> files_;
    std::string file_;
    std::string id_;
    Form form_ = Form::text;
    PlanOptions plan_;
    RunOptions run_;
    ReportOptions report_;
    RunNames one_run_;
    std::string person_;
    NetworkOptions network_;
    PatternOptions patterns_{
        .study = {}, .replications = 200, .regions = 20'000, .threads = 0, .form = Form::text};
    PathwayOptions pathways_{.study = {},
                             .scenario = std::nullopt,
                             .reading = {},
                             .replications = std::nullopt,
                             .standard_days = 14,
                             .threads = 0,
                             .form = Form::text};
};

Status failure(const Session& session, const StoreError& error, Status status) {
    tell(session, error.message_id(), error.arguments());
    return status;
}

Status guarded(const Session& session, std::span<char*> arguments) {
    try {
        const auto status = CommandLine{session}.execute(arguments);
        flush_output();
        return status;
    } catch (const IoError& error) {
        return failure(session, error, Status::io);
    } catch (const DamagedResults& error) {
        return failure(session, error, Status::damaged);
    } catch (const IncompleteResults& error) {
        return failure(session, error, Status::incomplete);
    } catch (const std::exception& error) {
        // A bug of ours or a machine out of memory: said as it is.
        tell(session, "cli.internal", {{"reason", error.what()}});
        return Status::failed;
    }
}

} // namespace

} // namespace tsunagi::program

int main(int count, char** values) {
    using namespace tsunagi;
    program::keep_freed_memory();
    const std::span<char*> arguments{values, static_cast<std::size_t>(count)};
    const Messages words{program::chosen_language(arguments)};
    return static_cast<int>(program::guarded({words}, arguments));
}
