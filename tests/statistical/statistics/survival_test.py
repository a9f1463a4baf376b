"""Curves, restricted means and their standard errors against R's package `survival`.

Usage: survival_test.py SURVIVAL_NUMBERS, a program that writes made-up lives and what the engine estimates from them.

Competing events and Kaplan-Meier: all numbers and standard errors agree to 1e-12. Illness and death, with recovery: all
numbers agree to 1e-12; R's standard errors are the infinitesimal jackknife, ours the delta method's with multinomial
moves, which are equal in expectation only, so they agree within 2 % for 2,000 lives, and for 60 are not compared.
The numbers are no random draws: nothing is tested at a level, and any larger difference is a fault.
"""

import csv
import math
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = sys.argv.pop()
SCRIPT = Path(__file__).with_name("survival.R")
EXACT = 1e-12
ERRORS_OF_STATES = {"illness-death": math.inf, "illness-death-large": 0.02}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def place(row):
    return row["lives"], row["quantity"], int(row["day"]), int(row["state"])


def numbers(row):
    return float(row["value"]), float(row["standard_error"])


def by_place(rows):
    return {place(row): numbers(row) for row in rows}


def close(one, other, tolerance):
    return abs(one - other) <= tolerance * max(1.0, abs(other))


def errors_agree(lives, ours, theirs):
    if lives in ERRORS_OF_STATES:
        return abs(ours - theirs) <= ERRORS_OF_STATES[lives] * theirs + EXACT
    return close(ours, theirs, EXACT)


def value_faults(ours, theirs):
    return {at for at, (value, _) in theirs.items() if not close(ours[at][0], value, EXACT)}


def error_faults(ours, theirs):
    return {at for at, (_, error) in theirs.items() if not errors_agree(at[0], ours[at][1], error)}


def without_every_twentieth_event(spells):
    """The same spells, one event in twenty seen as the end of watching."""
    changed, events = [], 0
    for spell in spells:
        happened = spell["next_state"] != spell["state"]
        events += happened
        lost = happened and events % 20 == 0
        changed.append(spell | {"next_state": spell["state"]} if lost else spell)
    return changed


class SurvivalTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if shutil.which("Rscript") is None:
            raise AssertionError("there is no Rscript to compare with; `tools/setup tests` installs it")
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.spells = Path(cls.folder.name) / "spells.csv"
        ours = Path(cls.folder.name) / "numbers.csv"
        subprocess.run([PROGRAM, cls.spells, ours], check=True)
        cls.ours = by_place(read(ours))
        rows = cls.by_r(cls.spells)
        cls.aalen_johansen = by_place(row for row in rows if row["estimator"] == "aalen-johansen")
        cls.kaplan_meier = by_place(row for row in rows if row["estimator"] == "kaplan-meier")

    @classmethod
    def by_r(cls, spells):
        theirs = Path(cls.folder.name) / "numbers_of_r.csv"
        done = subprocess.run(["Rscript", "--vanilla", SCRIPT, spells, theirs], capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"R failed; `tools/setup tests` installs its package survival\n{done.stderr}")
        return read(theirs)

    def test_r_estimates_every_number_that_the_program_does(self):
        self.assertEqual(self.ours.keys(), self.aalen_johansen.keys())
        self.assertEqual({at[0] for at in self.kaplan_meier}, {"all-struck", "one-cause"})
        self.assertGreater(len(self.ours), 2000)

    def test_curves_and_restricted_means_are_those_of_r(self):
        self.assertEqual(value_faults(self.ours, self.aalen_johansen), set())
        self.assertEqual(value_faults(self.ours, self.kaplan_meier), set())

    def test_standard_errors_are_those_of_r(self):
        self.assertEqual(error_faults(self.ours, self.aalen_johansen), set())
        # Greenwood's formula divides by nobody once all have been struck; the curve is certain there.
        undefined = {at for at, (_, error) in self.kaplan_meier.items() if math.isnan(error)}
        self.assertEqual(undefined, {("all-struck", "probability", 7, 0)})
        defined = {at: pair for at, pair in self.kaplan_meier.items() if at not in undefined}
        self.assertEqual(error_faults(self.ours, defined), set())
        self.assertEqual([self.ours[at] for at in undefined], [(0.0, 0.0)])

    def test_a_number_5_percent_wrong_is_found(self):
        wrong = {at: (1.05 * value, 1.05 * error) for at, (value, error) in self.ours.items()}
        for theirs in (self.aalen_johansen, self.kaplan_meier):
            self.assertEqual(value_faults(wrong, theirs), {at for at, (value, _) in theirs.items() if value != 0})
            compared = {at: error for at, (_, error) in theirs.items() if ERRORS_OF_STATES.get(at[0]) != math.inf}
            self.assertEqual(error_faults(wrong, theirs),
                             {at for at, error in compared.items() if math.isnan(error) or error > EXACT})

    def test_lives_with_5_percent_of_events_lost_are_found(self):
        spells = [spell for spell in read(self.spells) if not spell["lives"].startswith("illness")]
        lossy = Path(self.folder.name) / "lossy.csv"
        with open(lossy, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, spells[0])
            writer.writeheader()
            writer.writerows(without_every_twentieth_event(spells))
        theirs = by_place(row for row in self.by_r(lossy) if row["estimator"] == "aalen-johansen")
        faults = {(lives, quantity) for lives, quantity, _, _ in value_faults(self.ours, theirs)}
        large = {"one-cause", "two-causes-tied", "three-causes", "five-causes-a-year"}
        for quantity in ("probability", "mean_days"):
            self.assertLessEqual({(lives, quantity) for lives in large}, faults)


if __name__ == "__main__":
    unittest.main()
