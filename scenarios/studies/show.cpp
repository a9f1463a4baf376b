#include "scenarios/reader/overlay.hpp"
#include "scenarios/reader/text.hpp"
#include "scenarios/studies/detail/parts.hpp"

namespace tsunagi {

namespace {

// Every value below a table but its parameters, which are shown with their whole books.
void flatten(const Value& value, const std::string& path, std::vector<ShownValue>& shown) {
    const auto* table = std::get_if<Value::Table>(&value.content);
    if (table == nullptr) {
        shown.push_back({.key = path, .text = value.text, .at = value.at});
        return;
    }
    for (const auto& member : *table) {
        if (member.key != "parameters") {
            flatten(member.value, path_of(path, member.key), shown);
        }
    }
}

// The values of a file laid over its bases; the faults were told before.
void show_file(const std::string& file,
               const std::string& kind,
               const std::string& path,
               std::vector<ShownValue>& shown) {
    FaultLog told;
    Inputs inputs;
    if (const auto value = read_overlaid(inputs, file, kind, {}, told)) {
        flatten(*value, path, shown);
    }
}

void show_study(const std::string& file, std::vector<ShownValue>& shown) {
    FaultLog told;
    Inputs inputs;
    const auto value = read_overlaid(inputs, file, "study", {}, told);
    if (!value) {
        return;
    }
    flatten(*value, "", shown);
    TableReader root{Field{"", *value, told}};
    const auto named_file = [](const Field& field) {
        return beside(field.value().at.file, field.text());
    };
    const auto changes = root.find("parameters");
    const auto region_field = root.require("region");
    const auto region_file = named_file(*region_field);
    show_file(region_file, "region", "region", shown);
    for (const auto& scenario : root.members("scenario")) {
        const auto policy = TableReader{scenario}.require("policy");
        show_file(named_file(*policy), "policy", "policy." + scenario.name(), shown);
    }
    if (const auto region =
            read_region(inputs, region_file, {}, changes ? &*changes : nullptr, told)) {
        const auto parameters = detail::shown_parameters(region->book);
        shown.insert(shown.end(), parameters.begin(), parameters.end());
    }
}

} // namespace

ReadResult<std::vector<ShownValue>> show(const std::string& file, const std::string& catalogue) {
    auto faults = check_any(file, catalogue).faults;
    if (!faults.empty()) {
        return {std::nullopt, std::move(faults)};
    }
    FaultLog told;
    const std::string kind = *kind_of(file, told);
    std::vector<ShownValue> shown;
    if (kind == "study") {
        show_study(file, shown);
    } else {
        show_file(file, kind, "", shown);
    }
    if (kind == "region") {
        const auto parameters = detail::shown_parameters(load_region(file).value->book);
        shown.insert(shown.end(), parameters.begin(), parameters.end());
    }
    if (kind == "parameters") {
        Inputs inputs;
        const auto parameters =
            detail::shown_parameters(ParameterBook::check_file(inputs, file, told));
        shown.insert(shown.end(), parameters.begin(), parameters.end());
    }
    return {std::move(shown), {}};
}

} // namespace tsunagi
