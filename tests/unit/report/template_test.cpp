#include "engine/core/contracts.hpp"
#include "outputs/report/detail/template.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/report/page_parts.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;
using Catch::Matchers::Contains;
using test::english;

namespace {

PageModel small_table() {
    return PageModel::parse(R"({
        "table": {
            "caption": "Hours <A&B>",
            "sortable": false,
            "headings": [{"text": "Agency", "number": false}],
            "rows": [{"heading": false, "reference": false, "again": false, "cells": [
                {"text": "\"Hospital\" <A&B>", "value": "1.5", "head": false, "number": true, "plain": false}]}]
        }})");
}

} // namespace

TEST_CASE("names are escaped wherever a template prints them") {
    const std::string html = fill_template("table", small_table(), english);
    CHECK_THAT(html, Contains("&quot;Hospital&quot; &lt;A&amp;B&gt;"));
    CHECK_THAT(html, Contains("aria-label=\"Hours &lt;A&amp;B&gt;\""));
    CHECK_THAT(html, !Contains("<A&B>"));
}

TEST_CASE("the number itself stands behind the printed one") {
    CHECK_THAT(fill_template("table", small_table(), english), Contains("<data value=\"1.5\">"));
}

TEST_CASE("a name that the model lacks is a fault, not a gap in the page") {
    PageModel model = small_table();
    model["table"].erase("caption");
    CHECK_THROWS_AS(fill_template("table", model, english), ContractViolation);
}

TEST_CASE("a part that does not exist is a fault") {
    CHECK_THROWS_AS(fill_template("no such part", PageModel::object(), english), ContractViolation);
}

TEST_CASE("a model holds worded numbers only") {
    PageModel model = small_table();
    model["table"]["caption"] = 0.25;
    CHECK_THROWS_AS(fill_template("table", model, english), ContractViolation);
}
