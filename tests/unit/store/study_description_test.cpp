#include "engine/core/contracts.hpp"
#include "outputs/store/study_description.hpp"
#include "outputs/store/value_text.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/synthetic_study.hpp"

using namespace tsunagi;
using namespace std::chrono;

TEST_CASE("a study is recorded at its policy start and on each anniversary up to the horizon") {
    auto facts = synthetic::description(4).facts;
    CHECK(yearly_records(facts) == 6);
    facts.horizon = sys_days{2026y / March / 31};
    CHECK(yearly_records(facts) == 5);
    facts.horizon = sys_days{2021y / April / 2};
    CHECK(yearly_records(facts) == 1);
}

TEST_CASE("a description that does not fit together is a bug of ours") {
    const auto good = synthetic::description(4);
    CHECK_NOTHROW(check(good));
    CHECK(reference_row(good) == 0);
    auto bad = good;
    bad.facts.reference = "tomorrow";
    CHECK_THROWS_AS(check(bad), ContractViolation);
    bad = good;
    bad.scenarios[1].name = bad.scenarios[0].name;
    CHECK_THROWS_AS(check(bad), ContractViolation);
    bad = good;
    bad.municipalities[1].id = bad.municipalities[0].id;
    CHECK_THROWS_AS(check(bad), ContractViolation);
    bad = good;
    bad.facts.horizon = bad.facts.policy_start;
    CHECK_THROWS_AS(check(bad), ContractViolation);
    bad = good;
    bad.facts.replications = 0;
    CHECK_THROWS_AS(check(bad), ContractViolation);
    bad = good;
    bad.expectations.front().size = -0.02;
    CHECK_THROWS_AS(check(bad), ContractViolation);
}

TEST_CASE("dates and words read back as they were written, and nothing else is taken") {
    sys_days date{};
    read_text(text_of(sys_days{2024y / February / 29}), date);
    CHECK(date == sys_days{2024y / February / 29});
    CHECK(text_of(date) == "2024-02-29");
    for (const auto* wrong : {"2023-02-29", "2023-2-1", "2023-02-1x", "", "2023/02/01"}) {
        CHECK_THROWS_AS(read_text(wrong, date), std::invalid_argument);
    }
    StatedExpectation::Direction direction{};
    read_text("fewer", direction);
    CHECK(direction == StatedExpectation::Direction::fewer);
    CHECK_THROWS_AS(read_text("less", direction), std::invalid_argument);
}

TEST_CASE("the digest of the inputs changes with any of them") {
    auto study = synthetic::description(4);
    const auto before = inputs_digest(study);
    study.inputs[1].digest[0] = 'c';
    CHECK(inputs_digest(study) != before);
}
