"""The program maps a region: whom its agencies reach, in both languages and as JSON.

Usage: program_map_test.py TSUNAGI SOURCES
"""

import json
import unittest

from program import SOURCES, StudyCase, tsunagi

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
    "en": """Example prefecture: how people get from agency to agency

kind         way                                                                from                        \
         to
-----------------------------------------------------------------------------------------------------\
---------------------------------------------------
label t2.01  Connect the person to the centre's counselling                     Probation office            \
         Mental Health and Welfare Center
label t2.03  Connect the family to the centre's family support                  Probation office            \
         Mental Health and Welfare Center
always       outpatient care is offered for a medical need (t4.01)              Mental Health and Welfare \
Center     Psychiatric hospital (hospital)
always       work towards admission, where the programme is not enough (t3.01)  Mental Health and Welfare \
Center     Addiction recovery support facility
always       work towards admission from a hospital bed (t3.04, t4.07)          Psychiatric hospital \
(hospital)      Addiction recovery support facility
always       a resident needs a hospital bed                                    Addiction recovery support \
facility  Psychiatric hospital (hospital)
always       people turn to it by themselves                                    no agency                   \
         Mental Health and Welfare Center
always       the family brings the person                                       no agency                   \
         Mental Health and Welfare Center
always       the family calls                                                   no agency                   \
         Mental Health and Welfare Center
always       people come to the day programme by themselves                     no agency                   \
         Addiction recovery support facility
always       people wish for a residential place                                no agency                   \
         Addiction recovery support facility
always       people need a hospital bed                                         no agency                   \
         Psychiatric hospital (hospital)
always       people are put under supervision                                   no agency                   \
         Probation office
label: a collaboration that the region switches on and policies work on; always: runs whatever labels are \
on; no agency: by themselves, through the family, in need or by a sentence. Each agency on the left may \
hand on to each on the right.

from                                 steps  to
-----------------------------------------------------------------------------------------------------\
---------------------------------------------------------------
Mental Health and Welfare Center         1  Psychiatric hospital (hospital), Addiction recovery support \
facility
Probation office                         1  Mental Health and Welfare Center
                                         2  Psychiatric hospital (hospital), Addiction recovery support \
facility
Psychiatric hospital (hospital)          1  Addiction recovery support facility
Addiction recovery support facility      1  Psychiatric hospital (hospital)
no agency                                1  Mental Health and Welfare Center, Probation office, Psychiatric \
hospital (hospital), Addiction recovery support facility

Hand on to nobody: Psychiatric hospital (clinic)
Community support that people can reach from Probation office: Mental Health and Welfare Center, \
Psychiatric hospital (hospital), Addiction recovery support facility
Articulation points, agencies without which others lose their tie: Mental Health and Welfare Center
Bridges, pairs that nothing but their own tie holds together: Mental Health and Welfare Center - Probation \
office
A tie is a way from one agency to the other, or a standing contact that the region reports.
""",
    "ja": """例示県：人が機関から機関へつながる経路

種類        経路                                               つなぐ元               つなぐ先
-----------------------------------------------------------------------------------------------------------
連携 t2.01  センターの相談につなぐ                             保護観察所             精神保健福祉センター
連携 t2.03  センターの家族支援につなぐ                         保護観察所             精神保健福祉センター
常時        医療が必要な人に外来を勧める（t4.01）              精神保健福祉センター   精神科病院 (hospital)
常時        プログラムだけでは足りない人の入所の調整（t3.01）  精神保健福祉センター   依存症回復支援施設
常時        入院中からの入所の調整（t3.04、t4.07）             精神科病院 (hospital)  依存症回復支援施設
常時        入所している人の入院                               依存症回復支援施設     精神科病院 (hospital)
常時        本人が自分から連絡する                             機関を介さない         精神保健福祉センター
常時        家族が本人を連れてくる                             機関を介さない         精神保健福祉センター
常時        家族が電話する                                     機関を介さない         精神保健福祉センター
常時        本人が自分から通所プログラムに来る                 機関を介さない         依存症回復支援施設
常時        本人が入所を希望する                               機関を介さない         依存症回復支援施設
常時        入院が必要になる                                   機関を介さない         精神科病院 (hospital)
常時        保護観察に付される                                 機関を介さない         保護観察所
「連携」は地域のファイルで加え、施策が働きかける連携、「常時」は加えた連携にかかわらず働く経路です。「機関を介さない」は、本人が自分から、家族を通じて、必要が生じて、\
または処分によって来る場合です。左の各機関から右の各機関へつながります。

つなぐ元               段数  つなぐ先
--------------------------------------------------------------------------------------------------------
精神保健福祉センター      1  精神科病院 (hospital)、依存症回復支援施設
保護観察所                1  精神保健福祉センター
                          2  精神科病院 (hospital)、依存症回復支援施設
精神科病院 (hospital)     1  依存症回復支援施設
依存症回復支援施設        1  精神科病院 (hospital)
機関を介さない            1  精神保健福祉センター、保護観察所、精神科病院 (hospital)、依存症回復支援施設

つなぐ先のない機関：精神科病院 (clinic)
保護観察所からたどり着ける地域の支援：精神保健福祉センター、精神科病院 (hospital)、依存症回復支援施設
関節点（抜けるとほかの機関どうしが離れてしまう機関）：精神保健福祉センター
橋（その組のつながりが切れると、ほかにつなぐ道のない組）：精神保健福祉センターと保護観察所
つながりとは、一方から他方への経路か、地域のファイルにある定期的な接触です。
""",
}


class ProgramMapTest(StudyCase):
    def test_a_map_says_who_reaches_whom_and_what_holds_the_region_together(self):
        region = self.home / "region.toml"
        region.write_text(REGION.format(base=SOURCES / "scenarios/regions/example-observed.toml"))
        for language, text in MAP.items():
            drawn = tsunagi("map", region, language=language)
            self.assertEqual((drawn.returncode, drawn.stdout, drawn.stderr), (0, text, ""))
        answer = json.loads(tsunagi("map", region, "--json").stdout)
        self.assertEqual(answer["ways"][:3], [
            {"kind": "label", "id": "t2.01", "from": ["probation_office"], "to": ["centre"],
             "name": {"en": "Connect the person to the centre's counselling", "ja": "センターの相談につなぐ"}},
            {"kind": "label", "id": "t2.03", "from": ["probation_office"], "to": ["centre"],
             "name": {"en": "Connect the family to the centre's family support", "ja": "センターの家族支援につなぐ"}},
            {"kind": "always", "id": "outpatient_offer", "from": ["centre"], "to": ["hospital"],
             "name": {"en": "outpatient care is offered for a medical need (t4.01)",
                      "ja": "医療が必要な人に外来を勧める（t4.01）"}}])
        self.assertEqual({way["id"]: (way["from"], way["to"]) for way in answer["ways"][3:]},
                         {"programme_track": (["centre"], ["facility"]), "bed_track": (["hospital"], ["facility"]),
                          "resident_to_bed": (["facility"], ["hospital"]), "self_referral": ([], ["centre"]),
                          "family_entry": ([], ["centre"]), "family_call": ([], ["centre"]),
                          "own_day_programme": ([], ["facility"]), "residence_wish": ([], ["facility"]),
                          "admission_need": ([], ["hospital"]), "probation": ([], ["probation_office"])})
        near = [{"agency": "hospital", "steps": 1}, {"agency": "facility", "steps": 1}]
        self.assertEqual({row["id"]: row["reaches"] for row in answer["agencies"]},
                         {"centre": near, "hospital": near[1:], "facility": near[:1], "clinic": [],
                          "probation_office": [{"agency": "centre", "steps": 1}, {"agency": "hospital", "steps": 2},
                                               {"agency": "facility", "steps": 2}]})
        self.assertEqual(answer["from_outside"], [{"agency": agency, "steps": 1}
                                                  for agency in ("centre", "probation_office", "hospital", "facility")])
        self.assertEqual(answer["agencies"][0]["name"],
                         {"en": "Mental Health and Welfare Center", "ja": "精神保健福祉センター"})
        self.assertEqual(answer["articulation_points"], ["centre"])
        self.assertEqual(answer["bridges"], [["centre", "probation_office"]])
        self.assertEqual(answer["contacts"], "reported")
        self.assertEqual(answer["support"],
                         {"agencies": ["centre", "hospital", "facility"], "from": "probation_office",
                          "reached": ["centre", "hospital", "facility"]})

    def test_labels_switched_off_leave_what_always_runs(self):
        region = self.home / "without.toml"
        region.write_text(REGION.format(base=SOURCES / "scenarios/regions/example-observed.toml") +
                          '[label."t2.01"]\noffer_cold = 0\noffer_warm = 0\n'
                          '[label."t2.03"]\noffer_cold = 0\noffer_warm = 0\n')
        answer = json.loads(tsunagi("map", region, "--json").stdout)
        self.assertEqual({way["kind"] for way in answer["ways"]}, {"always"})
        self.assertEqual(answer["support"]["reached"], [])
        self.assertEqual(answer["agencies"][0]["reaches"],
                         [{"agency": "hospital", "steps": 1}, {"agency": "facility", "steps": 1}])

    def test_whom_a_trace_tells_to_be_sent_on_goes_along_a_way_of_the_map(self):
        run = ("--scenario", "today", "--replication", 1, "--json")
        ways = json.loads(tsunagi("map", self.study, "--json").stdout)["ways"]
        lives = json.loads(tsunagi("trace", self.study, *run).stdout)["lives"]
        sent = set()
        for life in [one["id"] for one in lives if one["kind"] == "justice"][:40]:
            told = json.loads(tsunagi("trace", self.study, *run, "--person", life).stdout)["facts"]
            sent |= {(fact["other"], fact["agency"]) for fact in told if fact["fact"] == "offered"}
        sent = {pair for pair in sent if pair[0] != pair[1]}  # a hospital sees at discharge whom it had in a bed
        self.assertLessEqual({("probation_office", "centre"), ("centre", "specialist_hospital")}, sent)
        for sender, receiver in sent:
            self.assertTrue(any(sender in way["from"] and receiver in way["to"] for way in ways), (sender, receiver))

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


if __name__ == "__main__":
    unittest.main()
