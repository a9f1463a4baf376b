#include "outputs/eventlog/fact_json.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/hand_made_lives.hpp"

#include <nlohmann/json.hpp>

using namespace tsunagi;
using Json = nlohmann::ordered_json;

TEST_CASE("a fact for programs holds ids, names of positions and the engine's amounts") {
    const auto at = test::on(2021, 4, 3, 9) + std::chrono::seconds{75};
    CHECK(fact_json(test::offer(test::juvenile, at, Consent::given), test::agency_ids).dump() ==
          R"({"at":"2021-04-03T09:01:15","fact":"offered","agency":"centre","other":"office",)"
          R"("detail":"given","amount":1})");
    auto end = test::about(test::juvenile, at, FactKind::episode_ended);
    end.agency = test::centre;
    end.detail = static_cast<std::uint8_t>(EpisodeEnd::money);
    end.amount = static_cast<std::int64_t>(Service::residence);
    const auto json = fact_json(end, test::agency_ids);
    CHECK(json["detail"] == "money");
    CHECK(json["amount"] == "residence");
}

TEST_CASE("what a kind of fact does not hold is left out") {
    const auto died = test::about(test::juvenile, test::on(2021, 4, 3), FactKind::died);
    CHECK(fact_json(died, test::agency_ids).dump() ==
          R"({"at":"2021-04-03T00:00:00","fact":"died"})");
}
