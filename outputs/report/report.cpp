#include "outputs/report/report.hpp"

#include "engine/core/contracts.hpp"
#include "engine/core/sha256.hpp"
#include "outputs/report/detail/assets.hpp"
#include "outputs/report/detail/source.hpp"
#include "outputs/report/detail/template.hpp"
#include "outputs/report/sections/sections.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cstdint>

namespace tsunagi {

namespace {

/// Base64 (RFC 4648) of bytes written as hexadecimal digits.
std::string base64_of_hex(std::string_view digits) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t digits_per_group = 6; // three bytes, four letters
    std::string text;
    for (std::size_t at = 0; at < digits.size(); at += digits_per_group) {
        std::string group{digits.substr(at, digits_per_group)};
        const std::size_t letters = (group.size() * 4 + 5) / 6;
        group.resize(digits_per_group, '0');
        std::uint32_t bits{};
        const auto [end, error] =
            std::from_chars(group.data(), group.data() + group.size(), bits, 16);
        expects(error == std::errc{}, "a digest is written in hexadecimal digits");
        for (std::size_t letter = 0; letter < 4; ++letter) {
            text += letter < letters ? alphabet[bits >> (18 - 6 * letter) & 63U] : '=';
        }
    }
    return text;
}

/// What the page's Content-Security-Policy lets run: the one script, by its digest, or nothing.
std::string script_permission(std::string_view script) {
    return script.empty() ? "none" : "sha256-" + base64_of_hex(sha256_hex(script));
}

std::string main_of(const PageSource& source, Json model) {
    model["language"] = source.language();
    model["question"] = question_section(source);
    model["answer"] = answer_section(source);
    model["dependence"] = dependence_section(source);
    model["comparison"] = comparison_section(source);
    model["course"] = course_section(source);
    model["cascade"] = cascade_section(source);
    model["clients"] = clients_section(source);
    model["cost"] = cost_section(source);
    model["foundations"] = foundations_section(source);
    model["repeat"] = repeat_section(source);
    return fill_template("main", model, source.words());
}

} // namespace

std::string report_page(const nlohmann::ordered_json& analysis,
                        const Messages& english,
                        const Messages& japanese,
                        const ReportOptions& options) {
    const std::array sources{PageSource{analysis, japanese}, PageSource{analysis, english}};
    const PageAssets assets = page_assets();
    const Json charts{{"charts", !assets.script.empty()}};
    Json languages = Json::array();
    std::string mains;
    std::string title;
    std::string first_language;
    for (const PageSource& source : sources) {
        const bool chosen = source.language() == code_of(options.first);
        languages.push_back({{"language", source.language()},
                             {"own_name", source.say("page.language.own_name")},
                             {"chosen", chosen}});
        mains += main_of(source, charts);
        if (chosen) {
            title = source.in_language(source.study().at("title"));
            first_language = source.language();
        }
    }
    Json model = charts;
    model["first_language"] = first_language;
    model["script_hash"] = script_permission(assets.script);
    model["title"] = title;
    model["style"] = assets.style;
    model["languages"] = std::move(languages);
    model["mains"] = std::move(mains);
    model["script"] = assets.script;
    return fill_template("page", model, english);
}

} // namespace tsunagi
