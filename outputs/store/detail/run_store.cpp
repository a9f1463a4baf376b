#include "outputs/store/detail/run_store.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/store/names.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <span>
#include <stdexcept>

namespace tsunagi::detail {
namespace {

static_assert(std::endian::native == std::endian::little,
              "arrays are stored as they lie in memory");

hsize_t size_of_axis(std::string_view axis, const RunShape& shape) {
    struct Axis {
        std::string_view name;
        std::size_t size;
    };
    const std::array sizes{
        Axis{"reading", shape.readings},
        Axis{"scenario", shape.scenarios},
        Axis{"replication", shape.replications},
        Axis{"agency", shape.agencies},
        Axis{"year", shape.years},
        Axis{"municipality", shape.municipalities},
        Axis{"fiscal_year", shape.fiscal_years},
        Axis{"day", follow_up_days},
        Axis{"month", use_months},
        Axis{"wait_bin", wait_bins},
        Axis{"episode_bin", episode_bins},
        Axis{"language", 2},
    };
    for (const auto& [name, size] : sizes) {
        if (name == axis) {
            return size;
        }
    }
    for (std::size_t fixed = 0; fixed < fixed_axes; ++fixed) {
        if (name_of(static_cast<FixedAxis>(fixed)) == axis) {
            return positions_of(static_cast<FixedAxis>(fixed)).size();
        }
    }
    violate("every axis of runs and labels has a size", __FILE__, __LINE__);
}

Dims dims_of(const DatasetSpec& spec, const RunShape& shape) {
    Dims dims;
    for (const auto axis : axes_of(spec)) {
        dims.push_back(size_of_axis(axis, shape));
    }
    return dims;
}

std::vector<std::string> names_on(FixedAxis axis) {
    std::vector<std::string> names;
    for (const auto& position : positions_of(axis)) {
        names.emplace_back(position.name);
    }
    return names;
}

std::vector<std::string> count_meanings() {
    std::vector<std::string> meanings;
    for (const auto& position : positions_of(FixedAxis::count)) {
        meanings.emplace_back(position.en);
        meanings.emplace_back(position.ja);
    }
    return meanings;
}

template <class Edges> std::vector<double> edges_of_bins(const Edges& closed) {
    std::vector<double> edges(closed.begin(), closed.end());
    edges.push_back(std::numeric_limits<double>::infinity());
    return edges;
}

/// Calls visit(path, values) for every dataset of the part "labels".
template <class Visit> void for_each_label(Visit&& visit) {
    visit("/labels/language", std::vector<std::string>{"en", "ja"});
    visit("/labels/group", names_on(FixedAxis::group));
    visit("/labels/level", names_on(FixedAxis::level));
    visit("/labels/count", names_on(FixedAxis::count));
    visit("/labels/count_meaning", count_meanings());
    visit("/labels/first_event", names_on(FixedAxis::first_event));
    visit("/labels/use_event", names_on(FixedAxis::use_event));
    visit("/labels/service", names_on(FixedAxis::service));
    visit("/labels/episode_outcome", names_on(FixedAxis::episode_outcome));
    visit("/labels/episode_bin_upper_days", edges_of_bins(episode_edges));
    visit("/labels/route", names_on(FixedAxis::route));
    visit("/labels/wait_bin_upper_days", edges_of_bins(wait_edges));
    visit("/labels/task", names_on(FixedAxis::task));
    visit("/labels/agency_count", names_on(FixedAxis::agency_count));
    visit("/labels/service_count", names_on(FixedAxis::service_count));
    visit("/labels/admission_route", names_on(FixedAxis::admission_route));
    visit("/labels/track_count", names_on(FixedAxis::track_count));
    visit("/labels/other_client", names_on(FixedAxis::other_client));
    visit("/labels/other_count", names_on(FixedAxis::other_count));
}

/// A table of this shape takes as much memory as its file can hold, so sizes come first.
void expect_sizes(const ImageReader& file, const RunShape& shape) {
    for (const auto& spec : schema()) {
        if (spec.part == StoredPart::runs && file.dims(spec) != dims_of(spec, shape)) {
            throw std::invalid_argument{"sizes differ in " + std::string{spec.path}};
        }
    }
}

constexpr bool is_state(std::int8_t stored) {
    return stored == static_cast<std::int8_t>(RunState::completed) ||
           stored == static_cast<std::int8_t>(RunState::failed);
}

} // namespace

void write_runs(ImageWriter& file, const RunTable& runs) {
    runs.for_each_dataset([&](std::string_view path, const auto& array) {
        const auto& spec = spec_of(path);
        file.write(spec, dims_of(spec, runs.shape()), std::span{array});
    });
}

RunTable read_runs(const ImageReader& file, const RunShape& shape) {
    expect_sizes(file, shape);
    RunTable runs{shape};
    runs.for_each_dataset([&](std::string_view path, auto& array) {
        file.read(spec_of(path), array);
        if (path == "/failed" && !std::ranges::all_of(array, is_state)) {
            throw std::invalid_argument{"a run neither came to its end nor failed"};
        }
    });
    return runs;
}

void write_labels(ImageWriter& file) {
    for_each_label([&](std::string_view path, const auto& values) {
        const auto& spec = spec_of(path);
        file.write(spec, dims_of(spec, {}), std::span{values});
    });
}

void check_labels(const ImageReader& file) {
    for_each_label([&](std::string_view path, const auto& expected) {
        auto stored = expected;
        file.read(spec_of(path), stored);
        // A meaning may be worded anew without meaning something else.
        if (stored != expected && path != "/labels/count_meaning") {
            throw std::invalid_argument{"other labels in " + std::string{path}};
        }
    });
}

} // namespace tsunagi::detail
