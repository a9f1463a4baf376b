#include "scenarios/parameters/parameter_book.hpp"
#include "scenarios/reader/toml.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/default_parameters.hpp"
#include "tests/unit/scenarios/scratch.hpp"

#include <array>
#include <cmath>
#include <set>

using namespace tsunagi;

namespace {

ParameterBook read_defaults() {
    Inputs inputs;
    FaultLog faults;
    auto book = ParameterBook::read(inputs, test::scenario("parameters/default.toml"), {}, faults);
    REQUIRE(book);
    return std::move(*book);
}

// Faults of a change, which keeps its own copy of the text.
std::vector<Fault> change(ParameterBook& book, const std::string& text) {
    FaultLog faults;
    const auto root = parse_toml(text, "change", faults);
    REQUIRE(root);
    TableReader reader{Field{"", *root, faults}};
    book.change(*reader.require("parameters"));
    if (faults.empty()) {
        book.check_together(faults);
    }
    return faults.sorted();
}

struct Row {
    const char* id;
    double value;
    double lower;
    double upper;
};

/// Some of every part of the table.
constexpr std::array table_of_the_model{Row{"intake.parole_only", 48.6, 30, 65},
                                        Row{"att.in_care", 0.02, 0.005, 0.10},
                                        Row{"sup.parole_median", 120, 90, 150},
                                        Row{"sup.officer_interval", 30, 14, 60},
                                        Row{"sup.guarantor", 6, 2, 12},
                                        Row{"rel.gain", 0.20, 0.05, 0.25},
                                        Row{"rel.half_life", 365, 110, 730},
                                        Row{"rel.routine", 0.30, 0, 0.9},
                                        Row{"link.kappa", 1, 0, 1.5},
                                        Row{"link.theta_arr", 0.5, -0.3, 1.4},
                                        Row{"link.theta_ret", -0.1, -0.5, 0.3},
                                        Row{"rec.rho", 0.25, 0.10, 0.50},
                                        Row{"offer.t2.01.warm", 0.30, 0.15, 0.45},
                                        Row{"acc.base", 0.35, -0.65, 1.35},
                                        Row{"lead.cold", 30, 21, 60},
                                        Row{"arr.level", -0.4387, -1.1, 0.3},
                                        Row{"arr.fast", 1.3905, 0.3, 3.0},
                                        Row{"ep.phi", 0.60, 0.30, 1.0},
                                        Row{"ep.gap", 90, 90, 180},
                                        Row{"cap.centre.fte", 2.0, 1.0, 5.0},
                                        Row{"cap.centre.programme_p", 0.68, 0.56, 0.78},
                                        Row{"cap.facility.places", 14, 8, 30},
                                        Row{"cap.hosp_spec.beds", 6, 2, 20},
                                        Row{"intake.full_term", 36.6, 20, 40},
                                        Row{"att.home_orf", 0.25, 0.1, 0.4},
                                        Row{"sup.tech_parole", 0.04, 0, 0.15},
                                        Row{"bump.arrest", 0.35, 0.1, 0.5},
                                        Row{"ready.tau", 14, 5, 30},
                                        Row{"self.crisis", 3, 0, 8},
                                        Row{"acc.resist", 3.0, 1, 5},
                                        Row{"lead.hosp_cold", 45, 21, 90},
                                        Row{"arr.escort", 1.2, 0.3, 2.5},
                                        Row{"queue.patience", 60, 20, 180},
                                        Row{"ep.second.outpatient", 0.55, 0.5, 0.85},
                                        Row{"ep.scale.outpatient", 60, 30, 120},
                                        Row{"ep.burden", 0.10, 0, 0.20},
                                        Row{"use.median", 137, 90, 200},
                                        Row{"use.kappa", 0.32, 0.2, 0.6},
                                        Row{"use.arrest_R", 1.0, 0.6, 1.8},
                                        Row{"use.hr_self_help", 0.5, 0.25, 1.0},
                                        Row{"adm.base", -5.0, -6, -4},
                                        Row{"res.settle", 0.33, 0.2, 0.5},
                                        Row{"res.late_scale", 420, 290, 560},
                                        Row{"med.base", 0.02, 0.01, 0.05},
                                        Row{"ben.apply", 60, 30, 120},
                                        Row{"fam.call", 0.20, 0.05, 0.5},
                                        Row{"fam.entry", 0.30, 0.1, 1.0}};

} // namespace

TEST_CASE("every number of the engine's parameters has one binding") {
    Parameters parameters{};
    std::set<std::string_view> ids;
    std::set<const double*> slots;
    for (const auto& binding : parameter_bindings()) {
        CHECK(ids.insert(binding.id).second);
        if (binding.slot != nullptr) {
            INFO(binding.id);
            CHECK(slots.insert(&binding.slot(parameters)).second);
        }
    }
    // All of Parameters is doubles but the mode of rotation, which takes the room of one. Rows of
    // beds and places are not used, and three scales are computed.
    constexpr std::size_t unused_rows = 2 * sizeof(ServiceParameters) / sizeof(double);
    constexpr std::size_t computed_scales = 3;
    CHECK(slots.size() == sizeof(Parameters) / sizeof(double) - 1 - unused_rows - computed_scales);
    for (const auto service :
         {Service::counselling, Service::programme, Service::hospital_programme}) {
        const auto& row = parameters.episodes.by_service.at(static_cast<std::size_t>(service));
        CHECK(slots.count(&row.scale_days) == 0);
    }
}

TEST_CASE("the parameter files define every bound id, and each goes into its slot") {
    const auto book = read_defaults();
    CHECK(book.rows().size() == parameter_bindings().size());
    auto parameters = book.parameters();
    for (const auto& binding : parameter_bindings()) {
        if (binding.slot != nullptr) {
            CHECK(binding.slot(parameters) == book.find(binding.id)->value);
        }
    }
}

TEST_CASE("tests that use no files use the numbers of the files") {
    const auto book = read_defaults();
    auto written = test::default_parameters();
    for (const auto& binding : parameter_bindings()) {
        if (binding.slot != nullptr) {
            INFO(binding.id);
            CHECK(binding.slot(written) == book.find(binding.id)->value);
        }
    }
}

TEST_CASE("parameters have the values and bounds of the model's table") {
    const auto book = read_defaults();
    for (const auto& row : table_of_the_model) {
        INFO(row.id);
        const auto* found = book.find(row.id);
        CHECK(found->value == row.value);
        CHECK(found->lower == row.lower);
        CHECK(found->upper == row.upper);
    }
}

TEST_CASE(
    "a figure of the survey is observed, a reading of it assumed, a rule of practice published") {
    const auto book = read_defaults();
    CHECK(book.find("rel.any_good")->grade == Grade::observed);
    CHECK(book.find("rel.unprinted_mentions")->grade == Grade::assumed);
    CHECK(book.find("sup.core_first_day")->grade == Grade::published);
    CHECK(book.find("sup.core_first_day")->source == "P01");
}

TEST_CASE("the priors of the link are those of the model, in the order the engine draws them") {
    const auto drawable = read_defaults().drawable(link_parameter_ids());
    REQUIRE(drawable.size() == 5);
    CHECK(std::holds_alternative<UniformPrior>(drawable[0].prior));
    CHECK(std::get<SwitchPrior>(drawable[1].prior).at_zero == 0.25);
    CHECK(std::holds_alternative<UniformPrior>(drawable[2].prior));
    CHECK(std::get<NormalPrior>(drawable[3].prior).sd == 0.4);
    CHECK(std::get<NormalPrior>(drawable[4].prior).mean == -0.1);
    Parameters parameters{};
    CHECK(&drawable[3].slot(parameters) == &parameters.link.arrival);
    CHECK(drawable[3].key == key_of("link.theta_arr"));
}

TEST_CASE("the fit of the wait curve goes through the published 72, 41 and 38 percent") {
    const auto p = read_defaults().parameters().referral;
    const auto kept = [&](double days) {
        const double logit = p.arrive_level +
                             p.arrive_fast * std::exp(-(days - 1.0) / p.arrive_fast_days) -
                             p.arrive_slow * days / 7.0;
        return 1.0 / (1.0 + std::exp(-logit));
    };
    CHECK(kept(1.0) == Approx(0.72).margin(0.001));
    CHECK(kept(3.0) == Approx(0.41).margin(0.001));
    CHECK(kept(7.0) == Approx(0.38).margin(0.001));
}

TEST_CASE(
    "a value changed without a grade is assumed, and the old source no longer speaks for it") {
    auto book = read_defaults();
    CHECK(book.find("arr.slow")->grade == Grade::published_derived);
    CHECK(change(book, "[parameters]\narr.slow = 0.04\n").empty());
    CHECK(book.find("arr.slow")->value == 0.04);
    CHECK(book.find("arr.slow")->grade == Grade::assumed);
    CHECK(book.find("arr.slow")->source.empty());
    CHECK(
        change(book,
               "[parameters.arr.slow]\nvalue = 0.06\ngrade = \"observed\"\nsource = \"our log\"\n")
            .empty());
    CHECK(book.find("arr.slow")->grade == Grade::observed);
    CHECK(book.find("arr.slow")->source == "our log");
}

TEST_CASE("a value may leave its bounds only together with them") {
    auto book = read_defaults();
    CHECK(change(book, "[parameters]\nrel.gain = 0.3\n").size() == 1);
    book = read_defaults();
    CHECK(change(book, "[parameters.rel.gain]\nvalue = 0.3\nupper = 0.4\n").empty());
    book = read_defaults();
    CHECK(change(book, "[parameters.rel.gain]\nupper = 0.1\n").size() == 1);
}

TEST_CASE("a prior without numbers may be a word or a table") {
    auto book = read_defaults();
    for (const std::string law : {"fixed", "uniform", "log-uniform"}) {
        CAPTURE(law);
        for (const auto& written : {'"' + law + '"', "{ law = \"" + law + "\" }"}) {
            CHECK(change(book, "[parameters.rel.gain]\nprior = \"fixed\"\n").empty());
            CHECK(change(book, "[parameters.rel.gain]\nprior = " + written + "\n").empty());
            CHECK(prior_text(book.find("rel.gain")->prior) == law);
        }
    }
}

TEST_CASE("a prior fits between the bounds of its parameter") {
    for (const auto* prior : {"{ law = \"beta\", alpha = 2.0, beta = 2.0 }",
                              "{ law = \"switch\", at_zero = 0.5 }",
                              "\"log-uniform\""}) {
        CAPTURE(prior);
        auto book = read_defaults();
        // From -0.3 to 1.4.
        const auto faults =
            change(book, std::string{"[parameters.link.theta_arr]\nprior = "} + prior + "\n");
        REQUIRE(faults.size() == 1);
        CHECK(faults[0].id == "fault.prior_bounds");
    }
}

TEST_CASE("shares that sum to one keep doing so") {
    auto book = read_defaults();
    CHECK(change(book,
                 "[parameters]\nsup.suspended.months_24 = 0.10\nsup.suspended.months_36 = 0.50\n")
              .empty());
    CHECK(change(book, "[parameters]\nsup.suspended.months_24 = 0.11\n").size() == 1);
}

TEST_CASE("shares that leave a rest to others do not exceed one") {
    auto book = read_defaults();
    CHECK(change(book,
                 "[parameters]\natt.home_orf = { value = 0.6, upper = 0.7 }\n"
                 "att.home_alone = 0.40\n")
              .empty());
    CHECK(change(book, "[parameters]\natt.home_orf = 0.61\n").size() == 1);
}

TEST_CASE("a file with parts changes what its parts define: the alternative set of use") {
    Inputs inputs;
    FaultLog faults;
    const auto book =
        ParameterBook::read(inputs, test::scenario("parameters/alternative-use.toml"), {}, faults);
    REQUIRE(book);
    const auto base = read_defaults();
    std::set<std::string> changed;
    for (const auto& row : base.rows()) {
        if (book->find(row.id)->value != row.value) {
            changed.insert(row.id);
        }
    }
    CHECK(changed == std::set<std::string>{"use.arrest_R",
                                           "use.escalate",
                                           "use.full_term",
                                           "use.late",
                                           "use.severity_ratio",
                                           "use.stable"});
    CHECK(book->find("use.late")->value == 0.50);
    CHECK(book->find("use.late")->grade == Grade::published_derived);
    CHECK(book->find("use.kappa")->value == 0.32);
}

TEST_CASE("the hazard of a lapse over a year is that of the model's worked number") {
    const auto use = read_defaults().parameters().use;
    const double hazard =
        use.early * std::log(1.0 + std::pow(365.25 / use.median_days, use.shape)) +
        use.late_per_year;
    CHECK(hazard == Approx(0.6535).margin(0.0001));
}

TEST_CASE("the scales tied to the loss in a year have no row, all other services have one") {
    const auto book = read_defaults();
    for (const auto* service : {"counselling", "programme", "hospital_programme"}) {
        CHECK(book.find(std::string{"ep.scale."} + service) == nullptr);
    }
    for (const auto* service : {"outpatient",
                                "day_programme",
                                "self_help",
                                "family_counselling",
                                "family_class",
                                "family_meeting"}) {
        CHECK(book.find(std::string{"ep.scale."} + service) != nullptr);
    }
}

TEST_CASE("evidence ids are found in the words of a source") {
    CHECK(cited_ids("(J03 x J04 - J05) / 50 offices; see S01") ==
          std::vector<std::string>{"J03", "J04", "J05", "S01"});
    CHECK(cited_ids("20 days of 7.75 hours, H180, AJ03, J034").empty());
}
