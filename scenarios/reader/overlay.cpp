#include "scenarios/reader/overlay.hpp"

#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace tsunagi {

namespace {

const std::array<std::string, 5> kinds{"parameters", "region", "policy", "study", "network"};

void check_schema(TableReader& root) {
    const auto field = root.find("schema");
    const std::string ours =
        std::to_string(scenario_schema_major) + ", " + std::to_string(scenario_schema_minor);
    if (!field) {
        root.field().faults().add({.id = "fault.schema_missing",
                                   .arguments = {{"schema", ours}},
                                   .at = root.field().value().at});
        return;
    }
    const auto before = field->faults().count();
    std::vector<std::int64_t> parts;
    for (const auto& part : field->list()) {
        parts.push_back(part.whole({0}));
    }
    const bool ours_major = parts.size() == 2 && parts[0] == scenario_schema_major;
    if (!ours_major && field->faults().count() == before) {
        field->fault("fault.schema_major", {{"schema", ours}});
    }
}

// Drops the member that a dotted path names. A key may hold dots itself ("t2.05"), so every split
// is tried.
bool drop(Value::Table& table, std::string_view path) {
    const auto whole = std::find_if(
        table.begin(), table.end(), [&](const Member& member) { return member.key == path; });
    if (whole != table.end()) {
        table.erase(whole);
        return true;
    }
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
        auto* parent = find_member(table, path.substr(0, dot));
        auto* below =
            parent == nullptr ? nullptr : std::get_if<Value::Table>(&parent->value.content);
        if (below != nullptr && drop(*below, path.substr(dot + 1))) {
            return true;
        }
    }
    return false;
}

void lay_over(Value::Table& base, Value::Table overlay) {
    for (auto& member : overlay) {
        auto* below = find_member(base, member.key);
        if (below == nullptr) {
            base.push_back(std::move(member));
            continue;
        }
        auto* lower = std::get_if<Value::Table>(&below->value.content);
        auto* upper = std::get_if<Value::Table>(&member.value.content);
        if (lower != nullptr && upper != nullptr) {
            lay_over(*lower, std::move(*upper));
            below->value.at =
                member.value.at; // what is wrong with the whole is told where it was last touched
        } else {
            *below = std::move(member);
        }
    }
}

/// Follows `base` from file to file and knows the way it came, so that a circle is seen.
class Chain {
public:
    Chain(Inputs& inputs, const std::string& kind, FaultLog& faults)
        : inputs_{inputs}, kind_{kind}, faults_{faults} {}

    std::optional<Value> read(const std::string& file, const Position& named_at) {
        way_.push_back(std::filesystem::path{file}.lexically_normal().generic_string());
        auto root = inputs_.read_toml(file, named_at, faults_);
        if (!root) {
            return std::nullopt;
        }
        TableReader reader{Field{"", *root, faults_}};
        check_schema(reader);
        if (!has_kind(reader, file, named_at)) {
            return std::nullopt;
        }
        const auto base = reader.find("base");
        const auto without = reader.find("without");
        if (!base) {
            if (without) {
                without->fault("fault.without_base");
            }
            drop_header(*root);
            return root;
        }
        return over_base(*base, without, *root);
    }

private:
    bool has_kind(TableReader& reader, const std::string& file, const Position& named_at) {
        const auto field = reader.require("kind");
        const auto before = faults_.count();
        if (!field || kinds[field->choice(kinds)] == kind_ || faults_.count() > before) {
            return field && faults_.count() == before;
        }
        if (named_at.line > 0) {
            faults_.add({.id = "fault.other_kind",
                         .arguments = {{"file", file}, {"kind", field->text()}, {"wanted", kind_}},
                         .at = named_at});
        } else {
            field->fault("fault.other_kind",
                         {{"file", file}, {"kind", field->text()}, {"wanted", kind_}});
        }
        return false;
    }

    std::optional<Value>
    over_base(const Field& base, const std::optional<Field>& without, Value& root) {
        const std::string below = beside(base.value().at.file, base.text());
        if (std::find(way_.begin(), way_.end(), below) != way_.end()) {
            std::string circle;
            for (const auto& step : way_) {
                circle += step + " -> ";
            }
            base.fault("fault.overlay_of_itself", {{"way", circle + below}});
            return std::nullopt;
        }
        auto joined = read(below, base.value().at);
        if (!joined) {
            return std::nullopt;
        }
        auto& table = std::get<Value::Table>(joined->content);
        if (without) {
            for (const auto& path : without->list()) {
                if (const auto name = path.text(); !name.empty() && !drop(table, name)) {
                    path.fault("fault.without_unknown", {{"base", below}});
                }
            }
        }
        joined->at = root.at;
        drop_header(root);
        lay_over(table, std::move(std::get<Value::Table>(root.content)));
        return joined;
    }

    static void drop_header(Value& root) {
        for (const std::string_view key : {"schema", "kind", "base", "without"}) {
            std::erase_if(std::get<Value::Table>(root.content),
                          [&](const Member& member) { return member.key == key; });
        }
    }

    Inputs& inputs_;
    const std::string& kind_;
    FaultLog& faults_;
    std::vector<std::string> way_;
};

} // namespace

std::optional<Value> read_overlaid(Inputs& inputs,
                                   const std::string& file,
                                   const std::string& kind,
                                   const Position& named_at,
                                   FaultLog& faults) {
    return Chain{inputs, kind, faults}.read(file, named_at);
}

std::optional<std::string> kind_of(const std::string& file, FaultLog& faults) {
    Inputs inputs;
    const auto root = inputs.read_toml(file, {}, faults);
    if (!root) {
        return std::nullopt;
    }
    TableReader reader{Field{"", *root, faults}};
    const auto field = reader.require("kind");
    const auto before = faults.count();
    const std::size_t index = field ? field->choice(kinds) : 0;
    return field && faults.count() == before ? std::optional{kinds[index]} : std::nullopt;
}

} // namespace tsunagi
