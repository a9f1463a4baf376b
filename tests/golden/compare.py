#!/usr/bin/env python3
"""Holds two builds of golden_text against each other.

Usage: compare.py ONE OTHER      each a command, as a shell takes it

Prints nothing where both print the same. Otherwise prints what differs in the first case that does, lets both programs
tell that case step by step, prints the last step before and the first that differs, with its number, and exits with 1.
"""

import itertools
import re
import shlex
import subprocess
import sys
from pathlib import Path

FACTS = Path(__file__).parents[2] / "engine" / "facts" / "fact.hpp"


def kinds():
    """Number of a kind of fact -> its name in the engine."""
    text = FACTS.read_text(encoding="utf-8")
    listed = re.search(r"enum class FactKind[^{]*\{(.*?)\n\};", text, re.DOTALL).group(1)
    return {number: name for name, number in re.findall(r"^\s*(\w+)\s*=\s*(\d+)", listed, re.MULTILINE)}


def named(step):
    """A step as people read it, its kind of fact by name."""
    if step is None:
        return "nothing further"
    names = kinds()
    return re.sub(r"\bkind (\d+)", lambda kind: names.get(kind[1], kind[0]), step)


def cases_of(command):
    """Name of a case -> its lines, in the order of the program's text."""
    program = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if program.returncode != 0:
        sys.exit(f"{shlex.join(command)}: ended with status {program.returncode}")
    cases = {}
    for line in program.stdout.splitlines():
        if line.startswith("  "):
            cases[name].append(line)
        elif not line.startswith("#"):
            name = line
            cases[name] = []
    if not cases:
        sys.exit(f"{shlex.join(command)}: no case")
    return cases


def steps_of(command, case):
    with subprocess.Popen([*command, "--facts", case], stdout=subprocess.PIPE, text=True) as program:
        try:
            for line in program.stdout:
                yield line.rstrip("\n")
            # A program that broke off told less than there is.
            if program.wait() != 0:
                yield f"ended with status {program.returncode}"
        finally:
            program.kill()


def print_first_difference(commands, case):
    before = "nothing"
    number = 0
    pairs = itertools.zip_longest(*(steps_of(command, case) for command in commands))
    for number, (one, other) in enumerate(pairs, 1):
        if one != other:
            print(f"step {number} is the first that differs")
            for title, step in (("before:", before), ("one:", one), ("other:", other)):
                print(f"  {title:8}{named(step)}")
            return
        before = one
    print(f"all {number} steps are equal: the numbers made of them differ")


def main():
    commands = [shlex.split(text) for text in sys.argv[1:]]
    if len(commands) != 2:
        sys.exit(__doc__)
    one, other = map(cases_of, commands)
    for case in {**one, **other}:
        if one.get(case) == other.get(case):
            continue
        if case not in one or case not in other:
            sys.exit(f"{case}: {'the other' if case in one else 'the one'} has no such case")
        print(f"{case}: not the same")
        for left, right in itertools.zip_longest(one[case], other[case], fillvalue="  nothing further"):
            if left != right:
                print(f"  one:  {left}\n  other:{right}")
        print_first_difference(commands, case)
        sys.exit(1)


main()
