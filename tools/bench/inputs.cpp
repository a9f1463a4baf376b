#include "tools/bench/inputs.hpp"

#include <stdexcept>
#include <utility>

namespace tsunagi::bench {

namespace {

template <class Read> Read right(const std::string& file, ReadResult<Read> read) {
    if (!read.value) {
        throw std::runtime_error{file + " has faults; tsunagi validate names them"};
    }
    return std::move(*read.value);
}

} // namespace

NetworkFile network_at(const std::string& file) {
    return right(file, load_network(file));
}

Study study_at(const std::string& file) {
    return right(file, load_study(file));
}

} // namespace tsunagi::bench
