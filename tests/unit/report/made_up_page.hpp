#pragma once

#include "outputs/report/report.hpp"
#include "outputs/tables/analysis_json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"
#include "tests/unit/report/page_parts.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>
#include <utility>

/// The page of a made-up study, and places of its analysis to change before it is made.
namespace tsunagi::test {

using Catch::Matchers::Contains;
using Json = nlohmann::ordered_json;

inline const Json& made_up_analysis() {
    static const Json analysis = analysis_json(analyse(synthetic::study()));
    return analysis;
}

inline std::string page_of(const Json& analysis, Language first = Language::ja) {
    return report_page(analysis, english, japanese, {.first = first});
}

/// The page less its style sheet and its one script, which hold braces of their own.
inline std::string words_of(std::string page) {
    for (const auto& [begin, end] :
         {std::pair{"<style>", "</style>"}, std::pair{"<script>", "</script>"}}) {
        const auto from = page.find(begin);
        if (from != std::string::npos) {
            page.erase(from, page.find(end, from) - from);
        }
    }
    return page;
}

inline std::string japanese_half(const std::string& words) {
    const auto from = words.find("<main lang=\"ja\">");
    return words.substr(from, words.find("</main>", from) - from);
}

/// Rows of "comparisons" of the headline outcome for everybody, under the first reading.
inline Json&
headline(Json& analysis, const std::string& scenario, const std::string& group = "all") {
    const std::string reading = analysis.at("readings").at(0).at("name");
    for (Json& row : analysis.at("comparisons")) {
        if (row.at("reading") == reading && row.at("scenario") == scenario &&
            row.at("outcome") == "support_180" && row.at("group") == group) {
            return row;
        }
    }
    throw std::logic_error{"the made-up study has no such row"};
}

inline Json& row_of(Json& analysis, const char* list, const std::string& scenario) {
    for (Json& row : analysis[list]) {
        if (row.at("reading") == "causal" && row.at("scenario") == scenario) {
            return row;
        }
    }
    throw std::logic_error{"the made-up study has no such row"};
}

inline Json estimate(double value, double lower, double upper) {
    return {{"value", value}, {"lower", lower}, {"upper", upper}, {"standard_error", 1.0}};
}

} // namespace tsunagi::test
