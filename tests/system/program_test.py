"""The program as its users run it: exit statuses, the same bytes however a study is run, nothing old overwritten.

Usage: program_test.py TSUNAGI SOURCES
"""

import filecmp
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

SOURCES = Path(sys.argv.pop())
TSUNAGI = sys.argv.pop()
REPLICATIONS = 48  # three blocks, so that a run can be cut between two of them and shared by two lanes

STUDY = """schema = [1, 0]
kind = "study"
base = "{base}"
name = "small"
replications = {replications}
years = 3
"""


def tsunagi(*arguments, **options):
    environment = {**os.environ, "LANGUAGE": options.pop("language", "en")}
    return subprocess.run([TSUNAGI, *map(str, arguments)], capture_output=True, text=True, env=environment, **options)


class ProgramTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.home = Path(cls.folder.name)
        cls.study = cls.home / "small.toml"
        base = SOURCES / "scenarios/studies/regular-contact.toml"
        cls.study.write_text(STUDY.format(base=base, replications=REPLICATIONS))
        cls.whole = cls.home / "whole"
        done = tsunagi("run", cls.study, "-o", cls.whole, "-j", 1)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def same_results(self, directory):
        self.assertTrue(filecmp.cmp(self.whole / "results.h5", directory / "results.h5", shallow=False))

    def test_results_are_the_same_bytes_at_two_and_eight_threads(self):
        for threads in (2, 8):
            directory = self.home / f"threads-{threads}"
            self.assertEqual(tsunagi("run", self.study, "-o", directory, "-j", threads).returncode, 0)
            self.same_results(directory)

    def test_results_are_the_same_bytes_when_two_lanes_share_the_blocks(self):
        directory = self.home / "lanes"
        first = tsunagi("run", self.study, "-o", directory, "--shard", "1/2")
        self.assertEqual(first.returncode, 0, first.stderr)
        self.assertFalse((directory / "results.h5").exists())
        self.assertEqual(tsunagi("status", directory).returncode, 5)
        self.assertEqual(tsunagi("compare", directory).returncode, 5)
        # The second lane counts what is missing anew: one lane of one takes the rest.
        self.assertEqual(tsunagi("run", self.study, "-o", directory).returncode, 0)
        self.assertEqual(tsunagi("status", directory).returncode, 0)
        self.same_results(directory)

    def cut(self, directory, sign, wait):
        running = subprocess.Popen([TSUNAGI, "run", self.study, "-o", directory, "-j", "1"],
                                   stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        while not wait() and running.poll() is None:
            time.sleep(0.02)
        running.send_signal(sign)
        return running.wait()

    def test_a_stopped_and_a_killed_run_go_on_to_the_same_bytes(self):
        for name, sign, status in (("stopped", signal.SIGTERM, 75), ("killed", signal.SIGKILL, -signal.SIGKILL)):
            directory = self.home / name
            first_shard = directory / "shards/000/b0000000.h5"
            self.assertEqual(self.cut(directory, sign, first_shard.exists), status)
            before = first_shard.read_bytes()
            self.assertFalse((directory / "results.h5").exists())
            self.assertEqual(tsunagi("run", self.study, "-o", directory).returncode, 0)
            self.assertEqual(first_shard.read_bytes(), before)
            self.same_results(directory)

    def test_a_second_run_has_nothing_to_do(self):
        again = tsunagi("run", self.study, "-o", self.whole)
        self.assertEqual(again.returncode, 0)
        self.assertIn("nothing to run", again.stderr)

    def test_another_study_and_foreign_files_are_refused_and_kept(self):
        other = self.home / "other.toml"
        other.write_text(STUDY.format(base=self.study, replications=4))
        before = (self.whole / "results.h5").read_bytes()
        refused = tsunagi("run", other, "-o", self.whole)
        self.assertEqual(refused.returncode, 3)
        self.assertEqual((self.whole / "results.h5").read_bytes(), before)
        foreign = self.home / "foreign"
        foreign.mkdir()
        (foreign / "letter.txt").write_text("mine")
        self.assertEqual(tsunagi("run", other, "-o", foreign).returncode, 3)
        self.assertEqual([path.name for path in foreign.iterdir()], ["letter.txt"])

    def test_old_results_are_set_aside_when_asked(self):
        directory = self.home / "aside"
        for replications in (4, 8):
            study = self.home / "aside.toml"
            study.write_text(STUDY.format(base=self.study, replications=replications))
            self.assertEqual(tsunagi("run", study, "-o", directory, "--set-aside").returncode, 0)
        self.assertTrue((self.home / "aside.1/results.h5").exists())

    def test_bad_input_is_told_in_both_languages_and_writes_nothing(self):
        bad = self.home / "bad.toml"
        bad.write_text(STUDY.format(base=self.study, replications=0))
        directory = self.home / "never"
        for language, word in (("en", "nothing was written"), ("ja", "何も書き込んでいません")):
            refused = tsunagi("run", bad, "-o", directory, language=language)
            self.assertEqual(refused.returncode, 2)
            self.assertIn("bad.toml:5:", refused.stderr)
            self.assertIn(word, refused.stderr)
        self.assertFalse(directory.exists())
        self.assertEqual(tsunagi("run", self.study).returncode, 2)
        self.assertEqual(tsunagi("validate", self.study, bad).returncode, 2)
        self.assertEqual(tsunagi("validate", self.study).returncode, 0)

    def test_damaged_results_are_told(self):
        directory = self.home / "damaged"
        study = self.home / "damaged.toml"
        study.write_text(STUDY.format(base=self.study, replications=4))
        self.assertEqual(tsunagi("run", study, "-o", directory).returncode, 0)
        results = directory / "results.h5"
        results.write_bytes(results.read_bytes()[:-100])
        self.assertEqual(tsunagi("report", directory, "-o", self.home / "no.html").returncode, 4)
        self.assertFalse((self.home / "no.html").exists())

    def test_answers_are_printed_and_the_page_holds_both_languages(self):
        answer = json.loads(tsunagi("compare", self.whole, "--json").stdout)
        self.assertEqual(answer["study"]["replications"], REPLICATIONS)
        agreement = [row for row in answer["comparisons"] if row["scenario"] == "written-agreement"]
        self.assertTrue(agreement)
        self.assertTrue(all(row["verdict"] in ("identical", "none") for row in agreement))
        self.assertIn("支援", tsunagi("compare", self.whole, language="ja").stdout)
        page = self.home / "page.html"
        self.assertEqual(tsunagi("report", self.whole, "-o", page).returncode, 0)
        self.assertIn("引受人会", page.read_text())

    def test_known_patterns_pass(self):
        known = tsunagi("patterns", self.study, "--replications", 60, "--regions", 20000, "--json")
        self.assertEqual(known.returncode, 0, known.stderr)
        missed = [row["measure"] for row in json.loads(known.stdout)["patterns"] if not row["pass"]]
        self.assertEqual(missed, [])

    def test_inputs_are_shown_with_their_origin_and_the_catalogue_holds_105_labels(self):
        shown = tsunagi("show", self.study).stdout
        self.assertRegex(shown, r"(?m)^replications = 48  # .*small\.toml:5$")
        labels = [line for line in tsunagi("catalogue").stdout.splitlines() if line.split("  ")[0][:1] in "tp"
                  and "[" in line]
        self.assertEqual(len(labels), 105)


if __name__ == "__main__":
    unittest.main()
