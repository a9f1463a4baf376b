#include "engine/care/episode.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

Episode some_episode(std::uint32_t ordinal) {
    return {.client = ClientId{0},
            .agency = AgencyId{0},
            .ordinal = ordinal,
            .handover = PairId{0},
            .drop_out = ExposureClock{{.at = SimTime{}, .threshold = 1.0, .multiplier = 1.0}}};
}

} // namespace

TEST_CASE("a removed episode's row serves the next one, and is not readable in between") {
    Episodes episodes;
    const auto first = episodes.add(some_episode(1));
    const auto second = episodes.add(some_episode(2));
    episodes.remove(first);
    CHECK_THROWS_AS(episodes[first], ContractViolation);
    CHECK(episodes[second].ordinal == 2);
    const auto third = episodes.add(some_episode(3));
    CHECK(third == first);
    CHECK(episodes[third].ordinal == 3);
    CHECK(episodes.rows() == 2);
}

TEST_CASE("only open episodes that a handover brought are refreshed, in row order") {
    Episodes episodes;
    episodes.add(some_episode(0));
    const auto came_alone = episodes.add(some_episode(1));
    episodes[came_alone].handover = {};
    const auto closed = episodes.add(some_episode(2));
    episodes[closed].state = Episode::State::closed;
    episodes.add(some_episode(3));
    std::vector<std::uint32_t> visited;
    episodes.for_each_handover(
        [&](EpisodeId episode) { visited.push_back(episodes[episode].ordinal); });
    CHECK(visited == std::vector<std::uint32_t>{0, 3});
}
