#include "outputs/tables/detail/parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tsunagi::detail {
namespace {

/// From the weakest on.
constexpr std::array<std::string_view, 4> grades{
    "assumed", "published (derived)", "published", "observed"};

/// Parameters whose ids begin so make a kind of outcomes.
struct Maker {
    Basis::Kind kind{};
    std::string_view beginning;
};
constexpr std::array makers{
    Maker{Basis::Kind::use, "use."},
    Maker{Basis::Kind::tracks, "adm."},
    Maker{Basis::Kind::retention, "ep."},
    Maker{Basis::Kind::retention, "res."},
    Maker{Basis::Kind::retention, "med."},
};

bool makes(const DescribedParameter& parameter, Basis::Kind kind) {
    return std::ranges::any_of(makers, [&](const Maker& maker) {
        return maker.kind == kind && parameter.id.starts_with(maker.beginning);
    });
}

Basis basis_of(const std::vector<DescribedParameter>& parameters, Basis::Kind kind) {
    Basis basis{.kind = kind, .parameters = {}, .grade = {}, .of_grade = {}};
    basis.parameters = static_cast<std::size_t>(std::ranges::count_if(
        parameters, [kind](const DescribedParameter& one) { return makes(one, kind); }));
    for (const auto grade : grades) {
        basis.of_grade = static_cast<std::size_t>(
            std::ranges::count_if(parameters, [&](const DescribedParameter& one) {
                return one.grade == grade && makes(one, kind);
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
    return {basis_of(parameters, Basis::Kind::use),
            basis_of(parameters, Basis::Kind::tracks),
            basis_of(parameters, Basis::Kind::retention)};
}

} // namespace tsunagi::detail
