"""The program runs studies: the same bytes however a study is run, after any stop, and nothing old overwritten.

Usage: program_runs_test.py TSUNAGI SOURCES
"""

import hashlib
import os
import re
import select
import shutil
import signal
import subprocess
import time
import unittest

import h5py

from program import REPLICATIONS, STUDY, TSUNAGI, RunCase, tsunagi

USER_BLOCK = 512  # bytes before the HDF5 file, which hold its seal
PATIENCE = 300  # seconds for what takes a few


def plant_failed_run(shard):
    """Marks the first run of a shard as failed, and seals the file anew as the program would."""
    with h5py.File(shard, "r+") as file:
        failed = file["/failed"][...]
        failed[0, 0, 0] = 1
        file["/failed"][...] = failed
    content = shard.read_bytes()
    seal, rest = content[:USER_BLOCK], content[USER_BLOCK:]
    old, = re.findall(rb"[0-9a-f]{64}", seal)
    shard.write_bytes(seal.replace(old, hashlib.sha256(rest).hexdigest().encode()) + rest)


class ProgramRunsTest(RunCase):
    def test_results_are_the_same_bytes_when_two_lanes_share_the_blocks(self):
        directory = self.home / "lanes"
        first = tsunagi("run", self.study, "-o", directory, "--shard", "1/2")
        self.assertEqual(first.returncode, 0, first.stderr)
        self.assertFalse((directory / "results.h5").exists())
        self.assertEqual(tsunagi("status", directory).returncode, 5)
        self.assertEqual(tsunagi("compare", directory).returncode, 5)
        idle = tsunagi("run", self.study, "-o", directory, "--shard", "1/2")
        self.assertNotIn("nothing to run", idle.stderr)
        self.assertIn("still missing", idle.stderr)
        # The other lane starts when half is done already, and has the rest all the same.
        second = tsunagi("run", self.study, "-o", directory, "--shard", "0/2")
        self.assertEqual(second.returncode, 0, second.stderr)
        self.assertEqual(tsunagi("status", directory).returncode, 0)
        self.same_results(directory)

    def test_a_failed_run_is_told_every_time(self):
        directory = self.home / "failed"
        shutil.copytree(self.whole, directory)
        (directory / "results.h5").unlink()
        shards = sorted((directory / "shards/000").iterdir())
        plant_failed_run(shards[0])
        aside = self.home / "last-shard.h5"
        shards[-1].rename(aside)
        told = r"1 runs in .*failed failed"
        lane = tsunagi("run", self.study, "-o", directory, "--shard", "0/3")
        self.assertEqual(lane.returncode, 1, lane.stderr)  # while another lane's block is missing
        self.assertRegex(lane.stderr, told)
        aside.rename(shards[-1])
        for _ in range(2):
            again = tsunagi("run", self.study, "-o", directory)
            self.assertEqual(again.returncode, 1, again.stderr)
            self.assertRegex(again.stderr, told)
        self.assertEqual(tsunagi("merge", directory).returncode, 1)
        self.assertEqual(tsunagi("status", directory).returncode, 1)
        self.assertEqual(tsunagi("compare", directory).returncode, 5)

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
            # With the slash that shells add.
            done = tsunagi("run", study, "-o", f"{directory}/", "--set-aside")
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.home / "aside.1/results.h5").exists())
        (directory / "manifest.json").write_text("{")
        self.assertEqual(tsunagi("run", study, "-o", directory).returncode, 4)
        self.assertEqual(tsunagi("run", study, "-o", directory, "--set-aside").returncode, 0)
        self.assertTrue((self.home / "aside.2/results.h5").exists())

    def test_patterns_that_are_stopped_say_so(self):
        running = subprocess.Popen([TSUNAGI, "patterns", self.study, "--replications", "60", "-j", "1"],
                                   stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
                                   env={**os.environ, "LANGUAGE": "en"})
        self.addCleanup(running.kill)
        # The first line comes with a tenth of all replications, long before the end.
        begun, _, _ = select.select([running.stderr], [], [], PATIENCE)
        self.assertTrue(begun, "no progress was told")
        running.send_signal(signal.SIGTERM)
        _, told = running.communicate(timeout=PATIENCE)
        self.assertRegex(told, r"\A\d+ of \d+ replications")
        self.assertEqual(running.returncode, 75)
        self.assertIn("stopped", told)

    def test_patterns_are_stopped_while_regions_are_drawn_too(self):
        running = subprocess.Popen([TSUNAGI, "patterns", self.study, "--replications", "1", "--regions", "10000000"],
                                   stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
                                   env={**os.environ, "LANGUAGE": "en"})
        self.addCleanup(running.kill)
        for line in running.stderr:
            done, total = re.match(r"(\d+) of (\d+) replications", line).groups()
            if done == total:
                break
        running.send_signal(signal.SIGTERM)
        _, told = running.communicate(timeout=PATIENCE)
        self.assertEqual(running.returncode, 75)
        self.assertIn("stopped", told)


if __name__ == "__main__":
    unittest.main()
