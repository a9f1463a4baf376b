"""Results files as other programs see them: h5py and h5dump must read what the program counted.

Usage: results_test.py EXAMPLE_RESULTS, a program that writes a study and prints its numbers.
"""

import filecmp
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
        read = {name: self.file[name][:] for name in
                ("counts", "other_clients", "first_event_day", "work", "understanding", "digest", "events",
                 "slots_waited", "beds_not_found", "overtime")}
        waits = {name: self.file["waits"][name][:] for name in ("due", "kept", "wait", "bins")}
        for one in self.expected["runs"]:
            index = tuple(one["index"])
            for name, values in read.items():
                self.assertTrue(numpy.array_equal(values[index], one["numbers"][name]), f"{name} of {index}")
            for route, (due, kept, wait, bins) in enumerate(one["numbers"]["waits"]):
                self.assertEqual(waits["due"][index][route], due)
                self.assertEqual(waits["kept"][index][route], kept)
                self.assertEqual(waits["wait"][index][route], wait)
                self.assertEqual(list(waits["bins"][index][route]), bins)
        self.assertEqual(len(self.expected["runs"]), read["digest"].size)
        self.assertFalse(self.file["failed"][:].any())

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
        page = (Path(__file__).parents[2] / "outputs" / "FORMAT.md").read_text(encoding="utf-8")
        self.assertEqual(stored, set(re.findall(r"^\| `(/[^`]+)`", page, re.MULTILINE)))

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
