#include "tools/tsunagi/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace tsunagi::program {

namespace {

// A signal handler can reach nothing but a global.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): as just said.
volatile std::sig_atomic_t stop_signal = 0;

extern "C" void note_signal(int) {
    stop_signal = 1;
}

constexpr std::int64_t bar_width = 30;

} // namespace

void stop_on_signals() {
    for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) {
        std::signal(signal, note_signal);
    }
}

bool stop_requested_by_signal() {
    return stop_signal != 0;
}

Progress::Progress(const Session& session, std::int64_t total)
    : session_{session}, total_{total}, begun_{std::chrono::steady_clock::now()},
      kind_{isatty(STDERR_FILENO) == 1 ? Kind::bar : Kind::lines} {}

void Progress::replication_done() {
    const std::lock_guard lock{drawing_};
    ++done_;
    const bool tenth = done_ * 10 / total_ != (done_ - 1) * 10 / total_;
    if (kind_ == Kind::bar || tenth) {
        draw(done_);
    }
}

std::string Progress::remaining(std::int64_t done) const {
    const auto passed = std::chrono::steady_clock::now() - begun_;
    const auto left = std::chrono::ceil<std::chrono::seconds>(passed * (total_ - done) / done);
    return std::to_string(left.count());
}

void Progress::draw(std::int64_t done) {
    const auto line = session_.words.text("cli.progress",
                                          {{"done", std::to_string(done)},
                                           {"total", std::to_string(total_)},
                                           {"seconds", remaining(done)}});
    if (kind_ == Kind::lines) {
        fmt::print(stderr, "{}\n", line);
        return;
    }
    const auto filled = static_cast<std::size_t>(std::min(bar_width, bar_width * done / total_));
    const auto empty = static_cast<std::size_t>(bar_width) - filled;
    fmt::print(
        stderr, "\r[{}{}] {}\x1b[K", std::string(filled, '#'), std::string(empty, '.'), line);
    std::fflush(stderr);
}

void Progress::finish() {
    const std::lock_guard lock{drawing_};
    if (kind_ == Kind::bar && done_ > 0) {
        fmt::print(stderr, "\n");
    }
}

} // namespace tsunagi::program
