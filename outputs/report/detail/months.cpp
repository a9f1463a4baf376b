#include "outputs/report/detail/months.hpp"

#include "engine/core/contracts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tsunagi {

namespace {

using namespace std::chrono;

struct Era {
    sys_days first_day;
    const char* message;
};
constexpr std::array eras{
    Era{sys_days{2019y / May / 1}, "page.era.reiwa"},
    Era{sys_days{1989y / January / 8}, "page.era.heisei"},
    Era{sys_days{1926y / December / 25}, "page.era.showa"},
    Era{sys_days{1912y / July / 30}, "page.era.taisho"},
    Era{sys_days{1868y / January / 25}, "page.era.meiji"},
};

int year_of(sys_days day) {
    return static_cast<int>(year_month_day{day}.year());
}

std::string era_words(const PageSource& source, sys_days day) {
    const auto* era = std::find_if(
        eras.begin(), eras.end(), [&](const Era& one) { return one.first_day <= day; });
    expects(era != eras.end(), "a month lies in an era");
    const int year = year_of(day) - year_of(era->first_day) + 1;
    return source.say(era->message,
                      {{"year", year == 1 ? source.say("page.era.first") : std::to_string(year)}});
}

} // namespace

std::string month_words(const PageSource& source, sys_days day) {
    const auto month = static_cast<unsigned>(year_month_day{day}.month());
    return source.say("page.month",
                      {{"era", era_words(source, day)},
                       {"year", std::to_string(year_of(day))},
                       {"month", std::to_string(month)}});
}

sys_days day_of(const Json& date) {
    const auto& text = date.get_ref<const std::string&>();
    return year{std::stoi(text.substr(0, 4))} / std::stoi(text.substr(5, 2)) /
           std::stoi(text.substr(8, 2));
}

} // namespace tsunagi
