"""The program as its users run it: exit statuses, the same bytes however a study is run, nothing old overwritten.

Usage: program_test.py TSUNAGI SOURCES
"""

import filecmp
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import h5py

SOURCES = Path(sys.argv.pop()).resolve()
TSUNAGI = str(Path(sys.argv.pop()).resolve())
USER_BLOCK = 512  # bytes before the HDF5 file, which hold its seal
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

FORCED = """
[reading.forced]
label = { en = "Forced", ja = "固定" }
scale = 1
link = "stated"
forced_link = 0.9
"""

# A second hospital, which shares the name of its type with the first and which nobody sends people to.
REGION = """schema = [1, 0]
kind = "region"
base = "{base}"
[agency.clinic]
type = "psychiatric_hospital"
quality = 0.5
[travel]
between_agencies = 20
"""

MAP = {
    "en": """Example prefecture: where referrals can lead people

from              referrals  to
-------------------------------------------------------------
Probation office          1  Mental Health and Welfare Center

Refer to nobody: Mental Health and Welfare Center, Psychiatric hospital (hospital), \
Addiction recovery support facility, Psychiatric hospital (clinic)
Community support that referrals reach from Probation office: Mental Health and Welfare Center
Articulation points, agencies without which others lose their tie: Mental Health and Welfare Center
Bridges, pairs that nothing but their own tie holds together: Mental Health and Welfare Center - Probation office, \
Mental Health and Welfare Center - Psychiatric hospital (hospital)
A tie is a referral, either way, or a standing contact that the region reports.
""",
    "ja": """例示県：紹介でたどり着ける先

紹介元      紹介の回数  紹介先
--------------------------------------------
保護観察所           1  精神保健福祉センター

紹介先のない機関：精神保健福祉センター、精神科病院 (hospital)、依存症回復支援施設、\
精神科病院 (clinic)
保護観察所から紹介でたどり着ける地域の支援：精神保健福祉センター
関節点（抜けるとほかの機関どうしが離れてしまう機関）：精神保健福祉センター
橋（その組のつながりが切れると、ほかにつなぐ道のない組）：精神保健福祉センターと保護観察所、\
精神保健福祉センターと精神科病院 (hospital)
つながりとは、どちら向きかの紹介か、地域のファイルにある定期的な接触です。
""",
}


def tsunagi(*arguments, **options):
    environment = {**os.environ, "LANGUAGE": options.pop("language", "en")}
    return subprocess.run([TSUNAGI, *map(str, arguments)], capture_output=True, text=True, env=environment, **options)


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

    def test_a_map_says_who_reaches_whom_and_what_holds_the_region_together(self):
        region = self.home / "region.toml"
        region.write_text(REGION.format(base=SOURCES / "scenarios/regions/example-observed.toml"))
        for language, text in MAP.items():
            drawn = tsunagi("map", region, language=language)
            self.assertEqual((drawn.returncode, drawn.stdout, drawn.stderr), (0, text, ""))
        answer = json.loads(tsunagi("map", region, "--json").stdout)
        self.assertEqual({row["id"]: row["reaches"] for row in answer["agencies"]},
                         {"centre": [], "hospital": [], "facility": [], "clinic": [],
                          "probation_office": [{"agency": "centre", "steps": 1}]})
        self.assertEqual(answer["agencies"][0]["name"],
                         {"en": "Mental Health and Welfare Center", "ja": "精神保健福祉センター"})
        self.assertEqual(answer["articulation_points"], ["centre"])
        self.assertEqual(answer["bridges"], [["centre", "probation_office"], ["centre", "hospital"]])
        self.assertEqual(answer["contacts"], "reported")
        self.assertEqual(answer["support"],
                         {"agencies": ["centre", "hospital", "facility"], "from": "probation_office",
                          "reached": ["centre"]})

    def test_a_map_of_a_study_is_that_of_its_region(self):
        of_study = tsunagi("map", self.study, "--json")
        of_region = tsunagi("map", SOURCES / "scenarios/regions/typical-prefecture.toml", "--json")
        self.assertEqual(of_study.stdout, of_region.stdout)
        self.assertEqual(json.loads(of_study.stdout)["contacts"], "drawn")

    def test_what_has_no_map_is_bad_input(self):
        wrong = {SOURCES / "scenarios/policies/today.toml": 'a "region" is needed here',
                 self.home / "none.toml": "cannot read the file",
                 SOURCES / "tests/data/bad_inputs/no_partner.toml": "must be an agency of type probation_office"}
        for file, text in wrong.items():
            refused = tsunagi("map", file)
            self.assertEqual((refused.returncode, refused.stdout), (2, ""))
            self.assertIn(text, refused.stderr)

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
                         ("run", study, "-o", self.home / f"unsupported-{language}")):
                done = tsunagi(*verb, language=language)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(done.stderr.count(told), 1)
        reached = json.loads(tsunagi("map", study, "--json").stdout)["support"]["reached"]
        self.assertEqual(reached, [])

    def test_wrong_command_lines_are_told_in_the_language_of_the_user(self):
        wrong = {
            (): ("the verb is missing", "動詞がありません"),
            ("--frobnicate",): ("nobody knows what to do with: --frobnicate", "扱えない語があります：--frobnicate"),
            ("vaildate", "a.toml"): ('there is no verb "vaildate"; did you mean "validate"?',
                                     "「vaildate」という動詞はありません。「validate」ではありませんか"),
            ("run",): ("STUDY is missing (A study file)", "STUDY がありません：検討のファイル"),
            ("run", "a.toml"): ("--output is missing (Directory of results)",
                                "--output がありません：結果のフォルダー"),
            ("run", "a.toml", "-o", "d", "-j", "many"): ("--threads does not take this value",
                                                         "--threads にこの値は使えません"),
            ("run", "a.toml", "-o", "d", "-j", "5000"): ("--threads does not take this value",
                                                         "--threads にこの値は使えません"),
            ("run", "a.toml", "-o", "d", "--shard", "2/2"): ("--shard does not take this value",
                                                             "--shard にこの値は使えません"),
            ("run", "a.toml", "-o"): ("--output does not take this value", "--output にこの値は使えません"),
            ("show", "a.toml", "b.toml"): ("nobody knows what to do with: b.toml", "扱えない語があります：b.toml"),
        }
        for arguments, texts in wrong.items():
            for language, text in zip(("en", "ja"), texts):
                with self.subTest(arguments=arguments, language=language):
                    told = tsunagi(*arguments, language=language)
                    self.assertEqual(told.returncode, 2)
                    self.assertIn(text, told.stderr)
                    english = ("required", "expected", "Could not", "Value", "not in range")
                    self.assertFalse([word for word in english if word in told.stderr])

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

    def lives(self, verb, *arguments, language="en", study=None):
        return tsunagi(verb, study or self.study, *arguments, language=language)

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

    def test_a_trace_of_a_run_or_a_person_that_is_not_there_is_told_in_both_languages(self):
        right = {"--scenario": "today", "--replication": "1"}
        wrong = {
            ("--scenario", "todya"): (
                'the study has no such scenario; it has today, no-contact, regular-contact, written-agreement; '
                'did you mean "today"?',
                "検討にそのシナリオはありません。あるのは today, no-contact, regular-contact, written-agreement です。"
                "「today」ではありませんか"),
            ("--reading", "seelction"): (
                "the study has no such reading; it has causal, selection, no-effect, prior, curve-0.00, curve-0.75, "
                'curve-1.50; did you mean "selection"?',
                "検討にその読み方はありません。あるのは causal, selection, no-effect, prior, curve-0.00, curve-0.75, "
                "curve-1.50 です。「selection」ではありませんか"),
            ("--replication", str(REPLICATIONS)): (
                f"the study has replications from 0 to {REPLICATIONS - 1}; give one of them",
                f"検討の反復は 0 から {REPLICATIONS - 1} までです。その中から選んでください"),
            ("--person", "juvenlie-0"): (
                "nobody in this run has this id; tsunagi trace without --person lists who is there; "
                'did you mean "juvenile-0",',
                "この反復にその番号の人はいません。--person を付けずに tsunagi trace を実行すると、いる人を一覧します。"
                "「juvenile-0」"),
        }
        for (option, value), texts in wrong.items():
            arguments = [word for pair in {**right, option: value}.items() for word in pair]
            for language, text in zip(("en", "ja"), texts):
                with self.subTest(option=option, language=language):
                    refused = self.lives("trace", *arguments, language=language)
                    self.assertEqual((refused.returncode, refused.stdout), (2, ""))
                    self.assertIn(f"{self.study}: {option} = {value}: {text}", refused.stderr)
        several = self.lives("diff-lives", "--base", "a", "--scenario", "b", "--replication", "-1")
        self.assertEqual(several.returncode, 2)
        self.assertIn("3 fault(s)", several.stderr)
        self.assertEqual(self.lives("trace", "--scenario", "today").returncode, 2)

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

    def test_patterns_that_are_stopped_say_so(self):
        running = subprocess.Popen([TSUNAGI, "patterns", self.study, "--replications", "1000000", "-j", "1"],
                                   stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
                                   env={**os.environ, "LANGUAGE": "en"})
        time.sleep(1)
        running.send_signal(signal.SIGTERM)
        _, told = running.communicate()
        self.assertEqual(running.returncode, 75)
        self.assertIn("stopped", told)

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
            if row["n"] > 0:
                self.assertLessEqual(row["lower"], row["value"], row["measure"])
                self.assertLessEqual(row["value"], row["upper"], row["measure"])
        self.assertEqual({row["pattern"] for row in told["not_built"]}, {"P15"})

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
