// Any bytes as the text of an input file: they become values, or faults that say where.
#include "scenarios/reader/text.hpp"
#include "scenarios/reader/toml.hpp"

#include "tests/fuzz/target.hpp"

using namespace tsunagi;
using fuzz::demand;

namespace {

void check_text(const std::string& text) {
    demand(!first_invalid_utf8(text), "every text that was read is UTF-8");
}

void check_values(const Value& value) {
    check_text(value.text);
    if (const auto* text = std::get_if<std::string>(&value.content)) {
        check_text(*text);
    } else if (const auto* list = std::get_if<Value::List>(&value.content)) {
        for (const auto& element : *list) {
            check_values(element);
        }
    } else if (const auto* table = std::get_if<Value::Table>(&value.content)) {
        for (const auto& member : *table) {
            check_text(member.key);
            check_values(member.value);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FaultLog faults;
    const auto text = checked_text(fuzz::text_of(data, size), "input.toml", faults);
    const auto before = faults.count();
    const auto root = text ? parse_toml(*text, "input.toml", faults) : std::nullopt;
    demand(!text || root.has_value() == (faults.count() == before),
           "a text is read or told to be none");
    demand(root || !faults.empty(), "what is not read is told");
    if (root) {
        check_values(*root);
    }
    for (const auto& fault : faults.sorted()) {
        check_text(fault.text);
        demand(fault.at.line >= 1 && fault.at.column >= 1, "a fault of a text has a place in it");
    }
    return 0;
}
