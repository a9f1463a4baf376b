#include "outputs/store/detail/run_store.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/store/names.hpp"

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
        Axis{"group", link_groups},
        Axis{"count", counts},
        Axis{"day", follow_up_days},
        Axis{"route", routes},
        Axis{"wait_bin", wait_bins},
        Axis{"task", tasks},
        Axis{"language", 2},
    };
    for (const auto& [name, size] : sizes) {
        if (name == axis) {
            return size;
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

template <class Enum, std::size_t size> std::vector<std::string> names() {
    std::vector<std::string> names;
    for (std::size_t row = 0; row < size; ++row) {
        names.emplace_back(name_of(static_cast<Enum>(row)));
    }
    return names;
}

std::vector<std::string> count_meanings() {
    std::vector<std::string> meanings;
    for (std::size_t row = 0; row < counts; ++row) {
        meanings.emplace_back(meaning_of(static_cast<Count>(row)));
    }
    return meanings;
}

std::vector<double> wait_bin_edges() {
    std::vector<double> edges(wait_edges.begin(), wait_edges.end());
    edges.push_back(std::numeric_limits<double>::infinity());
    return edges;
}

/// Calls visit(path, values) for every dataset of the part "labels".
template <class Visit> void for_each_label(Visit&& visit) {
    visit("/labels/language", std::vector<std::string>{"en", "ja"});
    visit("/labels/group", names<LinkGroup, link_groups>());
    visit("/labels/count", names<Count, counts>());
    visit("/labels/count_meaning", count_meanings());
    visit("/labels/route", names<Route, routes>());
    visit("/labels/wait_bin_upper_days", wait_bin_edges());
    visit("/labels/task", names<Task, tasks>());
}

} // namespace

void write_runs(ImageWriter& file, const RunTable& runs) {
    runs.for_each_dataset([&](std::string_view path, const auto& array) {
        const auto& spec = spec_of(path);
        file.write(spec, dims_of(spec, runs.shape()), std::span{array});
    });
}

RunTable read_runs(const ImageReader& file, const RunShape& shape) {
    RunTable runs{shape};
    runs.for_each_dataset([&](std::string_view path, auto& array) {
        const auto& spec = spec_of(path);
        if (file.dims(spec) != dims_of(spec, shape)) {
            throw std::invalid_argument{"sizes differ in " + std::string{path}};
        }
        file.read(spec, array);
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
