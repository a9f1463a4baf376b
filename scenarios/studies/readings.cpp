#include "scenarios/studies/detail/parts.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace tsunagi::detail {

namespace {

constexpr double largest_scale = 10.0;
constexpr std::string_view curve_prefix = "curve-"; // of the names of points of the effect curve
const std::array<std::string, 2> link_sources{"stated", "priors"};

std::optional<double> optional_share(TableReader& reader, std::string_view key) {
    const auto field = reader.find(key);
    return field ? std::optional{field->number(zero_to_one)} : std::nullopt;
}

Reading read_reading(TableReader& reader) {
    Reading reading{.structure_weight = optional_share(reader, "structure_weight"),
                    .switch_on = optional_share(reader, "switch_on"),
                    .scale = reader.number("scale", {0.0, largest_scale}),
                    .draw = static_cast<Reading::LinkDraw>(reader.choice("link", link_sources)),
                    .forced_link = optional_share(reader, "forced_link")};
    if (reading.draw == Reading::LinkDraw::from_priors &&
        (reading.structure_weight || reading.switch_on)) {
        const auto stated =
            reader.find(reading.structure_weight ? "structure_weight" : "switch_on");
        stated->fault("fault.stated_and_drawn");
    }
    return reading;
}

void read_curve(const Field& field, Study& study) {
    TableReader reader{field};
    const auto stated = study.text.readings;
    std::vector<std::string> names;
    names.reserve(stated.size());
    for (const auto& reading : stated) {
        names.push_back(reading.name);
    }
    const auto before = field.faults().count();
    const auto start = reader.choice("reading", names);
    const auto scales = reader.require("scales");
    const auto values = scales ? scales->numbers({0.0, largest_scale}) : std::vector<double>{};
    reader.finish();
    if (field.faults().count() == before && values.empty()) {
        scales->fault("fault.empty");
    }
    if (field.faults().count() > before || stated.empty()) {
        return;
    }
    double last = -1.0;
    for (const double scale : values) {
        // Names carry two decimals, so that is how far apart two points must be.
        if (std::round(100.0 * scale) <= std::round(100.0 * last)) {
            scales->fault("fault.scales_rise");
            return;
        }
        last = scale;
        Reading reading = study.experiment.readings[start];
        reading.scale = scale;
        study.experiment.readings.push_back(reading);
        study.text.readings.push_back({.name = fmt::format("{}{:.2f}", curve_prefix, scale),
                                       .label = stated[start].label,
                                       .curve_scale = scale});
    }
}

} // namespace

void read_readings(TableReader& root, Study& study) {
    const auto table = root.require("reading");
    const auto fields = root.members("reading");
    if (table && fields.empty()) {
        table->fault("fault.empty");
    }
    for (const auto& field : fields) {
        TableReader reader{field};
        if (field.chosen_name().starts_with(curve_prefix)) {
            field.faults().add({.id = "fault.curve_name",
                                .arguments = {{"prefix", std::string{curve_prefix}}},
                                .at = field.value().at,
                                .key = field.path()});
        }
        study.experiment.readings.push_back(read_reading(reader));
        study.text.readings.push_back(
            {.name = field.name(), .label = reader.words("label"), .curve_scale = std::nullopt});
        reader.finish();
    }
    if (const auto curve = root.find("effect_curve")) {
        read_curve(*curve, study);
    }
}

} // namespace tsunagi::detail
