#include "outputs/report/detail/figure.hpp"

#include <nlohmann/json.hpp>

namespace tsunagi {

Json figure_model(const PageSource& source, const PageFigure& figure) {
    return {{"id", figure.name + "-" + std::string{source.language()}},
            {"finding", figure.finding},
            {"chart", script_safe(figure.chart)},
            {"table", figure.table.model()}};
}

std::string script_safe(const Json& value) {
    std::string safe;
    for (const char character : value.dump()) {
        if (character == '<') {
            safe += "\\u003c";
        } else {
            safe += character;
        }
    }
    return safe;
}

} // namespace tsunagi
