#include "engine/experiment/detail/counselling_book.hpp"

#include <algorithm>

namespace tsunagi::detail {

namespace {

constexpr Duration year = std::chrono::seconds{31'557'600}; // 365.25 days

bool is_about(const Fact& fact, Service service) {
    const auto named =
        fact.kind == FactKind::episode_opened ? std::int64_t{fact.detail} : fact.amount;
    return named == static_cast<std::int64_t>(service);
}

} // namespace

void CounsellingBook::hear(const Fact& fact, const World& world) {
    if (!covers(span_, fact.at) || !fact.client.has_value()) {
        return;
    }
    const auto client = fact.client.value();
    const auto man = std::find_if(
        open_.begin(), open_.end(), [&](const Counselled& one) { return one.client == client; });
    if (fact.kind == FactKind::episode_opened && is_about(fact, Service::counselling)) {
        const auto& who = world.clients[client];
        if (who.kind == ClientKind::justice && who.sex == Sex::male && man == open_.end()) {
            open_.push_back({.client = client, .since = fact.at});
        }
    } else if (man == open_.end()) {
        return;
    } else if (fact.kind == FactKind::lapsed) {
        man->first_use = std::min(man->first_use, fact.at);
    } else if (fact.kind == FactKind::episode_ended && is_about(fact, Service::counselling)) {
        close(*man, fact.at, counts_);
        open_.erase(man);
    }
}

void CounsellingBook::close(const Counselled& man, SimTime now, CounsellingCounts& counts) {
    if (now - man.since >= year) {
        ++counts.stayed;
        counts.used += man.first_use <= man.since + year ? 1 : 0;
    }
}

CounsellingCounts CounsellingBook::finish() const {
    auto counts = counts_;
    for (const auto& man : open_) {
        close(man, span_.horizon, counts);
    }
    return counts;
}

} // namespace tsunagi::detail
