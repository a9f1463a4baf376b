"""Results files as other programs see them: h5py and h5dump must read what the program counted.

Usage: results_test.py EXAMPLE_RESULTS, a program that writes a study and prints its numbers.
"""

import filecmp
import itertools
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import h5py
import numpy

EXAMPLE = sys.argv.pop()


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    if "HDF5-DIAG" in done.stdout + done.stderr:
        raise AssertionError("the HDF5 library printed errors")
    return done.stdout


def paths_of(part=""):
    """Paths of all datasets on the format page, or of those in one part of it."""
    page = (Path(__file__).parents[2] / "outputs" / "FORMAT.md").read_text(encoding="utf-8")
    section = page[page.index(f"## {part}: "):] if part else page
    end = section.find("\n## ") if part else len(section)
    return re.findall(r"^\| `(/[^`]+)`", section[:end], re.MULTILINE)


def array_like(values, numbers):
    """JSON numbers as an array to compare with others; null is no number."""
    return numpy.array(numbers, dtype=values.dtype if values.dtype.kind == "f" else None)


class ResultsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.directory = Path(cls.folder.name) / "results"
        cls.expected = json.loads(run(EXAMPLE, cls.directory, 3))
        cls.file = h5py.File(cls.directory / "results.h5", "r")

    @classmethod
    def tearDownClass(cls):
        cls.file.close()
        cls.folder.cleanup()

    def test_h5py_reads_every_number_of_every_run(self):
        read = {path: self.file[path][:] for path in paths_of("Runs")}
        runs = self.expected["runs"]
        self.assertEqual(len(runs), read["/digest"].size)
        for run_made in runs:
            index, numbers = tuple(run_made["index"]), run_made["numbers"]
            if numbers["/failed"]:
                self.assertEqual(read["/failed"][index], 1)
                self.assertFalse(any(values[index].any() for path, values in read.items() if path != "/failed"))
                continue
            self.assertEqual(numbers.keys(), read.keys())
            for path, values in read.items():
                numpy.testing.assert_array_equal(
                    values[index], array_like(values, numbers[path]), err_msg=f"{path} of {index}")
        self.assertEqual(read["/failed"].sum(), 1)

    def test_no_two_datasets_of_runs_could_be_exchanged_unseen(self):
        read = {path: self.file[path][:] for path in paths_of("Runs")}
        for path, values in read.items():
            if path != "/failed":
                self.assertGreater(len(numpy.unique(values)), 4, path)
        for one, other in itertools.combinations(read, 2):
            self.assertFalse(numpy.array_equal(read[one], read[other]), f"{one} and {other}")

    def test_h5py_reads_texts_in_both_languages_and_what_was_drawn(self):
        labels = self.file["scenarios/label"].asstr()[:].tolist()
        self.assertEqual(labels, self.expected["scenario_labels"])
        self.assertEqual(self.file["draws/offers"][:].tolist(), self.expected["offers"])
        self.assertEqual(int(self.file["study/seed"][()]), self.expected["seed"])
        self.assertEqual(int(self.file.attrs["seed"]), self.expected["seed"])

    def test_every_dataset_tells_unit_axes_and_meaning(self):
        def check(name, item):
            if isinstance(item, h5py.Dataset):
                axes = [axis for axis in item.attrs["axes"].decode().split(", ") if axis]
                self.assertEqual(len(axes), item.ndim, name)
                self.assertIn("unit", item.attrs, name)
                self.assertTrue(item.attrs["description"], name)

        self.file.visititems(check)

    def test_the_datasets_are_those_of_the_format_page(self):
        stored = set()
        self.file.visititems(lambda name, item: stored.add("/" + name) if isinstance(item, h5py.Dataset) else None)
        self.assertEqual(stored, set(paths_of()))

    def test_h5dump_prints_the_same_counts(self):
        text = run("h5dump", "-m", "%d", "-d", "/events", self.directory / "results.h5")
        lines = re.findall(r"^ +\(\d+,\d+,\d+\): (.*?),?$", text, re.MULTILINE)
        printed = [int(number) for line in lines for number in re.findall(r"\d+", line)]
        self.assertEqual(printed, self.file["events"][:].ravel().tolist())

    def test_two_runs_with_other_blocks_are_equal_byte_for_byte(self):
        other = Path(self.folder.name) / "other"
        run(EXAMPLE, other, 1)
        self.assertTrue(filecmp.cmp(self.directory / "results.h5", other / "results.h5", shallow=False))

    def test_attempts_are_one_json_object_a_line(self):
        lines = (self.directory / "attempts.jsonl").read_text(encoding="utf-8").splitlines()
        events = [json.loads(line) for line in lines]
        self.assertEqual([event["first"] for event in events], [0, 3, 6])
        self.assertTrue(all(event["event"] == "done" and event["time"] and event["host"] for event in events))


if __name__ == "__main__":
    unittest.main()
