"""The network simulator against closed forms and against days counted by hand.

Usage: network_simulator_test.py

Chance: each mean lies within 4.892 of its standard errors of the closed form, level 1e-6, seeds fixed, nothing tried
again. A case takes 200 replications or more, so that means over replications are normal enough for that level. Each
shows its power: with stays at one station 5 % shorter the same comparison fails. Runs begin near the usual number of
customers (`at_start`) and are observed after several relaxation times, so that the beginning weighs far less than a
standard error. Closed forms: Erlang's delay and loss formulas, the birth and death process of a queue with exponential
patience (Erlang-A), Jackson's product form, and the infinite server with sinusoidal arrivals (Eick, Massey and Whitt).
"""

import math
import random
import statistics
import unittest

from network_simulator import Law, read, simulate

STANDARD_ERRORS = 4.892  # two-sided level 1e-6 of the normal distribution
WRONG = 1.05

HEAD = """
schema = [1, 0]
kind = "network"
name = {{ en = "small", ja = "小さな網" }}
days = {days}
observe_from_day = {observe_from_day}
seed = 1
replications = {replications}
"""

ERLANG_C = HEAD.format(days=160, observe_from_day=60, replications=200) + """
[arrivals.all]
per_day = 8.0
at_start = 9
to = "desk"
[station.desk]
servers = 10
[[station.desk.leave]]
law = { exponential = 1.0 }
"""

ERLANG_A = HEAD.format(days=50, observe_from_day=10, replications=200) + """
[arrivals.all]
per_day = 12.0
at_start = 14
to = "desk"
[station.desk]
servers = 10
patience = { exponential = 2.0 }
[[station.desk.leave]]
law = { exponential = 1.0 }
"""

ERLANG_B = HEAD.format(days=80, observe_from_day=10, replications=200) + """
[arrivals.all]
per_day = 8.0
at_start = 7
to = "desk"
[station.desk]
servers = 10
waiting_room = 0
[[station.desk.leave]]
law = { exponential = 1.0 }
"""

JACKSON = HEAD.format(days=350, observe_from_day=50, replications=200) + """
[arrivals.first]
per_day = 1.0
at_start = 2
to = "first"
[arrivals.second]
per_day = 0.5
at_start = 2
to = "second"
[station.first]
servers = 2
[[station.first.leave]]
law = { exponential = 1.0 }
to = { second = 0.5, third = 0.3 }
[station.second]
servers = 2
[[station.second.leave]]
law = { exponential = 1.25 }
to = { first = 0.1, third = 0.6 }
[station.third]
servers = 4
[[station.third.leave]]
law = { exponential = 2.0 }
"""

# Observed for a tenth of a day, in which the mean number moves by less than a standard error.
SINUSOIDAL = HEAD + """
[arrivals.all]
per_day = 10.0
amplitude = 0.5
period_days = 24.0
to = "home"
[station.home]
[[station.home.leave]]
law = {{ exponential = 6.0 }}
"""

OVERTAKING = HEAD.format(days=10, observe_from_day=0, replications=2) + """
[arrivals.served_at_once]
per_day = 0.0
at_start = 1
to = "desk"
[arrivals.waits_from_the_start]
per_day = 0.0
at_start = 1
class = 1
to = "desk"
[arrivals.comes_after_a_day]
per_day = 0.0
at_start = 1
class = 0
to = "road"
[station.road]
[[station.road.leave]]
law = { fixed = 1.0 }
to = { desk = 1.0 }
[station.desk]
servers = 1
patience = { fixed = 2.5 }
reneged_to = { refuge = 1.0 }
[[station.desk.leave]]
law = { fixed = 2.0 }
[station.refuge]
"""

TAKING_TURNS = HEAD.format(days=4.5, observe_from_day=0.5, replications=2) + """
[arrivals.all]
per_day = 0.0
at_start = 2
to = "desk"
[station.desk]
servers = 1
patience = { fixed = 1.5 }
[[station.desk.leave]]
law = { fixed = 1.0 }
to = { desk = 1.0 }
"""

FULL_ROOM = HEAD.format(days=8, observe_from_day=4, replications=2) + """
[arrivals.all]
per_day = 0.0
at_start = 6
to = "desk"
[station.desk]
servers = 1
waiting_room = 2
turned_away_to = { refuge = 1.0 }
[[station.desk.leave]]
law = { fixed = 1.5 }
[[station.desk.leave]]
law = { fixed = 1.5 }
to = { refuge = 1.0 }
[station.refuge]
servers = 2
waiting_room = 0
"""


def station(results, name):
    found, = (one for one in results["stations"] if one["id"] == name)
    return found


class ClosedFormTest(unittest.TestCase):
    def expect(self, text, wrong_station, expected):
        """All means within the level; and with the error planted, at least one is not."""
        network = read(text)
        self.assertEqual(self.far_off(simulate(network), expected), {})
        self.assertTrue(self.far_off(simulate(network, planted={wrong_station: WRONG}), expected))

    def far_off(self, results, expected):
        """By station and quantity, the standard errors of those too many standard errors away."""
        away = {}
        for (name, quantity), value in expected.items():
            found = station(results, name)[quantity]
            away[name, quantity] = (found["mean"] - value) / found["se"]
        return {of: number for of, number in away.items() if abs(number) > STANDARD_ERRORS}

    def test_erlangs_delay_formula_gives_the_number_waiting(self):
        self.expect(ERLANG_C, "desk", {("desk", "waiting"): 1.6367, ("desk", "in_service"): 8.0})

    def test_erlang_a_gives_those_who_wait_and_those_who_give_up(self):
        self.expect(ERLANG_A, "desk", {("desk", "waiting"): 4.69574, ("desk", "reneges_per_day"): 12.0 * 0.19566})

    def test_erlangs_loss_formula_gives_those_turned_away(self):
        blocked = 0.12166
        self.expect(ERLANG_B, "desk", {("desk", "turned_away_per_day"): 8.0 * blocked,
                                       ("desk", "in_service"): 8.0 * (1.0 - blocked)})

    def test_a_network_of_jackson_has_the_numbers_of_its_product_form(self):
        served = {"first": 1.105263, "second": 1.315789, "third": 1.926316}
        present = {"first": 1.591226, "second": 2.319902, "third": 2.071523}
        expected = {(name, "in_service"): number for name, number in served.items()}
        expected |= {(name, "waiting"): number - served[name] for name, number in present.items()}
        self.expect(JACKSON, "third", expected)

    def test_sinusoidal_arrivals_give_the_number_of_each_hour(self):
        for day, number in [(48, 46.409), (54, 68.652)]:
            text = SINUSOIDAL.format(days=day + 0.05, observe_from_day=day - 0.05, replications=500)
            self.expect(text, "home", {("home", "in_service"): number})


class HandCountedTest(unittest.TestCase):
    """Networks without chance, whose days are told in full."""

    def assert_means(self, found, **expected):
        for quantity, value in expected.items():
            means = [one["mean"] for one in found[quantity]] if isinstance(value, list) else found[quantity]["mean"]
            for mean, wanted in zip(means, value, strict=True) if isinstance(value, list) else [(means, value)]:
                self.assertAlmostEqual(mean, wanted, msg=quantity)

    def test_a_lower_class_overtakes_and_the_one_overtaken_gives_up(self):
        # Day 2: the desk is free, and who came on day 1 is served; day 2.5: who came at the start gives up.
        results = simulate(read(OVERTAKING))
        self.assert_means(station(results, "desk"), waiting=(2.5 + 1.0) / 10, in_service=(2.0 + 2.0) / 10,
                          entries_per_day=3 / 10, starts_per_day=2 / 10, reneges_per_day=1 / 10,
                          leaves_per_day=[2 / 10], immediate_share=1 / 3)
        self.assert_means(station(results, "refuge"), in_service=7.5 / 10, leaves_per_day=[])
        # 3 arrivals, 4 starts, 2 moves, 1 renege, 2 exits
        self.assert_means(results, exits_per_day=2 / 10, events_per_day=(3 + 4 + 2 + 1 + 2) / 10)

    def test_who_comes_back_joins_behind_those_who_waited(self):
        # Each of the two is served every other day; were the one who comes back served first, the other would give up.
        results = simulate(read(TAKING_TURNS))
        self.assert_means(station(results, "desk"), waiting=1.0, in_service=1.0, reneges_per_day=0.0,
                          entries_per_day=6 / 4.5, starts_per_day=5 / 4.5, immediate_share=1 / 6)

    def test_who_finds_the_room_full_is_turned_away(self):
        # Of six one is served, two wait, three are turned away, of whom the refuge takes two and the last one leaves.
        # Both causes end a stay at once: the first listed counts. Served until day 1.5, 3 and 4.5.
        results = simulate(read(FULL_ROOM))
        self.assert_means(station(results, "desk"), waiting=0.0, in_service=0.5 / 4, turned_away_per_day=3 / 8,
                          leaves_per_day=[3 / 8, 0.0], immediate_share=1 / 6)
        self.assert_means(station(results, "refuge"), in_service=2.0, turned_away_per_day=1 / 8, entries_per_day=3 / 8)
        # 6 arrivals, 5 starts, 3 moves, 4 exits
        self.assert_means(results, exits_per_day=4 / 8, events_per_day=(6 + 5 + 3 + 4) / 8)


class LawTest(unittest.TestCase):
    def test_laws_have_their_means_and_deviations(self):
        def gamma(order):
            return math.gamma(1.0 + order / 2.0)

        laws = [({"fixed": 3.0}, 3.0, 0.0), ({"uniform": [2.0, 8.0]}, 5.0, 6.0 / math.sqrt(12.0)),
                ({"exponential": 4.0}, 4.0, 4.0), ({"log_normal": [5.0, 2.0]}, 5.0, 2.0),
                ({"weibull": [2.0, 3.0]}, 3.0 * gamma(1), 3.0 * math.sqrt(gamma(2) - gamma(1) ** 2))]
        generator, number = random.Random(1), 40_000
        for description, mean, deviation in laws:
            law = Law(description)
            drawn = [law.draw(generator) for _ in range(number)]
            self.assertAlmostEqual(statistics.fmean(drawn), mean, msg=description,
                                   delta=STANDARD_ERRORS * deviation / math.sqrt(number) + 1e-12)
            self.assertAlmostEqual(statistics.pstdev(drawn), deviation, delta=0.04 * deviation, msg=description)

    def test_a_probability_makes_the_rest_endless(self):
        law, generator, number = Law({"fixed": 1.0, "probability": 0.3}), random.Random(2), 10_000
        ends = sum(law.draw(generator) == 1.0 for _ in range(number))
        self.assertAlmostEqual(ends / number, 0.3, delta=STANDARD_ERRORS * math.sqrt(0.3 * 0.7 / number))


if __name__ == "__main__":
    unittest.main()
