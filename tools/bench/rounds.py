"""Runs cases in turn, round after round, so that what is compared is run at about the same time."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Row:
    """What all rounds gave of one quantity."""

    unit: str
    samples: list = field(default_factory=list)

    @property
    def median(self):
        return median(self.samples)

    @property
    def spread(self):
        """Half the distance of the least and the greatest, as a share of the median."""
        return (max(self.samples) - min(self.samples)) / 2 / self.median if self.median else 0.0


def checked(process):
    output, complaint = process.communicate()
    if process.returncode != 0:
        sys.exit(f"{process.args[0]} failed:\n{complaint}")
    return output, complaint


def start(programs, command):
    words = [str(programs / command[0]), *(str(word) for word in command[1:])]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def numbers_of(programs, case):
    """The numbers that the program prints; of several at once their means."""
    processes = [start(programs, case.command) for _ in range(case.at_once)]
    printed = [json.loads(checked(process)[0]) for process in processes]
    return {name: sum(numbers[name] for numbers in printed) / len(printed) for name in printed[0]}


def run_rounds(programs, cases, rounds):
    """All rows by name, each with one sample a round."""
    rows = {}
    for number in range(rounds):
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
        for case in cases:
            numbers = numbers_of(programs, case)
            for quantity in case.quantities:
                row = rows.setdefault(quantity.row, Row(quantity.unit))
                row.samples.append(quantity.value(numbers))
    return rows


def count_instructions(programs, counted):
    """A row whose only sample is the number of instructions inside the function."""
    words = (
        "valgrind",
        "--tool=callgrind",
        "--collect-atstart=no",
        f"--toggle-collect={counted.function}",
        "--callgrind-out-file=/dev/null",
        str(programs / counted.command[0]),
        *(str(word) for word in counted.command[1:]),
    )
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    collected = re.search(r"Collected : (\d+)", checked(process)[1])
    return Row("million instructions", [int(collected.group(1)) / 1e6])
