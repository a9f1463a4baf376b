"""Inputs of hostile sizes: each runs, or is refused with a message that says what to do; and memory is stated before.

Usage: hostile_sizes_test.py PEAK_MEMORY TSUNAGI SOURCES
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from program import SOURCES, TSUNAGI, tsunagi

PEAK_MEMORY = str(Path(sys.argv.pop()).resolve())
MEGABYTE = 1_000_000
NETWORK = """schema = [1, 0]
kind = "network"
name = {{ en = "n", ja = "n" }}
days = {days}
observe_from_day = 0
seed = 1
replications = 2
"""
REFERENCE = """schema = [1, 0]
kind = "network"
base = "{base}"
days = 10
observe_from_day = 1
replications = {replications}
[arrivals.intake]
at_start = {persons}
"""
REGION = """schema = [1, 0]
kind = "region"
base = "{base}"
name = {{ en = "n", ja = "n" }}
"""
STUDY = """schema = [1, 0]
kind = "study"
base = "{base}"
name = "hostile"
replications = {replications}
replications_per_draw = 1
warm_up_years = {warm_up_years}
years = {years}
{keys}
[effect_curve]
scales = [1.0]
{tables}
"""
SMALL = {"without": ["scenario.no-contact", "scenario.written-agreement", "reading.prior", "reading.selection"]}


def limited(megabytes):
    """What a child does before it becomes the program, so that it has so much address space."""
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))


def peak_of(program, *arguments):
    """Peak memory in bytes of a program with these arguments, and the seconds of its processors."""
    told = subprocess.run([PEAK_MEMORY, program, *map(str, arguments)], capture_output=True, text=True)
    if told.returncode != 0:
        raise AssertionError(f"{arguments}: status {told.returncode}: {told.stderr}")
    used, seconds = told.stdout.split()
    return int(used), float(seconds)


def measured(*arguments):
    return peak_of(TSUNAGI, *arguments)


class HostileCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.home = Path(folder.name)

    def written(self, name, text):
        file = self.home / f"{name}.toml"
        file.write_text(text, encoding="utf-8")
        return file

    def network(self, name, days, arrivals, stations):
        text = NETWORK.format(days=days)
        for kind, parts in (("arrivals", arrivals), ("station", stations)):
            for part, keys in parts.items():
                words = f'name = {{ en = "{part}", ja = "{part}" }}\n' if kind == "station" else ""
                text += f"[{kind}.{part}]\n{words}{keys}\n"
        return self.written(name, text)

    def reference(self, persons, replications=2):
        base = SOURCES / "scenarios/networks/ref-1-base.toml"
        return self.written(f"reference{persons}x{replications}",
                            REFERENCE.format(base=base, persons=persons, replications=replications))

    def study(self, name, region=None, replications=1, warm_up_years=1, years=2, keys="", tables=""):
        region = region or SOURCES / "scenarios/regions/typical-prefecture.toml"
        base = SOURCES / "scenarios/studies/regular-contact.toml"
        return self.written(name, STUDY.format(base=base, replications=replications, warm_up_years=warm_up_years,
                                               years=years, keys=f'region = "{region}"\n{keys}', tables=tables))

    def region(self, name, agencies, keys="", posts=""):
        base = SOURCES / "scenarios/regions/typical-prefecture.toml"
        text = REGION.format(base=base) + keys
        for number in range(agencies):
            text += (f'[agency.x{number}]\ntype = "psychiatric_hospital"\nquality = 0.5\n{posts}\n'
                     "minutes_from = { m1 = 30, m2 = 30, m3 = 30, m4 = 30, m5 = 30 }\n"
                     f"[agency.x{number}.services]\noutpatient = {{ slots_per_month = 3 }}\nbed = {{ places = 4 }}\n")
        return self.written(name, text)

    def answer(self, *arguments, **options):
        told = tsunagi(*arguments, **options)
        self.assertEqual(told.returncode, 0, told.stderr)
        return told.stdout

    def stations(self, file, *arguments):
        told = json.loads(self.answer("network", file, "--json", *arguments))["stations"]
        return {station.pop("id"): station for station in told}

    def refused(self, message, *arguments, **options):
        told = tsunagi(*arguments, **options)
        self.assertEqual(told.returncode, 2, told.stderr)
        self.assertIn(message, told.stderr)
        self.assertEqual(told.stdout, "")
        return told.stderr

    def need(self, file, *arguments):
        return json.loads(self.answer("plan", file, "--json", *arguments))["memory"]


class MemoryTest(HostileCase):
    def test_the_memory_of_a_program_is_measured_without_that_of_python(self):
        used, _ = peak_of("/bin/true")
        self.assertLess(used, 6 * MEGABYTE)

    def check_need(self, file, *run, threads=1):
        """The memory stated is what is used, at most a tenth below and half above."""
        stated = self.need(file, "-j", threads)["bytes"]
        used, _ = measured(*run, "-j", threads)
        self.assertGreater(stated, 0.9 * used, file)
        self.assertLess(stated, 1.55 * used, file)

    def test_the_memory_of_networks_is_stated_before_they_run(self):
        for persons in (10_000, 300_000, 1_000_000):
            with self.subTest(persons=persons):
                file = self.reference(persons)
                self.check_need(file, "network", file)
        file = self.reference(1_000_000, replications=8)
        for threads in (2, 64):  # the second more than there are cores or replications
            with self.subTest(threads=threads):
                self.check_need(file, "network", file, threads=threads)
        # Who waits without end, who gives up, who stays longer than the run.
        stay = "leave = [{ law = { fixed = 5 } }]"
        for name, keys in {"waiting": f"servers = 5\n{stay}",
                           "patient": f"servers = 5\npatience = {{ exponential = 5 }}\n{stay}",
                           "long": "servers = 1000000\nleave = [{ law = { fixed = 25 } }]"}.items():
            with self.subTest(name):
                file = self.network(name, 30, {"x": 'per_day = 20000\nto = "a"'}, {"a": keys})
                self.check_need(file, "network", file)

    def test_queues_near_full_use_hold_as_many_whatever_the_name_of_their_station(self):
        """20,000 and 30,000 persons are in service on the mean; a tail of long stays decides of the second."""
        for station in "adgh":
            for servers, per_day, days, law in ((20_600, 20_000, 3_650, "exponential = 1"),
                                                (30_900, 30_000, 300, "weibull = [0.3, 0.108]")):
                with self.subTest(station=station, law=law):
                    file = self.network("near_full", days, {"x": f'per_day = {per_day}\nto = "{station}"'},
                                        {station: f"servers = {servers}\nleave = [{{ law = {{ {law} }} }}]"})
                    persons = self.need(file)["persons"]
                    self.assertGreater(persons, per_day)
                    self.assertLess(persons, 1.05 * per_day)

    def test_causes_that_compete_for_a_stay_are_told_apart(self):
        """Of two causes of 10 days on the mean each, the earlier comes after 5."""
        leave = "leave = [{ law = { exponential = 10 } }, { law = { exponential = 10 } }]"
        file = self.network("competing", 200, {"x": 'per_day = 20000\nto = "a"'}, {"a": f"servers = 103000\n{leave}"})
        self.assertLess(self.need(file)["persons"], 103_000)

    def test_the_memory_of_studies_is_stated_before_they_run(self):
        many = self.region("many", 300)
        large = '[parameters]\nintake.volume = { value = 20, upper = 100, source = "test" }'
        for name, arguments in {"plain": {}, "agencies": {"region": many}, "persons": {"tables": large},
                                "replications": {"replications": 45}}.items():
            with self.subTest(name):
                file = self.study(name, **arguments)
                self.check_need(file, "run", file, "-o", self.home / f"{name}.results")

    def test_ten_million_persons_are_refused_where_they_do_not_fit_and_nothing_is_written(self):
        file = self.reference(10_000_000)
        fault = self.refused("MB of memory", "network", file, "-j", 2, preexec_fn=limited(1000))
        self.assertIn(f"{file}: needs about ", fault)
        self.assertIn("(threads: 2; persons at one time in a run: at most about 10,100,000)", fault)
        self.assertIn("make the population smaller, or run it on a machine with more memory; --beyond-memory", fault)
        self.refused("人の数を減らすか、", "network", file, language="ja", preexec_fn=limited(1000))
        # 7 million arrivals a year, of which each stays for years.
        rates = "".join(f'intake.{source} = {{ value = 10000, upper = 10000, source = "test" }}\n'
                        for source in ("parole_only", "parole_partial", "suspended"))
        file = self.study("crowd", tables="[parameters]\n" + rates +
                          'intake.volume = { value = 100, upper = 100, source = "test" }')
        results = self.home / "crowd.results"
        fault = self.refused("MB of memory", "run", file, "-o", results, preexec_fn=limited(4000))
        self.assertIn("nothing was written", fault)
        self.assertFalse(results.exists())

    def test_a_plan_tells_what_does_not_fit_and_is_no_error(self):
        file = self.reference(10_000_000)
        for language, text in (("en", "MB are available, which is too little; make the population smaller"),
                               ("ja", "で、足りません。人の数を減らすか、")):
            self.assertIn(text, self.answer("plan", file, language=language, preexec_fn=limited(1000)))
        need = json.loads(self.answer("plan", file, "--json", preexec_fn=limited(1000)))["memory"]
        self.assertIs(need["fits"], False)
        self.assertGreater(need["bytes"], need["available_bytes"])
        told = re.search(r"([0-9,]+) MB are available", self.answer("plan", file, preexec_fn=limited(1000)))
        self.assertLessEqual(float(told[1].replace(",", "")) * MEGABYTE, need["available_bytes"])
        self.assertIs(self.need(self.reference(10))["fits"], True)
        file = self.study("replications", replications=4_294_967_295)
        told = json.loads(self.answer("plan", file, "--json", preexec_fn=limited(4000)))
        self.assertEqual((told["seconds"], told["memory"]["persons"], told["memory"]["fits"]), (None, None, False))

    def test_a_refusal_for_memory_can_be_overruled(self):
        file = self.reference(1_000_000)
        room = int(1.3 * self.need(file, "-j", 1)["bytes"] / MEGABYTE)  # of which 70 % count
        self.refused("--beyond-memory", "network", file, "-j", 1, preexec_fn=limited(room))
        self.answer("network", file, "-j", 1, "--beyond-memory", preexec_fn=limited(room))
        file = self.study("overruled")
        room = int(1.3 * self.need(file, "-j", 1)["bytes"] / MEGABYTE)
        results = self.home / "overruled.results"
        run = ("run", file, "-o", results, "-j", 1)
        self.refused("--beyond-memory", *run, preexec_fn=limited(room))
        self.answer(*run, "--beyond-memory", preexec_fn=limited(4 * room))

    def test_nobody_is_counted_where_persons_are_followed_one_by_one(self):
        stay = "leave = [{ law = { fixed = 5 } }]"
        file = self.network("single", 30, {"x": 'per_day = 400\nto = "a"'}, {"a": stay})
        self.assertIsNone(self.need(file)["persons"])
        self.assertNotIn("persons", self.answer("plan", file))

    def test_where_nothing_is_left_to_run_memory_is_no_hindrance(self):
        crowd = '[parameters]\nintake.volume = { value = 20, upper = 100, source = "test" }'
        file = self.study("finished", tables=crowd)
        room = int(1.3 * self.need(file, "-j", 1)["bytes"] / MEGABYTE)  # of which 70 % count
        run = ("run", file, "-o", self.home / "finished.results", "-j", 1)
        self.refused("MB of memory", *run, preexec_fn=limited(room))
        self.answer(*run)
        self.answer(*run, preexec_fn=limited(room))
        other = self.study("other", years=3, tables=crowd)
        self.refused("MB of memory", "run", other, *run[2:], preexec_fn=limited(room))

    def test_fewer_threads_are_the_remedy_where_they_fit(self):
        file = self.reference(1_000_000)
        one = self.need(file, "-j", 1)["bytes"]
        room = int(2.0 * one / MEGABYTE)  # for one run, with what the limit counts beside
        fault = self.refused("-j 1", "network", file, "-j", 2, preexec_fn=limited(room))
        self.assertIn("run fewer at once (-j 1)", fault)
        self.answer("network", file, "-j", 1, preexec_fn=limited(room))

    def test_samples_and_replications_beyond_all_memory_are_refused(self):
        file = self.network("samples", 365_250, {"x": 'per_day = 1\nto = "a"'},
                            {"a": "leave = [{ law = { fixed = 1 } }]"})
        file.write_text(file.read_text().replace("seed = 1", "seed = 1\nsample_every_days = 0.00002"))
        fault = self.refused("MB of memory", "network", file, preexec_fn=limited(4000))
        self.assertIn("make sample_every_days larger", fault)
        self.assertNotIn("persons", fault)
        file = self.study("replications", replications=4_294_967_295)
        fault = self.refused("persons not yet counted", "run", file, "-o", self.home / "none", preexec_fn=limited(4000))
        self.assertIn("make replications fewer", fault)


class SizesTest(HostileCase):
    def test_a_region_of_five_thousand_agencies_is_read_in_seconds_and_little_memory(self):
        region = self.region("five_thousand", 4_980)
        used, seconds = measured("validate", region)
        self.assertLess(used, 150 * MEGABYTE)
        self.assertLess(seconds, 5.0)

    def test_a_study_of_a_thousand_agencies_runs(self):
        file = self.study("thousand", region=self.region("thousand_agencies", 980))
        used, _ = measured("run", file, "-o", self.home / "thousand.results")
        self.assertLess(used, 100 * MEGABYTE)

    def test_five_thousand_agencies_without_travel_times_are_one_fault(self):
        region = self.region("no_travel", 4_980, keys='without = ["travel.between_agencies"]\n')
        fault = self.refused("pairs of agencies are missing", "validate", region)
        self.assertEqual(fault.count("travel"), 1)

    def test_ten_thousand_names_of_nothing_are_told_in_seconds(self):
        stations = {f"s{i:05d}": f"leave = [{{ law = {{ exponential = 1 }}, to = {{ x{i:05d} = 1 }} }}]"
                    for i in range(9_999)}
        file = self.network("names", 10, {"x": 'per_day = 1\nto = "s00000"'}, stations)
        fault = self.refused("9979", "validate", file, timeout=60)
        self.assertIn("there is no station x00000", fault)

    def test_a_region_of_one_agency_is_refused_and_a_network_of_one_runs(self):
        alone = (SOURCES / "scenarios/regions/example-observed.toml").read_text(encoding="utf-8")
        head = alone[: alone.index("[agency.probation_office]")].replace('"../', f'"{SOURCES}/scenarios/')
        file = self.written("alone", head + '[travel]\n[links]\nkind = "observed"\nheld = []\n'
                            '[label.liaison]\nweight = "contact.liaison.weight"\nhours = "hours.liaison"\n')
        self.refused("probation_office", "validate", file)
        file = self.network("one", 100, {"x": 'per_day = 5\nto = "a"'}, {"a": "leave = [{ law = { fixed = 1 } }]"})
        self.assertAlmostEqual(self.stations(file)["a"]["in_service"]["mean"], 5.0, delta=1.0)

    def test_five_thousand_stations_run(self):
        stations = {f"s{i}": "servers = 2\npatience = { exponential = 3 }\n"
                             f"leave = [{{ law = {{ exponential = 1 }}, to = {{ s{(7 * i + 1) % 5000} = 0.5 }} }}]"
                    for i in range(5000)}
        arrivals = {f"a{i}": f'per_day = 1\nto = "s{i}"' for i in range(5000)}
        file = self.network("stations", 10, arrivals, stations)
        used, seconds = measured("network", file, "-j", 1)
        self.assertLess(used, 150 * MEGABYTE)
        self.assertLess(seconds, 10.0)

    def test_horizons_of_a_day_and_of_a_century(self):
        stations = {"a": "servers = 2\nleave = [{ law = { fixed = 0.1 } }]"}
        for days in (1, 36_525):
            with self.subTest(days=days):
                file = self.network(f"days{days}", days, {"x": 'per_day = 5\nto = "a"'}, stations)
                self.assertGreater(self.stations(file)["a"]["starts_per_day"]["mean"], 3.0)
        self.refused("must lie in [2, 100]", "validate", self.study("short", years=1))
        file = self.study("century", warm_up_years=1, years=100, keys=f"without = {json.dumps(SMALL['without'])}")
        self.answer("run", file, "-o", self.home / "century.results")

    def test_where_all_rates_are_zero_nobody_comes_and_there_is_an_answer(self):
        file = self.network("nobody", 100, {"x": 'per_day = 0\nto = "a"'},
                            {"a": "servers = 1\nleave = [{ law = { fixed = 1 } }]"})
        for count, mean in self.stations(file)["a"].items():
            self.assertEqual(json.dumps(mean).count('"mean": 0.0'), json.dumps(mean).count('"mean"'), count)
        background = "".join(f'{bound} = {{ value = 0, lower = 0, source = "test" }}\n' for bound in (
            "bg.centre_persons", "bg.centre_families", "bg.hosp_new", "bg.facility_entries"))
        file = self.study("no_rates", replications=2, tables="[parameters]\n" + background +
                          'intake.volume = { value = 0, lower = 0, source = "test" }\n')
        results = self.home / "no_rates.results"
        self.answer("run", file, "-o", results)
        self.answer("compare", results)
        self.answer("report", results)

    def test_where_all_capacities_are_zero_all_wait_or_are_turned_away(self):
        stay = "servers = 0\nleave = [{ law = { fixed = 1 } }]"
        file = self.network("closed", 100, {"x": 'per_day = 5\nto = "a"', "y": 'per_day = 5\nto = "b"'},
                            {"a": stay, "b": f"waiting_room = 0\n{stay}"})
        stations = self.stations(file)
        self.assertGreater(stations["a"]["waiting"]["mean"], 200.0)
        self.assertEqual(stations["a"]["starts_per_day"]["mean"], 0.0)
        self.assertEqual(stations["b"]["turned_away_per_day"], stations["b"]["entries_per_day"])
        for overlay, message in {"agency.specialist_hospital.services.bed = { places = 0 }": "must lie in [1,",
                                 "agency.centre.posts = 0": "centre has no hours, so nobody can be seen there"}.items():
            base = SOURCES / "scenarios/regions/typical-prefecture.toml"
            self.refused(message, "validate", self.written("no_places", REGION.format(base=base) + overlay))

    def test_where_all_times_are_equal_neither_order_nor_threads_have_a_say(self):
        arrivals = {f"x{i}": f'per_day = 0\nat_start = 200\nclass = {i}\nto = "a"' for i in range(3)}
        stations = {"a": "servers = 50\npatience = { fixed = 1 }\nreneged_to = { b = 1 }\n"
                         "leave = [{ law = { fixed = 1 }, to = { b = 0.5 } }]",
                    "b": "servers = 70\nwaiting_room = 90\nturned_away_to = { c = 1 }\n"
                         "leave = [{ law = { fixed = 1 }, to = { a = 0.5 } }]",
                    "c": "leave = [{ law = { fixed = 1 }, to = { a = 0.9 } }]"}
        told = self.stations(self.network("equal", 50, arrivals, stations), "-j", 1)
        turned = self.network("turned", 50, dict(reversed(arrivals.items())), dict(reversed(stations.items())))
        self.assertGreater(told["a"]["reneges_per_day"]["mean"], 10.0)
        self.assertGreater(told["b"]["turned_away_per_day"]["mean"], 1.0)
        self.assertEqual(told, self.stations(turned, "-j", 2))

    def test_circles_without_time_and_numbers_beyond_counting_are_refused_at_once(self):
        to = 'leave = [{{ law = {{ fixed = 0 }}, to = {{ {} = 1 }} }}]'
        file = self.network("round", 100, {"x": 'per_day = 1\nto = "a"'}, {"a": to.format("b"), "b": to.format("a")})
        self.refused("for ever", "network", file)
        file = self.network("uncounted", 365_250, {"x": 'per_day = 0\nat_start = 1000000000\nto = "a"'}, {"a": ""})
        self.refused("at most 100,000,000,000,000 days", "network", file)


if __name__ == "__main__":
    unittest.main()
