#include "engine/observation/episode_book.hpp"

#include <algorithm>
#include <limits>

namespace tsunagi {

namespace {

EpisodeOutcome outcome_of(EpisodeEnd end) {
    switch (end) {
    case EpisodeEnd::drop_out:
    case EpisodeEnd::silence:
    case EpisodeEnd::money:
        return EpisodeOutcome::drop_out;
    case EpisodeEnd::review:
    case EpisodeEnd::completed:
        return EpisodeOutcome::in_order;
    case EpisodeEnd::custody:
        return EpisodeOutcome::custody;
    case EpisodeEnd::death:
        return EpisodeOutcome::death;
    case EpisodeEnd::moved:
    case EpisodeEnd::other_residence:
        return EpisodeOutcome::censored;
    }
    violate("an episode's end is one of the list", __FILE__, __LINE__);
}

std::uint16_t begun_days(Duration length) {
    constexpr std::int64_t most = std::numeric_limits<std::uint16_t>::max();
    const auto days = std::chrono::ceil<std::chrono::days>(length).count();
    return static_cast<std::uint16_t>(std::clamp<std::int64_t>(days, 1, most));
}

} // namespace

void EpisodeBook::open(const Fact& fact) {
    if (covers(span_, fact.at)) {
        open_.push_back({.client = fact.client.value(),
                         .agency = fact.agency.value(),
                         .service = static_cast<Service>(fact.detail),
                         .since = fact.at});
    }
}

void EpisodeBook::end(const Fact& fact) {
    const auto service = static_cast<Service>(fact.amount);
    const auto found = std::find_if(open_.begin(), open_.end(), [&](const Open& one) {
        return fact.client == one.client && fact.agency == one.agency && service == one.service;
    });
    if (found == open_.end()) {
        return; // opened in the warm-up
    }
    finished_.push_back({.service = service,
                         .outcome = outcome_of(static_cast<EpisodeEnd>(fact.detail)),
                         .days = begun_days(fact.at - found->since)});
    // The order of the open ones is that of their beginnings and enters the result.
    open_.erase(found);
}

std::vector<FinishedEpisode> EpisodeBook::finish() const {
    auto all = finished_;
    for (const auto& one : open_) {
        all.push_back({.service = one.service,
                       .outcome = EpisodeOutcome::censored,
                       .days = begun_days(span_.horizon - one.since)});
    }
    return all;
}

} // namespace tsunagi
