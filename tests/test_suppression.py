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
