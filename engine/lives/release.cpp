#include "engine/lives/release.hpp"

#include "engine/lives/home.hpp"
#include "engine/lives/use.hpp"
#include "engine/lives/ways_in.hpp"

namespace tsunagi {

void let_out(const LivesSetting& lives, ClientId person) {
    lives.care.clients[person].liberty = Liberty::at_liberty;
    lives.care.clients.life(person).last_release = lives.care.moment.now;
    tell_about(lives, FactKind::custody_ended, person);
    settle_home(lives, person);
    raise(lives, person, Bump::release);
    begin_abstinence(lives, person);
}

} // namespace tsunagi
