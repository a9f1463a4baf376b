#include "outputs/eventlog/fact_form.hpp"
#include "outputs/eventlog/fact_words.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/enumerators.hpp"
#include "tests/unit/eventlog/hand_made_lives.hpp"

#include <set>

using namespace tsunagi;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// As many as the field has positions; two where it is an amount.
std::int64_t values_of(FactField field) {
    const auto positions = names_of(field).size();
    return positions == 0 ? 2 : static_cast<std::int64_t>(positions);
}

/// Every fact of a kind that differs in the positions that it holds.
std::vector<Fact> facts_of(FactKind kind) {
    const auto form = form_of(kind);
    std::vector<Fact> facts;
    for (std::int64_t detail = 0; detail < values_of(form.detail); ++detail) {
        for (std::int64_t amount = 0; amount < values_of(form.amount); ++amount) {
            auto fact = test::offer(test::juvenile, test::on(2021, 4, 3), Consent::given);
            fact.kind = kind;
            fact.detail = static_cast<std::uint8_t>(detail);
            fact.amount = amount;
            facts.push_back(fact);
        }
    }
    return facts;
}

} // namespace

TEST_CASE("every kind of fact and every position it holds has words, in both languages") {
    const Messages english{Language::en, TSUNAGI_CATALOGUES};
    const Messages japanese{Language::ja, TSUNAGI_CATALOGUES};
    const FactWords in_english{english, test::english_names};
    const FactWords in_japanese{japanese, test::japanese_names};
    for (const auto& [name, value] : test::fact_kinds()) {
        const auto kind = static_cast<FactKind>(value);
        CAPTURE(name);
        std::set<std::string> different;
        for (const auto& fact : facts_of(kind)) {
            CAPTURE(static_cast<int>(fact.detail), fact.amount);
            const auto english_text = in_english.text(fact);
            const auto japanese_text = in_japanese.text(fact);
            for (const auto& text : {english_text, japanese_text}) {
                CHECK_FALSE(text.empty());
                CHECK_FALSE(holds(text, "trace."));
                CHECK_FALSE(holds(text, "table."));
                CHECK_FALSE(holds(text, "{"));
            }
            CHECK(english_text != japanese_text);
            different.insert(english_text);
        }
        // What a fact holds shows in its words.
        const auto details = names_of(form_of(kind).detail).size();
        CHECK(different.size() >= std::max<std::size_t>(details, 1));
    }
}

TEST_CASE("a fact is worded with its agencies, its details and its amount") {
    const Messages english{Language::en, TSUNAGI_CATALOGUES};
    const Messages japanese{Language::ja, TSUNAGI_CATALOGUES};
    const auto told = [&](const Fact& fact) {
        return std::vector{FactWords{english, test::english_names}.text(fact),
                           FactWords{japanese, test::japanese_names}.text(fact)};
    };
    const auto at = test::on(2021, 4, 3);
    CHECK(told(test::offer(test::juvenile, at, Consent::refused)) ==
          std::vector<std::string>{
              "Probation office offers to refer to Centre (without consent to pass information on; "
              "offer no. 2)",
              "保護観察所からセンターへの紹介を勧められる（情報提供の同意なし、2回目）"});
    auto booking = test::about(test::juvenile, at, FactKind::booked);
    booking.agency = test::centre;
    booking.detail = static_cast<std::uint8_t>(Route::handover);
    booking.amount = (one_day * 12 + one_day / 2).count();
    CHECK(told(booking) == std::vector<std::string>{
                               "first appointment booked at Centre in 12.5 days (handed over with "
                               "consent)",
                               "センターの初回面接を12.5日後に予約する（同意のある引き継ぎ）"});
    auto due = test::about(test::juvenile, at, FactKind::appointment_due);
    due.agency = test::centre;
    due.amount = 250'000;
    CHECK(holds(told(due)[0], "first booking, effective link 0.250"));
    CHECK(holds(told(test::work(at))[0], "1.5 hours of work (liaison"));
    auto supervision = test::about(test::juvenile, at, FactKind::supervision_started);
    supervision.agency = test::office;
    CHECK(holds(told(supervision)[0], "(as first ordered)"));
    supervision.amount = 2;
    CHECK(holds(told(supervision)[0], "(return parole 2)"));
}

TEST_CASE("times are told by date and minute, before 1970 too") {
    CHECK(minute_text(test::on(2021, 4, 3, 9) + std::chrono::seconds{59}) == "2021-04-03 09:00");
    CHECK(minute_text(test::on(1969, 12, 31, 23)) == "1969-12-31 23:00");
    CHECK(date_text(test::on(2021, 4, 1) - Duration{1}) == "2021-03-31");
}
