#include "engine/random/streams.hpp"

#include "engine/random/det.hpp"

namespace tsunagi {

double Streams::exponential(const DrawAddress& address) {
    return -det::log(uniform(address));
}

double Streams::normal(const DrawAddress& address) {
    return det::normal_quantile(uniform(address));
}

} // namespace tsunagi
