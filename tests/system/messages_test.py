#!/usr/bin/env python3
"""messages.py finds what is planted, and nothing in catalogues that are right."""

import unittest

from messages import faults_of


def po(*entries):
    return 'msgid ""\nmsgstr ""\n"Language: x\\n"\n\n' + "".join(
        f'# note\nmsgid "{one}"\nmsgstr "{text}"\n' for one, text in entries)


RIGHT = po(("cli.one", "all of {count}"), ("cli.kind.a", "a \\\"b\\\""), ("page.title", "title"))
SOURCES = [("a.cpp", 'say("cli.one", {}); say("cli.kind." + kind);'), ("a.mustache", "<h1>{{page.title}}</h1>")]


class Messages(unittest.TestCase):
    def check(self, english, japanese, files, *expected):
        self.assertEqual(list(faults_of(english, japanese, files)), list(expected))

    def test_right_catalogues_pass(self):
        self.check(RIGHT, RIGHT, SOURCES)

    def test_an_id_of_one_language_alone_is_found(self):
        self.check(RIGHT, RIGHT + po(("cli.two", "x")), SOURCES,
                   "the catalogues differ in their ids or in the order of them: cli.two")

    def test_another_argument_is_found(self):
        self.check(RIGHT, RIGHT.replace("{count}", "{number}"), SOURCES,
                   "cli.one: takes other arguments in Japanese than in English")

    def test_an_unused_message_is_found(self):
        self.check(RIGHT, RIGHT, SOURCES[:1], "page.title: nobody uses it")

    def test_a_missing_message_is_found(self):
        self.check(RIGHT, RIGHT, SOURCES + [("b.cpp", 'say("cli.three")')], "cli.three: the catalogues lack it")

    def test_a_message_that_stands_twice_is_found(self):
        twice = RIGHT + po(("cli.one", "{count}"))
        self.check(twice, twice, SOURCES, "cli.one: stands twice")

    def test_other_quoted_texts_are_no_ids(self):
        self.check(RIGHT, RIGHT, SOURCES + [("c.cpp", '#include "a/page.hpp"\nauto f = "page";')])


if __name__ == "__main__":
    unittest.main()
