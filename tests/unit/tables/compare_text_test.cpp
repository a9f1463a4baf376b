#include "outputs/tables/compare_text.hpp"
#include "outputs/tables/labels.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

using namespace tsunagi;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE(
    "the tables split the headline by link, and have no message without words, in both languages") {
    const auto analysis = analyse(synthetic::study(8));
    for (const auto language : {Language::en, Language::ja}) {
        const Messages messages{language, TSUNAGI_CATALOGUES};
        const auto text = compare_text(analysis, messages);
        CHECK_FALSE(holds(text, "table."));
        CHECK_FALSE(holds(text, "{"));
        CHECK(holds(text, in_language(analysis.study.facts.question, language)));
        CHECK(holds(text, messages.text("table.group.good")));
        CHECK(text.find(messages.text("table.group.good")) <
              text.find(messages.text("table.outcome.support_90")));
        CHECK(holds(text, messages.text("table.identical")));
    }
}

TEST_CASE("without an expectation the tables say so") {
    auto results = synthetic::study(4);
    results.study.expectations.clear();
    const Messages messages{Language::en, TSUNAGI_CATALOGUES};
    CHECK(holds(compare_text(analyse(results), messages), messages.text("table.no_expectation")));
}

TEST_CASE("everything that tables name has words in both languages") {
    for (const auto language : {Language::en, Language::ja}) {
        const Messages messages{language, TSUNAGI_CATALOGUES};
        for (const auto& spec : outcome_specs()) {
            CHECK(messages.has(label_id(spec.outcome)));
        }
        for (const auto group : analysis_groups) {
            CHECK(messages.has(label_id(group)));
        }
        for (std::size_t task = 0; task < tasks; ++task) {
            CHECK(messages.has(label_id(static_cast<Task>(task))));
        }
    }
}
