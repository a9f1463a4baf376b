#include "engine/care/episode.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

constexpr ClientId somebody{3};
constexpr AgencyId one_agency{0};
constexpr AgencyId other_agency{1};

Episode some_episode(std::uint32_t ordinal, AgencyId agency = one_agency) {
    return {.client = somebody,
            .agency = agency,
            .service = Service::counselling,
            .ordinal = ordinal,
            .handover = PairId{0},
            .drop_out = {}};
}

std::vector<std::uint32_t> open_ones(const Episodes& episodes, ClientId client) {
    std::vector<std::uint32_t> visited;
    episodes.for_each_open(client, [&](EpisodeId id) { visited.push_back(episodes[id].ordinal); });
    return visited;
}

} // namespace

TEST_CASE("a removed episode's row serves the next one, and is not readable in between") {
    Episodes episodes;
    const auto first = episodes.add(some_episode(1));
    const auto second = episodes.add(some_episode(2, other_agency));
    episodes.close(first);
    episodes.remove(first);
    CHECK_THROWS_AS(episodes[first], ContractViolation);
    CHECK(episodes[second].ordinal == 2);
    const auto third = episodes.add(some_episode(3));
    CHECK(third == first);
    CHECK(episodes[third].ordinal == 3);
    CHECK(episodes.size() == 2);
}

TEST_CASE("a closed episode keeps its row and is none of its client's open ones") {
    // The newest, the middle and the oldest of three.
    for (std::size_t closed = 0; closed < 3; ++closed) {
        Episodes episodes;
        const std::vector ids{episodes.add(some_episode(0)),
                              episodes.add(some_episode(1, other_agency)),
                              episodes.add(some_episode(2, AgencyId{2}))};
        std::vector<std::uint32_t> left{2, 1, 0};
        CHECK(open_ones(episodes, somebody) == left);
        episodes.close(ids[closed]);
        std::erase(left, static_cast<std::uint32_t>(closed));
        CAPTURE(closed);
        CHECK(open_ones(episodes, somebody) == left);
        CHECK(episodes[ids[closed]].state == Episode::State::closed);
        CHECK(episodes.size() == 3);
    }
}

TEST_CASE("an open episode is found by client, agency and service alone") {
    Episodes episodes;
    const auto id = episodes.add(some_episode(0));
    CHECK(episodes.open_at(somebody, one_agency, Service::counselling) ==
          OptionalId<EpisodeTag>{id});
    CHECK_FALSE(episodes.open_at(somebody, other_agency, Service::counselling).has_value());
    CHECK_FALSE(episodes.open_at(somebody, one_agency, Service::programme).has_value());
    CHECK_FALSE(episodes.open_at(ClientId{2}, one_agency, Service::counselling).has_value());
    CHECK_FALSE(episodes.any_open(ClientId{9}));
    episodes.close(id);
    CHECK_FALSE(episodes.open_at(somebody, one_agency, Service::counselling).has_value());
    CHECK_FALSE(episodes.any_open(somebody));
}

TEST_CASE("the visited episode may be closed on the way") {
    Episodes episodes;
    episodes.add(some_episode(0));
    episodes.add(some_episode(1, other_agency));
    episodes.for_each_open(somebody, [&](EpisodeId id) {
        episodes.close(id);
        episodes.remove(id);
    });
    CHECK(episodes.size() == 0);
    CHECK_FALSE(episodes.any_open(somebody));
}

TEST_CASE("only open episodes that a handover brought are refreshed, the oldest first") {
    Episodes episodes;
    episodes.add(some_episode(0));
    auto came_alone = some_episode(1, other_agency);
    came_alone.handover = {};
    episodes.add(came_alone);
    const auto closed = episodes.add(some_episode(2, AgencyId{2}));
    episodes.close(closed);
    episodes.add(some_episode(3, AgencyId{3}));
    std::vector<std::uint32_t> visited;
    episodes.for_each_handover(
        [&](EpisodeId episode) { visited.push_back(episodes[episode].ordinal); });
    CHECK(visited == std::vector<std::uint32_t>{0, 3});
}

TEST_CASE("a client is in care at an agency while any episode there is open") {
    Episodes episodes;
    const auto here = episodes.add(some_episode(0));
    const auto there = episodes.add(some_episode(1, other_agency));
    CHECK(episodes.any_open_at(somebody, other_agency));
    episodes.close(there);
    CHECK_FALSE(episodes.any_open_at(somebody, other_agency));
    CHECK(episodes.any_open_at(somebody, episodes[here].agency));
    CHECK_FALSE(episodes.any_open_at(ClientId{99}, other_agency));
}
