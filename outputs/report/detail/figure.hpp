#pragma once

#include "outputs/report/detail/source.hpp"
#include "outputs/report/detail/table.hpp"

#include <string>

namespace tsunagi {

/// A chart with the sentence that says what it shows and the table behind it.
struct PageFigure {
    std::string name;    ///< unique on the page; also the name of a saved file
    std::string finding; ///< one sentence
    Json chart;          ///< what assets/charts draws; its first key, "kind", names the module
    PageTable table;
};

/// What the template part "figure" reads.
Json figure_model(const PageSource& source, const PageFigure& figure);

/// JSON as it may stand inside a <script> element: no "<" is left in it, whatever names hold.
std::string script_safe(const Json& value);

} // namespace tsunagi
