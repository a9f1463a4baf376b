#include "outputs/tables/detail/wording.hpp"

#include "outputs/tables/labels.hpp"
#include "outputs/tables/numbers.hpp"

namespace tsunagi::detail {

const std::string& Wording::words(const BothLanguages& text) const {
    return in_language(text, messages_.language());
}

const std::string& Wording::scenario(std::size_t row) const {
    return words(analysis_.study.scenarios[row].label);
}

std::string Wording::reading(std::size_t row) const {
    const auto& reading = analysis_.study.readings[row];
    const auto& label = words(reading.label);
    return reading.forced_link ? say("table.forced_reading",
                                     {{"reading", label}, {"level", exact(*reading.forced_link)}})
                               : label;
}

std::string Wording::gain() const {
    return short_number(100.0 * analysis_.study.facts.worth_knowing_gain);
}

std::vector<std::size_t> Wording::named_readings() const {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < analysis_.study.readings.size(); ++row) {
        if (analysis_.study.readings[row].role == DescribedReading::Role::named) {
            rows.push_back(row);
        }
    }
    return rows;
}

std::string Wording::level_cell(const Comparison& row) const {
    return row.level ? fixed(factor_of(row.outcome) * row.level->value, 1) : empty_cell;
}

std::string Wording::difference_cell(const Comparison& row) const {
    switch (row.verdict) {
    case Verdict::none:
    case Verdict::reference:
        return empty_cell;
    case Verdict::identical:
        return say("table.identical");
    case Verdict::no_difference_seen:
    case Verdict::more:
    case Verdict::fewer:
        break;
    }
    return difference_text(row.difference.value(), factor_of(row.outcome)) +
           (is_doubtful(row) ? " *" : "");
}

std::string Wording::persons_cell(const Comparison& row) const {
    return row.persons_level ? whole(*row.persons_level) : empty_cell;
}

std::string grade_text(const Wording& wording, Basis::Kind kind) {
    const auto& basis = wording.analysis().bases.at(static_cast<std::size_t>(kind));
    return basis.parameters == 0 ? std::string{}
                                 : wording.say("table.grade_of",
                                               {{"grade", wording.say(grade_label_id(basis.grade))},
                                                {"count", std::to_string(basis.of_grade)},
                                                {"all", std::to_string(basis.parameters)}});
}

double factor_of(Outcome outcome) {
    return spec_of(outcome).unit == OutcomeUnit::share ? 100.0 : 1.0;
}

std::string line(const std::string& words) {
    return words + '\n';
}

std::string section(const std::string& heading) {
    return '\n' + heading + "\n\n";
}

} // namespace tsunagi::detail
