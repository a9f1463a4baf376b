#pragma once

#include "outputs/messages/messages.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace tsunagi {

/// What fills a template: objects, lists, texts and true or false; no numbers, which are worded
/// before.
using PageModel = nlohmann::ordered_json;

/// Fills one part of the page's template; parts named in it ("{{> table}}") are filled in place.
///
/// Texts are escaped unless the template asks for them raw ("{{{style}}}"). A name that begins with
/// "page." is a message.
/// @param part   name of a template part
/// @param model  an object
/// @throws ContractViolation if a name in the template is in neither the model nor the messages'
/// page section: nothing is
///         ever left out in silence
std::string fill_template(std::string_view part, const PageModel& model, const Messages& words);

} // namespace tsunagi
