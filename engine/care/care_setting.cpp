#include "engine/care/care_setting.hpp"

namespace tsunagi {

void tell(const CareSetting& care,
          FactKind kind,
          ClientId client,
          AgencyId agency,
          std::uint8_t detail,
          std::int64_t amount) {
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = kind,
                            .detail = detail,
                            .row = static_cast<std::uint32_t>(client.row()),
                            .subject = care.clients[client].key,
                            .agency = agency,
                            .amount = amount});
}

void tell_work(const CareSetting& care, AgencyId agency, Task task, Duration hours) {
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = FactKind::work_done,
                            .detail = static_cast<std::uint8_t>(task),
                            .subject = care.region.agencies[agency].key,
                            .agency = agency,
                            .amount = hours.count()});
}

} // namespace tsunagi
