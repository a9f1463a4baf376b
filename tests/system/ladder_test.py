#!/usr/bin/env python3
"""The ladder test must find what it is for: every rule is broken once, in a small tree made for it."""

import tempfile
import unittest
from pathlib import Path

import ladder

ROOT = "set(TSUNAGI_LADDER engine/core engine/random engine/care engine/execution scenarios/reader outputs/store)\n"
BUILD = {
    "engine/core": "tsunagi_library(engine/core SOURCES a.cpp)",
    "engine/random": "tsunagi_library(engine/random USES engine/core SOURCES a.cpp)",
    "engine/care": "tsunagi_library(engine/care\n    USES engine/random # and so core\n    SOURCES a.cpp)",
    "engine/execution": "tsunagi_library(engine/execution USES engine/care SOURCES a.cpp LINKS TBB::tbb)",
    "scenarios/reader": "tsunagi_library(scenarios/reader SOURCES a.cpp)",
    "outputs/store": "tsunagi_library(outputs/store USES engine/care scenarios/reader)",
}


def rules_broken_by(path, text):
    """What the test says about a tree whose only file is `path`."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "CMakeLists.txt").write_text(ROOT, encoding="utf-8")
        for folder, build in BUILD.items():
            (root / folder).mkdir(parents=True)
            (root / folder / "CMakeLists.txt").write_text(build, encoding="utf-8")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        return [(fault.line, fault.rule) for fault in ladder.faults_in(root)]


class Ladder(unittest.TestCase):
    def assert_broken(self, path, text, words, line=1):
        found = rules_broken_by(path, text)
        self.assertTrue(found, f"nothing found in {text!r}")
        for number, rule in found:
            self.assertEqual(number, line)
            self.assertIn(words, rule)

    def assert_clean(self, path, text):
        self.assertEqual(rules_broken_by(path, text), [])

    def test_an_include_may_not_climb_the_ladder(self):
        self.assert_broken("engine/random/a.cpp", '\n\n  # include "engine/care/a.hpp"\n', "goes one way", line=3)
        self.assert_clean("engine/care/a.cpp", '#include "engine/care/a.hpp"\n#include "engine/random/a.hpp"\n')

    def test_an_include_needs_the_link_right(self):
        self.assert_broken("scenarios/reader/a.hpp", '#include "engine/core/id.hpp"', "USES")
        self.assert_clean("engine/care/a.cpp", '#include "engine/core/id.hpp"  // by way of engine/random')

    def test_scenarios_and_outputs_do_not_know_each_other(self):
        self.assert_broken("outputs/store/a.cpp", '#include "scenarios/reader/a.hpp"', "do not know each other")

    def test_only_folders_of_the_ladder_exist_and_are_included(self):
        self.assert_broken("engine/magic/a.hpp", "", "not in TSUNAGI_LADDER")
        self.assert_broken("engine/core/a.hpp", '#include "id.hpp"', "no folder of the ladder")
        self.assert_broken("engine/core/a.hpp", '#include "tools/tsunagi/run.hpp"', "no folder of the ladder")

    def test_a_detail_stays_in_its_folder(self):
        self.assert_broken("engine/care/a.cpp", '#include "engine/core/detail/a.hpp"', "a detail belongs")
        self.assert_clean("engine/core/a.cpp", '#include "engine/core/detail/a.hpp"')

    def test_every_ban_catches_what_it_is_for(self):
        banned = {
            "#include <thread>": "threads",
            "#include <tbb/parallel_for.h>": "threads",
            "#include <iostream>": "no files",
            "#include <filesystem>": "no files",
            "#include <random>": "standard libraries",
            "double x = std::exp(1.0);": "libm",
            "double x = std :: log(1.0);".replace(" :: ", "::"): "libm",
            "double x = pow(2.0, 0.5);": "libm",
            "double x = 1.0 + lgamma (y);": "libm",
            "std::exponential_distribution<> d;": "standard libraries",
            "std::shuffle(a, b, g);": "standard libraries",
            "auto h = std::hash<int>{}(1);": "standard libraries",
            "auto t = std::chrono::steady_clock::now();": "clock",
            'auto e = std::getenv("LANG");': "environment",
            "unsigned long n = 0;": "32 bits",
            "throw 1;": "only violate",
            "try { f(); } catch (...) {}": "nothing is caught",
        }
        for line, words in banned.items():
            with self.subTest(line):
                self.assert_broken("engine/care/a.cpp", line, words)

    def test_execution_may_use_threads_but_outputs_may_not(self):
        self.assert_clean("engine/execution/a.cpp", "#include <tbb/parallel_for.h>\n#include <mutex>\n")
        self.assert_broken("outputs/store/a.cpp", "#include <mutex>\n", "threads")

    def test_what_only_looks_like_a_fault_is_left_alone(self):
        innocent = """#include <chrono>
            /// Throws nothing, takes long; see <thread>.
            /* throw */ constexpr char quote = '"'; // exp(x)
            const char* rule = "never throw, never log(x)";
            double level = det::exp(x) + parts.log(2) + std::sqrt(x) + std::floor(x) + std::fma(x, y, z);
            auto ticks = std::chrono::ceil<Duration>(length);
            bool fine = std::isfinite(level) && 1'000'000 > std::abs(count); int longer = catchment;
            """
        self.assert_clean("engine/care/a.cpp", innocent)
        self.assert_clean("engine/random/det.cpp", "double log(double x) { return exp(x); }")
        self.assert_clean("engine/core/contracts.cpp", "throw ContractViolation(rule);")


if __name__ == "__main__":
    unittest.main()
