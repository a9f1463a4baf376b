#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tsunagi::detail {
namespace {

/// From the weakest on.
constexpr std::array<std::string_view, 4> grades{
    "assumed", "published (derived)", "published", "observed"};

/// Beginnings of the ids of the parameters that make a kind of outcomes.
struct Makers {
    Basis::Kind kind{};
    std::array<std::string_view, 3> beginnings; ///< filled up with the first
};
constexpr std::array makers{
    Makers{Basis::Kind::use, {"use.", "use.", "use."}},
    Makers{Basis::Kind::tracks, {"adm.", "adm.", "adm."}},
    Makers{Basis::Kind::retention, {"ep.", "res.", "med."}},
};

Basis basis_of(const std::vector<DescribedParameter>& parameters, const Makers& made) {
    const auto makes = [&](const DescribedParameter& parameter) {
        return std::ranges::any_of(made.beginnings, [&](std::string_view beginning) {
            return parameter.id.starts_with(beginning);
        });
    };
    Basis basis{.kind = made.kind, .parameters = {}, .grade = {}, .of_grade = {}};
    basis.parameters = static_cast<std::size_t>(std::ranges::count_if(parameters, makes));
    for (const auto grade : grades) {
        basis.of_grade = static_cast<std::size_t>(
            std::ranges::count_if(parameters, [&](const DescribedParameter& parameter) {
                return parameter.grade == grade && makes(parameter);
            }));
        if (basis.of_grade > 0) {
            basis.grade = grade;
            break;
        }
    }
    return basis;
}

} // namespace

std::array<Basis, 3> bases(const std::vector<DescribedParameter>& parameters) {
    std::array<Basis, makers.size()> found;
    for (std::size_t row = 0; row < makers.size(); ++row) {
        found.at(row) = basis_of(parameters, makers.at(row));
    }
    return found;
}

} // namespace tsunagi::detail
