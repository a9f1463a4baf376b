#pragma once

#include "engine/core/time.hpp"
#include "engine/facts/fact.hpp"
#include "outputs/eventlog/fact_field.hpp"
#include "outputs/messages/messages.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi {

/// Facts as people read them, in the language of the messages.
class FactWords {
public:
    /// @param words     must outlive this object
    /// @param agencies  names by AgencyId row, in the same language; must outlive this object
    FactWords(const Messages& words, const std::vector<std::string>& agencies)
        : words_{words}, agencies_{agencies} {}

    /// What happened, without the time and without the person's name.
    std::string text(const Fact& fact) const;

    /// Any other message.
    std::string text(const std::string& id, const Messages::Arguments& arguments = {}) const {
        return words_.text(id, arguments);
    }

    const std::string& agency(std::size_t row) const { return agencies_.at(row); }

private:
    std::string agency(OptionalId<AgencyTag> agency) const;
    std::string number(FactField field, std::int64_t value) const;

    const Messages& words_;
    const std::vector<std::string>& agencies_;
};

/// "2021-04-03 09:12", in both languages.
std::string minute_text(SimTime at);
/// "2021-04-03"
std::string date_text(SimTime at);

} // namespace tsunagi
