#pragma once

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

namespace tsunagi::bench {

/// Reads a choice from the command line and measures it.
/// @param describe  tells the command its options, which write into the choice
/// @return exit status: 0, or 2 with a line on standard error
template <class Choice>
int run_command(int count,
                char** arguments,
                void (*describe)(CLI::App&, Choice&),
                void (*measure)(const Choice&)) {
    try {
        CLI::App command;
        Choice choice;
        describe(command, choice);
        try {
            command.parse(count, arguments);
        } catch (const CLI::ParseError& fault) {
            return command.exit(fault) == 0 ? 0 : 2;
        }
        measure(choice);
        return 0;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 2;
    }
}

} // namespace tsunagi::bench
