#include "scenarios/reader/table_reader.hpp"

#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace tsunagi {

namespace {

const Value::Table no_members{};

bool reads_as_number(const std::string& text) {
    double number{};
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stopped == end;
}

// A number written as text is the commonest slip; full-width digits are its Japanese variant.
void tell_not_a_number(const Field& field) {
    if (const auto* text = std::get_if<std::string>(&field.value().content)) {
        if (reads_as_number(*text)) {
            field.fault("fault.number_in_quotes", {{"number", *text}});
            return;
        }
        if (reads_as_number(half_width(*text))) {
            field.fault("fault.full_width_number", {{"number", half_width(*text)}});
            return;
        }
    }
    field.fault("fault.not_a_number");
}

bool is_space(char32_t character) {
    constexpr char32_t ideographic_space = 0x3000;
    return character == U' ' || character == U'\t' || character == U'\n' ||
           character == ideographic_space;
}

bool within(double number, Bounds bounds) {
    return number >= bounds.lower && number <= bounds.upper;
}

void tell_bounds(const Field& field, Bounds bounds) {
    if (bounds.lower == 0.0 && bounds.upper == 1.0) {
        field.fault("fault.not_a_share");
    } else {
        field.fault("fault.out_of_bounds",
                    {{"lower", fmt::format("{}", bounds.lower)},
                     {"upper", fmt::format("{}", bounds.upper)}});
    }
}

} // namespace

Field::Field(const Field& parent, const Member& member)
    : path_{path_of(parent.path_, member.key)}, name_at_{path_.size() - member.key.size()},
      value_{&member.value}, faults_{parent.faults_} {}

void Field::fault(std::string id,
                  std::vector<FaultArgument> arguments,
                  std::vector<std::string> nearest) const {
    faults_->add({.id = std::move(id),
                  .arguments = std::move(arguments),
                  .at = value_->at,
                  .key = path_,
                  .text = value_->text,
                  .nearest = std::move(nearest)});
}

double Field::number(Bounds bounds) const {
    double number{};
    if (const auto* real = std::get_if<double>(&value_->content)) {
        number = *real;
    } else if (const auto* whole = std::get_if<std::int64_t>(&value_->content)) {
        number = static_cast<double>(*whole);
    } else {
        tell_not_a_number(*this);
        return 0.0;
    }
    if (!std::isfinite(number)) {
        fault("fault.not_finite");
        return 0.0;
    }
    if (!within(number, bounds)) {
        tell_bounds(*this, bounds);
        return 0.0;
    }
    return number;
}

std::int64_t Field::whole(WholeBounds bounds) const {
    const auto* number = std::get_if<std::int64_t>(&value_->content);
    if (number == nullptr) {
        if (std::holds_alternative<double>(value_->content)) {
            fault("fault.not_whole");
        } else {
            tell_not_a_number(*this);
        }
        return 0;
    }
    if (*number < bounds.lower || *number > bounds.upper) {
        if (bounds.upper == std::numeric_limits<std::int64_t>::max()) {
            fault("fault.below_bound", {{"lower", std::to_string(bounds.lower)}});
        } else {
            fault(
                "fault.out_of_bounds",
                {{"lower", std::to_string(bounds.lower)}, {"upper", std::to_string(bounds.upper)}});
        }
        return 0;
    }
    return *number;
}

std::string Field::text() const {
    if (const auto* text = std::get_if<std::string>(&value_->content)) {
        return *text;
    }
    fault("fault.not_a_text");
    return {};
}

std::string Field::filled_text() const {
    const auto before = faults_->count();
    auto filled = text();
    const auto shown = characters(filled);
    if (faults_->count() == before && std::all_of(shown.begin(), shown.end(), is_space)) {
        fault("fault.empty_text");
    }
    return filled;
}

std::string Field::chosen_name() const {
    auto chosen = name();
    if (chosen.empty()) {
        faults_->add({.id = "fault.empty_name", .at = value_->at, .key = path_});
    }
    return chosen;
}

std::chrono::sys_days Field::date() const {
    if (const auto* date = std::get_if<std::chrono::sys_days>(&value_->content)) {
        return *date;
    }
    fault("fault.not_a_date");
    return {};
}

std::vector<Field> Field::list() const {
    std::vector<Field> fields;
    const auto* list = std::get_if<Value::List>(&value_->content);
    if (list == nullptr) {
        fault("fault.not_a_list");
        return fields;
    }
    for (const auto& element : *list) {
        fields.emplace_back(path_, element, *faults_);
    }
    return fields;
}

std::vector<double> Field::numbers(Bounds bounds) const {
    std::vector<double> numbers;
    for (const auto& element : list()) {
        numbers.push_back(element.number(bounds));
    }
    return numbers;
}

std::size_t Field::choice(std::span<const std::string> names) const {
    const auto before = faults_->count();
    const std::string typed = text();
    const auto found = std::find(names.begin(), names.end(), typed);
    if (found != names.end()) {
        return static_cast<std::size_t>(found - names.begin());
    }
    if (faults_->count() > before) {
        return 0;
    }
    constexpr std::size_t most_listed = 24;
    if (names.size() > most_listed) {
        fault("fault.unknown_name",
              {},
              faults_->may_be_told() ? nearest_names(typed, names) : std::vector<std::string>{});
    } else {
        fault("fault.not_a_choice",
              {{"choices", fmt::format("{}", fmt::join(names, ", "))}},
              nearest_names(typed, names));
    }
    return 0;
}

Words Field::words() const {
    TableReader reader{*this};
    Words words{.en = reader.filled_text("en"), .ja = reader.filled_text("ja")};
    reader.finish();
    return words;
}

TableReader::TableReader(const Field& field)
    : field_{field}, table_{std::get_if<Value::Table>(&field.value().content)} {
    if (table_ == nullptr) {
        field.fault("fault.not_a_table", {{"key", field.path()}});
        table_ = &no_members;
        empty_because_faulty_ = true;
    }
}

std::optional<Field> TableReader::find(std::string_view key) {
    known_.emplace_back(key);
    const auto* member = find_member(*table_, key);
    return member == nullptr ? std::nullopt : std::optional{Field{field_, *member}};
}

std::optional<Field> TableReader::require(std::string_view key) {
    auto field = find(key);
    if (!field && !empty_because_faulty_) {
        field_.faults().add({.id = "fault.missing_key",
                             .arguments = {{"key", std::string{key}}},
                             .at = field_.value().at,
                             .key = field_.path()});
    }
    return field;
}

double TableReader::number(std::string_view key, Bounds bounds) {
    const auto field = require(key);
    return field ? field->number(bounds) : 0.0;
}

std::int64_t TableReader::whole(std::string_view key, WholeBounds bounds) {
    const auto field = require(key);
    return field ? field->whole(bounds) : 0;
}

std::string TableReader::filled_text(std::string_view key) {
    const auto field = require(key);
    return field ? field->filled_text() : std::string{};
}

std::size_t TableReader::choice(std::string_view key, std::span<const std::string> names) {
    const auto field = require(key);
    return field ? field->choice(names) : 0;
}

Words TableReader::words(std::string_view key) {
    const auto field = require(key);
    return field ? field->words() : Words{};
}

std::vector<Field> TableReader::members(std::string_view key) {
    const auto field = find(key);
    if (!field) {
        return {};
    }
    return TableReader{*field}.members();
}

std::vector<Field> TableReader::members() {
    std::vector<Field> fields;
    for (const auto& member : *table_) {
        known_.push_back(member.key);
        fields.emplace_back(field_, member);
    }
    return fields;
}

void TableReader::finish() const {
    const std::set<std::string_view> known{known_.begin(), known_.end()};
    for (const auto& member : *table_) {
        if (!known.contains(member.key)) {
            field_.faults().add({.id = "fault.unknown_key",
                                 .at = member.at,
                                 .key = path_of(field_.path(), member.key),
                                 .nearest = field_.faults().may_be_told()
                                                ? nearest_names(member.key, known_)
                                                : std::vector<std::string>{}});
        }
    }
}

} // namespace tsunagi
