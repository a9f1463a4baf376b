#include "engine/core/contracts.hpp"
#include "outputs/report/sections/sections.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

Json repeat_section(const PageSource& source) {
    const Json& study = source.study();
    const auto name = study.at("name").get<std::string>();
    const auto fact = [](std::string label, const Json& value) -> Json {
        return {{"name", std::move(label)}, {"value", value.get<std::string>()}};
    };
    Json inputs = Json::array();
    for (const Json& input : study.at("inputs")) {
        inputs.push_back(fact(input.at("name").get<std::string>(), input.at("digest")));
    }
    expects(!study.at("inputs").empty(), "a study has inputs, and the first is its own file");
    const auto file = study.at("inputs").at(0).at("name").get<std::string>();
    return {{"command",
             "tsunagi run " + file + " -o results/" + name + "\ntsunagi report results/" + name},
            {"facts",
             {fact(source.say("page.repeat.version"), study.at("engine_version")),
              fact(source.say("page.repeat.seed"), study.at("seed")),
              fact(source.say("page.repeat.results_digest"), study.at("results_digest")),
              fact(source.say("page.repeat.inputs_digest"), study.at("inputs_digest"))}},
            {"inputs", std::move(inputs)}};
}

} // namespace tsunagi
