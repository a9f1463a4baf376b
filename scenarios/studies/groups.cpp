#include "engine/observation/groups.hpp"

#include "scenarios/studies/detail/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tsunagi::detail {

namespace {

std::vector<Field> named_groups(const Field& field) {
    return std::holds_alternative<std::string>(field.value().content) ? std::vector{field}
                                                                      : field.list();
}

} // namespace

void check_groups(TableReader& root) {
    const auto field = root.find("groups");
    if (!field) {
        return;
    }
    const auto before = field->faults().count();
    const std::vector<std::string> ids{group_ids.begin(), group_ids.end()};
    const FaultArgument listed{"groups", fmt::format("{}", fmt::join(ids, ", "))};
    for (const auto& named : named_groups(*field)) {
        const auto faults = named.faults().count();
        const auto id = named.text();
        const bool is_known = std::find(ids.begin(), ids.end(), id) != ids.end();
        if (!is_known && named.faults().count() == faults) {
            named.fault("fault.group_after_index", {listed});
        }
    }
    if (field->faults().count() == before) {
        field->fault("fault.groups_of_all", {listed});
    }
}

} // namespace tsunagi::detail
