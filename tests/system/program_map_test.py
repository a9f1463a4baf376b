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


class ProgramMapTest(StudyCase):
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


if __name__ == "__main__":
    unittest.main()
