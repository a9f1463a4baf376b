"""The program proves itself: problems with known answers, and plain networks.

Usage: program_proof_test.py TSUNAGI SOURCES
"""

import json
import tempfile
import unittest
from pathlib import Path

from program import SOURCES, tsunagi

QUEUE = SOURCES / "scenarios/networks/ref-1-queue.toml"


class ProgramProofTest(unittest.TestCase):
    def test_problems_with_known_answers_agree(self):
        told = tsunagi("verify", "--json")
        self.assertEqual(told.returncode, 0, told.stderr)
        problems = json.loads(told.stdout)["problems"]
        self.assertEqual(len(problems), 13)
        for problem in problems:
            for quantity in problem["quantities"]:
                with self.subTest(problem=problem["id"], quantity=quantity["id"]):
                    self.assertTrue(quantity["agrees"])
        self.assertEqual(tsunagi("verify", "--json", "-j", 1).stdout, told.stdout)

    def test_problems_are_told_in_both_languages(self):
        for language, summary in (("en", "37 of 37 numbers agree"), ("ja", "37 個の値のうち 37 個が一致")):
            with self.subTest(language=language):
                told = tsunagi("verify", language=language)
                self.assertIn(summary, told.stdout)
                self.assertNotIn("verify.", told.stdout)  # every word is in the catalogue

    def test_a_network_is_told_as_a_table_in_both_languages(self):
        for language, words in (("en", ("Center", "gave up/day")), ("ja", ("センター", "あきらめた人/日"))):
            with self.subTest(language=language):
                told = tsunagi("network", QUEUE, "--replications", 2, language=language)
                self.assertEqual(told.returncode, 0)
                for word in words:
                    self.assertIn(word, told.stdout)

    def test_shipped_networks_are_right_and_can_be_shown(self):
        files = sorted((SOURCES / "scenarios/networks").glob("*.toml"))
        self.assertEqual(len(files), 5)
        self.assertEqual(tsunagi("validate", *files).returncode, 0)
        shown = tsunagi("show", QUEUE).stdout
        self.assertIn("station.center.servers = 360", shown)

    def test_a_wrong_network_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            wrong = Path(folder) / "wrong.toml"
            wrong.write_text(QUEUE.read_text().replace("servers = 360", "severs = 360")
                             .replace("ref-1-base.toml", str(SOURCES / "scenarios/networks/ref-1-base.toml")))
            told = tsunagi("network", wrong)
            self.assertEqual(told.returncode, 2)
            self.assertIn('did you mean "servers"?', told.stderr)
            self.assertEqual(told.stdout, "")


if __name__ == "__main__":
    unittest.main()
