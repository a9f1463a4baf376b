#include "scenarios/regions/region_file.hpp"

#include "engine/lives/ways_between_agencies.hpp"
#include "engine/region/region_graph.hpp"
#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/overlay.hpp"
#include "scenarios/reader/text.hpp"
#include "scenarios/regions/detail/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace tsunagi {

namespace {

const std::array<std::string, 2> rotation_modes{"share", "event"};

std::optional<ParameterBook>
read_book(Inputs& inputs, TableReader& root, const Field* changes, FaultLog& faults) {
    const auto before = faults.count();
    const auto own_changes = root.find("parameters");
    const auto file = root.require("parameter_file");
    if (!file) {
        return std::nullopt;
    }
    auto book = ParameterBook::read(
        inputs, beside(file->value().at.file, file->text()), file->value().at, faults);
    if (!book) {
        return std::nullopt;
    }
    if (own_changes) {
        book->change(*own_changes);
    }
    if (changes != nullptr) {
        book->change(*changes);
    }
    if (faults.count() == before) {
        book->check_together(faults);
    }
    return book;
}

std::optional<Catalogue> read_catalogue(Inputs& inputs, TableReader& root, FaultLog& faults) {
    const auto folder = root.require("catalogue");
    return folder ? Catalogue::read(inputs,
                                    beside(folder->value().at.file, folder->text()),
                                    folder->value().at,
                                    faults)
                  : std::nullopt;
}

// Every declared id must have a key of its own, for keys are all that the engine knows of names.
void check_keys(const Field& root, const RegionFile& region) {
    std::map<EntityKey, std::string> ids;
    for (const auto* declared : {&region.agencies, &region.municipalities}) {
        for (const auto& named : *declared) {
            const auto [earlier, is_new] = ids.emplace(key_of(named.id), named.id);
            if (!is_new) {
                root.faults().add({.id = "fault.same_key",
                                   .arguments = {{"one", earlier->second}, {"other", named.id}},
                                   .at = root.value().at});
            }
        }
    }
}

// Nothing wrong by itself, for people may come of their own accord; but few mean it.
void warn_of_no_support_path(const Field& root, const RegionFile& region) {
    const auto office = region.region.probation_office;
    const auto support = community_support(region.region);
    if (leads_to_any(region.region, region.ways(), office, support)) {
        return;
    }
    root.faults().warn({.id = "warning.no_support_path",
                        .arguments = {{"office", region.agencies[office.row()].id}},
                        .at = root.value().at});
}

} // namespace

Region empty_region() {
    return {.municipalities = {},
            .agencies = {},
            .centre = AgencyId{0},
            .probation_office = AgencyId{0},
            .travel = {},
            .links = {},
            .activities = {},
            .liaison = {},
            .referrals = {}};
}

Parameters RegionFile::parameters() const {
    Parameters parameters = book.parameters();
    parameters.relations.rotation_mode = rotation_mode;
    return parameters;
}

std::vector<NamedId> RegionFile::referral_labels() const {
    const auto& on = region.referrals;
    std::vector<NamedId> labels;
    for (const auto& row : catalogue.labels()) {
        const auto label = key_of(row.id);
        if (std::any_of(on.begin(), on.end(), [&](const ReferralRoute& one) {
                return one.label == label;
            })) {
            labels.push_back({row.id, row.label});
        }
    }
    return labels;
}

std::vector<Way> RegionFile::ways() const {
    const auto numbers = book.parameters();
    return ways_of(region, numbers.family, numbers.admission);
}

std::optional<RegionFile> read_region(Inputs& inputs,
                                      const std::string& file,
                                      const Position& named_at,
                                      const Field* changes,
                                      FaultLog& faults) {
    const auto before = faults.count();
    const auto value = read_overlaid(inputs, file, "region", named_at, faults);
    if (!value) {
        return std::nullopt;
    }
    TableReader root{Field{"", *value, faults}};
    auto book = read_book(inputs, root, changes, faults);
    auto catalogue = read_catalogue(inputs, root, faults);
    if (!book || !catalogue) {
        return std::nullopt;
    }
    RegionFile read{.region = empty_region(),
                    .book = std::move(*book),
                    .rotation_mode = {},
                    .catalogue = std::move(*catalogue),
                    .name = root.words("name"),
                    .agencies = {},
                    .municipalities = {}};
    read.rotation_mode = static_cast<RotationMode>(root.choice("rotation_mode", rotation_modes));
    detail::read_agencies(root, read);
    const auto links = root.require("links");
    if (links) {
        detail::read_links(*links, read);
    }
    detail::read_labels(root, read);
    if (links && faults.count() == before) {
        detail::read_held_contacts(*links, read);
    }
    if (faults.count() == before) {
        detail::check_services(root, read);
        detail::check_hours_of_contacts(root, read);
    }
    root.finish();
    check_keys(root.field(), read);
    if (faults.count() > before) {
        return std::nullopt;
    }
    warn_of_no_support_path(root.field(), read);
    return read;
}

ReadResult<RegionFile> load_region(const std::string& file) {
    FaultLog faults;
    Inputs inputs;
    auto region = read_region(inputs, file, {}, nullptr, faults);
    return {std::move(region), faults.sorted(), faults.warnings()};
}

const CollaborationRow* find_contact(const Field& named, const Catalogue& catalogue) {
    const auto before = named.faults().count();
    const std::string id = named.text();
    if (named.faults().count() > before) {
        return nullptr;
    }
    const auto* row = catalogue.find_label(id);
    if (row == nullptr) {
        named.fault(
            "fault.unknown_label", {{"label", id}}, nearest_names(id, catalogue.label_ids()));
        return nullptr;
    }
    if (!is_built(id)) {
        named.fault("fault.label_not_built",
                    {{"label", id}, {"name.en", row->label.en}, {"name.ja", row->label.ja}});
        return nullptr;
    }
    if (!row->rank) {
        named.fault("fault.not_a_contact", {{"label", id}});
        return nullptr;
    }
    return row;
}

bool is_switched_on(const Field& named, const CollaborationRow& contact, const Region& region) {
    const bool is_on =
        std::any_of(region.activities.begin(),
                    region.activities.end(),
                    [&](const ContactActivity& one) { return one.label == key_of(contact.id); });
    if (!is_on) {
        named.fault("fault.label_not_on", {{"label", contact.id}});
    }
    return is_on;
}

void check_meetings(const Field& per_year, std::string_view label, const ParameterBook& book) {
    const double held = book.find("sup.guarantor")->value;
    if (label == guarantor_meetings_label &&
        number_or_parameter(per_year, book, {"1/y", contacts_per_year}) > held) {
        per_year.fault("fault.more_than_held", {{"held", fmt::format("{}", held)}});
    }
}

std::optional<AgencyId> find_agency(const Field& named, const RegionFile& region) {
    const auto before = named.faults().count();
    const std::string name = named.text();
    if (named.faults().count() > before) {
        return std::nullopt;
    }
    std::vector<std::size_t> of_type;
    const auto type = region.catalogue.find_agency_type(name);
    for (std::size_t row = 0; row < region.agencies.size(); ++row) {
        if (region.agencies[row].id == name) {
            return region.region.agencies.id(row);
        }
        if (type && region.region.agencies.values()[row].type == *type) {
            of_type.push_back(row);
        }
    }
    if (of_type.size() == 1) {
        return region.region.agencies.id(of_type.front());
    }
    if (of_type.size() > 1) {
        named.fault("fault.several_agencies", {{"count", std::to_string(of_type.size())}});
        return std::nullopt;
    }
    std::vector<std::string> ids;
    if (named.faults().may_be_told()) {
        for (const auto& agency : region.agencies) {
            ids.push_back(agency.id);
        }
    }
    named.fault("fault.unknown_agency", {}, nearest_names(name, ids));
    return std::nullopt;
}

} // namespace tsunagi
