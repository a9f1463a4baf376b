#include "outputs/tables/detail/number_table.hpp"

#include "outputs/tables/numbers.hpp"

namespace tsunagi::detail {

namespace {

using Align = TextTable::Align;

} // namespace

NumberTable::NumberTable(const Wording& wording, const std::string& heading)
    : wording_{wording}, table_{{{wording.say(heading), Align::left},
                                 {wording.say("table.policy"), Align::left},
                                 {wording.say("table.level"), Align::right},
                                 {wording.say("table.difference"), Align::left}}} {}

void NumberTable::add(const std::string& name,
                      std::size_t scenario,
                      const Compared& number,
                      double factor) {
    const bool first = name != last_;
    last_ = name;
    table_.add_row({first ? name : std::string{},
                    wording_.scenario(scenario),
                    number.level ? fixed(factor * number.level->value, 1) : empty_cell,
                    number.difference ? difference_text(*number.difference, factor) : empty_cell});
}

std::string heading(const Wording& wording, const std::string& id) {
    return section(wording.say(id,
                               {{"reading", wording.reading(wording.named_readings().front())},
                                {"reference", wording.scenario(wording.analysis().reference)}}));
}

} // namespace tsunagi::detail
