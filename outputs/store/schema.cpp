#include "outputs/store/schema.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/store/detail/schema_parts.hpp"

#include <algorithm>
#include <vector>

namespace tsunagi {

std::span<const DatasetSpec> schema() {
    static const std::vector<DatasetSpec> whole = [] {
        std::vector<DatasetSpec> table;
        for (const auto part :
             {detail::run_datasets(), detail::study_datasets(), detail::label_datasets()}) {
            table.insert(table.end(), part.begin(), part.end());
        }
        return table;
    }();
    return whole;
}

const DatasetSpec& spec_of(std::string_view path) {
    const auto table = schema();
    const auto found = std::ranges::find(table, path, &DatasetSpec::path);
    expects(found != table.end(), "every dataset stands in the schema");
    return *found;
}

std::string_view name_of(StoredType type) {
    using enum StoredType;
    switch (type) {
    case text:
        return "text";
    case int8:
        return "int8";
    case int16:
        return "int16";
    case int32:
        return "int32";
    case int64:
        return "int64";
    case uint64:
        return "uint64";
    case float64:
        return "float64";
    }
    violate("stored type out of range", __FILE__, __LINE__);
}

std::vector<std::string_view> axes_of(const DatasetSpec& spec) {
    std::vector<std::string_view> axes;
    for (auto rest = spec.axes; !rest.empty();) {
        const auto comma = rest.find(", ");
        axes.push_back(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
    }
    return axes;
}

} // namespace tsunagi
