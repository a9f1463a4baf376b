"""Curves and restricted means that the program prints, computed anew by R's `survival` from the results file.

Usage: survival_test.py TSUNAGI SOURCES

A small study is run; h5py reads its counts; each counted person or episode becomes one row of a table; R estimates from
the rows. First support contacts after supervision ends: Aalen-Johansen with custody and death competing, and mean days
before and after each, of the year. Retention: Kaplan-Meier and Aalen-Johansen by bins of lengths. Continuity of visits
and the headline by groups of persons come from the counts alone. All numbers agree to 1e-12: nothing is drawn here, and
any larger difference is a fault.
"""

import csv
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import h5py

SOURCES = Path(sys.argv.pop()).resolve()
TSUNAGI = str(Path(sys.argv.pop()).resolve())
SCRIPT = SOURCES / "tests" / "statistical" / "statistics" / "survival.R"
EXACT = 1e-12
YEAR = 365
INDICES = ["bice_boxerman", "usual_provider", "sequential", "concentration"]
PARTS = 10_000  # of 1, in which indices are stored
CAUSES = ["contact", "custody", "death"]
ENDS = ["drop_out", "in_order", "custody", "death"]
STUDY = """schema = [1, 0]
kind = "study"
base = "{base}"
name = "small"
replications = 4
warm_up_years = 3
years = 3
"""


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout


class Export:
    """What h5py finds in a results file, as rows for R: one spell a person, from state 0 at time 0."""

    def __init__(self, file):
        self.file = file

    def names(self, path):
        return list(file_text(self.file[path]))

    def first_events(self, reading, scenario):
        events = self.file["/first_event_day"][reading, scenario].sum(axis=0)
        counts = self.file["/counts"][reading, scenario].sum(axis=(0, 1))
        at_risk = int(counts[self.names("/labels/count").index("no_support_at_end")])
        labels = self.names("/labels/first_event")
        spells = [(day + 1, 1 + CAUSES.index(cause) if cause in CAUSES else 0)
                  for event, cause in enumerate(labels) for day in range(YEAR) for _ in range(events[event, day])]
        return spells + [(YEAR, 0)] * (at_risk - len(spells))

    def share(self, reading, scenario, part, whole, by="", row=None):
        """Of all runs of a cell, everybody's or those of one group."""
        counts = self.file["/counts" + by][reading, scenario].sum(axis=0)
        counts = counts.sum(axis=0) if row is None else counts[row]
        names = self.names("/labels/count")
        whole = int(counts[names.index(whole)])
        return int(counts[names.index(part)]) / whole if whole else None

    def groups(self):
        """Ids of all groups of persons by the dataset that counts them."""
        years = self.file["/counts_by_fiscal_year"].shape[3]
        return {"_by_level": self.names("/labels/level"), "_by_municipality": self.names("/municipalities/id"),
                "_by_fiscal_year": [str(self.first_year + row) for row in range(years)]}

    @property
    def first_year(self):
        year, month, _ = self.file["/study/policy_start"].asstr()[()].split("-")
        return int(year) - (int(month) < 4)

    def episodes(self, reading, scenario, service):
        counted = self.file["/episodes"][reading, scenario].sum(axis=0)[self.names("/labels/service").index(service)]
        labels = self.names("/labels/episode_outcome")
        last = counted.shape[1] - 1  # the open bin, of which nothing is told
        return [(min(at + 1, last), 1 + ENDS.index(end) if end in ENDS and at < last else 0)
                for outcome, end in enumerate(labels) for at in range(last + 1) for _ in range(counted[outcome, at])]


def file_text(dataset):
    return dataset.asstr()[:].tolist()


def by_r(folder, lives):
    """Estimates of R by (lives, quantity, time, state), from {name: (states, spells)}."""
    spells, numbers = folder / "spells.csv", folder / "numbers.csv"
    with open(spells, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["lives", "states", "person", "from", "to", "state", "next_state"])
        for name, (states, rows) in lives.items():
            table.writerows([name, states, person, 0, to, 0, state] for person, (to, state) in enumerate(rows))
    run("Rscript", "--vanilla", SCRIPT, spells, numbers)
    with open(numbers, encoding="utf-8", newline="") as file:
        return {(row["lives"], row["quantity"], int(row["day"]), int(row["state"])): float(row["value"])
                for row in csv.DictReader(file) if row["estimator"] == "aalen-johansen"}


class SurvivalTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        home = Path(cls.folder.name)
        study = home / "small.toml"
        study.write_text(STUDY.format(base=SOURCES / "scenarios" / "studies" / "regular-contact.toml"), encoding="utf-8")
        run(TSUNAGI, "run", study, "-o", home / "results")
        cls.printed = json.loads(run(TSUNAGI, "compare", home / "results", "--json"))
        cls.cells = [(reading["name"], scenario["name"]) for reading in cls.printed["readings"][:1]
                     for scenario in cls.printed["scenarios"]]
        lives = {}
        with h5py.File(home / "results" / "results.h5") as file:
            export = Export(file)
            cls.continuity = {(scenario, index): export.share(0, row, index, "visited_twice")
                              for row, (_, scenario) in enumerate(cls.cells) for index in INDICES}
            cls.headline = {(scenario, group): export.share(0, row, "support_180", "cohort", by, at)
                            for row, (_, scenario) in enumerate(cls.cells)
                            for by, groups in export.groups().items() for at, group in enumerate(groups)}
            cls.services = export.names("/labels/service")
            for scenario, (_, name) in enumerate(cls.cells):
                lives[f"first contact: {name}"] = (1 + len(CAUSES), export.first_events(0, scenario))
            for service in cls.services:
                episodes = export.episodes(0, 0, service)
                if episodes:
                    lives[f"retention: {service}"] = (1 + len(ENDS), episodes)
        cls.lives = lives
        cls.r = by_r(home, lives)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def rows(self, key, **wanted):
        return [row for row in self.printed[key] if all(row[name] == value for name, value in wanted.items())]

    def incidence(self, reading, scenario):
        row, = self.rows("incidence", reading=reading, scenario=scenario, group="all")
        return row

    def test_curves_of_first_contacts_are_those_of_r(self):
        for reading, scenario in self.cells:
            row = self.incidence(reading, scenario)
            self.assertGreater(len(self.lives[f"first contact: {scenario}"][1]), 100)
            for state, cause in enumerate(CAUSES, 1):
                for day, value in zip(row["days"], row[cause]):
                    expected = self.r[f"first contact: {scenario}", "probability", day, state] if day else 0.0
                    self.assertAlmostEqual(value, expected, delta=EXACT, msg=f"{scenario}, {cause}, day {day}")
                self.assertGreater(row[cause][-1], 0.0)

    def test_restricted_means_of_the_year_are_those_of_r(self):
        for reading, scenario in self.cells:
            means = self.incidence(reading, scenario)["mean_days"]
            for state, name in enumerate(["free", *CAUSES]):
                expected = self.r[f"first contact: {scenario}", "mean_days", YEAR, state]
                self.assertAlmostEqual(means[name], expected, delta=EXACT * YEAR, msg=f"{scenario}, {name}")

    def test_retention_by_service_is_that_of_r(self):
        reading, scenario = self.cells[0]
        seen = 0
        for service in self.services:
            row, = self.rows("retention", reading=reading, scenario=scenario, service=service)
            name = f"retention: {service}"
            self.assertEqual(bool(row["days"]), name in self.lives)
            for at in range(max((to for to, _ in self.lives.get(name, (0, []))[1]), default=0)):
                for state, end in enumerate(["in_care", *ENDS]):
                    expected = self.r[name, "probability", at + 1, state]
                    self.assertAlmostEqual(row[end][at], expected, delta=EXACT, msg=f"{name}, {end}, {row['days'][at]} d")
                    seen += 1
        self.assertGreater(seen, 500)

    def test_continuity_is_the_mean_of_the_stored_indices(self):
        for reading, scenario in self.cells:
            row, = self.rows("pathways", reading=reading, scenario=scenario)
            printed = {one["id"]: one["level"]["value"] for one in row["indicators"] if one["level"]}
            for index in INDICES:
                self.assertAlmostEqual(printed[index], self.continuity[scenario, index] / PARTS, delta=EXACT)
                self.assertTrue(0.0 < printed[index] < 1.0, index)
            self.assertLess(printed["bice_boxerman"], printed["usual_provider"])

    def test_the_headline_by_groups_is_that_of_the_stored_counts(self):
        for reading, scenario in self.cells:
            printed = {group["id"]: group["support_180"]["level"]["value"]
                       for row in self.rows("subgroups", reading=reading, scenario=scenario) for group in row["groups"]}
            expected = {group: share for (of, group), share in self.headline.items()
                        if of == scenario and share is not None}
            self.assertEqual(printed.keys(), expected.keys())
            for group, share in expected.items():
                self.assertAlmostEqual(printed[group], share, delta=EXACT, msg=group)
            self.assertGreater(len(expected), 20)


if __name__ == "__main__":
    unittest.main()
