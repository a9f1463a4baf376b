#include "tests/golden/cases/lines.hpp"

#include "engine/core/time.hpp"

#include <chrono>

namespace tsunagi::test {

namespace {

std::string row_of(OptionalId<AgencyTag> agency) {
    return agency.has_value() ? std::to_string(agency.value().row()) : "-";
}

std::string instant(SimTime at) {
    const std::chrono::year_month_day date{date_of(at)};
    const auto second = (at - at_date(date_of(at))).count();
    return std::to_string(static_cast<int>(date.year())) + '-' +
           std::to_string(static_cast<unsigned>(date.month())) + '-' +
           std::to_string(static_cast<unsigned>(date.day())) + " second " + std::to_string(second);
}

} // namespace

std::string hex(std::uint64_t word) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit) {
        *digit = digits[static_cast<std::size_t>(word & 0xfU)];
        word >>= 4U;
    }
    return text;
}

std::string digest_line(std::string_view name, std::uint64_t digest) {
    return "  " + std::string{name} + ' ' + hex(digest) + '\n';
}

std::string fact_line(const Fact& fact) {
    return instant(fact.at) + " kind " + std::to_string(static_cast<int>(fact.kind)) + " detail " +
           std::to_string(fact.detail) + " subject " + hex(fact.subject.value) + " agency " +
           row_of(fact.agency) + " other " + row_of(fact.other) + " amount " +
           std::to_string(fact.amount);
}

} // namespace tsunagi::test
