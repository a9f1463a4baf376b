#!/usr/bin/env python3
"""Finds messages that one language lacks, that nobody uses, that sources ask for in vain, or whose arguments differ.

Usage: messages.py ROOT       prints one line per fault; exit status 1 if there is one
"""

import re
import sys
from pathlib import Path

CATALOGUES = Path("outputs/messages")
FOLDERS = ("engine", "scenarios", "outputs", "tools")
ENTRY = re.compile(r'^msgid "([^"]+)"\nmsgstr ((?:"(?:[^"\\\n]|\\.)*"\n?)+)', re.M)
ARGUMENT = re.compile(r"\{([a-z_0-9]+)\}")


def catalogue(text):
    """Ids and messages in the order of the file."""
    return [(found[1], found[2]) for found in ENTRY.finditer(text)]


def uses(files, sections):
    """What sources say: whole ids, and beginnings such as "table.outcome." that the program completes.

    In C++ an id is a whole quoted text; in templates it stands bare.
    """
    names = "|".join(sorted(sections))
    quoted = re.compile(rf'"((?:{names})(?:\.[a-z0-9_]+)+\.?)"')
    bare = re.compile(rf"(?<![\w.\"'/-])((?:{names})(?:\.[a-z0-9_]+)+)")
    found = set()
    for name, text in files:
        found.update((bare if name.endswith(".mustache") else quoted).findall(text))
    return {one for one in found if not one.endswith(".")}, tuple(one for one in found if one.endswith("."))


def faults_of(english, japanese, files):
    en, ja = catalogue(english), catalogue(japanese)
    if [one for one, _ in en] != [one for one, _ in ja]:
        differing = {one for one, _ in en} ^ {one for one, _ in ja}
        yield "the catalogues differ in their ids or in the order of them: " + ", ".join(sorted(differing))
        return
    for (one, in_english), (_, in_japanese) in zip(en, ja):
        if set(ARGUMENT.findall(in_english)) != set(ARGUMENT.findall(in_japanese)):
            yield f"{one}: takes other arguments in Japanese than in English"
    known = [one for one, _ in en]
    for one in sorted({one for one in known if known.count(one) > 1}):
        yield f"{one}: stands twice"
    ids, beginnings = uses(files, {one.split(".")[0] for one in known})
    for one in known:
        if one not in ids and not one.startswith(beginnings):
            yield f"{one}: nobody uses it"
    for one in sorted(ids.difference(known)):
        yield f"{one}: the catalogues lack it"


def sources(root):
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".cpp", ".hpp", ".mustache") and "node_modules" not in file.parts:
                yield file.name, file.read_text(encoding="utf-8")


def main():
    root = Path(sys.argv[1])
    english, japanese = ((root / CATALOGUES / f"{code}.po").read_text(encoding="utf-8") for code in ("en", "ja"))
    faults = list(faults_of(english, japanese, sources(root)))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
