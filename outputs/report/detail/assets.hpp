#pragma once

#include <string_view>

namespace tsunagi {

/// One part of the page's template, without its folder and ending.
struct PageTemplate {
    std::string_view name;
    std::string_view text;
};

/// What the build put into the program.
struct PageAssets {
    std::string_view style;  ///< the style sheet
    std::string_view script; ///< draws the charts; empty where the build had no Node.js
};

PageAssets page_assets();

/// @return text of the template part, empty where there is none of that name
std::string_view page_template(std::string_view name);

} // namespace tsunagi
