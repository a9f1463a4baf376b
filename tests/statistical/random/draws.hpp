#pragma once

#include "engine/random/streams.hpp"

namespace tsunagi::test {

inline constexpr StreamKey study{.study_seed = 20240401, .replication = 0};

/// The stream of an address, as Streams opens it, but for the key audit: these tests read addresses
/// again and again.
inline RandomStream
open(const DrawAddress& address, StreamKey key = study, Tails tails = Tails::plain) {
    return {Streams::first_block(address),
            PhiloxRoundKeys{PhiloxKey{key.study_seed, key.replication}},
            tails};
}

inline double
uniform(const DrawAddress& address, StreamKey key = study, Tails tails = Tails::plain) {
    return open(address, key, tails).uniform();
}

} // namespace tsunagi::test
