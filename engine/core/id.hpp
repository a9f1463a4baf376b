#pragma once

#include "engine/core/contracts.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>

namespace tsunagi {

/// Row of one kind of thing in the run's columns. Never empty, no arithmetic, no conversion.
template <class Tag> class Id {
public:
    explicit constexpr Id(std::uint32_t row) : row_{row} {}
    constexpr std::size_t row() const { return row_; }
    friend constexpr auto operator<=>(Id, Id) = default;

private:
    std::uint32_t row_;
};

/// An Id or nothing, in the size of an Id.
template <class Tag> class OptionalId {
public:
    constexpr OptionalId() = default;
    constexpr OptionalId(Id<Tag> id) : row_{static_cast<std::uint32_t>(id.row())} {}
    constexpr bool has_value() const { return row_ != nothing; }
    constexpr Id<Tag> value() const {
        expects(has_value(), "an empty id has no value");
        return Id<Tag>{row_};
    }
    friend constexpr bool operator==(OptionalId, OptionalId) = default;

private:
    static constexpr std::uint32_t nothing = UINT32_MAX;
    std::uint32_t row_ = nothing;
};

using ClientId = Id<struct ClientTag>;
using AgencyId = Id<struct AgencyTag>;
using PairId = Id<struct PairTag>;
using AcquaintanceId = Id<struct AcquaintanceTag>;
using ReferralId = Id<struct ReferralTag>;
using WaitingId = Id<struct WaitingTag>;
using PersonLifeId = Id<struct PersonLifeTag>;
using FamilyLifeId = Id<struct FamilyLifeTag>;
using EpisodeId = Id<struct EpisodeTag>;
using MunicipalityId = Id<struct MunicipalityTag>;

} // namespace tsunagi
