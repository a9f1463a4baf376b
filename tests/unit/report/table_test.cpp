#include "engine/core/contracts.hpp"
#include "outputs/report/detail/table.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;

namespace {

const Json analysis = Json::parse(R"({
    "scenarios": [{"name": "today", "label": {"en": "Today", "ja": "現状"}, "is_reference": true}],
    "readings": [{"name": "causal", "label": {"en": "causal", "ja": "因果"}, "curve": false}]})");
const Messages english{Language::en, TSUNAGI_CATALOGUES};
const PageSource source{analysis, english};

} // namespace

TEST_CASE("a row has a cell for every column") {
    PageTable table{"caption"};
    table.words("Agency").numbers("Hours");
    CHECK_THROWS_AS(table.row({head_cell("Centre")}), ContractViolation);
    CHECK_NOTHROW(table.row({head_cell("Centre"), dash_cell()}));
}

TEST_CASE("a cell keeps the analysis' number beside the printed one") {
    const PageCell cell = number_cell(Json(1.0 / 3.0), [](double) { return std::string{"0.33"}; });
    CHECK(cell.text == "0.33");
    CHECK(std::stod(cell.value) == 1.0 / 3.0);
}

TEST_CASE("what is not defined prints a dash") {
    CHECK(number_cell(nullptr, [](double) { return std::string{"never"}; }).text == "\u2013");
    CHECK(estimate_cells(source, nullptr, 100.0, Precision::two_digits).at(0).text == "\u2013");
}

TEST_CASE("a difference is printed with its interval, in the printed unit") {
    const Json estimate{{"value", 0.0234}, {"lower", 0.0191}, {"upper", 0.0277}};
    const WordedEstimate text = worded(source, estimate, 100.0, Precision::two_digits);
    CHECK(text.value == "+2.3");
    CHECK(text.interval == "+1.9 to +2.8");
    CHECK(worded(source, estimate, 820.0, Precision::whole).value == "+19");
}

TEST_CASE("a difference of exactly nothing is printed as 0") {
    const Json estimate{{"value", 0.0}, {"lower", 0.0}, {"upper", 0.0}};
    const WordedEstimate text = worded(source, estimate, 100.0, Precision::two_digits);
    CHECK(text.value == "0");
    CHECK(text.interval == "0 to 0");
}

TEST_CASE("a difference from too few runs has no interval") {
    const Json estimate{{"value", -0.5}, {"lower", nullptr}, {"upper", nullptr}};
    const WordedEstimate text = worded(source, estimate, 1.0, Precision::two_digits);
    CHECK(text.value == "\u22120.50");
    CHECK(text.interval == "\u2013");
}
