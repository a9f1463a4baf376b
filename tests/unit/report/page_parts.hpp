#pragma once

#include "outputs/messages/messages.hpp"
#include "outputs/report/detail/source.hpp"

#include <nlohmann/json.hpp>

/// What the parts of a page are made from in their tests.
namespace tsunagi::test {

inline const Messages english{Language::en, TSUNAGI_CATALOGUES};
inline const Messages japanese{Language::ja, TSUNAGI_CATALOGUES};

/// One scenario and one reading, by their names alone.
inline const Json names_alone = Json::parse(R"({
    "scenarios": [{"name": "today", "label": {"en": "Today", "ja": "現状"}, "is_reference": true}],
    "readings": [{"name": "causal", "label": {"en": "causal", "ja": "因果"}, "curve": false}]})");

} // namespace tsunagi::test
