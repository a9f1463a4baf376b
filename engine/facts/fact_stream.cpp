#include "engine/facts/fact_stream.hpp"

namespace tsunagi {

void FactStream::make_room() {
    append(facts_, Fact{});
}

} // namespace tsunagi
