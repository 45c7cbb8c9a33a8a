"""Comments that keep rules from a place, and those that keep nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleanup.edits import Change
from cleanup.formats import decode
from cleanup.selection import UNUSED, Selection
from cleanup.session import Options
from cleanup.suppression import suppress
from tests.formats.helpers import change
from tests.program import program

MARKDOWN = """{file}

Mosca one.

{before}

Mosca two.

Mosca three.

{after}

Mosca four.
"""


def kept(file: str = "", before: str = "", after: str = "", name: str = "a.md") -> list[str]:
    """The words behind each Mosca whose change stays, and `UNUSED:line` for comments in vain."""
    text = MARKDOWN.format(file=file, before=before, after=after)
    if name.endswith(".html"):
        text = text.replace("Mosca", "<p>Mosca")
    document = decode(Path(name), text.encode())
    segment = document.segments[0]
    found = [
        change(segment, at, at + 5, "Moscow") for at in range(len(segment.text)) if segment.text.startswith("Mosca", at)
    ]
    (result,) = suppress(document, [found])
    return [_said(segment.text, each) for each in result]


def _said(text: str, each: Change) -> str:
    if each.rules == (UNUSED,):
        return f"{UNUSED}: {each.edits[0].message}"
    return text[each.end :].split()[0].rstrip(".")


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize("rule", ["some-rule", "some", "name", "all", "other, some-rule", "some-rule, name"])
def test_the_next_paragraph(name: str, rule: str) -> None:
    said = [each for each in kept(before=f"<!-- cleanup: ignore {rule} -->", name=name) if UNUSED not in each]
    assert said == ["one", "three", "four"]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_from_here_to_there(name: str) -> None:
    start, end = "<!-- cleanup: ignore-start some-rule -->", "<!-- cleanup: ignore-end some-rule -->"
    assert kept(before=start, after=end, name=name) == ["one", "four"]
    assert kept(before=start, name=name) == ["one"]


def test_the_whole_file() -> None:
    assert kept(after="<!-- cleanup: ignore-file some-rule -->") == []


def test_another_rule_keeps_nothing_and_is_said() -> None:
    said = kept(before="<!-- cleanup: ignore other-rule -->")
    note = "The comment on line 5 ignores “other-rule”, which finds nothing there; remove it."
    assert said == ["one", f"{UNUSED}: {note}", "two", "three", "four"]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignor some-rule", "says “ignor”, which cleanup does not know; did you mean “ignore”?"),
        ("Ignore some-rule", "says “Ignore”, which cleanup does not know; did you mean “ignore”?"),
        ("ignore-strat all", "says “ignore-strat”, which cleanup does not know; did you mean “ignore-start”?"),
        ("ignore-flie all", "says “ignore-flie”, which cleanup does not know; did you mean “ignore-file”?"),
        ("off", "says “off”, which cleanup does not know; known are ignore, ignore-start, ignore-end, ignore-file."),
        ("", "says “”, which cleanup does not know; known are ignore, ignore-start, ignore-end, ignore-file."),
        ("ignore", "names no rule; name those that it is to ignore, or write “ignore all”."),
        ("ignore-file ,", "names no rule; name those that it is to ignore, or write “ignore-file all”."),
        ("ignore some: a name", "says “some: a name” behind “ignore”; write names of rules, with commas between them."),
        ("ignore-end some", "ends “some”, which no ignore-start before it names; remove it."),
    ],
)
def test_a_comment_that_cannot_be_understood_is_said(name: str, comment: str, told: str) -> None:
    said = kept(before=f"<!-- cleanup: {comment} -->", name=name)
    line = MARKDOWN[: MARKDOWN.index("{before}")].count("\n") + 1
    assert said == ["one", f"{UNUSED}: The comment on line {line} {told}", "two", "three", "four"]


def test_a_start_with_its_end_is_understood() -> None:
    end = "<!-- cleanup: ignore-end some-rule,name --> <!-- another: ignor --> <!--cleanup:ignore-file no--->"
    said = kept(before="<!--cleanup:ignore-start some-rule, name-->", after=end.rpartition(" ")[0])
    assert said == ["one", "four"]


def test_a_comment_that_cannot_be_understood_can_be_left_alone() -> None:
    document = decode(Path("a.md"), b"<!-- cleanup: ignor all -->\n\nMosca one.")
    assert [each.rules for each in suppress(document, [[]])[0]] == [(UNUSED,)]
    assert suppress(document, [[]], wanted=lambda edit: edit.rule != UNUSED) == ((),)
    assert len(suppress(document, [[]], ran=lambda _: False)[0]) == 1  # whatever rules ran


def test_nothing_is_said_of_rules_that_did_not_run() -> None:
    document = decode(Path("a.md"), b"<!-- cleanup: ignore-file languagetool -->\n\nMosca one.")
    assert suppress(document, [[]], ran=lambda name: name != "languagetool") == ((),)


def test_text_files_have_no_comments() -> None:
    document = decode(Path("a.txt"), b"<!-- cleanup: ignore-file all -->\n\nMosca one.")
    found = change(document.segments[0], 35, 40, "Moscow")
    assert suppress(document, [[found]]) == ((found,),)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (Options(), ["languagetool", "grammar", "model-order", "fused-words"]),
        (Options(languagetool=False), ["model-order", "fused-words"]),
        (Options(model=False), ["languagetool", "fused-words"]),
        (Options(selection=Selection(ignore=("case",))), []),
    ],
)
def test_something_is_said_where_all_that_a_name_may_mean_was_asked(options: Options, told: list[str]) -> None:
    names = ["languagetool", "grammar", "model-order", "fused-words"]
    assert [name for name in names if options.asks(name, Path("a.md"))] == told


def test_the_note_is_explained_as_a_rule_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("<!-- cleanup: ignore no-such -->\nThe committee met.\n", encoding="utf-8")
    assert "# unused-suppression" in program("explain", UNUSED, cwd=tmp_path).stdout
    options = ("check", "a.md", "--no-languagetool", "--no-model", "--output-format", "sarif")
    (rule,) = json.loads(program(*options, cwd=tmp_path).stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"], rule.get("helpUri")) == (UNUSED, "UnusedSuppression", None)
    assert rule["shortDescription"]["text"].startswith("The comment on line … ignores “…”")
    ignored = program(*options, "--ignore", UNUSED, cwd=tmp_path).stdout
    assert json.loads(ignored)["runs"][0]["results"] == []
