#include "tests/golden/cases/calendar_part.hpp"

#include "engine/calendar/calendar.hpp"
#include "engine/random/philox.hpp"

#include "tests/golden/cases/fingerprint.hpp"
#include "tests/golden/cases/lines.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace tsunagi::test {

namespace {

using HearEvent = std::function<void(const Event&)>;

/// At or after an instant: often at once, mostly soon, seldom years ahead.
Event any_event(Philox4x64& words, SimTime now, std::uint32_t ordinal) {
    const std::uint64_t word = words();
    const auto reach = std::uint64_t{1} << (word % 28U);
    return {.key = {.at = now + Duration{static_cast<std::int64_t>(words() % reach)},
                    .tie = static_cast<Tie>(word >> 32U & 7U),
                    .entity = child_key(key_of("entity"), word >> 40U & 3U),
                    .kind = EventKind::hazard,
                    .partner = no_partner,
                    .occurrence = ordinal},
            .row = ordinal};
}

/// Two events come for one that happens, a third of them are cancelled; at last all happen.
void tell_order(const HearEvent& hear) {
    Philox4x64 words;
    Calendar calendar;
    std::vector<EventHandle> handles;
    SimTime now{};
    const auto pop = [&] {
        const auto event = calendar.pop();
        now = event.key.at;
        hear(event);
    };
    for (std::uint32_t ordinal = 0; ordinal < 20'000; ++ordinal) {
        handles.push_back(calendar.schedule(any_event(words, now, ordinal)));
        if (ordinal % 3 == 0) {
            calendar.cancel(handles[static_cast<std::size_t>(words() % handles.size())]);
        }
        if (ordinal % 2 == 0 && !calendar.empty()) {
            pop();
        }
    }
    while (!calendar.empty()) {
        pop();
    }
}

std::string event_line(const Event& event) {
    return "tick " + std::to_string(event.key.at.time_since_epoch().count()) + " tie " +
           std::to_string(static_cast<int>(event.key.tie)) + " entity " +
           hex(event.key.entity.value) + " row " + std::to_string(event.row);
}

std::string summary() {
    Fingerprint digest;
    tell_order([&](const Event& event) {
        digest.add(event.key.at.time_since_epoch().count());
        digest.add(event.row);
    });
    return digest_line("digest", digest.value());
}

} // namespace

GoldenPart calendar_part() {
    return {.name = "calendar",
            .about = "A digest of the order in which events happen.",
            .cases = {
                {.name = "order of events", .summary = summary, .replay = [](const HearStep& hear) {
                     tell_order([&](const Event& event) { hear(event_line(event)); });
                 }}}};
}

} // namespace tsunagi::test
