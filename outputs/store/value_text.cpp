#include "outputs/store/value_text.hpp"

#include "engine/core/contracts.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <stdexcept>

namespace tsunagi {
namespace {

constexpr std::array<std::string_view, 3> directions{"none", "more", "fewer"};
constexpr std::array<std::string_view, 2> link_sources{"stated", "priors"};
constexpr std::array<std::string_view, 2> roles{"named", "curve_point"};
constexpr std::array<std::string_view, 2> pairings{"common_random_numbers", "independent"};
constexpr std::array<std::string_view, 2> remote_contacts{"counted", "not_counted"};

template <std::size_t size, class Enum>
std::string word(const std::array<std::string_view, size>& words, Enum value) {
    const auto row = static_cast<std::size_t>(value);
    expects(row < size, "every enumerator has a word");
    return std::string{words[row]};
}

template <std::size_t size, class Enum>
void find_word(const std::array<std::string_view, size>& words,
               std::string_view text,
               Enum& value) {
    for (std::size_t row = 0; row < size; ++row) {
        if (words[row] == text) {
            value = static_cast<Enum>(row);
            return;
        }
    }
    throw std::invalid_argument{"unknown word: " + std::string{text}};
}

template <class Number> Number number_in(std::string_view digits) {
    Number number{};
    const auto* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (digits.empty() || stop != end || error != std::errc{}) {
        throw std::invalid_argument{"not a date: " + std::string{digits}};
    }
    return number;
}

} // namespace

std::string text_of(std::chrono::sys_days date) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}
std::string text_of(StatedExpectation::Direction direction) {
    return word(directions, direction);
}
std::string text_of(DescribedReading::LinkSource source) {
    return word(link_sources, source);
}
std::string text_of(DescribedReading::Role role) {
    return word(roles, role);
}
std::string text_of(StudyFacts::Pairing pairing) {
    return word(pairings, pairing);
}
std::string text_of(StudyFacts::RemoteContacts remote) {
    return word(remote_contacts, remote);
}

void read_text(std::string_view text, std::chrono::sys_days& date) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        throw std::invalid_argument{"not a date: " + std::string{text}};
    }
    const std::chrono::year_month_day day{
        std::chrono::year{number_in<int>(text.substr(0, 4))},
        std::chrono::month{number_in<unsigned>(text.substr(5, 2))},
        std::chrono::day{number_in<unsigned>(text.substr(8, 2))}};
    if (!day.ok()) {
        throw std::invalid_argument{"not a date: " + std::string{text}};
    }
    date = day;
}
void read_text(std::string_view text, StatedExpectation::Direction& direction) {
    find_word(directions, text, direction);
}
void read_text(std::string_view text, DescribedReading::LinkSource& source) {
    find_word(link_sources, text, source);
}
void read_text(std::string_view text, DescribedReading::Role& role) {
    find_word(roles, text, role);
}
void read_text(std::string_view text, StudyFacts::Pairing& pairing) {
    find_word(pairings, text, pairing);
}
void read_text(std::string_view text, StudyFacts::RemoteContacts& remote) {
    find_word(remote_contacts, text, remote);
}

} // namespace tsunagi
