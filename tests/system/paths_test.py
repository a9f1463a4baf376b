#!/usr/bin/env python3
"""The path check must find what it is for, and leave ordinary paths alone."""

import unittest
from pathlib import Path

import paths

ROOT = Path("/srv/build/checkout")
HOME = "/" + "home/hanako/"  # written in two pieces, or this file would be a fault itself


def faults(text, name="engine/care/README.md"):
    return list(paths.faults_of_text(name, text, ROOT))


class Paths(unittest.TestCase):
    def test_a_personal_folder_is_found(self):
        self.assertEqual(faults(f"\nsee {HOME}notes"), ["engine/care/README.md:2: names a path of one machine"])
        self.assertEqual(len(faults(f'"{HOME}data.csv"')), 1)

    def test_the_checkout_itself_is_found(self):
        self.assertEqual(len(faults("cd /srv/build/checkout && ls")), 1)

    def test_a_path_that_leaves_the_repository_is_found(self):
        self.assertEqual(len(faults("see `" + "../" * 3 + "notes.md`")), 1)
        self.assertEqual(len(faults("see " + "../" + "notes.md", name="README.md")), 1)

    def test_a_registry_in_a_lock_file_is_found(self):
        line = '"resolved": "https://registry.example/x.tgz",'
        self.assertEqual(len(faults(line, name="outputs/report/package-lock.json")), 1)
        self.assertEqual(faults(line), [])

    def test_ordinary_paths_are_left_alone(self):
        for text in (
            "[the model](../README.md) and [the root](../../README.md)",
            "https://example.org/home/page",
            "#!/usr/bin/env bash",
            'cd "$(dirname "$0")/.."',
            "${root}/" + "work/x and build/" + "work/y",
            "/tmp and /dev/null",
        ):
            with self.subTest(text):
                self.assertEqual(faults(text), [])


if __name__ == "__main__":
    unittest.main()
