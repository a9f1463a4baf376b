"""The program answers from results: tables, pages and known patterns.

Usage: program_answers_test.py TSUNAGI SOURCES
"""

import json
import re
import subprocess
import unittest

import h5py

from program import REPLICATIONS, SOURCES, STUDY, TSUNAGI, RunCase, tsunagi

FORCED = """
[reading.forced]
label = { en = "Forced", ja = "固定" }
scale = 1
link = "stated"
forced_link = 0.9
"""


class ProgramAnswersTest(RunCase):
    def test_output_that_is_lost_is_told(self):
        for arguments in (("catalogue",), ("status", self.whole), ("compare", self.whole), ("--help",)):
            with self.subTest(arguments=arguments), open("/dev/full", "w") as full:
                told = subprocess.run([TSUNAGI, *map(str, arguments)], stdout=full, stderr=subprocess.PIPE, text=True)
                self.assertEqual(told.returncode, 3)
                self.assertIn("No space left on device", told.stderr)

    def test_results_name_forced_readings_and_the_figures_that_parameters_cite(self):
        directory = self.home / "described"
        study = self.home / "described.toml"
        study.write_text(STUDY.format(base=self.study, replications=4) + FORCED)
        self.assertEqual(tsunagi("run", study, "-o", directory).returncode, 0)
        with h5py.File(directory / "results.h5") as file:
            texts = {name: list(file[name].asstr()) for name in
                     ("/readings/name", "/parameters/source", "/evidence/id", "/evidence/population")}
            forced = dict(zip(texts["/readings/name"], file["/readings/forced_link"][:]))
        self.assertEqual(forced["forced"], 0.9)
        self.assertNotEqual(forced["causal"], forced["causal"])  # not a number: not forced
        population = dict(zip(texts["/evidence/id"], texts["/evidence/population"]))
        self.assertEqual(population["J28"], "1,807 parolees (1,561 men, 246 women)")
        for source in texts["/parameters/source"]:
            for cited in re.findall(r"\b[A-Z]\d\d\b", source):
                self.assertIn(cited, population)

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

    def test_a_page_that_cannot_be_written_is_told_with_the_reason_and_leaves_nothing(self):
        folder = self.home / "pages"
        folder.mkdir()
        (folder / "page.html.part").write_text("mine")
        for output, reason in ((folder, "not an ordinary file"), (folder / "none/page.html", "No such file")):
            refused = tsunagi("report", self.whole, "-o", output)
            self.assertEqual(refused.returncode, 3)
            self.assertIn(reason, refused.stderr)
        self.assertEqual(tsunagi("report", self.whole, "-o", "page.html", cwd=folder).returncode, 0)
        self.assertEqual({path.name for path in folder.iterdir()}, {"page.html", "page.html.part"})
        self.assertEqual((folder / "page.html.part").read_text(), "mine")

    def test_known_patterns_pass_but_for_the_two_that_are_only_shown(self):
        study = SOURCES / "scenarios/studies/regular-contact.toml"
        known = tsunagi("patterns", study, "--replications", 60, "--regions", 20000, "--json")
        self.assertEqual(known.returncode, 0, known.stderr)
        told = json.loads(known.stdout)
        patterns = {row["pattern"] for row in told["patterns"]}
        self.assertEqual(patterns, {f"P{number}" for number in (1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 13, 14, 15)} |
                         {"P7a", "P7b", "P7c", "P7d", "P7e", "P7f", "P9a", "P9b"})
        missed = [row["measure"] for row in told["patterns"]
                  if not row["pass"] and row["pattern"] not in ("P4", "P15")]
        self.assertEqual(missed, [])
        for row in told["patterns"]:
            if row["n"]:
                self.assertLessEqual(row["lower"], row["value"], row["measure"])
                self.assertLessEqual(row["value"], row["upper"], row["measure"])
        self.assertEqual({row["pattern"] for row in told["not_built"]}, {"P15"})

    def test_a_pattern_says_in_both_languages_what_was_read_on_whom_how_often_and_what_would_agree(self):
        study = SOURCES / "scenarios/studies/regular-contact.toml"
        read = ("patterns", study, "--replications", 2, "--regions", 20)
        told = json.loads(tsunagi(*read, "--json").stdout)
        self.assertEqual({key: told[key] for key in ("study", "seed", "replications", "regions")},
                         {"study": "regular-contact", "seed": 20170210, "replications": 2, "regions": 20})
        rows = {row["measure"]: row for row in told["patterns"]}
        for language in ("en", "ja"):
            labels = [row["label"][language] for row in told["patterns"] + told["not_built"]]
            lines = tsunagi(*read, "--lang", language).stdout.splitlines()
            self.assertEqual(len(set(labels)), len(labels))
            self.assertEqual(len(lines), len(labels))
            for line, label in zip(lines, labels):
                self.assertEqual(line[5:].split(label)[0], "", line)
            after = rows["pattern.contact_after"]["label"][language]
            self.assertIn(" > 0", next(line for line in lines if after in line))
        for row in told["patterns"]:
            self.assertEqual(row["n"] is None, row["pattern"] in ("P6", "P10"), row["measure"])
        self.assertEqual({measure: row["band"] for measure, row in rows.items() if row["band_excludes_lower"]},
                         {"pattern.contact_after": [0.0, None]})
        self.assertEqual(rows["pattern.retention_over_entry"]["band"], [None, 0.5])
        self.assertEqual(rows["pattern.contact_before"]["band"], [-0.005, 0.005])


if __name__ == "__main__":
    unittest.main()
