#include "tools/tsunagi/usage.hpp"

#include <CLI/CLI.hpp>

#include <vector>

namespace tsunagi::program {

namespace {

// The options of the program and of the verb that was given.
std::vector<const CLI::Option*> options_of(const CLI::App& app) {
    std::vector<const CLI::Option*> options = app.get_options();
    for (const auto* verb : app.get_subcommands()) {
        const auto own = verb->get_options();
        options.insert(options.end(), own.begin(), own.end());
    }
    return options;
}

// The longest name of an option that stands in the library's sentence.
const CLI::Option* option_named_in(const std::string& sentence, const CLI::App& app) {
    const CLI::Option* named = nullptr;
    for (const auto* option : options_of(app)) {
        const bool longer =
            named == nullptr || option->get_name().size() > named->get_name().size();
        if (longer && sentence.find(option->get_name()) != std::string::npos) {
            named = option;
        }
    }
    return named;
}

std::string missing(const CLI::App& app, const Messages& words) {
    for (const auto* option : options_of(app)) {
        if (option->get_required() && option->count() == 0) {
            return words.text("cli.usage.missing",
                              {{"name", option->get_name()}, {"help", option->get_description()}});
        }
    }
    return words.text("cli.usage.no_verb");
}

std::string joined(const std::vector<std::string>& arguments) {
    std::string all;
    for (const auto& argument : arguments) {
        all += (all.empty() ? "" : " ") + argument;
    }
    return all;
}

} // namespace

std::string usage_fault(const CLI::App& app, const CLI::ParseError& fault, const Messages& words) {
    if (dynamic_cast<const CLI::RequiredError*>(&fault) != nullptr) {
        return missing(app, words);
    }
    if (dynamic_cast<const CLI::ExtrasError*>(&fault) != nullptr) {
        return words.text("cli.usage.unexpected", {{"text", joined(app.remaining(true))}});
    }
    if (const auto* option = option_named_in(fault.what(), app)) {
        return words.text("cli.usage.value",
                          {{"name", option->get_name()}, {"help", option->get_description()}});
    }
    return fault.what();
}

} // namespace tsunagi::program
