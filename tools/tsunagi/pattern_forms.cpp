#include "tools/tsunagi/pattern_forms.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tsunagi::program {

namespace {

using Json = nlohmann::ordered_json;

std::string number(double value) {
    const auto text = fmt::format("{:.3f}", value);
    return text == "-0.000" ? "0.000" : text;
}

std::string band_text(const Messages& words, const PatternBand& band) {
    const auto lone = [](const std::optional<double>& bound) {
        return fmt::format("{:.3g}", bound.value());
    };
    if (band.lower && band.upper) {
        return words.text("cli.band_between",
                          {{"lower", number(*band.lower)}, {"upper", number(*band.upper)}});
    }
    if (band.upper) {
        return words.text("cli.band_at_most", {{"upper", lone(band.upper)}});
    }
    const bool is_open = band.lower_edge == PatternBand::Edge::beyond;
    return words.text(is_open ? "cli.band_above" : "cli.band_at_least",
                      {{"lower", lone(band.lower)}});
}

std::string line_of(const Messages& words, const PatternRow& row) {
    const bool passes = row.verdict() == PatternRow::Verdict::pass;
    return fmt::format(
        "{:<4} {}: {}\n",
        row.pattern,
        words.text(std::string{row.measure}),
        words.text(
            "cli.pattern_value",
            {{"value", row.value ? number(*row.value) : words.text("cli.not_seen")},
             {"interval",
              row.lower ? fmt::format(" [{}, {}]", number(*row.lower), number(*row.upper)) : ""},
             {"n", row.n ? std::to_string(*row.n) : words.text("cli.formula")},
             {"band", band_text(words, row.band)},
             {"verdict", words.text(passes ? "cli.pass" : "cli.miss")}}));
}

/// Measures and strata in words.
class Labels {
public:
    Json of(std::string_view measure) const {
        const std::string id{measure};
        return {{"en", english_.text(id)}, {"ja", japanese_.text(id)}};
    }

private:
    Messages english_{Language::en};
    Messages japanese_{Language::ja};
};

template <class Number> Json number_or_null(const std::optional<Number>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json row_json(const PatternRow& row, const Labels& labels) {
    return {{"pattern", row.pattern},
            {"measure", row.measure},
            {"label", labels.of(row.measure)},
            {"n", number_or_null(row.n)},
            {"value", number_or_null(row.value)},
            {"lower", number_or_null(row.lower)},
            {"upper", number_or_null(row.upper)},
            {"band", Json::array({number_or_null(row.band.lower), number_or_null(row.band.upper)})},
            {"band_excludes_lower", row.band.lower_edge == PatternBand::Edge::beyond},
            {"pass", row.verdict() == PatternRow::Verdict::pass}};
}

} // namespace

std::string pattern_text(const Messages& words, std::span<const PatternRow> rows) {
    std::string text;
    for (const auto& row : rows) {
        text += line_of(words, row);
    }
    for (const auto& missing : patterns_not_built()) {
        text += fmt::format("{:<4} {}: {}\n",
                            missing.pattern,
                            words.text(std::string{missing.measure}),
                            words.text("cli.not_built"));
    }
    return text;
}

std::string pattern_json(const PatternSource& source, std::span<const PatternRow> rows) {
    const Labels labels;
    auto list = Json::array();
    for (const auto& row : rows) {
        list.push_back(row_json(row, labels));
    }
    auto not_built = Json::array();
    for (const auto& missing : patterns_not_built()) {
        not_built.push_back({{"pattern", missing.pattern},
                             {"measure", missing.measure},
                             {"label", labels.of(missing.measure)}});
    }
    return Json{{"study", source.study},
                {"seed", source.experiment.seed},
                {"replications", source.options.replications},
                {"regions", source.options.regions},
                {"patterns", list},
                {"not_built", not_built}}
               .dump(2) +
           "\n";
}

} // namespace tsunagi::program
