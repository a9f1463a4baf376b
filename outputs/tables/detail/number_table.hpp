#pragma once

#include "outputs/tables/detail/wording.hpp"
#include "outputs/tables/text_table.hpp"

#include <string>
#include <vector>

namespace tsunagi::detail {

inline constexpr double hundred = 100.0; ///< shares are printed in 100

/// A number of each scenario with its difference to the reference, under one heading.
class NumberTable {
public:
    /// @param heading  message id of what the numbers are called
    NumberTable(const Wording& wording, const std::string& heading);

    /// @param name    printed once for rows that follow each other
    /// @param factor  from the number's unit to the printed one
    void add(const std::string& name, std::size_t scenario, const Compared& number, double factor);
    std::string text() const { return table_.text(); }

private:
    const Wording& wording_;
    TextTable table_;
    std::string last_;
};

/// Rows of one list under the study's first reading, for everybody.
template <class Row>
std::vector<const Row*> shown(const Wording& wording, const std::vector<Row>& rows) {
    std::vector<const Row*> found;
    for (const auto& row : rows) {
        bool of_all = true;
        if constexpr (requires { row.group; }) {
            of_all = row.group == AnalysisGroup::all;
        }
        if (of_all && row.reading == wording.named_readings().front()) {
            found.push_back(&row);
        }
    }
    return found;
}

/// Heading of a section that names the study's first reading and the reference.
std::string heading(const Wording& wording, const std::string& id);

} // namespace tsunagi::detail
