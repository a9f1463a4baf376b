#include "engine/lives/own_booking.hpp"

#include "engine/care/choice.hpp"
#include "engine/care/referral_chain.hpp"

namespace tsunagi {

void book_at_centre(const LivesSetting& lives, ClientId client, Route route) {
    const auto centre = lives.care.region.centre;
    const auto ordinal = acquaintance(lives.care, client, centre).referrals;
    if (const auto service = choose_service(lives.care, client, centre, ordinal)) {
        book_directly(lives.care,
                      {.client = client, .receiver = centre, .service = *service, .route = route});
    }
}

} // namespace tsunagi
