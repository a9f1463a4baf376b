"""What the tests of the program share: the program, a small study, and a run of it.

A test is called with TSUNAGI, the program, and SOURCES, the root of the repository; they are taken off its arguments
here, for unittest reads the others.
"""

import filecmp
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCES = Path(sys.argv.pop()).resolve()
TSUNAGI = str(Path(sys.argv.pop()).resolve())
REPLICATIONS = 48  # three blocks, so that a run can be cut between two of them and shared by two lanes

STUDY = """schema = [1, 0]
kind = "study"
base = "{base}"
name = "small"
replications = {replications}
warm_up_years = 3
years = 2
[effect_curve]
scales = [0.0, 0.75, 1.5]
"""

SCENARIOS = "today, no-contact, regular-contact, written-agreement"
READINGS = "causal, selection, no-effect, prior, curve-0.00, curve-0.75, curve-1.50"

NO_SCENARIO = {"en": f"the study has no such scenario; it has {SCENARIOS}",
               "ja": f"検討にそのシナリオはありません。あるのは {SCENARIOS} です"}
NO_READING = {"en": f"the study has no such reading; it has {READINGS}",
              "ja": f"検討にその読み方はありません。あるのは {READINGS} です"}


def tsunagi(*arguments, **options):
    environment = {**os.environ, "LANGUAGE": options.pop("language", "en")}
    return subprocess.run([TSUNAGI, *map(str, arguments)], capture_output=True, text=True, env=environment, **options)


class StudyCase(unittest.TestCase):
    """Has a folder of its own, `home`, and in it the small study."""

    replications = REPLICATIONS

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.home = Path(folder.name)
        cls.study = cls.home / "small.toml"
        base = SOURCES / "scenarios/studies/regular-contact.toml"
        cls.study.write_text(STUDY.format(base=base, replications=cls.replications))


class RunCase(StudyCase):
    """Has the results of the small study as well, in `whole`, run by one thread."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.whole = cls.home / "whole"
        done = tsunagi("run", cls.study, "-o", cls.whole, "-j", 1)
        assert done.returncode == 0, done.stderr

    def same_results(self, directory):
        self.assertTrue(filecmp.cmp(self.whole / "results.h5", directory / "results.h5", shallow=False))
