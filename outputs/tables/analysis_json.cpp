#include "outputs/tables/analysis_json.hpp"

#include "outputs/tables/detail/json.hpp"

#include <array>

namespace tsunagi {
namespace {

constexpr std::array format_version{3, 4};

} // namespace

nlohmann::ordered_json analysis_json(const Analysis& analysis) {
    auto json = nlohmann::ordered_json::object();
    json["format"] = "tsunagi-analysis";
    json["version"] = format_version;
    detail::add_study(json, analysis);
    detail::add_comparisons(json, analysis);
    detail::add_pathway(json, analysis);
    detail::add_agencies(json, analysis);
    return json;
}

} // namespace tsunagi
