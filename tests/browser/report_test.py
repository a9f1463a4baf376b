"""Opens the report in headless Chromium, as a planner would, and compares its numbers with the results file.

    report_test.py MADE_UP_REPORT CHROMIUM

The oracle reads the results file with h5py and computes shares, differences and hours itself.
"""

import json
import re
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path

import h5py

PROGRAM, CHROMIUM = sys.argv[1:3]
LANGUAGES = ("ja", "en")
SECONDS_PER_HOUR = 3600
DAYS_PER_YEAR = 365.25
DAYS_COMPARED = 1826  # from policy start, 1 April 2021, to horizon, 1 April 2026, in the made-up study
DAYS_FOLLOWED_UP = 365
MONTHS = DAYS_COMPARED / DAYS_PER_YEAR * 12


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, dict(attributes), parent
        self.children = []

    def find_all(self, tag, **wanted):
        for child in self.children:
            if isinstance(child, Element):
                named = {key.rstrip("_"): value for key, value in wanted.items()}
                if child.tag == tag and all(child.attributes.get(k) == v for k, v in named.items()):
                    yield child
                yield from child.find_all(tag, **wanted)

    def text(self):
        """What stands in it for people: without the data of charts, unless it is that itself."""
        return "".join(c if isinstance(c, str) else c.text()
                       for c in self.children if isinstance(c, str) or c.tag != "script")


class Document(HTMLParser):
    """A tree of what Chromium has made of the page."""

    EMPTY = {"meta", "input", "br", "link", "hr", "img"}

    def __init__(self, html):
        super().__init__()
        self.root = self.place = Element("", [], None)
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes, self.place)
        self.place.children.append(element)
        if tag not in self.EMPTY:
            self.place = element

    def handle_endtag(self, tag):
        place = self.place
        while place.parent is not None and place.tag != tag:
            place = place.parent
        if place.parent is not None:
            self.place = place.parent

    def handle_data(self, data):
        self.place.children.append(data)


def open_in_browser(page, profile):
    """The document after its script has run, and what the console said."""
    run = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         f"--user-data-dir={profile}", "--enable-logging=stderr", "--log-level=0",
         "--window-size=1280,900", "--virtual-time-budget=5000", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, encoding="utf-8", check=True, timeout=120)
    console = [line for line in run.stderr.splitlines() if "CONSOLE" in line]
    return Document(run.stdout).root, console


def pages_on_paper(page, profile):
    """How many A4 pages Chromium makes of the page when it is printed."""
    paper = profile.with_suffix(".pdf")
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         f"--user-data-dir={profile}", "--virtual-time-budget=5000", "--no-pdf-header-footer",
         f"--print-to-pdf={paper}", page.as_uri()],
        capture_output=True, check=True, timeout=120)
    return len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes()))


def numbers_of(row):
    return [float(data.attributes["value"]) for data in row.find_all("data")]


class ReportInBrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = Path(cls.folder.name)
        subprocess.run([PROGRAM, str(folder)], check=True, timeout=60)
        cls.files = {language: folder / f"report-{language}.html" for language in LANGUAGES}
        cls.pages, cls.console = {}, {}
        for language, file in cls.files.items():
            page, console = open_in_browser(file, folder / f"profile-{language}")
            cls.pages[language], cls.console[language] = page, console
        cls.results = h5py.File(folder / "results.h5")
        cls.with_charts = "<script>" in cls.files["en"].read_text(encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.results.close()
        cls.folder.cleanup()

    def main(self, language, opened="en"):
        (found,) = self.pages[opened].find_all("main", lang=language)
        return found

    def section(self, name, language):
        label = f"{name}-{language}"
        return next(s for s in self.main(language).find_all("section")
                    if s.attributes.get("aria-labelledby") == label)

    def labels(self, name):
        return list(self.results[f"/labels/{name}"].asstr())

    def summed(self, dataset):
        """Summed over replications, of the first reading: [scenario][...]."""
        return self.results[dataset][0].sum(axis=1)

    def shares(self, outcome):
        counts = self.summed("/counts").sum(axis=1)  # and over the two kinds of links
        names = self.labels("count")
        return counts[:, names.index(outcome)] / counts[:, names.index("cohort")]

    def test_the_console_stays_silent(self):
        for language in LANGUAGES:
            self.assertEqual(self.console[language], [])

    def test_the_page_prints_on_three_sheets_at_most(self):
        for language, file in self.files.items():
            pages = pages_on_paper(file, Path(self.folder.name) / f"paper-{language}")
            self.assertLessEqual(pages, 3, language)

    def test_both_languages_hold_the_same_numbers(self):
        japanese, english = (numbers_of(self.main(language)) for language in LANGUAGES)
        self.assertGreater(len(japanese), 100)
        self.assertEqual(japanese, english)

    def test_no_placeholder_and_no_message_id_is_left(self):
        for language in LANGUAGES:
            text = self.main(language).text()
            for trace in ("{{", "}}", "page.column", "table.outcome", "null", "NaN"):
                self.assertNotIn(trace, text)

    def test_charts_are_drawn_in_the_language_that_is_shown(self):
        if not self.with_charts:
            self.skipTest("built without charts")
        for opened in LANGUAGES:
            for language in LANGUAGES:
                drawings = list(self.main(language, opened).find_all("div", class_="drawing"))
                self.assertGreaterEqual(len(drawings), 6)
                for drawing in drawings:
                    drawn = any(drawing.find_all("path"))
                    self.assertEqual(drawn, language == opened)
                    self.assertEqual(drawing.attributes["role"], "img")
                    self.assertTrue(drawing.attributes["aria-label"])

    def test_without_charts_the_page_says_so_and_opens_its_tables(self):
        if self.with_charts:
            self.skipTest("built with charts")
        for language in LANGUAGES:
            figures = list(self.main(language).find_all("figure"))
            self.assertTrue(all("open" in d.attributes for f in figures for d in f.find_all("details")))
        self.assertIn("without charts", self.main("en").text())

    def test_levels_and_differences_are_those_of_the_results_file(self):
        shares = self.shares("support_180")
        table = next(self.section("comparison", "en").find_all("tbody"))
        rows = list(table.find_all("tr"))[: len(shares) - 1]
        for row, share in zip(rows, shares[1:]):
            today, policy, difference, persons = numbers_of(row)
            self.assertAlmostEqual(today, shares[0], places=12)
            self.assertAlmostEqual(policy, share, places=12)
            self.assertAlmostEqual(difference, share - shares[0], places=12)
            self.assertAlmostEqual(persons, difference * self.cohort_a_year(), places=9)

    def cohort_a_year(self):
        counts = self.results["/counts"][0, 0]  # replication, group, count
        cohort = counts[:, :, self.labels("count").index("cohort")].sum()
        return cohort / len(counts) / ((DAYS_COMPARED - DAYS_FOLLOWED_UP) / DAYS_PER_YEAR)

    def counts(self, name):
        """Of the first reading, over both kinds of links: [scenario][replication]."""
        return self.results["/counts"][0].sum(axis=2)[:, :, self.labels("count").index(name)]

    def test_the_cascade_stands_beside_its_differences(self):
        table = next(self.section("cascade", "en").find_all("tbody"))
        rows = iter(numbers_of(row) for row in table.find_all("tr"))
        need = self.counts("true_need").sum(axis=1)
        for stage in ("true_need", "recognised", "offered", "consented", "accepted",
                      "first_contact", "second_visit"):
            shares = self.counts(stage).sum(axis=1) / need
            self.assertAlmostEqual(next(rows)[0], shares[0], places=12)
            for share in shares[1:]:
                level, difference, *_ = next(rows)
                self.assertAlmostEqual(level, share, places=12)
                self.assertAlmostEqual(difference, share - shares[0], places=12)

    def test_continuity_is_that_of_the_results_file(self):
        rows = list(list(self.section("cascade", "en").find_all("tbody"))[-1].find_all("tr"))
        twice = self.counts("visited_twice").sum(axis=1)
        parts = 10_000  # of 1, in which indices are stored
        for row, (name, unit) in zip(rows, [("bice_boxerman", parts), ("usual_provider", parts), ("sequential", parts),
                                            ("concentration", parts), ("hand_offs", 1)]):
            self.assert_level_and_differences(row, self.counts(name).sum(axis=1) / unit / twice)

    def test_who_has_come_is_counted_of_the_whole_cohort(self):
        contacts = self.results["/first_event_day"][0, :, :, 0].sum(axis=1)  # [scenario][day]
        table = list(self.section("course", "en").find_all("tbody"))[1]
        rows = iter(numbers_of(row) for row in table.find_all("tr"))
        cohort = self.counts("cohort").sum(axis=1)
        supported = self.counts("support_at_end").sum(axis=1)
        for day in (30, 90, 180, 270, 365):
            reached = (supported + contacts[:, :day].sum(axis=1)) / cohort
            for scenario, share in enumerate(reached):
                found = next(rows)
                self.assertEqual(found[0], day)
                self.assertAlmostEqual(found[1], share, places=12)
                if scenario > 0:
                    self.assertAlmostEqual(found[2], share - reached[0], places=12)

    def test_hours_are_those_of_the_results_file(self):
        work = self.summed("/work") / SECONDS_PER_HOUR / self.results["/work"].shape[2] / MONTHS
        table = list(self.section("cost", "en").find_all("tbody"))[1]
        found = {numbers_of(row)[0] for row in table.find_all("tr")}
        for agency in work[0]:
            for hours in agency[agency > 0]:
                self.assertTrue(any(abs(hours - number) < 1e-9 for number in found), hours)

    def test_states_sum_to_the_cohort_and_are_those_of_the_results_file(self):
        cohort = self.counts("cohort").sum(axis=1)
        table = next(self.section("course", "en").find_all("tbody"))
        rows = iter(numbers_of(row) for row in table.find_all("tr"))
        for day in ("at_end", "90", "180", "365"):
            levels = []
            for state in ("support", "no_support", "custody", "dead", "moved"):
                shares = self.counts(f"{state}_{day}").sum(axis=1) / cohort
                today, *differences = next(rows)
                levels.append(today)
                self.assertAlmostEqual(today, shares[0], places=12)
                for difference, share in zip(differences, shares[1:], strict=True):
                    self.assertAlmostEqual(difference, share - shares[0], places=12)
            self.assertAlmostEqual(sum(levels), 1.0, places=12)

    def test_use_and_its_consequences_are_those_of_the_results_file(self):
        section = self.section("course", "en")
        folded = next(section.find_all("details", class_="more"))
        self.assertNotIn("open", folded.attributes)
        headings = iter(h.text() for h in folded.find_all("th", scope="rowgroup"))
        rows = (row for row in next(folded.find_all("table")).find_all("tr") if any(row.find_all("th", scope="row")))

        def check_exact(start, mark):
            self.assertIn(mark, next(headings))
            followed = self.counts(f"{start}_followed_{years}").sum(axis=1)
            for event in ("used", "regular", "arrested", "prison"):
                levels = self.counts(f"{start}_{event}_{years}").sum(axis=1) / followed
                self.assert_level_and_differences(next(rows), levels)

        def check_not_followed(*marks):
            for mark in marks:
                self.assertEqual(next(headings), f"{mark}: not followed within the horizon")

        for years in (1, 2):
            check_exact("start", "after release or start of supervision")
        self.assertIn("to the end of the next year", next(headings))
        released = self.counts("released_2nd_year").sum(axis=1)
        self.assert_level_and_differences(next(rows), self.counts("prison_2nd_year").sum(axis=1) / released)
        check_not_followed("5 years after release or start of supervision",
                           "released from prison: to the end of the fourth year after")
        for years in (1, 2):
            check_exact("end", "after supervision ends")
        check_not_followed("5 years after supervision ends")

    def test_families_and_other_clients_are_those_of_the_results_file(self):
        families, others = self.section("clients", "en").find_all("tbody")
        shares = [("families_reached", "families"), ("families_engaged", "families"),
                  ("families_in_care_6_months", "families_followed_6_months")]
        for row, (part, whole) in zip(families.find_all("tr"), shares, strict=True):
            levels = self.counts(part).sum(axis=1) / self.counts(whole).sum(axis=1)
            self.assert_level_and_differences(row, levels)
        names = self.labels("other_count")
        replications = self.results["/other_clients"].shape[2]
        a_year = self.summed("/other_clients") / replications / (DAYS_COMPARED / DAYS_PER_YEAR)
        numbers = [a_year[:, who, names.index(name)] for who in (0, 1)
                   for name in ("first_contacts", "sessions_attended", "lost")]
        for row, levels in zip(others.find_all("tr"), numbers, strict=True):
            self.assert_level_and_differences(row, levels)

    def assert_level_and_differences(self, row, levels):
        today, *differences = numbers_of(row)
        self.assertAlmostEqual(today, levels[0], places=9)
        for difference, level in zip(differences, levels[1:], strict=True):
            self.assertAlmostEqual(difference, level - levels[0], places=9)

    def test_the_plane_holds_hours_and_persons_a_year(self):
        work = self.summed("/work").sum(axis=(1, 2)) / self.results["/work"].shape[2]
        hours = work / SECONDS_PER_HOUR / (DAYS_COMPARED / DAYS_PER_YEAR)
        shares = self.shares("support_180")
        table = next(self.section("cost", "en").find_all("tbody"))
        for policy, row in enumerate(table.find_all("tr"), start=1):
            found_hours, _, found_persons, *_ = numbers_of(row)
            self.assertAlmostEqual(found_hours, hours[policy] - hours[0], places=6)
            self.assertAlmostEqual(found_persons, (shares[policy] - shares[0]) * self.cohort_a_year(), places=9)

    def test_the_curve_draws_the_numbers_of_its_table(self):
        if not self.with_charts:
            self.skipTest("built without charts")
        for figure in self.section("dependence", "ja").find_all("figure"):
            if not figure.attributes["aria-labelledby"].startswith("curve"):
                continue
            chart = json.loads(next(figure.find_all("script")).text())
            rows = [numbers_of(row) for row in next(figure.find_all("tbody")).find_all("tr")]
            for column, line in enumerate(chart["series"], start=1):
                for point, row in zip(line["points"], rows, strict=True):
                    self.assertEqual(point[0], row[0])
                    self.assertAlmostEqual(point[1], 100 * row[column], places=9)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
