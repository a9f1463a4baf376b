"""The program gives the same bytes at any number of threads. The thread sanitizer hears the same runs.

Usage: program_threads_test.py TSUNAGI SOURCES
"""

import unittest

from program import SOURCES, RunCase, tsunagi


class ProgramThreadsTest(RunCase):
    replications = 24  # two blocks, of which the second begins while the first is at work

    def printed(self, *arguments):
        done = tsunagi(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_results_are_the_same_bytes_at_two_and_eight_threads(self):
        for threads in (2, 8):
            directory = self.home / f"threads-{threads}"
            self.printed("run", self.study, "-o", directory, "-j", threads)
            self.same_results(directory)

    def test_a_network_gives_the_same_numbers_at_any_number_of_threads(self):
        network = ("network", SOURCES / "tests/data/networks/loops.toml", "--replications", 20, "--json")
        told = [self.printed(*network, "--seed", 3, "-j", threads) for threads in (1, 2, 5)]
        self.assertEqual(told[0], told[1])
        self.assertEqual(told[0], told[2])
        self.assertNotEqual(told[0], self.printed(*network, "--seed", 4))

    def test_patterns_are_the_same_at_any_number_of_threads(self):
        patterns = ("patterns", self.study, "--replications", 2, "--regions", 100, "--json")
        self.assertEqual(self.printed(*patterns, "-j", 1), self.printed(*patterns, "-j", 4))


if __name__ == "__main__":
    unittest.main()
