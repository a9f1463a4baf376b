#include "engine/core/sha256.hpp"
#include "engine/observation/outcome.hpp"
#include "scenarios/reader/text.hpp"
#include "scenarios/studies/study.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/scratch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace tsunagi;
using namespace std::chrono_literals;

namespace {

Study read_study(const std::string& file = test::scenario("studies/regular-contact.toml")) {
    auto study = load_study(file);
    REQUIRE(study.faults.empty());
    return std::move(*study.value);
}

// The study with more said in a file that lies over its own.
std::string write_overlay(const test::Scratch& scratch, const std::string& more) {
    return scratch.write("s.toml",
                         "schema = [1, 0]\nkind = \"study\"\nbase = \"" +
                             test::scenario("studies/regular-contact.toml") + "\"\n" + more);
}

std::string bytes_of(const std::string& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

std::size_t reading_named(const Study& study, const std::string& name) {
    const auto& readings = study.text.readings;
    const auto found =
        std::find_if(readings.begin(), readings.end(), [&](const ReadingText& reading) {
            return reading.name == name;
        });
    REQUIRE(found != readings.end());
    return static_cast<std::size_t>(found - readings.begin());
}

} // namespace

TEST_CASE("the study regular-contact compares four scenarios with today over five years") {
    const auto study = read_study();
    const auto& experiment = study.experiment;
    REQUIRE(experiment.scenarios.size() == 4);
    CHECK(study.text.scenarios[experiment.reference].name == "today");
    CHECK(experiment.scenarios[experiment.reference].policy.levers.empty());
    CHECK(experiment.scenarios[2].key == key_of("regular-contact"));
    CHECK(experiment.replications >= 200);
    CHECK(experiment.replications % experiment.replications_per_draw == 0);
    CHECK(experiment.run_start == at_date(std::chrono::sys_days{2015y / 4 / 1}));
    CHECK(experiment.policy_start == at_date(std::chrono::sys_days{2021y / 4 / 1}));
    CHECK(experiment.horizon == at_date(std::chrono::sys_days{2026y / 4 / 1}));
    CHECK(experiment.pairing == Pairing::common_random_numbers);
    REQUIRE(study.text.expectations.size() == 2);
    CHECK(study.text.expectations[0].reading == "causal");
    CHECK(study.text.expectations[1].direction == "none");
    CHECK(study.text.worth_knowing_gain == 0.01);
}

TEST_CASE("every outcome that scenarios are compared on can be expected, days by the day") {
    const test::Scratch scratch;
    std::string expected;
    for (const auto& outcome : outcome_specs()) {
        const bool share = outcome.unit == OutcomeUnit::share;
        expected += "[[expectation]]\noutcome = \"" + std::string{outcome.id} +
                    "\"\ndirection = \"fewer\"\nsize = " + (share ? "0.5" : "20") +
                    "\ntext = { en = \"Fewer.\", ja = \"減る。\" }\n";
    }
    const auto study = read_study(write_overlay(scratch, expected));
    REQUIRE(study.text.expectations.size() == outcomes);
    for (std::size_t row = 0; row < outcomes; ++row) {
        CHECK(study.text.expectations[row].outcome == outcome_specs().at(row).id);
    }
}

TEST_CASE("readings are named, and the effect curve is the causal reading at every scale") {
    const auto study = read_study();
    const auto& readings = study.experiment.readings;
    REQUIRE(readings.size() == study.text.readings.size());
    CHECK(readings.size() == 11);
    const auto& causal = readings[reading_named(study, "causal")];
    CHECK(causal.structure_weight == 1.0);
    CHECK(causal.switch_on == 1.0);
    CHECK(readings[reading_named(study, "selection")].structure_weight == 0.0);
    CHECK(readings[reading_named(study, "no-effect")].switch_on == 0.0);
    CHECK(readings[reading_named(study, "prior")].draw == Reading::LinkDraw::from_priors);
    double scale = 0.0;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (study.text.readings[i].curve_scale) {
            CHECK(readings[i].scale == scale);
            CHECK(study.text.readings[i].curve_scale == scale);
            CHECK(readings[i].structure_weight == causal.structure_weight);
            scale += 0.25;
        }
    }
    CHECK(scale == 1.75);
    CHECK(study.text.readings[reading_named(study, "curve-0.00")].curve_scale == 0.0);
}

TEST_CASE("a study says everything that its pages print") {
    const auto text = read_study().text;
    CHECK(text.name == "regular-contact");
    CHECK(text.agencies.size() == 22);
    CHECK(text.agencies[0].name.ja == "精神保健福祉センター");
    const auto gain =
        std::find_if(text.parameters.begin(), text.parameters.end(), [](const ParameterText& row) {
            return row.id == "link.theta_arr";
        });
    REQUIRE(gain != text.parameters.end());
    CHECK(gain->prior == "normal(0.5, 0.4)");
    CHECK(gain->grade == "published (derived)");
}

TEST_CASE("a study carries the published figures that its parameters cite, and no others") {
    std::set<std::string> cited;
    const auto text = read_study().text;
    for (const auto& parameter : text.parameters) {
        const auto ids = cited_ids(parameter.source);
        cited.insert(ids.begin(), ids.end());
    }
    std::set<std::string> carried;
    for (const auto& row : text.evidence) {
        INFO(row.id);
        CHECK_FALSE(row.figure.empty());
        CHECK_FALSE(row.value.empty());
        CHECK_FALSE(row.source.empty());
        CHECK_FALSE(row.address.empty());
        carried.insert(row.id);
    }
    CHECK(carried == cited);
    const auto figure = std::find_if(text.evidence.begin(),
                                     text.evidence.end(),
                                     [](const EvidenceRow& row) { return row.id == "P06"; });
    REQUIRE(figure != text.evidence.end());
    CHECK(figure->population == "Tokyo office, by treatment stage");

    const test::Scratch scratch;
    const auto changed =
        read_study(write_overlay(scratch, "[parameters]\nsup.vpo_interval = 14\n"));
    CHECK(std::none_of(changed.text.evidence.begin(),
                       changed.text.evidence.end(),
                       [](const EvidenceRow& row) { return row.id == "P06"; }));
}

TEST_CASE("every file a study rests on is named from the study's folder with its digest") {
    const auto text = read_study().text;
    CHECK(text.inputs.front().name == "regular-contact.toml");
    CHECK(text.inputs.size() == 29);
    for (const auto& input : text.inputs) {
        const auto file = beside(test::scenario("studies/regular-contact.toml"), input.name);
        INFO(file);
        CHECK(input.sha256 == sha256_hex(bytes_of(file)));
    }
}

TEST_CASE(
    "files keep their names where a study named from the working folder rests on whole paths") {
    const test::Scratch scratch;
    const auto whole = write_overlay(scratch, "");
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(std::filesystem::path{whole}.parent_path());
    const auto inputs = load_study("s.toml").value->text.inputs;
    std::filesystem::current_path(before);
    REQUIRE(inputs.size() == 30);
    CHECK(inputs.front().name == "s.toml");
    for (const auto& input : inputs) {
        const auto file = beside(whole, input.name);
        INFO(file);
        CHECK(input.sha256 == sha256_hex(bytes_of(file)));
    }
    CHECK(inputs == read_study(whole).text.inputs);
}

TEST_CASE("a study says what being in support means, and may change a part of it") {
    CHECK(read_study().experiment.windows ==
          SupportWindows{.support_days = 90, .close_days = 30, .remote = RemoteContacts::counted});
    const test::Scratch scratch;
    const auto study = read_study(write_overlay(
        scratch, "windows = { support_days = 60, remote_contacts = \"not_counted\" }\n"));
    CHECK(study.experiment.windows == SupportWindows{.support_days = 60,
                                                     .close_days = 30,
                                                     .remote = RemoteContacts::not_counted});
}

TEST_CASE("a study's own parameters come after the region's") {
    const test::Scratch scratch;
    const auto study =
        read_study(write_overlay(scratch, "[parameters]\nrel.gain = 0.10\ncap.centre.fte = 3.0\n"));
    CHECK(study.experiment.parameters.relations.gain_per_contact == 0.10);
    CHECK(study.experiment.region.agencies[study.experiment.region.centre].staffing->posts == 3.0);
}

TEST_CASE("all files of the repository's scenarios are right") {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{TSUNAGI_SCENARIOS}) {
        if (entry.path().extension() == ".toml") {
            INFO(entry.path());
            const auto found = check_any(entry.path().string(), test::scenario("catalogue"));
            CHECK(found.faults.empty());
            CHECK(found.warnings.empty());
            ++files;
        }
    }
    CHECK(files >= 14);
}

TEST_CASE("every value shown stands where it is said to stand") {
    const auto shown =
        show(test::scenario("studies/regular-contact.toml"), test::scenario("catalogue"));
    REQUIRE(shown.value);
    CHECK(shown.value->size() > 300);
    for (const auto& one : *shown.value) {
        const auto text = bytes_of(one.at.file);
        const auto lines = lines_of(text);
        REQUIRE(one.at.line >= 1);
        const auto line = characters(lines[static_cast<std::size_t>(one.at.line) - 1]);
        const auto typed = characters(one.text);
        const auto from = static_cast<std::size_t>(one.at.column) - 1;
        INFO(one.at.file << ":" << one.at.line << " " << one.key);
        // Long values are cut and parameters carry their unit, so the first characters must do.
        const auto length = std::min<std::size_t>(2, line.size() - from);
        CHECK(line.substr(from, length) == typed.substr(0, length));
    }
}
