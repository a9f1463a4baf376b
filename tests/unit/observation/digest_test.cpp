#include "engine/facts/fact_digest.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace tsunagi;

namespace {

std::uint64_t digest_of(const std::vector<Fact>& facts) {
    FactDigest digest{{EntityKey{11}, EntityKey{12}, EntityKey{13}, EntityKey{14}}};
    for (const auto& offer_told : facts) {
        digest.add(offer_told);
    }
    return digest.value();
}

const Fact offer_told{.at = SimTime{Duration{1'000'000}},
                      .kind = FactKind::offered,
                      .detail = 1,
                      .client = ClientId{4},
                      .subject = EntityKey{77},
                      .agency = AgencyId{2},
                      .other = AgencyId{1},
                      .amount = 3};

Fact changed(void (*change)(Fact&)) {
    auto other = offer_told;
    change(other);
    return other;
}

} // namespace

TEST_CASE("a digest tells every part of a fact apart but the row it stands in") {
    const auto same = digest_of({offer_told});
    CHECK(digest_of({changed([](Fact& f) { f.at += Duration{1}; })}) != same);
    CHECK(digest_of({changed([](Fact& f) { f.kind = FactKind::booked; })}) != same);
    CHECK(digest_of({changed([](Fact& f) { f.detail = 0; })}) != same);
    CHECK(digest_of({changed([](Fact& f) { f.subject.value = 78; })}) != same);
    CHECK(digest_of({changed([](Fact& f) { f.agency = AgencyId{3}; })}) != same);
    CHECK(digest_of({changed([](Fact& f) { f.agency = {}; })}) != same);
    CHECK(digest_of({changed([](Fact& f) { f.other = {}; })}) != same);
    CHECK(digest_of({changed([](Fact& f) { f.amount = -3; })}) != same);
    CHECK(digest_of({changed([](Fact& f) { f.client = ClientId{5}; })}) == same);
}

TEST_CASE("a digest tells order, repetition and length apart") {
    const auto later = changed([](Fact& f) { f.at += Duration{1}; });
    CHECK(digest_of({offer_told, later}) != digest_of({later, offer_told}));
    CHECK(digest_of({offer_told, offer_told}) != digest_of({offer_told}));
    CHECK(digest_of({}) != digest_of({Fact{}}));
}
