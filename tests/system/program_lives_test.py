"""The program tells lives: who was there, what happened to them, and what a policy changed in them.

Usage: program_lives_test.py TSUNAGI SOURCES
"""

import json
import unittest

from program import NO_READING, NO_SCENARIO, REPLICATIONS, SOURCES, STUDY, StudyCase, tsunagi

NO_REPLICATION = {"en": f"the study has replications from 0 to {REPLICATIONS - 1}; give one of them",
                  "ja": f"検討の反復は 0 から {REPLICATIONS - 1} までです。その中から選んでください"}
NO_PERSON = {"en": "nobody in this run has this id; tsunagi trace without --person lists who is there",
             "ja": "この反復にその番号の人はいません。--person を付けずに tsunagi trace を実行すると、いる人を一覧します"}

# Half the posts of the region, so that one client's appointment is another's wait.
CROWDED = """schema = [1, 0]
kind = "region"
base = "{base}"
[agency.centre]
posts = 1.0
"""


def but(text, nearest):
    """A fault that knows what may have been meant."""
    return {"en": f'{text["en"]}; did you mean "{nearest}"?', "ja": f'{text["ja"]}。「{nearest}」ではありませんか'}


class ProgramLivesTest(StudyCase):
    def lives(self, verb, *arguments, language="en"):
        return tsunagi(verb, self.study, *arguments, language=language)

    def test_a_trace_lists_who_is_there_and_tells_a_life_in_both_languages(self):
        run = ("--scenario", "today", "--replication", 1)
        listed = json.loads(self.lives("trace", *run, "--json").stdout)
        self.assertEqual((listed["reading"], listed["scenario"], listed["replication"]), ("causal", "today", 1))
        ids = [life["id"] for life in listed["lives"]]
        self.assertEqual(len(ids), len(set(ids)))
        # The list is in the order of entry, so this family came during the warm-up.
        family = next(life for life in listed["lives"] if life["kind"] == "family" and life["facts"] > 1)
        person = family["id"].removesuffix("/family")
        self.assertIn(person, ids)
        lines = self.lives("trace", *run).stdout.splitlines()
        self.assertIn(str(len(ids)), lines[0])
        self.assertEqual([line.split()[0] for line in lines[4:]], ids)

        told = json.loads(self.lives("trace", *run, "--person", person, "--json").stdout)
        self.assertEqual((told["person"], told["family"]), (person, family["id"]))
        times = [fact["at"] for fact in told["facts"]]
        self.assertEqual(times, sorted(times))
        self.assertEqual(told["facts"][0]["fact"], "person_entered")
        self.assertLess(times[0], told["from"])
        of_family = [fact for fact in told["facts"] if fact["who"] == family["id"]]
        self.assertEqual(sum(fact["at"] >= told["from"] for fact in of_family), family["facts"])
        for language, who in (("en", {"person", "family"}), ("ja", {"本人", "家族"})):
            life = self.lives("trace", *run, "--person", person, language=language)
            self.assertEqual((life.returncode, life.stderr), (0, ""))
            rows = life.stdout.splitlines()[4:]
            self.assertEqual(len(rows), len(told["facts"]) + 1)  # and the start of the policy
            self.assertEqual({row.split("  ")[1] for row in rows} - {""}, who)
            self.assertNotRegex(life.stdout, r"trace\.|[{}]")
        asked_for_family = self.lives("trace", *run, "--person", family["id"], "--json").stdout
        self.assertEqual(json.loads(asked_for_family), told)

    def assert_told(self, arguments, faults):
        """That nothing but these faults is told, in both languages, each behind its option and value."""
        for language, count in (("en", f"{len(faults)} fault(s)"), ("ja", f"誤りは {len(faults)} 件です")):
            with self.subTest(arguments=arguments, language=language):
                refused = self.lives(*arguments, language=language)
                lines = [f"{self.study}: {named}: {text[language]}" for named, text in faults.items()]
                self.assertEqual((refused.returncode, refused.stdout, refused.stderr.splitlines()),
                                 (2, "", [*lines, count]))

    def test_a_trace_of_what_is_not_there_is_told_in_both_languages(self):
        right = {"--scenario": "today", "--replication": "1"}
        wrong = {("--scenario", "todya"): but(NO_SCENARIO, "today"),
                 ("--scenario", "elsewhere"): NO_SCENARIO,
                 ("--reading", "seelction"): but(NO_READING, "selection"),
                 ("--replication", str(REPLICATIONS)): NO_REPLICATION,
                 ("--replication", "-1"): NO_REPLICATION,
                 ("--person", "nobody"): NO_PERSON,
                 ("--person", "juvenlie-0"): {
                     "en": NO_PERSON["en"] + '; did you mean "juvenile-0", "juvenile-1" or "juvenile-2"?',
                     "ja": NO_PERSON["ja"] + "。「juvenile-0」「juvenile-1」「juvenile-2」のいずれかではありませんか"}}
        for (option, value), text in wrong.items():
            arguments = [word for pair in {**right, option: value}.items() for word in pair]
            self.assert_told(["trace", *arguments], {f"{option} = {value}": text})

    def test_lives_that_cannot_be_compared_are_told_in_both_languages(self):
        right = {"--base": "today", "--scenario": "no-contact", "--replication": "1"}
        wrong = {("--base", "todya"): but(NO_SCENARIO, "today"),
                 ("--scenario", "no-contacts"): but(NO_SCENARIO, "no-contact"),
                 ("--reading", "causla"): but(NO_READING, "causal"),
                 ("--replication", str(REPLICATIONS)): NO_REPLICATION}
        for (option, value), text in wrong.items():
            arguments = [word for pair in {**right, option: value}.items() for word in pair]
            self.assert_told(["diff-lives", *arguments], {f"{option} = {value}": text})
        self.assert_told(["diff-lives", "--base", "a", "--scenario", "b", "--reading", "c", "--replication", "-1"],
                         {"--base = a": NO_SCENARIO, "--scenario = b": NO_SCENARIO, "--reading = c": NO_READING,
                          "--replication = -1": NO_REPLICATION})

    def test_a_life_of_no_run_is_told_in_both_languages(self):
        wrong = {("trace", "--scenario", "today"): (
                     "--replication is missing (A replication, counted from 0); see tsunagi --help",
                     "コマンドの書き方が正しくありません（--replication がありません：反復の番号（0 から数えます））。"
                     "tsunagi --help をご覧ください"),
                 ("trace", "--scenario", "today", "--replication", "one"): (
                     "--replication does not take this value (A replication, counted from 0); see tsunagi --help",
                     "コマンドの書き方が正しくありません（--replication にこの値は使えません：反復の番号（0 から数えます））。"
                     "tsunagi --help をご覧ください"),
                 ("diff-lives", "--scenario", "today", "--replication", "1"): (
                     "--base is missing (The scenario it is compared with); see tsunagi --help",
                     "コマンドの書き方が正しくありません（--base がありません：比べる元のシナリオ）。"
                     "tsunagi --help をご覧ください")}
        for (verb, *options), texts in wrong.items():
            for language, text in zip(("en", "ja"), texts):
                with self.subTest(verb=verb, options=options, language=language):
                    refused = self.lives(verb, *options, language=language)
                    self.assertEqual((refused.returncode, refused.stdout, refused.stderr), (2, "", text + "\n"))

    def test_lives_differ_where_a_policy_reaches_them_and_nowhere_else(self):
        def parted(scenario, replication):
            answer = self.lives("diff-lives", "--base", "today", "--scenario", scenario,
                                "--replication", replication, "--json")
            self.assertEqual((answer.returncode, answer.stderr), (0, ""))
            return json.loads(answer.stdout)

        replication, parting = next((number, found) for number in range(REPLICATIONS)
                                    if (found := parted("no-contact", number))["different"] > 0)
        listed = json.loads(self.lives("trace", "--scenario", "today", "--replication", replication, "--json").stdout)
        self.assertEqual(parting["lives"], len(listed["lives"]))
        self.assertEqual(parting["equal"] + parting["different"], parting["lives"])
        self.assertEqual(len(parting["partings"]), parting["different"])
        self.assertGreater(parting["equal"], 0)
        for one in parting["partings"]:
            self.assertNotEqual(one["base"], one["scenario"])
            self.assertGreaterEqual(one["at"], parting["from"])
        first = parting["partings"][0]
        for side, scenario in (("base", "today"), ("scenario", "no-contact")):
            life = json.loads(self.lives("trace", "--scenario", scenario, "--replication", replication,
                                         "--person", first["id"], "--json").stdout)
            own = [{key: value for key, value in fact.items() if key != "who"} for fact in life["facts"]
                   if fact["who"] == first["id"]]
            self.assertTrue(first[side] is None or first[side] in own)
        for language, text in (("en", f"of these equal {parting['equal']}, different {parting['different']}"),
                               ("ja", f"等しい{parting['equal']}件、異なる{parting['different']}件")):
            told = self.lives("diff-lives", "--base", "today", "--scenario", "no-contact",
                              "--replication", replication, language=language)
            self.assertEqual(told.returncode, 0)
            self.assertIn(text, told.stdout)
            self.assertEqual(told.stdout.count("no-contact  "), parting["different"])
        agreement = parted("written-agreement", replication)
        self.assertEqual((agreement["different"], agreement["equal"]), (0, parting["lives"]))

    def test_where_hours_are_few_a_parting_names_the_other_client_and_what_that_client_did_in_one_run_alone(self):
        region = SOURCES / "scenarios/regions/typical-prefecture.toml"
        (self.home / "crowded-region.toml").write_text(CROWDED.format(base=region))
        study = self.home / "crowded.toml"
        study.write_text(STUDY.format(base=self.study, replications=REPLICATIONS).replace(
            "name =", 'region = "crowded-region.toml"\nname ='))

        def told(verb, *arguments):
            answer = tsunagi(verb, study, *arguments, "--json")
            self.assertEqual((answer.returncode, answer.stderr), (0, ""))
            return json.loads(answer.stdout)

        def displaced(scenario, replication):
            parted = told("diff-lives", "--base", "today", "--scenario", scenario, "--replication", replication)
            return [one for one in parted["partings"] if one["cause"]["kind"] == "other_client"]

        def life(scenario, replication, person):
            run = ("--scenario", scenario, "--replication", replication)
            if person not in [one["id"] for one in told("trace", *run)["lives"]]:
                return None
            return [{key: value for key, value in fact.items() if key != "who"}
                    for fact in told("trace", *run, "--person", person)["facts"] if fact["who"] == person]

        scenario, replication, partings = next(
            (scenario, replication, found) for replication in range(REPLICATIONS)
            for scenario in ("regular-contact", "no-contact") if (found := displaced(scenario, replication)))
        for parting in partings[:3]:
            cause, sides = parting["cause"], [side for side in (parting["base"], parting["scenario"]) if side]
            self.assertNotEqual(cause["id"].removesuffix("/family"), parting["id"].removesuffix("/family"))
            self.assertIn(cause["under"], ("today", scenario))
            alone, other = ("today", scenario) if cause["under"] == "today" else (scenario, "today")
            self.assertIn(cause["fact"], life(alone, replication, cause["id"]) or [])
            self.assertNotIn(cause["fact"], life(other, replication, cause["id"]) or [])
            self.assertLessEqual(cause["fact"]["at"], min(side["at"] for side in sides))
            self.assertIn(cause["fact"]["agency"],
                          {side[key] for side in sides for key in ("agency", "other") if key in side})


if __name__ == "__main__":
    unittest.main()
