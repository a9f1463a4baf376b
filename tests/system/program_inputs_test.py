"""The program reads inputs: what it tells of wrong ones, what it shows of right ones.

Usage: program_inputs_test.py TSUNAGI SOURCES
"""

import json
import os
import unittest

from program import SOURCES, STUDY, StudyCase, tsunagi


class ProgramInputsTest(StudyCase):
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
        self.assertEqual(tsunagi("validate", self.study, bad).returncode, 2)
        self.assertEqual(tsunagi("validate", self.study).returncode, 0)

    def test_a_policy_by_itself_is_checked_against_the_catalogue_and_no_region(self):
        policy = SOURCES / "scenarios/policies/regular-contact.toml"
        self.assertIn("checked without a region", tsunagi("validate", policy).stdout)
        unknown = self.home / "policy.toml"
        unknown.write_text(policy.read_text().replace('"t2.05"', '"t9.99"'))
        refused = tsunagi("validate", unknown)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("the catalogue has no label t9.99", refused.stderr)

    def test_a_region_where_no_referral_leads_to_support_is_warned_of_and_used(self):
        data = SOURCES / "tests/data"
        study = self.home / "unsupported.toml"
        region = os.path.relpath(data / "warned_inputs/no_support_path.toml", self.home)
        study.write_text(STUDY.format(base=self.study, replications=4).replace(
            "name =", f'region = "{region}"\nname ='))
        for language in ("en", "ja"):
            warning = (data / f"warned_inputs/no_support_path.{language}.txt").read_text()
            checked = tsunagi("validate", "warned_inputs/no_support_path.toml", language=language, cwd=data)
            self.assertEqual((checked.returncode, checked.stderr), (0, warning))
            told = warning.split(":1:1: ")[1]
            for verb in (("plan", study), ("map", study),
                         ("patterns", study, "--replications", 2, "--regions", 20),
                         ("run", study, "-o", self.home / f"unsupported-{language}")):
                done = tsunagi(*verb, language=language)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(done.stderr.count(told), 1)
        reached = json.loads(tsunagi("map", study, "--json").stdout)["support"]["reached"]
        self.assertEqual(reached, [])

    def test_inputs_are_shown_with_their_origin_and_the_catalogue_holds_105_labels(self):
        shown = tsunagi("show", self.study).stdout
        self.assertRegex(shown, r"(?m)^replications = 48  # .*small\.toml:5$")
        labels = [line for line in tsunagi("catalogue").stdout.splitlines() if line.split("  ")[0][:1] in "tp"
                  and "[" in line]
        self.assertEqual(len(labels), 105)
        self.assertEqual(tsunagi("catalogue", "counselling").stdout, "counselling  Individual counselling\n")
        refused = tsunagi("catalogue", "t2.5")
        self.assertEqual(refused.returncode, 2)
        self.assertIn('t2.5 is no agency type, service or label; tsunagi catalogue lists them; did you mean "t2.05"',
                      refused.stderr)


if __name__ == "__main__":
    unittest.main()
