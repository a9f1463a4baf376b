#pragma once

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <functional>

namespace tsunagi::bench {

/// Parses the command line and does the work: exit status 0, or 2 with a line on standard error.
inline int
run_command(CLI::App& command, int count, char** arguments, const std::function<void()>& work) {
    try {
        command.parse(count, arguments);
        work();
        return 0;
    } catch (const CLI::ParseError& fault) {
        return command.exit(fault) == 0 ? 0 : 2;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 2;
    }
}

} // namespace tsunagi::bench
