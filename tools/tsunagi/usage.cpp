#include "tools/tsunagi/usage.hpp"

#include "outputs/messages/fault_words.hpp"
#include "scenarios/reader/nearest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
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

std::string unknown_verb(const std::string& verb, const CLI::App& app, const Messages& words) {
    std::vector<std::string> verbs;
    for (const auto* known : app.get_subcommands([](const CLI::App*) { return true; })) {
        verbs.push_back(known->get_name());
    }
    return with_nearest(
        words.text("cli.usage.unknown_verb", {{"verb", verb}}), nearest_names(verb, verbs), words);
}

std::string unexpected(const CLI::App& app, const Messages& words) {
    return words.text("cli.usage.unexpected",
                      {{"text", fmt::format("{}", fmt::join(app.remaining(true), " "))}});
}

std::string missing(const CLI::App& app, const Messages& words) {
    for (const auto* option : options_of(app)) {
        if (option->get_required() && option->count() == 0) {
            return words.text("cli.usage.missing",
                              {{"name", option->get_name()}, {"help", option->get_description()}});
        }
    }
    const auto words_left = app.remaining();
    const auto verb = std::find_if(words_left.begin(),
                                   words_left.end(),
                                   [](const std::string& word) { return !word.starts_with("-"); });
    if (verb != words_left.end()) {
        return unknown_verb(*verb, app, words);
    }
    return words_left.empty() ? words.text("cli.usage.no_verb") : unexpected(app, words);
}

} // namespace

std::string usage_fault(const CLI::App& app, const CLI::ParseError& fault, const Messages& words) {
    if (dynamic_cast<const CLI::RequiredError*>(&fault) != nullptr) {
        return missing(app, words);
    }
    if (dynamic_cast<const CLI::ExtrasError*>(&fault) != nullptr) {
        return unexpected(app, words);
    }
    if (const auto* option = option_named_in(fault.what(), app)) {
        return words.text("cli.usage.value",
                          {{"name", option->get_name()}, {"help", option->get_description()}});
    }
    return words.text("cli.usage.unreadable");
}

std::optional<std::string>
switch_fault(const CLI::App& app, std::span<char* const> arguments, const Messages& words) {
    const auto options = options_of(app);
    for (const std::string_view word : arguments) {
        if (word == "--") { // what follows are values
            break;
        }
        const std::string name{word.substr(0, word.find('='))};
        const bool of_switch =
            name.size() < word.size() &&
            std::any_of(options.begin(), options.end(), [&](const CLI::Option* option) {
                return option->get_items_expected_max() == 0 && option->check_name(name);
            });
        if (of_switch) {
            return words.text("cli.usage.switch", {{"name", name}});
        }
    }
    return std::nullopt;
}

} // namespace tsunagi::program
