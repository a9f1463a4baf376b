#include "outputs/eventlog/fact_words.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/eventlog/fact_form.hpp"

#include <fmt/format.h>

#include <chrono>

namespace tsunagi {

std::string FactWords::text(const Fact& fact) const {
    const auto form = form_of(fact.kind);
    return words_.text("trace.fact." + std::string{form.name},
                       {{"agency", agency(fact.agency)},
                        {"other", agency(fact.other)},
                        {"detail", number(form.detail, fact.detail)},
                        {"amount", number(form.amount, fact.amount)}});
}

std::string FactWords::agency(OptionalId<AgencyTag> agency) const {
    return agency.has_value() ? agencies_.at(agency.value().row()) : std::string{};
}

std::string FactWords::number(FactField field, std::int64_t value) const {
    const Duration length{value};
    switch (field) {
    case FactField::nothing:
        return {};
    case FactField::ordinal:
        return std::to_string(value + 1);
    case FactField::count:
        return std::to_string(value);
    case FactField::return_parole:
        return value == 0 ? words_.text("trace.as_sentenced")
                          : words_.text("trace.return_parole", {{"number", std::to_string(value)}});
    case FactField::days:
        return fmt::format("{:.1f}", days_of(length));
    case FactField::hours:
        return fmt::format("{:.1f}",
                           std::chrono::duration<double, std::ratio<3600>>{length}.count());
    case FactField::share:
        return fmt::format("{:.3f}", static_cast<double>(value) / 1e6);
    default:
        return words_.text(std::string{message_prefix(field)} + std::string{name_of(field, value)});
    }
}

std::string date_text(SimTime at) {
    const std::chrono::year_month_day date{date_of(at)};
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string minute_text(SimTime at) {
    const std::chrono::hh_mm_ss time{at - at_date(date_of(at))};
    return fmt::format(
        "{} {:02}:{:02}", date_text(at), time.hours().count(), time.minutes().count());
}

} // namespace tsunagi
