#include "engine/care/care_setting.hpp"

namespace tsunagi {

void tell(const CareSetting& care, const ClientFact& fact) {
    care.moment.facts.tell({.at = care.moment.now,
                            .kind = fact.kind,
                            .detail = fact.detail,
                            .client = fact.client,
                            .subject = care.clients[fact.client].key,
                            .agency = fact.agency,
                            .amount = fact.amount});
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
