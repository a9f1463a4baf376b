#!/usr/bin/env python3
"""Reads every source of the ladder's folders and reports what breaks the rules of the architecture.

The ladder itself is TSUNAGI_LADDER in the CMakeLists.txt of the root; link rights come from USES in each folder. The
rules for the engine keep its results equal on every system and let it run inside a browser page (engine/README.md).

Usage: ladder.py ROOT      prints one line per fault; exit status 1 if there is one
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

TOPS = ("engine", "scenarios", "outputs")
EXECUTION = "engine/execution"

THREADS = """thread mutex shared_mutex condition_variable stop_token semaphore latch barrier future execution
    tbb/.* oneapi/.*""".split()
SURROUNDINGS = """filesystem iostream istream ostream fstream sstream iomanip iosfwd ios streambuf syncstream strstream
    cstdio stdio.h locale clocale locale.h codecvt regex format ctime time.h cfenv fenv.h unistd.h sys/.*""".split()
UNSTABLE = "random complex valarray math.h tgmath.h ctgmath ccomplex".split()

# <cmath> but for sqrt, floor, fma and the classification functions, which are the same everywhere.
LIBM = """acos asin atan atan2 cos sin tan acosh asinh atanh cosh sinh tanh exp exp2 expm1 log log10 log1p log2 logb ilogb
    pow cbrt hypot erf erfc tgamma lgamma ceil trunc round lround llround rint lrint llrint nearbyint fmod remainder
    remquo modf frexp ldexp scalbn scalbln nextafter nexttoward fdim""".split()
OWN_FUNCTIONS = "engine/random"  # where log and exp of our own are written; elsewhere they are det::log and det::exp


def header(names):
    return r"#\s*include\s*<(?:%s)>" % "|".join(names)


@dataclass(frozen=True)
class Ban:
    """A pattern that no code in `where` may hold, but in `but`."""

    pattern: str
    reason: str
    where: tuple = ("engine/",)
    but: tuple = (EXECUTION + "/",)


BANS = (
    Ban(header(THREADS), "threads live in engine/execution alone", where=tuple(top + "/" for top in TOPS)),
    Ban(header(SURROUNDINGS), "the engine knows no files, streams, locale or clock"),
    Ban(header(UNSTABLE), "differs between standard libraries"),
    Ban(r"\bstd::(?:%s)[fl]?\s*\(" % "|".join(LIBM), "libm differs between systems; use sqrt, floor, fma or det::"),
    Ban(
        r"(?<![\w.:>])(?<!double )(?:%s)[fl]?\s*\(" % "|".join(LIBM),
        "libm differs between systems; use sqrt, floor, fma or det::",
        but=(EXECUTION + "/", OWN_FUNCTIONS + "/"),
    ),
    Ban(r"\bstd::\w+_distribution\b|\bstd::(?:shuffle|sample|random_device)\b", "differs between standard libraries"),
    Ban(r"\bstd::hash\b", "differs between standard libraries"),
    Ban(r"\b(?:system|steady|high_resolution)_clock\b", "the engine reads no clock"),
    Ban(r"\bgetenv\b", "the engine reads no environment"),
    Ban(r"\blong\b", "long has 32 bits in a browser, and long double differs; use a type of fixed width"),
    Ban(r"\bthrow\b", "only violate() throws", but=(EXECUTION + "/", "engine/core/contracts.cpp")),
    Ban(r"\b(?:try|catch)\b", "nothing is caught inside the engine"),
)


@dataclass(frozen=True, order=True)
class Fault:
    file: str
    line: int
    rule: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.rule}"


PIECE = re.compile(
    r"""//[^\n]* | /\*.*?\*/ | R"(?P<mark>\w*)\(.*?\)(?P=mark)" | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])'""",
    re.DOTALL | re.VERBOSE,
)


def without(text, *, comments, literals):
    """The code with comments, literals or both blanked, every line where it was."""

    def blank(match):
        piece = match.group()
        goes = comments if piece.startswith("/") else literals
        return re.sub(r"[^\n]", " ", piece) if goes else piece

    return PIECE.sub(blank, text)


def ladder_of(root):
    text = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    match = re.search(r"set\(TSUNAGI_LADDER\s+([^)]*)\)", text)
    if not match:
        sys.exit("no TSUNAGI_LADDER in CMakeLists.txt")
    return match.group(1).split()


def uses_of(root, ladder):
    """For each folder the folders it may link: USES of its own library and of those, and so on."""
    direct = {}
    for folder in ladder:
        build = root / folder / "CMakeLists.txt"
        text = re.sub(r"#[^\n]*", "", build.read_text(encoding="utf-8")) if build.exists() else ""
        call = re.search(r"tsunagi_library\(\s*%s\b([^)]*)\)" % re.escape(folder), text)
        uses = re.search(r"\bUSES\b(.*?)(?:\bSOURCES\b|\bLINKS\b|$)", call.group(1) if call else "", re.DOTALL)
        direct[folder] = uses.group(1).split() if uses else []
    reach = {}
    for folder in ladder:  # a ladder goes one way, so what a folder uses is already known here
        reach[folder] = {folder}.union(*(reach.get(used, set()) for used in direct[folder]))
    return reach


def fault_of_include(folder, target, ladder, reach):
    """What is wrong with a file of `folder` including `target`, or None."""
    used = next((step for step in ladder if target.startswith(step + "/")), None)
    if used is None:
        return f'"{target}" is in no folder of the ladder'
    if used == folder:
        return None
    if {folder.split("/")[0], used.split("/")[0]} == {"scenarios", "outputs"}:
        return f'"{target}": scenarios and outputs do not know each other'
    if ladder.index(used) > ladder.index(folder):
        return f'"{target}": the ladder goes one way, {folder} stands before {used}'
    if used not in reach[folder]:
        return f'"{target}": {folder} does not name {used} in its USES'
    if "/detail/" in target:
        return f'"{target}": a detail belongs to its own folder'
    return None


def faults_of_file(path, folder, text, ladder, reach):
    code = without(text, comments=True, literals=False)
    for number, line in enumerate(code.splitlines(), 1):
        include = re.match(r'\s*#\s*include\s*"([^"]+)"', line)
        rule = include and fault_of_include(folder, include.group(1), ladder, reach)
        if rule:
            yield Fault(path, number, rule)
    code = without(text, comments=True, literals=True)
    for ban in BANS:
        if path.startswith(ban.where) and not path.startswith(ban.but):
            for match in re.finditer(ban.pattern, code):
                yield Fault(path, code.count("\n", 0, match.start()) + 1, f"{match.group().strip()}: {ban.reason}")


def faults_in(root):
    """All faults of the tree at `root`, in order."""
    ladder = ladder_of(root)
    reach = uses_of(root, ladder)
    faults = []
    for top in TOPS:
        for file in sorted((root / top).rglob("*.[ch]pp")):
            path = file.relative_to(root).as_posix()
            folder = "/".join(path.split("/")[:2])
            if folder not in ladder:
                faults.append(Fault(path, 1, f"{folder} is not in TSUNAGI_LADDER"))
                continue
            faults += faults_of_file(path, folder, file.read_text(encoding="utf-8"), ladder, reach)
    return sorted(faults)


def main():
    faults = faults_in(Path(sys.argv[1]))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
