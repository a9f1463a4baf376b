// Runs a program without what it prints on standard output, and prints its peak memory in bytes and
// the seconds of its processors; exits as it does. A process keeps, over exec, the peak of the
// process that it was forked from: this one is small. Usage: peak_memory PROGRAM ARGUMENT...
#include <fcntl.h>
#include <iostream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

} // namespace

int main(int count, char** arguments) {
    constexpr int cannot_run = 127;
    if (count < 2) {
        return cannot_run;
    }
    const auto process = fork();
    if (process == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        execv(arguments[1], arguments + 1);
        _exit(cannot_run);
    }
    int status = 0;
    rusage used{};
    if (wait4(process, &status, 0, &used) != process || !WIFEXITED(status)) {
        return cannot_run;
    }
    std::cout << used.ru_maxrss * 1024 << ' ' << seconds(used.ru_utime) + seconds(used.ru_stime)
              << '\n';
    return WEXITSTATUS(status);
}
