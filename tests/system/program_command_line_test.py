"""The command line of the program: what it does not take is told in the language of its user.

Usage: program_command_line_test.py TSUNAGI SOURCES
"""

import unittest

from program import tsunagi


class ProgramCommandLineTest(unittest.TestCase):
    def test_wrong_command_lines_are_told_in_the_language_of_the_user(self):
        wrong = {
            (): ("the verb is missing", "動詞がありません"),
            ("--frobnicate",): ("nobody knows what to do with: --frobnicate", "扱えない語があります：--frobnicate"),
            ("vaildate", "a.toml"): ('there is no verb "vaildate"; did you mean "validate"?',
                                     "「vaildate」という動詞はありません。「validate」ではありませんか"),
            ("run",): ("STUDY is missing (A study file)", "STUDY がありません：検討のファイル"),
            ("run", "a.toml"): ("--output is missing (Directory of results)",
                                "--output がありません：結果のフォルダー"),
            ("run", "a.toml", "-o", "d", "-j", "many"): ("--threads does not take this value",
                                                         "--threads にこの値は使えません"),
            ("run", "a.toml", "-o", "d", "-j", "5000"): ("--threads does not take this value",
                                                         "--threads にこの値は使えません"),
            ("run", "a.toml", "-o", "d", "--shard", "2/2"): ("--shard does not take this value",
                                                             "--shard にこの値は使えません"),
            ("run", "a.toml", "-o"): ("--output does not take this value", "--output にこの値は使えません"),
            ("show", "a.toml", "b.toml"): ("nobody knows what to do with: b.toml", "扱えない語があります：b.toml"),
        }
        for arguments, texts in wrong.items():
            for language, text in zip(("en", "ja"), texts):
                with self.subTest(arguments=arguments, language=language):
                    told = tsunagi(*arguments, language=language)
                    self.assertEqual(told.returncode, 2)
                    self.assertIn(text, told.stderr)
                    english = ("required", "expected", "Could not", "Value", "not in range")
                    self.assertFalse([word for word in english if word in told.stderr])

    def test_a_switch_that_is_given_a_value_is_refused(self):
        wrong = {("map", "a.toml", "--json=5"): "--json", ("compare", "d", "--json=true"): "--json",
                 ("trace", "a.toml", "--scenario", "s", "--replication", "0", "--json="): "--json",
                 ("run", "a.toml", "-o", "d", "--set-aside=no"): "--set-aside",
                 ("--help=5",): "--help", ("map", "-h=5"): "-h", ("--version=2",): "--version"}
        for arguments, name in wrong.items():
            for language, text in (
                    ("en", f"{name} takes no value; write {name} alone; see tsunagi --help\n"),
                    ("ja", f"コマンドの書き方が正しくありません（{name} に値は付けられません。{name} とだけ書いてください）。"
                           "tsunagi --help をご覧ください\n")):
                with self.subTest(arguments=arguments, language=language):
                    told = tsunagi(*arguments, language=language)
                    self.assertEqual((told.returncode, told.stdout, told.stderr), (2, "", text))

    def test_a_value_that_looks_like_a_switch_with_a_value_is_one(self):
        told = tsunagi("map", "--", "--json=5")
        self.assertEqual((told.returncode, told.stdout), (2, ""))
        self.assertIn("cannot read the file --json=5", told.stderr)


if __name__ == "__main__":
    unittest.main()
