#include "engine/execution/for_each_slot.hpp"
#include "engine/verification/verification.hpp"
#include "outputs/tables/text_table.hpp"
#include "tools/tsunagi/verbs.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tsunagi::program {

namespace {

using Json = nlohmann::ordered_json;
using Quantities = std::vector<VerifiedQuantity>;

std::vector<Quantities> solve_all(int threads) {
    const auto problems = verification_problems();
    std::vector<Quantities> solved(problems.size());
    for_each_slot(
        static_cast<std::int64_t>(problems.size()),
        [&](std::int64_t slot) {
            const auto row = static_cast<std::size_t>(slot);
            solved[row] = problems[row].solve(1.0);
        },
        threads);
    return solved;
}

// 95 %; the verdict goes by a level at which a right program hardly ever fails.
Interval shown_interval(const Estimate& found) {
    return found.standard_error > 0.0 ? t_interval(found, {.level = 0.95})
                                      : Interval{found.value, found.value};
}

std::string text_of(const Session& session, const std::vector<Quantities>& solved) {
    const auto word = [&](const std::string& id) { return session.words.text(id); };
    using Align = TextTable::Align;
    TextTable table{{{word("verify.problem"), Align::left},
                     {word("verify.quantity"), Align::left},
                     {word("verify.exact"), Align::right},
                     {word("verify.found"), Align::right},
                     {word("verify.interval"), Align::right},
                     {word("verify.verdict"), Align::left}}};
    for (std::size_t row = 0; row < solved.size(); ++row) {
        auto problem = word(std::string{"verify.problem."} + verification_problems()[row].id);
        for (const auto& quantity : solved[row]) {
            const auto interval = shown_interval(quantity.found);
            table.add_row({problem,
                           word(std::string{"verify.quantity."} + quantity.id),
                           fmt::format("{:.6g}", quantity.exact),
                           fmt::format("{:.6g}", quantity.found.value),
                           fmt::format("[{:.6g}, {:.6g}]", interval.lower, interval.upper),
                           word(agrees(quantity) ? "verify.agrees" : "verify.disagrees")});
            problem.clear();
        }
    }
    return table.text();
}

Json json_of(const std::vector<Quantities>& solved) {
    auto problems = Json::array();
    for (std::size_t row = 0; row < solved.size(); ++row) {
        auto quantities = Json::array();
        for (const auto& quantity : solved[row]) {
            const auto interval = shown_interval(quantity.found);
            quantities.push_back({{"id", quantity.id},
                                  {"exact", quantity.exact},
                                  {"found", quantity.found.value},
                                  {"standard_error", quantity.found.standard_error},
                                  {"units", quantity.found.units},
                                  {"interval", Json::array({interval.lower, interval.upper})},
                                  {"agrees", agrees(quantity)}});
        }
        problems.push_back(
            {{"id", verification_problems()[row].id}, {"quantities", std::move(quantities)}});
    }
    return {{"problems", std::move(problems)}};
}

} // namespace

Status verify(const Session& session, int threads, Form form) {
    const auto solved = solve_all(threads);
    std::int64_t all = 0;
    std::int64_t agreeing = 0;
    for (const auto& quantities : solved) {
        all += static_cast<std::int64_t>(quantities.size());
        agreeing += std::count_if(quantities.begin(), quantities.end(), agrees);
    }
    if (form == Form::json) {
        print(json_of(solved).dump(2) + "\n");
    } else {
        print(text_of(session, solved) + "\n" +
              session.words.text(
                  "verify.summary",
                  {{"agreeing", std::to_string(agreeing)}, {"all", std::to_string(all)}}) +
              "\n");
    }
    return agreeing == all ? Status::done : Status::failed;
}

} // namespace tsunagi::program
