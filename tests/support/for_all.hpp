#pragma once

#include "tests/support/catch.hpp"

#include <rapidcheck.h>

#include <cstdlib>
#include <sstream>

namespace tsunagi::test {

/// Checks a property on random cases, which shrink where one fails. The seed is that of RC_PARAMS
/// or else a fixed one: left alone, rapidcheck would take a fresh one each time.
/// @param property  takes generated arguments or draws with *rc::gen; RC_ASSERT in it
template <class Property> void for_all(const Property& property, int cases = 500) {
    setenv("RC_PARAMS", "seed=2017", 0); // stays as it is where the user has set it
    auto parameters = rc::detail::configuration().testParams;
    parameters.maxSuccess = cases;
    const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, parameters);
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    INFO(message.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
}

} // namespace tsunagi::test
