"""Pages of rules, and why a finding was made."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from cleanup.edits import Applicability, Change
from cleanup.errors import UserError
from cleanup.reports.explain import finding_text, marked, rule_page
from cleanup.reports.rules import parse_place
from cleanup.rulepack import load_rules
from tests.program import program, write_pack
from tests.reports.samples import change, make

ROMA = "They met in Romalast week.\n"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "the authorities Italian said",
            "the Italian authorities said",
            "the **Italian** authorities ~~Italian~~ said",
        ),
        ("a b", "a, b", "a**,** b"),
        ("one  two", "one two", "one~~␣␣~~ **␣**two"),
        ("a_b *c*", "a_b *d*", r"a\_b \*~~c~~ **d**\*"),
    ],
)
def test_marked_text(before: str, after: str, shown: str) -> None:
    assert marked(before, after) == shown


def test_every_bundled_rule_has_a_whole_page() -> None:
    for rule in load_rules().rules.values():
        page = rule_page(rule)
        headings = re.findall(r"^##? (.+)$", page, re.MULTILINE)
        assert headings[:2] == [rule.id, "Why it is wrong"]
        assert "Examples" in headings
        assert ("When it is not safe" in headings) is bool(rule.unsafe_because)
        assert f'ignore = ["{rule.id}"]' in page


def test_a_finding_lists_its_edits_in_order() -> None:
    first = change("Romalast", "Roma last", rule="fused-name-word", text=ROMA)
    second = change("Romalast", "Rome", "Roma", rule="exonym-name", applicability=Applicability.UNSAFE, text=ROMA)
    edits = (first.edits[0], dataclasses.replace(second.edits[0], original="Roma", end=16))
    both = Change(first.start, first.end, "Romalast", ("Rome last",), True, edits)
    file = make((both,), ROMA)
    lines = finding_text(file, file.findings[0]).splitlines()
    assert lines[0] == "news/art|cle, 1.txt:1:13: error, applied by `fix`"
    assert lines[1:3] == ["  before      “Romalast”", "  after       “Rome last”"]
    assert [line.split()[1] for line in lines if re.match(r"  \d\. ", line)] == ["fused-name-word", "exonym-name"]
    assert "     “Roma” → “Rome” or “Roma”" in lines
    assert "     unsafe, confidence 0.90" in lines


@pytest.mark.parametrize(
    ("record", "delta", "words"),
    [
        (None, None, ""),
        (0.7, None, ": the rule’s record is 0.70"),
        (0.7, 2.34, ": the rule’s record is 0.70, and to the model the sentence reads better with it (Δ +2.3)"),
        (0.7, -1.0, ": the rule’s record is 0.70, and to the model the sentence reads worse with it (Δ -1.0)"),
        (0.7, 0.01, ": the rule’s record is 0.70, and to the model the sentence reads no better or worse with it"),
    ],
)
def test_a_finding_says_what_its_confidence_was_made_of(record: float | None, delta: float | None, words: str) -> None:
    made = change("Romalast", "Roma last", rule="fused-name-word", text=ROMA)
    edit = dataclasses.replace(made.edits[0], record=record, delta=delta)
    file = make((dataclasses.replace(made, edits=(edit,)),), ROMA)
    assert f"confidence {edit.confidence:.2f}{words}" in finding_text(file, file.findings[0])


@pytest.mark.parametrize("text", ["a.txt", "a.txt:0", "a.txt:x", ":3"])
def test_a_place_that_is_none(text: str) -> None:
    with pytest.raises(UserError, match="not FILE:LINE"):
        parse_place(text)


def test_a_place_as_reports_print_it() -> None:
    assert parse_place("C:/news/a.txt:12:3:") == (Path("C:/news/a.txt"), 12)


def test_as_typed(tmp_path: Path) -> None:
    write_pack(tmp_path / "pack")
    (tmp_path / "a.txt").write_text("Nothing here.\nThe blarg fell.\n", encoding="utf-8")
    (tmp_path / "cleanup.toml").write_text('rules = ["pack"]\nlanguagetool = false\nmodel = false\n', encoding="utf-8")
    shown = program("explain", "test-table", cwd=tmp_path)
    assert (shown.returncode, shown.stdout.splitlines()[0]) == (0, "# test-table")
    found = program("explain", "--at", "a.txt:2:5", cwd=tmp_path)
    assert found.stdout.startswith("a.txt:2:5: ")
    assert "  1. test-table (lexis), by the pass user" in found.stdout
    for arguments, words in (
        (("--at", "a.txt:1"), "a.txt:1: nothing is found on this line; findings are on line 2"),
        (("tset-table",), "no rule 'tset-table'; did you mean test-table?"),
        ((), "give a rule's name, or a place with --at FILE:LINE"),
    ):
        wrong = program("explain", *arguments, cwd=tmp_path)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        assert words in wrong.stderr
