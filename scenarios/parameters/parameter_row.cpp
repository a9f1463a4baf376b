#include "scenarios/parameters/parameter_row.hpp"

#include <fmt/format.h>

#include <cmath>

namespace tsunagi {

namespace {

const std::array<std::string, 6> law_names{
    "fixed", "uniform", "log-uniform", "normal", "beta", "switch"};

Prior read_prior(const Field& field) {
    constexpr double smallest = 1e-9;
    const Bounds positive{smallest, 1e9};
    if (std::holds_alternative<std::string>(field.value().content)) {
        constexpr std::size_t without_numbers = 3;
        const auto law = field.choice(law_names);
        if (law >= without_numbers) {
            field.fault("fault.prior_numbers", {{"law", law_names[law]}});
        }
        return law == 1   ? Prior{UniformPrior{}}
               : law == 2 ? Prior{LogUniformPrior{}}
                          : Prior{FixedPrior{}};
    }
    TableReader reader{field};
    Prior prior;
    switch (reader.choice("law", law_names)) {
    case 1:
        prior = UniformPrior{};
        break;
    case 2:
        prior = LogUniformPrior{};
        break;
    case 3:
        prior = NormalPrior{.mean = reader.number("mean"), .sd = reader.number("sd", positive)};
        break;
    case 4:
        prior = BetaPrior{.alpha = reader.number("alpha", positive),
                          .beta = reader.number("beta", positive)};
        break;
    case 5:
        prior = SwitchPrior{.at_zero = reader.number("at_zero", zero_to_one)};
        break;
    default:
        prior = FixedPrior{};
    }
    reader.finish();
    return prior;
}

// Bounds between which the law of the prior makes sense.
void check_prior(const Field& field, const ParameterRow& row) {
    if (std::holds_alternative<LogUniformPrior>(row.prior) && row.lower <= 0.0) {
        field.fault("fault.prior_bounds", {{"law", "log-uniform"}, {"rule", "lower > 0"}});
    }
    if (std::holds_alternative<BetaPrior>(row.prior) && (row.lower < 0.0 || row.upper > 1.0)) {
        field.fault("fault.prior_bounds", {{"law", "beta"}, {"rule", "0 <= lower, upper <= 1"}});
    }
    if (std::holds_alternative<SwitchPrior>(row.prior) && (row.lower != 0.0 || row.upper != 1.0)) {
        field.fault("fault.prior_bounds", {{"law", "switch"}, {"rule", "lower = 0, upper = 1"}});
    }
}

/// Reads the keys of one table; `at` holds what a difference may leave out.
class RowReader {
public:
    RowReader(const Field& field, const ParameterBinding& binding, RowForm form, ParameterRow& row)
        : field_{field}, reader_{field}, binding_{binding}, form_{form}, row_{row} {}

    void read() {
        const auto before = field_.faults().count();
        read_numbers();
        read_words();
        reader_.finish();
        if (field_.faults().count() == before) {
            check_together();
        }
    }

private:
    std::optional<Field> key(std::string_view name) {
        return form_ == RowForm::definition ? reader_.require(name) : reader_.find(name);
    }

    // What cannot be taken leaves the number as it was, so that nobody who uses it tells it again.
    void read_number(const Field& field, double& number) const {
        const auto before = field.faults().count();
        const double read = field.number(binding_.domain.bounds);
        number = field.faults().count() == before ? read : number;
    }

    void read_numbers() {
        value_ = key("value");
        if (value_) {
            read_number(*value_, row_.value);
            row_.at = value_->value().at;
            row_.text = value_->value().text;
            if (binding_.domain.numbers == Domain::Numbers::whole &&
                row_.value != std::floor(row_.value)) {
                value_->fault("fault.not_whole");
            }
        }
        lower_ = key("lower");
        if (lower_) {
            read_number(*lower_, row_.lower);
        }
        if (const auto upper = key("upper")) {
            read_number(*upper, row_.upper);
        }
        if (const auto unit = key("unit")) {
            row_.unit = unit->text();
            if (row_.unit != binding_.unit && !row_.unit.empty()) {
                unit->fault("fault.other_unit", {{"unit", std::string{binding_.unit}}});
            }
        }
    }

    void read_words() {
        prior_ = key("prior");
        if (prior_) {
            row_.prior = read_prior(*prior_);
        }
        grade_ = key("grade");
        if (grade_) {
            row_.grade = static_cast<Grade>(grade_->choice(grade_names));
        } else if (value_) {
            row_.grade = Grade::assumed;
        }
        if (const auto tier = key("tier")) {
            row_.tier = tier->whole({1, 3});
        }
        const auto source = key("source");
        if (source) {
            row_.source = source->text();
            row_.source_at = source->value().at;
        } else if (value_) {
            row_.source.clear();
        }
        if (const auto note = key("note")) {
            row_.note = note->words();
        }
    }

    void check_together() {
        const auto bounds = std::vector<FaultArgument>{{"lower", fmt::format("{}", row_.lower)},
                                                       {"upper", fmt::format("{}", row_.upper)}};
        if (row_.lower > row_.upper) {
            lower_.value_or(field_).fault("fault.bounds_reversed", bounds);
        } else if (row_.value < row_.lower || row_.value > row_.upper) {
            value_.value_or(field_).fault("fault.outside_own_bounds", bounds);
        }
        check_prior(prior_.value_or(field_), row_);
        if (row_.grade != Grade::assumed && row_.source.empty()) {
            grade_.value_or(field_).fault(
                "fault.grade_without_source",
                {{"grade", grade_names[static_cast<std::size_t>(row_.grade)]}});
        }
    }

    const Field& field_;
    TableReader reader_;
    const ParameterBinding& binding_;
    RowForm form_;
    ParameterRow& row_;
    std::optional<Field> value_;
    std::optional<Field> lower_;
    std::optional<Field> prior_;
    std::optional<Field> grade_;
};

} // namespace

void read_row(const Field& field,
              const ParameterBinding& binding,
              RowForm form,
              ParameterRow& row) {
    RowReader{field, binding, form, row}.read();
}

std::string prior_text(const Prior& prior) {
    struct Printer {
        std::string operator()(FixedPrior) const { return "fixed"; }
        std::string operator()(UniformPrior) const { return "uniform"; }
        std::string operator()(LogUniformPrior) const { return "log-uniform"; }
        std::string operator()(const NormalPrior& law) const {
            return fmt::format("normal({}, {})", law.mean, law.sd);
        }
        std::string operator()(const BetaPrior& law) const {
            return fmt::format("beta({}, {})", law.alpha, law.beta);
        }
        std::string operator()(const SwitchPrior& law) const {
            return fmt::format("switch({})", law.at_zero);
        }
    };
    return std::visit(Printer{}, prior);
}

} // namespace tsunagi
