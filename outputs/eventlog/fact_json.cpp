#include "outputs/eventlog/fact_json.hpp"

#include "outputs/eventlog/fact_form.hpp"
#include "outputs/eventlog/fact_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <string_view>

namespace tsunagi {

namespace {

using Json = nlohmann::ordered_json;

std::string second_text(SimTime at) {
    const std::chrono::hh_mm_ss time{at - at_date(date_of(at))};
    return fmt::format("{}T{:02}:{:02}:{:02}",
                       date_text(at),
                       time.hours().count(),
                       time.minutes().count(),
                       time.seconds().count());
}

void add(Json& json, const char* key, FactField field, std::int64_t value) {
    if (!names_of(field).empty()) {
        json[key] = name_of(field, value);
    } else if (field != FactField::nothing) {
        json[key] = value;
    }
}

} // namespace

nlohmann::ordered_json fact_json(const Fact& fact, const std::vector<std::string>& agencies) {
    const auto form = form_of(fact.kind);
    Json json{{"at", second_text(fact.at)}, {"fact", form.name}};
    if (fact.agency.has_value()) {
        json["agency"] = agencies.at(fact.agency.value().row());
    }
    if (fact.other.has_value()) {
        json["other"] = agencies.at(fact.other.value().row());
    }
    add(json, "detail", form.detail, fact.detail);
    add(json, "amount", form.amount, fact.amount);
    return json;
}

} // namespace tsunagi
