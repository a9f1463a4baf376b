"""The program tells how people come through the agencies.

Usage: program_pathways_test.py TSUNAGI SOURCES
"""

import json
import unittest

from program import NO_READING, NO_SCENARIO, StudyCase, tsunagi

STAGES = ("received", "accepted", "contacted", "attended", "started", "completed")
LOST = ("lost_sent", "lost_received", "lost_accepted", "lost_contacted", "lost_attended", "lost_started", "under_way")


def by_id(rows):
    return {row["id"]: row for row in rows}


class ProgramPathwaysTest(StudyCase):
    def pathways(self, *arguments, language="en"):
        return tsunagi("pathways", self.study, *arguments, language=language)

    def told(self, *arguments):
        answer = self.pathways(*arguments, "--json")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        return json.loads(answer.stdout)

    def test_json_holds_a_funnel_that_adds_up_and_groups_that_make_up_the_cohort(self):
        told = self.told("--replications", 12)
        self.assertEqual((told["scenario"], told["reading"], told["replications"]), ("today", "causal", 12))
        rows = by_id(told["indicators"])
        shares = [rows[stage]["value"] for stage in STAGES]
        self.assertEqual(shares, sorted(shares, reverse=True))
        self.assertGreater(shares[3], 0)
        ends = [rows[end]["value"] for end in LOST]
        self.assertAlmostEqual(sum(ends) + rows["completed"]["value"], 1)
        for row in (*told["indicators"], *told["load"]):
            if row["lower"] is not None:
                self.assertLessEqual(row["lower"], row["value"])
                self.assertLessEqual(row["value"], row["upper"])
                self.assertLess(row["lower"], row["upper"], row["id"])
            if row["value"] == 0:
                self.assertIsNone(row["lower"], row["id"])
        self.assertEqual([split["attribute"] for split in told["splits"]],
                         ["fiscal_year", "start", "sex", "age", "source", "family", "severity", "municipality"])
        for split in told["splits"]:
            self.assertAlmostEqual(sum(group["persons"] for group in split["groups"]), told["persons"])
            sent = sum(by_id(group["indicators"])["received"]["n"] for group in split["groups"])
            self.assertEqual(sent, rows["received"]["n"])
            ranked = by_id(split["equity"])["received"]["concentration_index"] is not None
            self.assertEqual(ranked, split["attribute"] in ("family", "severity", "municipality"))

    def test_threads_change_nothing_and_scenario_standard_and_replications_do(self):
        one = self.pathways("--replications", 8, "-j", 1, "--json").stdout
        self.assertEqual(self.pathways("--replications", 8, "-j", 2, "--json").stdout, one)
        base = by_id(json.loads(one)["indicators"])
        other = by_id(self.told("--replications", 8, "--scenario", "no-contact", "--reading", "causal")["indicators"])
        self.assertNotEqual(base["sent"]["value"], other["sent"]["value"])
        longer = by_id(self.told("--replications", 8, "--standard", 60)["indicators"])
        self.assertGreater(longer["wait_within"]["value"], base["wait_within"]["value"])
        self.assertEqual(longer["wait_median"], base["wait_median"])
        self.assertEqual(self.told("--scenario", "regular-contact")["replications"], self.replications)

    def test_what_is_assumed_and_what_intervals_are_of_is_told_by_text_and_json(self):
        for arguments, interval in (((), "95 % interval: of chance between replications alone"),
                                    (("--replications", 1), "There are no intervals: they need two replications"),
                                    (("--reading", "prior"), "the link's parameters")):
            with self.subTest(arguments=arguments):
                told = self.told(*arguments)
                self.assertIn(interval, told["intervals"]["en"])
                for language in ("en", "ja"):
                    lines = self.pathways(*arguments, language=language).stdout.splitlines()
                    self.assertIn(told["intervals"][language], lines)
                    self.assertIn(told["assumed"][language], lines)

    def test_the_text_tells_every_indicator_in_both_languages(self):
        told = self.told("--replications", 4)
        rows = len(told["indicators"]) + len(told["load"])
        for language, words in (("en", ('"Today" (today)', "of those sent", "wrong doors", "The cohort by sex", "women")),
                                ("ja", ("「現状」（today）", "紹介のうち", "空振りした機関", "性別の対象者", "女性"))):
            answer = self.pathways("--replications", 4, language=language)
            self.assertEqual(answer.returncode, 0, answer.stderr)
            for word in words:
                self.assertIn(word, answer.stdout)
            self.assertNotRegex(answer.stdout, r"pathway\.|table\.|[{}]")
            parts = answer.stdout.split("\n\n")
            tables = [part for part in parts if "-----" in part]
            self.assertEqual(sum(len(table.splitlines()) - 2 for table in tables[:5]), rows)

    def assert_told(self, arguments, faults):
        for language, count in (("en", f"{len(faults)} fault(s)"), ("ja", f"誤りは {len(faults)} 件です")):
            with self.subTest(arguments=arguments, language=language):
                refused = self.pathways(*arguments, language=language)
                lines = [f"{self.study}: {named}: {text[language]}" for named, text in faults.items()]
                self.assertEqual((refused.returncode, refused.stdout, refused.stderr.splitlines()),
                                 (2, "", [*lines, count]))

    def test_a_run_that_the_study_does_not_have_is_told_in_both_languages(self):
        self.assert_told(["--scenario", "todya"],
                         {"--scenario = todya": {"en": NO_SCENARIO["en"] + '; did you mean "today"?',
                                                 "ja": NO_SCENARIO["ja"] + "。「today」ではありませんか"}})
        self.assert_told(["--scenario", "elsewhere", "--reading", "c"],
                         {"--scenario = elsewhere": NO_SCENARIO, "--reading = c": NO_READING})

    def test_numbers_out_of_range_are_told_in_both_languages(self):
        replications = ("Replications to run; without it as many as the study has",
                        "実行する反復の数（省略時は検討の反復数）")
        standard = ("Days within which a first contact meets the standard", "最初の面接が基準を満たす日数")
        for option, value, (english, japanese) in (("--replications", "0", replications),
                                                   ("--replications", "1.5", replications),
                                                   ("--standard", "0", standard),
                                                   ("--standard", "366", standard)):
            told = {"en": f"{option} does not take this value ({english}); see tsunagi --help\n",
                    "ja": f"コマンドの書き方が正しくありません（{option} にこの値は使えません：{japanese}）。"
                          "tsunagi --help をご覧ください\n"}
            for language, text in told.items():
                with self.subTest(option=option, value=value, language=language):
                    refused = self.pathways(option, value, language=language)
                    self.assertEqual((refused.returncode, refused.stdout, refused.stderr), (2, "", text))

    def test_a_file_that_is_no_study_is_told(self):
        refused = tsunagi("pathways", self.home / "nowhere.toml")
        self.assertEqual((refused.returncode, refused.stdout), (2, ""))
        self.assertIn("cannot read the file", refused.stderr)


if __name__ == "__main__":
    unittest.main()
