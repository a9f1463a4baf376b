#pragma once

#include "engine/facts/fact.hpp"
#include "engine/facts/fact_listener.hpp"

#include "tests/golden/cases/golden_case.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tsunagi::test {

/// 16 hexadecimal digits.
std::string hex(std::uint64_t word);

/// A line of a summary: a name and a digest.
std::string digest_line(std::string_view name, std::uint64_t digest);

/// A line of a summary: a name and whole numbers.
template <class Numbers> std::string counts_line(std::string_view name, const Numbers& numbers) {
    std::string line = "  " + std::string{name};
    for (const auto number : numbers) {
        line += ' ' + std::to_string(number);
    }
    return line + '\n';
}

/// Date and second, then kind, detail, subject, agencies by row, and amount, as numbers. Of clients
/// only the key: their rows are places in memory.
std::string fact_line(const Fact& fact);

/// Tells facts as steps.
class StepListener final : public FactListener {
public:
    explicit StepListener(HearStep hear) : hear_{std::move(hear)} {}
    void hear(const Fact& fact) override { hear_(fact_line(fact)); }

private:
    HearStep hear_;
};

} // namespace tsunagi::test
