#include "outputs/report/sections/sections.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

Json repeat_section(const PageSource& source) {
    const Json& study = source.study();
    const auto name = study.at("name").get<std::string>();
    Json facts = Json::array();
    const auto add = [&](const std::string& label, std::string value) {
        facts.push_back({{"name", label}, {"value", std::move(value)}});
    };
    add(source.say("page.repeat.version"), study.at("engine_version").get<std::string>());
    add(source.say("page.repeat.seed"), study.at("seed").get<std::string>());
    add(source.say("page.repeat.results_digest"), study.at("results_digest").get<std::string>());
    add(source.say("page.repeat.inputs_digest"), study.at("inputs_digest").get<std::string>());
    for (const Json& input : study.at("inputs")) {
        add(input.at("name").get<std::string>(), input.at("digest").get<std::string>());
    }
    return {{"command",
             "tsunagi run scenarios/studies/" + name + ".toml -o results/" + name +
                 "\ntsunagi report results/" + name},
            {"facts", std::move(facts)}};
}

} // namespace tsunagi
