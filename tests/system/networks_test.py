"""What `tsunagi network` prints, against a simulator of the same networks that shares nothing with it but their files.

Usage: networks_test.py TSUNAGI SOURCES

The networks are those of `tests/data/networks`, which together use every feature of the format; the simulator is
`tests/support/network_simulator.py`. Every printed mean is compared by a z-test at level 1e-6: two-sided, 4.892
standard errors of the difference, from those that both programs print. Seeds are fixed and nothing is tried again.

n: the simulator runs the 400 replications of the file, the program twice as many. With so many, means over replications
are normal enough for the level, and standard errors are known to 4 %. It suffices: with stays at one station of each
network 5 % shorter in the simulator (PLANTED), the same comparison fails, by more than 10 standard errors.

What cannot vary, as the number of those who wait where nobody does, must be equal but for rounding.
"""

import json
import math
import subprocess
import sys
import tomllib
import unittest
from pathlib import Path

SOURCES = Path(sys.argv.pop()).resolve()
TSUNAGI = str(Path(sys.argv.pop()).resolve())
SIMULATOR = SOURCES / "tests" / "support" / "network_simulator.py"
NETWORKS = SOURCES / "tests" / "data" / "networks"

STANDARD_ERRORS = 4.892  # two-sided level 1e-6 of the normal distribution
ROUNDING = 1e-9
SEED_OF_PROGRAM, SEED_OF_SIMULATOR, SEED_OF_PLANTED = 11, 12, 13
PLANTED = {  # by network, the station at which stays are made 5 % shorter
    "cohort": "care",
    "daily_rhythm": "desk",
    "finite_rooms": "care",
    "impatience": "clinic",
    "loops": "probation",
    "overflow": "near",
    "priorities": "counsel",
}


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


def simulated(network, seed, *arguments):
    return run(sys.executable, SIMULATOR, NETWORKS / f"{network}.toml", "--seed", seed, "--processes", 2, *arguments)


def means(printed, path=""):
    """All means with their standard errors, by their place in what was printed."""
    if isinstance(printed, dict) and printed.keys() == {"mean", "se"}:
        return {path: (printed["mean"], printed["se"])}
    if isinstance(printed, dict):
        parts = printed.items()
    elif isinstance(printed, list):
        parts = enumerate(printed)
    else:
        return {}
    return {place: found for key, part in parts for place, found in means(part, f"{path}/{key}").items()}


def differences(program, simulator):
    """By place, how many standard errors of the difference lie between two means."""
    found = {}
    for place, (mean, error) in means(program).items():
        other_mean, other_error = means(simulator)[place]
        difference, error = abs(mean - other_mean), math.hypot(error, other_error)
        if difference <= ROUNDING * abs(mean):
            found[place] = 0.0
        else:
            found[place] = difference / error if error > 0.0 else math.inf
    return found


def too_far(program, simulator):
    """The differences at which the test fails; one that is no number is among them."""
    return {place: number for place, number in differences(program, simulator).items() if not number <= STANDARD_ERRORS}


class NetworksTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.printed, cls.replications = {}, {}
        for network in PLANTED:
            file = NETWORKS / f"{network}.toml"
            cls.replications[network] = 2 * tomllib.loads(file.read_text(encoding="utf-8"))["replications"]
            cls.printed[network] = run(TSUNAGI, "network", file, "--replications", cls.replications[network],
                                       "--seed", SEED_OF_PROGRAM, "--json")

    def test_every_network_has_its_planted_error(self):
        self.assertEqual(sorted(PLANTED), sorted(file.stem for file in NETWORKS.glob("*.toml")))

    def test_both_programs_print_the_same_means(self):
        compared = 0
        for network, program in self.printed.items():
            with self.subTest(network):
                simulator = simulated(network, SEED_OF_SIMULATOR)
                for key in ["network", "days", "observe_from_day"]:
                    self.assertEqual(program[key], simulator[key])
                self.assertEqual(program["replications"], self.replications[network])
                for own, other in zip(program["stations"], simulator["stations"], strict=True):
                    self.assertEqual(own["id"], other["id"])
                self.assertEqual(means(program).keys(), means(simulator).keys())
                self.assertEqual(too_far(program, simulator), {})
                compared += len(means(program))
        self.assertGreater(compared, 150)

    def test_stays_five_percent_shorter_at_one_station_are_seen(self):
        for network, program in self.printed.items():
            with self.subTest(network):
                planted = simulated(network, SEED_OF_PLANTED, "--planted", f"{PLANTED[network]}=1.05")
                self.assertTrue(too_far(program, planted))


if __name__ == "__main__":
    unittest.main()
