#include "scenarios/reader/overlay.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/scratch.hpp"

using namespace tsunagi;

namespace {

const std::string bare_header = "schema = [1, 0]\nkind = \"policy\"\n";

} // namespace

TEST_CASE("an overlay joins tables key by key, replaces other values and remembers where each came "
          "from") {
    const test::Scratch scratch;
    const auto base =
        scratch.write("base.toml", bare_header + "list = [1, 2]\n[a.b]\nx = 1\ny = 2\n");
    const auto top = scratch.write(
        "top.toml", bare_header + "base = \"base.toml\"\nlist = [3]\n[a.b]\ny = 5\nz = 6\n");
    Inputs inputs;
    FaultLog faults;
    const auto root = read_overlaid(inputs, top, "policy", {}, faults);
    REQUIRE(root);
    CHECK(faults.empty());
    TableReader reader{Field{"", *root, faults}};
    CHECK(reader.require("list")->numbers() == std::vector<double>{3.0});
    TableReader b{*TableReader{*reader.require("a")}.require("b")};
    CHECK(b.number("x") == 1.0);
    CHECK(b.number("y") == 5.0);
    CHECK(b.number("z") == 6.0);
    CHECK(b.require("x")->value().at.file == base);
    CHECK(b.require("y")->value().at == Position{top, 6, 5});
    CHECK(inputs.files().size() == 2);
    CHECK(inputs.files()[1].name == "base.toml");
}

TEST_CASE(
    "keys are taken out of the base before the overlay is laid on, dots within keys included") {
    const test::Scratch scratch;
    scratch.write("base.toml", bare_header + "[label.\"t2.05\"]\nx = 1\n[label.liaison]\nx = 2\n");
    const auto top = scratch.write(
        "top.toml",
        bare_header + "base = \"base.toml\"\nwithout = [\"label.t2.05\", \"label.liaison.x\"]\n");
    Inputs inputs;
    FaultLog faults;
    const auto root = read_overlaid(inputs, top, "policy", {}, faults);
    REQUIRE(root);
    CHECK(faults.empty());
    TableReader reader{Field{"", *root, faults}};
    const auto labels = reader.members("label");
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].name() == "liaison");
    CHECK(TableReader{labels[0]}.members().empty());
}

TEST_CASE("a file laid over itself is a fault, however long the way round") {
    const test::Scratch scratch;
    const auto one = scratch.write("one.toml", bare_header + "base = \"two.toml\"\n");
    scratch.write("two.toml", bare_header + "base = \"three.toml\"\n");
    scratch.write("three.toml", bare_header + "base = \"two.toml\"\n");
    const auto self = scratch.write("self.toml", bare_header + "base = \"./self.toml\"\n");
    for (const auto& file : {one, self}) {
        Inputs inputs;
        FaultLog faults;
        CHECK_FALSE(read_overlaid(inputs, file, "policy", {}, faults));
        REQUIRE(faults.count() == 1);
        CHECK(faults.sorted()[0].id == "fault.overlay_of_itself");
    }
}
