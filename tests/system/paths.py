#!/usr/bin/env python3
"""Finds what would tie the repository to one machine: absolute paths of somebody's folders, relative paths that leave the
repository, and hosts of a package registry in a lock file.

Usage: paths.py ROOT       prints one line per fault; exit status 1 if there is one
"""

import re
import subprocess
import sys
from pathlib import Path

PERSONAL = re.compile(r"(?<![\w.$}-])/(?:home|root|work|Users|mnt|farm)/\w")
LEAVING = re.compile(r"(?<![\w/.)}$])(?:\.\./)+(?=\w)")
LOCKED_HOST = re.compile(r'"resolved":\s*"https?://|^\s*registry\s*=')
LOCK_FILES = ("package-lock.json", "npm-shrinkwrap.json", ".npmrc")


def files_of(root):
    """What is committed or would be; without git, everything but build folders."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, check=False)
    if listed.returncode == 0:
        return [name for name in listed.stdout.decode().split("\0") if name and (root / name).is_file()]
    skipped = {"build", "results", "node_modules", ".git", "__pycache__"}
    names = (file.relative_to(root) for file in root.rglob("*") if file.is_file())
    return [name.as_posix() for name in names if not skipped.intersection(name.parts)]


def faults_of_text(name, text, root):
    own_path = re.compile(re.escape(str(root)) + r"(?![\w.-])") if len(root.parts) > 2 else None
    depth = name.count("/")
    for number, line in enumerate(text.splitlines(), 1):
        if PERSONAL.search(line) or (own_path and own_path.search(line)):
            yield f"{name}:{number}: names a path of one machine"
        if any(match.group().count("../") > depth for match in LEAVING.finditer(line)):
            yield f"{name}:{number}: names a path outside the repository"
        if name.split("/")[-1] in LOCK_FILES and LOCKED_HOST.search(line):
            yield f"{name}:{number}: names the host of a package registry"


def faults_in(root):
    for name in sorted(files_of(root)):
        data = (root / name).read_bytes()
        if b"\0" not in data:
            yield from faults_of_text(name, data.decode("utf-8", errors="replace"), root)


def main():
    faults = list(faults_in(Path(sys.argv[1]).resolve()))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
