#include "scenarios/parameters/parameter_book.hpp"

#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/overlay.hpp"
#include "scenarios/reader/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace tsunagi {

namespace {

constexpr std::array<std::string_view, 9> row_keys{
    "value", "unit", "lower", "upper", "prior", "grade", "tier", "source", "note"};

bool is_row(const Value& value) {
    const auto* table = std::get_if<Value::Table>(&value.content);
    return table == nullptr || std::any_of(table->begin(), table->end(), [](const Member& member) {
               return std::find(row_keys.begin(), row_keys.end(), member.key) != row_keys.end();
           });
}

// Calls `visit` with every parameter below a table, however deep: a dot in an id is a level of
// tables.
void for_each_row(const Field& field, const std::function<void(const Field&)>& visit) {
    if (is_row(field.value())) {
        visit(field);
        return;
    }
    for (const auto& below : TableReader{field}.members()) {
        for_each_row(below, visit);
    }
}

template <class Rows> auto row_of(Rows& rows, std::string_view id) -> decltype(rows.data()) {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const ParameterRow& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

std::string id_of(const Field& field) {
    constexpr std::string_view prefix = "parameters.";
    return field.path().starts_with(prefix) ? field.path().substr(prefix.size()) : field.path();
}

} // namespace

std::optional<ParameterBook> ParameterBook::read(Inputs& inputs,
                                                 const std::string& file,
                                                 const Position& named_at,
                                                 FaultLog& faults) {
    const auto before = faults.count();
    const auto root = read_overlaid(inputs, file, "parameters", named_at, faults);
    if (!root) {
        return std::nullopt;
    }
    ParameterBook book;
    book.read_root(inputs, *root, faults);
    if (faults.count() == before) {
        book.check_complete(root->at, faults);
    }
    return faults.count() == before ? std::optional{std::move(book)} : std::nullopt;
}

ParameterBook ParameterBook::check_file(Inputs& inputs, const std::string& file, FaultLog& faults) {
    const auto before = faults.count();
    ParameterBook book;
    if (const auto root = read_overlaid(inputs, file, "parameters", {}, faults)) {
        book.read_root(inputs, *root, faults);
    }
    const auto& ids = parameter_ids();
    const bool is_complete = std::all_of(
        ids.begin(), ids.end(), [&](const std::string& id) { return book.find(id) != nullptr; });
    if (is_complete && faults.count() == before) {
        book.check_together(faults);
    }
    return book;
}

void ParameterBook::read_root(Inputs& inputs, const Value& root, FaultLog& faults) {
    TableReader reader{Field{"", root, faults}};
    if (const auto evidence = reader.find("evidence")) {
        const auto path = beside(evidence->value().at.file, evidence->text());
        evidence_ = read_evidence(inputs, path, evidence->value().at, faults)
                        .value_or(std::vector<EvidenceRow>{});
    }
    read_parts(inputs, reader, faults);
    const auto table = reader.find("parameters");
    if (table && rows_.empty()) {
        for_each_row(*table, [&](const Field& field) { define(field); });
    } else if (table) {
        change(*table);
    }
    reader.finish();
}

void ParameterBook::read_parts(Inputs& inputs, TableReader& root, FaultLog& faults) {
    const auto parts = root.find("parts");
    if (!parts) {
        return;
    }
    for (const auto& part : parts->list()) {
        const auto path = beside(part.value().at.file, part.text());
        const auto value = read_overlaid(inputs, path, "parameters", part.value().at, faults);
        if (!value) {
            continue;
        }
        TableReader reader{Field{"", *value, faults}};
        if (const auto table = reader.require("parameters")) {
            for_each_row(*table, [&](const Field& field) { define(field); });
        }
        reader.finish();
    }
}

void ParameterBook::define(const Field& field) {
    const std::string id = id_of(field);
    const auto* binding = find_binding(id);
    if (binding == nullptr) {
        field.fault("fault.unknown_parameter", {{"id", id}}, nearest_names(id, parameter_ids()));
        return;
    }
    if (const auto* earlier = find(id)) {
        field.fault(
            "fault.defined_twice",
            {{"id", id}, {"file", earlier->at.file}, {"line", std::to_string(earlier->at.line)}});
        return;
    }
    ParameterRow row;
    row.id = id;
    read_row(field, *binding, RowForm::definition, row);
    rows_.push_back(std::move(row));
}

void ParameterBook::change(const Field& table) {
    ++changes_;
    for_each_row(table, [&](const Field& field) { change_row(field); });
}

void ParameterBook::change_row(const Field& field) {
    const std::string id = id_of(field);
    auto* row = row_to_change(id);
    if (row == nullptr) {
        field.fault("fault.unknown_parameter", {{"id", id}}, nearest_names(id, parameter_ids()));
        return;
    }
    row->layer = changes_;
    if (std::holds_alternative<Value::Table>(field.value().content)) {
        read_row(field, *find_binding(id), RowForm::difference, *row);
        return;
    }
    // `rel.gain = 0.15` says the same as `rel.gain = { value = 0.15 }`.
    Value lone{.at = field.value().at, .text = field.value().text, .content = Value::Table{}};
    std::get<Value::Table>(lone.content).push_back({"value", field.value().at, field.value()});
    read_row({field.path(), lone, field.faults()}, *find_binding(id), RowForm::difference, *row);
}

void ParameterBook::check_complete(const Position& at, FaultLog& faults) const {
    for (const auto& id : parameter_ids()) {
        if (find(id) == nullptr) {
            faults.add({.id = "fault.parameter_missing", .arguments = {{"id", id}}, .at = at});
        }
    }
}

void ParameterBook::check_citations(FaultLog& faults) const {
    std::vector<std::string> known;
    for (const auto& row : evidence_) {
        known.push_back(row.id);
    }
    for (const auto& row : rows_) {
        for (const auto& id : cited_ids(row.source)) {
            if (std::find(known.begin(), known.end(), id) == known.end()) {
                faults.add({.id = "fault.unknown_evidence",
                            .arguments = {{"id", id}},
                            .at = row.source_at,
                            .key = "parameters." + row.id + ".source",
                            .text = row.source,
                            .nearest = nearest_names(id, known)});
            }
        }
    }
}

void ParameterBook::check_shares(const ShareGroup& group, FaultLog& faults) const {
    constexpr double rounding = 1e-9;
    double sum = 0.0;
    const ParameterRow* last_stated = find(group.ids.front());
    for (const auto id : group.ids) {
        const auto* row = find(id);
        sum += row->value;
        last_stated = row->layer > last_stated->layer ? row : last_stated;
    }
    const bool is_whole = group.sum == ShareGroup::Sum::one;
    if (is_whole ? std::abs(sum - 1.0) > rounding : sum > 1.0 + rounding) {
        faults.add({.id = is_whole ? "fault.shares_sum" : "fault.shares_above_one",
                    .arguments = {{"shares", std::string{group.name}},
                                  {"sum", fmt::format("{:.6g}", sum)}},
                    .at = last_stated->at,
                    .key = "parameters." + last_stated->id,
                    .text = last_stated->text});
    }
}

void ParameterBook::check_together(FaultLog& faults) const {
    check_citations(faults);
    for (const auto& group : parameter_shares()) {
        check_shares(group, faults);
    }
    const std::array<std::array<std::string_view, 2>, 9> ordered{
        {{"att.youngest", "att.oldest"},
         {"att.juvenile_youngest", "att.juvenile_oldest"},
         {"sup.parole_shortest", "sup.parole_longest"},
         {"sup.juvenile_shortest", "sup.juvenile_longest"},
         {"offer.t2.01.cold", "offer.t2.01.warm"},
         {"offer.t2.03.cold", "offer.t2.03.warm"},
         {"lead.warm", "lead.cold"},
         {"lead.hosp_warm", "lead.hosp_cold"},
         {"adm.papers_warm", "adm.papers_cold"}}};
    for (const auto& [smaller, larger] : ordered) {
        const auto* low = find(smaller);
        const auto* high = find(larger);
        if (low->value > high->value) {
            faults.add({.id = "fault.out_of_order",
                        .arguments = {{"other", std::string{larger}},
                                      {"value", fmt::format("{}", high->value)}},
                        .at = low->at,
                        .key = "parameters." + low->id,
                        .text = low->text});
        }
    }
}

const ParameterRow* ParameterBook::find(std::string_view id) const {
    return row_of(rows_, id);
}

ParameterRow* ParameterBook::row_to_change(std::string_view id) {
    return row_of(rows_, id);
}

Parameters ParameterBook::parameters() const {
    Parameters parameters{};
    for (const auto& binding : parameter_bindings()) {
        if (binding.slot != nullptr) {
            binding.slot(parameters) = find(binding.id)->value;
        }
    }
    return parameters;
}

std::vector<DrawableParameter>
ParameterBook::drawable(std::span<const std::string_view> ids) const {
    std::vector<DrawableParameter> drawables;
    for (const auto id : ids) {
        const auto* row = find(id);
        drawables.push_back({.key = key_of(id),
                             .slot = find_binding(id)->slot,
                             .prior = row->prior,
                             .lower = row->lower,
                             .upper = row->upper});
    }
    return drawables;
}

} // namespace tsunagi
