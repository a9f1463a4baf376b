#pragma once

#include "engine/observation/cohort.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/observation/watch.hpp"

#include <vector>

/// Records of the cohort made by hand, in days after S, and what they add to the books.
namespace tsunagi::test {

struct Books {
    PersonTally totals;
    FirstEventBins first_events{};

    std::int32_t operator[](Count count) const { return totals[count]; }
};

inline Books books_of(const CohortRecord& record) {
    Books books;
    record.add_to(books.totals);
    record.add_to(books.first_events);
    return books;
}

inline CohortRecord life(Need need = Need::true_need,
                         const SupportWindows& windows = usual_windows) {
    auto person = person_with_end(scheduled_end);
    person.need = need;
    return {person, windows};
}

inline Books after_contacts(const std::vector<SimTime>& contacts,
                            const SupportWindows& windows = usual_windows) {
    auto record = life(Need::true_need, windows);
    for (const auto at : contacts) {
        record.contact(at, centre);
    }
    return books_of(record);
}

} // namespace tsunagi::test
