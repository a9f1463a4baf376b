#include "engine/lives/lives_setting.hpp"

namespace tsunagi {

void tell_about(const LivesSetting& lives,
                FactKind kind,
                ClientId client,
                std::uint8_t detail,
                std::int64_t amount) {
    lives.care.moment.facts.tell({.at = lives.care.moment.now,
                                  .kind = kind,
                                  .detail = detail,
                                  .client = client,
                                  .subject = lives.care.clients[client].key,
                                  .agency = {},
                                  .other = {},
                                  .amount = amount});
}

EventHandle schedule(const LivesSetting& lives, ClientId client, const ClientEvent& event) {
    return lives.care.moment.calendar.schedule({.key = {.at = event.at,
                                                        .tie = event.tie,
                                                        .entity = lives.care.clients[client].key,
                                                        .kind = event.kind,
                                                        .partner = no_partner,
                                                        .occurrence = event.occurrence},
                                                .row = static_cast<std::uint32_t>(client.row())});
}

double
own_uniform(const LivesSetting& lives, ClientId client, Draw purpose, std::uint64_t occurrence) {
    return lives.care.moment.streams.uniform(
        {.purpose = purpose, .entity = lives.care.clients[client].key, .occurrence = occurrence});
}

} // namespace tsunagi
