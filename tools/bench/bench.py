#!/usr/bin/env python3
"""Measures and prints; tools/bench/run builds what this needs and calls it with its own options."""

import argparse
import json
import shutil
import sys
from pathlib import Path

from cases import ROOT, Cases
from comparisons import all_comparisons
from rounds import count_instructions, run_rounds
from tables import comparisons_table, rows_table


def options():
    parser = argparse.ArgumentParser(prog="tools/bench/run", description="Measures what things cost.")
    parser.add_argument("--programs", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is run (%(default)s)")
    parser.add_argument("--json", type=Path, help="where the numbers are kept (results/bench.json)")
    parser.add_argument("--compare", type=Path, help="what --json kept of an earlier call")
    parser.add_argument("--tiny", action="store_true", help="a small case of everything, once")
    return parser.parse_args()


def results_of(rows):
    compared = {}
    for comparison in all_comparisons():
        if comparison.is_possible(rows):
            value = comparison.value(rows)
            verdict = comparison.verdict(rows)
            compared[comparison.name] = {"value": value, "target": comparison.target(), "verdict": verdict}
    told = {
        name: {"unit": row.unit, "median": row.median, "spread": row.spread, "samples": row.samples}
        for name, row in rows.items()
    }
    return {"rows": told, "comparisons": compared}


def main():
    chosen = options()
    earlier = json.loads(chosen.compare.read_text(encoding="utf-8")) if chosen.compare else None
    cases = Cases(chosen.tiny)
    rows = run_rounds(chosen.programs, cases.all(), 1 if chosen.tiny else chosen.rounds)
    if shutil.which("valgrind"):
        print("instructions", file=sys.stderr)
        for counted in cases.counted():
            rows[counted.row] = count_instructions(chosen.programs, counted)
    results = results_of(rows)
    print("\n".join(rows_table(results, earlier)), end="\n\n")
    print("\n".join(comparisons_table(results, earlier)))
    kept = chosen.json or (None if chosen.tiny else ROOT / "results" / "bench.json")
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
