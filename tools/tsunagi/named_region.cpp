#include "tools/tsunagi/named_region.hpp"

#include "engine/lives/ways_between_agencies.hpp"
#include "scenarios/reader/overlay.hpp"
#include "scenarios/regions/region_file.hpp"

#include <utility>

namespace tsunagi::program {

namespace {

NamedRegion region_of(Study&& study) {
    auto& [experiment, text] = study;
    const auto& parameters = experiment.parameters;
    auto ways = ways_of(experiment.region, parameters.family, parameters.admission);
    return {.region = std::move(experiment.region),
            .ways = std::move(ways),
            .name = std::move(text.region),
            .agencies = std::move(text.agencies),
            .referral_labels = std::move(text.referral_labels)};
}

std::vector<NamedText> texts_of(std::vector<NamedId>&& named) {
    std::vector<NamedText> texts;
    texts.reserve(named.size());
    for (auto& [id, name] : named) {
        texts.push_back({.id = std::move(id), .name = std::move(name)});
    }
    return texts;
}

NamedRegion region_of(RegionFile&& file) {
    auto ways = file.ways();
    auto labels = file.referral_labels();
    return {.region = std::move(file.region),
            .ways = std::move(ways),
            .name = std::move(file.name),
            .agencies = texts_of(std::move(file.agencies)),
            .referral_labels = texts_of(std::move(labels))};
}

template <class Input> ReadResult<NamedRegion> named(ReadResult<Input> read) {
    ReadResult<NamedRegion> result{
        .value = {}, .faults = std::move(read.faults), .warnings = std::move(read.warnings)};
    if (read.value) {
        result.value = region_of(std::move(*read.value));
    }
    return result;
}

} // namespace

ReadResult<NamedRegion> read_named_region(const std::string& file) {
    FaultLog told;
    return kind_of(file, told) == "study" ? named(load_study(file)) : named(load_region(file));
}

} // namespace tsunagi::program
