#pragma once

#include "outputs/report/detail/source.hpp"
#include "outputs/tables/numbers.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace tsunagi {

/// One cell of a table.
struct PageCell {
    enum class Kind : unsigned char { head, number, plain } kind{};
    std::string text;
    std::string value; ///< the number behind the text, exactly as the analysis has it; empty where
                       ///< there is none
};

/// The heading of a row.
PageCell head_cell(std::string text);
PageCell plain_cell(std::string text);

/// A number in its printed form, and behind it the number itself for programs and for sorting.
/// @param value  as the analysis has it; null prints a dash
/// @param text   makes the printed form from the number
template <class Words> PageCell number_cell(const Json& value, Words text);
PageCell dash_cell();
/// Words that stand where a number has no meaning.
PageCell no_number_cell(std::string text);

/// A table of the page, read by the template part "table".
class PageTable {
public:
    enum class Order : unsigned char { fixed, by_reader };

    /// @param caption  says what the rows are and names the units
    explicit PageTable(std::string caption, Order order = Order::fixed);

    /// Adds a column: of words or of numbers.
    PageTable& words(std::string heading);
    PageTable& numbers(std::string heading);

    /// Adds a row with a cell for every column. One with the heading of the row before is marked,
    /// so that paper need not repeat it.
    enum class Row : unsigned char { usual, reference };
    PageTable& row(const std::vector<PageCell>& cells, Row kind = Row::usual);

    /// Adds a heading over all columns, for the rows up to the next.
    PageTable& heading(std::string text);

    /// What the template part "table" reads.
    Json model() const;

private:
    Json model_;
};

/// A difference as people read it: value and interval.
struct WordedEstimate {
    std::string value;    ///< two significant digits
    std::string interval; ///< "0.8 to 1.6"
};

/// As many digits as the interval bears, or whole numbers.
enum class Precision : unsigned char { two_digits, whole };
/// @param estimate  {"value", "lower", "upper"}; lower and upper may be null
/// @param factor    from the analysis' unit to the printed one
/// @param sign      of a difference, or none for a level
WordedEstimate worded(const PageSource& source,
                      const Json& estimate,
                      double factor,
                      Precision precision,
                      Sign sign = Sign::always);

/// Cells of a difference: its value, and its interval.
std::vector<PageCell> estimate_cells(const PageSource& source,
                                     const Json& estimate,
                                     double factor,
                                     Precision precision,
                                     Sign sign = Sign::always);

/// Adds the cells of a level beside the reference: level, difference, interval.
/// @param compared  {"level", "difference"}, each an estimate or null
/// @param level     makes the printed form of the level
/// @param factor    from the analysis' unit to the printed one of the difference
template <class Words>
void add_compared_cells(const PageSource& source,
                        const Json& compared,
                        Words level,
                        double factor,
                        std::vector<PageCell>& cells);

/// Adds the columns of a table that holds a number's level under the reference, then each policy's
/// difference with its interval.
void add_policy_columns(const PageSource& source, PageTable& table);

/// Adds the cells that go into these columns.
/// @param level       the reference's cell
/// @param difference  gives a policy's estimate, or null
template <class Difference>
void add_policy_cells(const PageSource& source,
                      PageCell level,
                      double factor,
                      const Difference& difference,
                      std::vector<PageCell>& cells);

/// How the row of a scenario is set.
PageTable::Row row_kind(const PageScenario& scenario);

template <class Words> PageCell number_cell(const Json& value, Words text) {
    if (value.is_null()) {
        return dash_cell();
    }
    const double number = value.get<double>();
    return {.kind = PageCell::Kind::number, .text = text(number), .value = value.dump()};
}

template <class Words>
void add_compared_cells(const PageSource& source,
                        const Json& compared,
                        Words level,
                        double factor,
                        std::vector<PageCell>& cells) {
    const Json& found = compared.at("level");
    cells.push_back(number_cell(found.is_null() ? found : found.at("value"), level));
    for (PageCell& cell :
         estimate_cells(source, compared.at("difference"), factor, Precision::two_digits)) {
        cells.push_back(std::move(cell));
    }
}

template <class Difference>
void add_policy_cells(const PageSource& source,
                      PageCell level,
                      double factor,
                      const Difference& difference,
                      std::vector<PageCell>& cells) {
    cells.push_back(std::move(level));
    for (const PageScenario& policy : source.policies()) {
        for (PageCell& cell :
             estimate_cells(source, difference(policy), factor, Precision::two_digits)) {
            cells.push_back(std::move(cell));
        }
    }
}

} // namespace tsunagi
