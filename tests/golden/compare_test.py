#!/usr/bin/env python3
"""Plants differences into what golden_text prints and sees that compare.py finds the first step that differs.

Usage: compare_test.py GOLDEN_TEXT
"""

import shlex
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

COMPARE = Path(__file__).with_name("compare.py")
GOLDEN_TEXT = sys.argv.pop(1)
CASE = "wide replication 0 causal no-contact"
OTHER_DIGEST = f"/^{CASE}$/,$s/facts [0-9a-f]*/facts 0123456789abcdef/"


def steps():
    command = [GOLDEN_TEXT, "--facts", CASE]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


class Compare(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = Path(folder.name) / "program"

    def compare(self, script):
        """Holds golden_text against a script that calls it."""
        self.program.write_text(f"#!/bin/sh\nset -e\nprogram={shlex.quote(GOLDEN_TEXT)}\n{script}\n", encoding="utf-8")
        self.program.chmod(0o755)
        commands = [shlex.quote(GOLDEN_TEXT), shlex.quote(str(self.program))]
        return subprocess.run([sys.executable, COMPARE, *commands], capture_output=True, text=True, check=False)

    def plant(self, in_text, in_steps):
        """Edits what the program prints by two commands of sed."""
        return self.compare(
            f"if [ $# -eq 0 ]; then $program | sed {shlex.quote(in_text)}\n"
            f'else $program "$@" | sed {shlex.quote(in_steps)}; fi'
        )

    def test_programs_that_print_the_same_are_told_nothing_about(self):
        found = self.compare('$program "$@"')
        self.assertEqual((found.returncode, found.stdout), (0, ""))

    def test_a_changed_fact_is_told_with_its_number_and_the_fact_before(self):
        told = steps()
        # The first replay that is asked for is of the first case that differs.
        found = self.plant(OTHER_DIGEST, r"1234s/amount -*[0-9]*$/amount 99999/")
        self.assertEqual(found.returncode, 1)
        self.assertIn(f"{CASE}: not the same", found.stdout)
        self.assertIn("other:  facts 0123456789abcdef", found.stdout)
        self.assertIn("step 1234 is the first that differs", found.stdout)
        head, amount = told[1233].rsplit(" ", 1)
        tail = head[head.index(" detail ") :]
        self.assertIn(f"{tail} {amount}\n", found.stdout)
        self.assertIn(f"{tail} 99999\n", found.stdout)
        before = told[1232]
        self.assertIn(before[before.index(" detail ") :] + "\n", found.stdout)
        self.assertNotIn(" kind ", found.stdout, "kinds of facts stand there by name")

    def test_a_listing_that_ends_early_is_told(self):
        found = self.plant(OTHER_DIGEST, "500q")
        self.assertEqual(found.returncode, 1)
        self.assertIn("step 501 is the first that differs", found.stdout)
        self.assertIn("other:  nothing further", found.stdout)

    def test_equal_facts_under_unequal_numbers_are_told(self):
        found = self.plant(f"/^{CASE}$/,$s/P understanding.*/P understanding 0/", "")
        self.assertEqual(found.returncode, 1)
        self.assertIn(f"all {len(steps())} steps are equal", found.stdout)

    def test_a_case_that_is_missing_is_told(self):
        found = self.plant(f"/^{CASE}$/,/ P understanding/d", "")
        self.assertEqual((found.returncode, found.stderr), (1, f"{CASE}: the other has no such case\n"))

    def test_a_program_that_fails_is_no_agreement(self):
        self.assertIn("ended with status 3", self.compare("exit 3").stderr)
        self.assertIn("no case", self.compare("exit 0").stderr)


unittest.main()
