#include "engine/core/contracts.hpp"
#include "outputs/report/detail/table.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/report/page_parts.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;
using test::english;
using test::names_alone;

namespace {

const PageSource source{names_alone, english};

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

TEST_CASE("a number beside the reference takes three cells: level, difference, interval") {
    const Json compared{{"level", {{"value", 0.25}}},
                        {"difference", {{"value", 0.02}, {"lower", 0.01}, {"upper", 0.03}}}};
    std::vector<PageCell> cells;
    const auto percent = [](double share) { return std::to_string(static_cast<int>(100 * share)); };
    add_compared_cells(source, compared, percent, 100.0, cells);
    REQUIRE(cells.size() == 3);
    CHECK(cells[0].text == "25");
    CHECK(cells[1].text == "+2.0");
    CHECK(cells[2].text == "+1.0 to +3.0");
    const Json unknown{{"level", nullptr}, {"difference", nullptr}};
    add_compared_cells(source, unknown, percent, 100.0, cells);
    CHECK(cells[3].text == "\u2013");
    CHECK(cells[5].text == "\u2013");
}

TEST_CASE("a row with the heading of the row before is marked as such") {
    PageTable table{"caption"};
    table.words("Outcome").words("Policy");
    for (const auto* outcome : {"support", "support", "contact", "support"}) {
        table.row({head_cell(outcome), plain_cell("policy")});
    }
    std::vector<bool> again;
    const Json model = table.model();
    for (const Json& row : model.at("rows")) {
        again.push_back(row.at("again").get<bool>());
    }
    CHECK(again == std::vector{false, true, false, false});
}

TEST_CASE("a heading goes over all columns, and the row after it repeats nothing") {
    PageTable table{"caption"};
    table.words("Outcome").numbers("Today");
    table.row({head_cell("arrested"), dash_cell()});
    table.heading("arrested");
    table.row({head_cell("arrested"), dash_cell()});
    table.row({head_cell("arrested"), dash_cell()});
    const Json rows = table.model().at("rows");
    CHECK(rows.at(0).at("heading") == false);
    CHECK(rows.at(1).at("heading") == "arrested");
    CHECK(rows.at(1).at("columns") == "2");
    CHECK(rows.at(2).at("again") == false);
    CHECK(rows.at(3).at("again") == true);
}
