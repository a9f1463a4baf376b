#include "outputs/eventlog/parting_cause.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/eventlog/hand_made_lives.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace tsunagi;
using Kind = PartingCause::Kind;

namespace {

const auto pair = pair_key(key_of("centre"), key_of("office"));
const auto parting_day = test::on(2021, 4, 3, 9);

/// Lives told by hand, and more facts in the order of time.
std::vector<Fact> lives_with(const std::vector<Fact>& more) {
    auto facts = test::some_lives();
    facts.insert(facts.end(), more.begin(), more.end());
    std::stable_sort(facts.begin(), facts.end(), [](const Fact& one, const Fact& other) {
        return one.at < other.at;
    });
    return facts;
}

/// The same with an offer without consent, where the juvenile's life parts.
std::vector<Fact> parted_with(const std::vector<Fact>& more) {
    auto facts = lives_with(more);
    for (auto& fact : facts) {
        if (fact.kind == FactKind::offered) {
            fact.detail = static_cast<std::uint8_t>(Consent::refused);
        }
    }
    return facts;
}

struct Links {
    double base{};
    double other{};
};

LifeComparison compared_with_causes(const std::vector<Fact>& base,
                                    const std::vector<Fact>& other,
                                    std::optional<Links> links = std::nullopt) {
    const auto one = test::book_of(base);
    const auto two = test::book_of(other);
    auto comparison = compare_lives(one, two, test::title.policy_start);
    for (auto& parting : comparison.different) {
        if (parting.pair && links) {
            parting.link =
                LinkLevels{parting.pair->first, parting.pair->second, links->base, links->other};
        }
    }
    find_causes(comparison, one, two, test::agency_keys);
    return comparison;
}

PartingCause cause(const std::vector<Fact>& base,
                   const std::vector<Fact>& other,
                   std::optional<Links> links = std::nullopt) {
    const auto comparison = compared_with_causes(base, other, links);
    const auto found =
        std::find_if(comparison.different.begin(),
                     comparison.different.end(),
                     [](const LifeDifference& one) { return one.id == "juvenile-0"; });
    REQUIRE(found != comparison.different.end());
    return found->cause;
}

Fact booked(EntityKey who, SimTime at) {
    return test::at_centre(test::about(who, at, FactKind::booked));
}

} // namespace

TEST_CASE("where the link differs, the cause is the pair's last contact in one run alone") {
    const auto shared = test::contact(pair, test::on(2021, 4, 2, 20));
    const std::vector<Fact> more{test::contact(pair, test::on(2021, 4, 1, 8)),
                                 test::contact(pair, test::on(2021, 4, 2, 8)),
                                 shared,
                                 test::contact(pair, test::on(2021, 4, 9))}; // after it
    const auto found = cause(lives_with({shared}), parted_with(more), Links{0.1, 0.3});
    CHECK(found.kind == Kind::contact);
    CHECK(found.under == RunSide::other);
    CHECK(found.fact->at == test::on(2021, 4, 2, 8));
    const auto the_other_way = cause(parted_with(more), lives_with({shared}), Links{0.3, 0.1});
    CHECK(the_other_way.under == RunSide::base);
}

TEST_CASE("a cancelled contact in one run alone is a cause like a held one") {
    const auto day = test::on(2021, 4, 2);
    const auto found = cause(lives_with({test::contact(pair, day)}),
                             parted_with({test::contact(pair, day, FactKind::contact_cancelled)}),
                             Links{0.3, 0.1});
    CHECK(found.kind == Kind::contact);
    CHECK(found.fact->at == day);
}

TEST_CASE("where links are equal, an appointment that somebody else took comes before contacts") {
    const auto taken = booked(test::background, test::on(2021, 4, 2));
    const auto meeting = test::contact(pair, test::on(2021, 4, 2, 20));
    const auto found = cause(lives_with({}), parted_with({taken, meeting}), Links{0.2, 0.2});
    CHECK(found.kind == Kind::other_client);
    CHECK(found.id == "background_persons-0");
    CHECK(found.fact->kind == FactKind::booked);
    // A contact is left, for the hours it took.
    CHECK(cause(lives_with({}), parted_with({meeting}), Links{0.2, 0.2}).kind == Kind::contact);
}

TEST_CASE("what others do in both runs, later, or at no agency concerned is no cause") {
    auto elsewhere = booked(test::background, test::on(2021, 4, 2));
    elsewhere.agency = {};
    const auto same = booked(test::background, test::on(2021, 4, 2));
    const auto later = booked(test::background, test::on(2021, 4, 4));
    CHECK(cause(lives_with({same}), parted_with({same, elsewhere, later})).kind == Kind::unknown);
}

TEST_CASE("the household's other life is a cause if it has parted before") {
    const auto before = test::about(test::family, test::on(2021, 4, 2), FactKind::became_aware);
    const auto found = cause(lives_with({}), parted_with({before}));
    CHECK(found.kind == Kind::household);
    CHECK(found.id == "juvenile-0/family");
    CHECK(found.fact->kind == FactKind::became_aware);
    CHECK(found.under == RunSide::other);
    const auto after = test::about(test::family, test::on(2021, 4, 9), FactKind::became_aware);
    CHECK(cause(lives_with({}), parted_with({after})).kind == Kind::unknown);
}

TEST_CASE("an agency's own meeting at that instant is the cause, whatever the link") {
    const auto meeting = test::contact(key_of("office"), parting_day);
    auto attended = test::about(test::family, parting_day, FactKind::guarantor_attended);
    attended.agency = test::office;
    const auto comparison = compared_with_causes(lives_with({}), lives_with({meeting, attended}));
    REQUIRE(comparison.different.size() == 1);
    CHECK(comparison.different[0].cause.kind == Kind::contact);
    CHECK(comparison.different[0].cause.fact->at == parting_day);
}

TEST_CASE("the pair of a fact that names one agency is that of the last offer to it") {
    auto base = lives_with({});
    auto other = base;
    std::find_if(other.begin(), other.end(), [](const Fact& fact) {
        return fact.kind == FactKind::offer_accepted;
    })->at += Duration{1};
    const auto comparison = compared_with_causes(base, other);
    REQUIRE(comparison.different.size() == 1);
    CHECK(comparison.different[0].pair == std::pair{test::centre, test::office});
}

TEST_CASE("causes are told in both languages with the links of both runs, and for programs") {
    const auto comparison =
        compared_with_causes(lives_with({}),
                             parted_with({test::contact(pair, test::on(2021, 4, 2, 8))}),
                             Links{0.119, 0.293});
    const auto text = [&](Language language, const std::vector<std::string>& names) {
        const Messages messages{language, TSUNAGI_CATALOGUES};
        return difference_text(test::title, comparison, {messages, names}, test::agency_keys);
    };
    const auto holds = [](const std::string& all, const std::string& part) {
        return all.find(part) != std::string::npos;
    };
    CHECK(holds(text(Language::en, test::english_names),
                "last difference before  2021-04-02 08:00  Centre and Probation office meet under "
                "meetings alone; effective link of Centre and Probation office now 0.119 (today), "
                "0.293 (meetings)"));
    const auto japanese = text(Language::ja, test::japanese_names);
    CHECK(holds(japanese, "meetingsでだけ、センターと保護観察所が会う"));
    CHECK(holds(japanese, "0.119（today）と0.293（meetings）"));
    const auto json = difference_json(test::title, comparison, test::agency_ids);
    const auto& parting = json["partings"][0];
    CHECK(parting["cause"]["kind"] == "contact");
    CHECK(parting["cause"]["under"] == "meetings");
    CHECK(parting["cause"]["agencies"] == nlohmann::ordered_json{"centre", "office"});
    CHECK(parting["cause"]["fact"]["at"] == "2021-04-02T08:00:00");
    CHECK(parting["cause"]["id"].is_null());
    CHECK(parting["link"]["base"] == 0.119);
    CHECK(parting["link"]["scenario"] == 0.293);
}
