"""Diffs and marks: taken by `patch` and `git apply`, read back as both texts, side by side for people."""

from __future__ import annotations

import codecs
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console, RenderableType

from cleanup.cleaner import Cleaner
from cleanup.errors import UserError
from cleanup.findings import FileFindings
from cleanup.formats import decode
from cleanup.reports.criticmarkup import marked
from cleanup.reports.diff import patch, side_by_side, terminal
from cleanup.reports.words import has_colour, words
from tests.formats import test_html, test_markdown
from tests.formats.helpers import changes as random_changes
from tests.formats.helpers import replaced
from tests.program import write_pack
from tests.review.conftest import Found, Spot, changes_in

ROOT = Path(__file__).parents[2]

TEXT = "Old men saw Mosca by night.\n\nThe France voted. He came to Londra by train, and left Londra by boat.\nEnd"
SPOTS: list[Spot] = [
    ("Mosca", "Moscow", "exonym"),
    ("The France", "France", "article"),
    ("Londra", "London", "maybe-exonym"),
    ("Londra", "London", "exonym"),
]
TOOLS = {"git": ["git", "apply", "-"], "patch": ["patch", "-p1", "--quiet"]}


@pytest.mark.parametrize("tool", sorted(TOOLS))
@pytest.mark.parametrize("name", ["one.txt", "name with spaces.txt", "città.md"])
@pytest.mark.parametrize("text", [TEXT, TEXT + "\n", TEXT.replace("\n", "\r\n"), TEXT + "\x0c\x85 \u2028 x\r y\n"])
def test_a_unified_diff_is_taken(found: Found, tmp_path: Path, tool: str, name: str, text: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"no {tool} on the PATH")
    file = found(text, SPOTS, name)
    folder = tmp_path / "articles"
    subprocess.run(TOOLS[tool], cwd=folder, input=patch(name, file), check=True)
    assert (folder / name).read_bytes() == file.encode()


@pytest.mark.skipif(shutil.which("git") is None, reason="no git on the PATH")
def test_git_applies_what_the_program_prints(tmp_path: Path) -> None:
    write_pack(tmp_path / "pack")
    text = "Once.\n\nÜber the blarg.\nStill.\nThe flurb."
    made = {
        "bom.txt": codecs.BOM_UTF8 + text.encode(),
        "only bom, one line.md": codecs.BOM_UTF8 + b"A blarg",
        "crlf.txt": text.replace("\n", "\r\n").encode() + b"\r\n",
        "bom crlf.txt": codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode(),
        "größe und maß/città – due.txt": text.encode(),
        'quo"ted\\\t.txt': text.encode(),
        "page.html": b"\xef\xbb\xbf<p>A blarg.",
        "same.txt": b"\xef\xbb\xbfNothing.",
    }
    folder = tmp_path / "news"
    for name, data in made.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    command = [sys.executable, "-m", "cleanup", "diff", ".", "--unified", "--rules", "../pack", "--isolated"]
    command += ["--no-languagetool", "--no-model", "--source-lang", "it"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    printed = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True).stdout
    subprocess.run(["git", "apply", "-"], cwd=folder, input=printed, check=True)
    for name, data in made.items():
        expected = data.replace(b"blarg", b"table").replace(b"flurb", b"chair")
        assert (folder / name).read_bytes() == expected, name


@pytest.mark.skipif(shutil.which("git") is None, reason="no git on the PATH")
def test_git_applies_a_binary_patch(found_in_word: FileFindings, tmp_path: Path) -> None:
    name = found_in_word.path
    (tmp_path / name).write_bytes(found_in_word.document.encode([[]]))
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch(name, found_in_word), check=True)
    assert (tmp_path / name).read_bytes() == found_in_word.encode()
    unchanged = FileFindings(name, found_in_word.document, ((),))
    assert patch(name, unchanged) == b""


@pytest.fixture
def found_in_word() -> FileFindings:
    """A Word file with a change in it."""
    docx = pytest.importorskip("docx")
    word = docx.Document()
    word.add_paragraph("Old men saw Mosca by night. " * 30)
    buffer = io.BytesIO()
    word.save(buffer)
    document = decode(Path("a b.docx"), buffer.getvalue())
    return FileFindings("a b.docx", document, ((replaced(document.segments[0], "Mosca", "Moscow"),),))


def read_marks(text: str, *, accept: bool) -> str:
    """What an editor makes of CriticMarkup when all marks are accepted, or all rejected."""
    text = re.sub(r"\{>>.*?<<\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{==(.*?)==\}", r"\1", text, flags=re.DOTALL)
    text = re.sub(r"\{--(.*?)--\}", "" if accept else r"\1", text, flags=re.DOTALL)
    return re.sub(r"\{\+\+(.*?)\+\+\}", r"\1" if accept else "", text, flags=re.DOTALL)


def check_marks(file: FileFindings, text: str) -> None:
    written = marked(file)
    assert read_marks(written, accept=True) == file.corrected_text
    assert read_marks(written, accept=False) == text


def test_criticmarkup_holds_both_texts_and_the_reason(found: Found) -> None:
    file = found(TEXT, SPOTS)
    check_marks(file, TEXT)
    assert marked(file).startswith("Old men saw {--Mosca--}{++Moscow++}{>>Because of exonym. (exonym)<<} by night.")
    assert "{==Londra==}{>>suggested: London; Because of maybe-exonym. (maybe-exonym)<<}" in marked(file)


def test_criticmarkup_of_text_that_looks_like_marks(found: Found) -> None:
    text = "one a--}b two c++}--}d three <<} four --\n"
    check_marks(found(text, [("a--}b", "x++}++}y", "one"), ("c++}--}d", "", "two"), ("--", "--}", "three")]), text)


def test_criticmarkup_refuses_an_article_with_marks(found: Found) -> None:
    with pytest.raises(UserError, match=r"one\.txt:2: the article contains CriticMarkup"):
        marked(found("One.\nTwo {++three++}.\n", []))


MARKED_UP = {
    ".md": "The [men old](http://u) of **Roma**and *Londra*. The [France](u) she has won.\n\n> AT&amp;T",
    ".html": "<p>The <a href='u'>men old</a> of <b>Roma</b>and <i>Londra</i>. The <a>France</a> she won.<p>AT&amp;T",
    ".jsonl": '{"text": "The men old of Romaand Londra. The France she has \\"won\\".\\n\\nAT&T"}\n',
    ".csv": "text,n\nThe men old of Romaand Londra. The France she has won. AT&T,1\n",
}
MARKED_UP_SPOTS = [
    ("men old", "old men"),
    ("Romaand", 'Rome, "and"'),
    ("Londra", "London"),
    ("The France she", "France"),
    ("T", "<T>"),
]


@pytest.mark.parametrize("suffix", MARKED_UP)
@pytest.mark.parametrize("rules", ["a b c d e", "a maybe-b c d look-e", "maybe-a b c maybe-d e"])
def test_criticmarkup_keeps_links_and_emphasis(suffix: str, rules: str) -> None:
    text = MARKED_UP[suffix]
    document = decode(Path(f"a{suffix}"), text.encode())
    spots = [(old, new, rule) for (old, new), rule in zip(MARKED_UP_SPOTS, rules.split(), strict=True)]
    file = FileFindings(f"a{suffix}", document, (changes_in(document.segments[0].text, spots),))
    check_marks(file, text)
    assert re.findall(r"\((?:maybe-|look-)?(\w)\)<<\}", marked(file)) == [*"abcde"]


def test_criticmarkup_of_words_that_change_places_in_a_link() -> None:
    document = decode(Path("a.md"), b"the [men old](u) of **the** [town](u)")
    spots: list[Spot] = [("men old", "old men", "one"), ("the ", "", "two"), ("", "a ", "three")]
    file = FileFindings("a.md", document, (changes_in(document.segments[0].text, spots),))
    assert marked(file) == (
        "the [{++old ++}men{-- old--}{>>Because of one. (one)<<}](u) of "
        "{--**the** --}{++a ++}{>>Because of two. (two)<<}{>>Because of three. (three)<<}[town](u)"
    )


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_criticmarkup_of_any_changes(data: st.DataObject) -> None:
    blocks, suffix = data.draw(st.sampled_from([(test_markdown.BLOCKS, ".md"), (test_html.BLOCKS, ".html")]))
    text = "\n\n".join(data.draw(st.lists(st.sampled_from(blocks), min_size=1, max_size=4, unique=True)))
    document = decode(Path(f"a{suffix}"), text.encode())
    found = data.draw(random_changes(document.segments[0]))
    changes = [replace(change, applied=data.draw(st.booleans())) for change in found]
    check_marks(FileFindings(f"a{suffix}", document, (tuple(changes),)), text)


@pytest.mark.parametrize("path", sorted((ROOT / "input").glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_criticmarkup_of_a_sample_with_marks(cleaner: Cleaner, path: Path, suffix: str) -> None:
    marks = {".md": ("[", "](http://u.example)", "*", "*"), ".html": ("<a href='u'>", "</a>", "<em>", "</em>")}[suffix]
    numbers = count()

    def mark(pair: re.Match[str]) -> str:
        link = next(numbers) % 2 == 0
        return f"{marks[0]}{pair[1]}{marks[1]}" if link else f"{marks[2]}{pair[1]}{marks[3]}"

    text = re.sub(r"((?<!\w)\w+ \w+)(?= \w+ \w+)", mark, path.read_text(encoding="utf-8"))
    text = text if suffix == ".md" else text.replace("\n\n", "\n\n<p>")
    document = decode(Path(f"a{suffix}"), text.encode())
    segment = document.segments[0]
    result = cleaner.clean(segment.text, protected=segment.protected)
    assert any(change.applied for change in result.changes)
    check_marks(FileFindings(f"a{suffix}", document, (tuple(result.changes),)), text)


def printed(file: FileFindings, *, applied_only: bool = False, colour: bool = True) -> str:
    console = Console(width=180, file=io.StringIO(), record=True)
    console.print(side_by_side(file, colour=colour, applied_only=applied_only))
    return console.export_text()


def test_changes_are_marked_where_there_is_no_colour(found: Found) -> None:
    file = found(TEXT, [*SPOTS[:3], ("boat", "", "look-boat")])
    console = Console(width=180, file=io.StringIO(), record=True)
    console.print(terminal(file, colour=False))
    shown = console.export_text()
    assert "Old men saw [-Mosca-]{+Moscow+} by night." in shown
    assert "[-The -]France voted." in shown
    assert "to [-Londra-]{+London+} by train" in shown
    assert "left Londra by [?boat?]. End…" in shown
    beside = printed(file, colour=False)
    assert re.search(r"│ Old men saw \[-Mosca-\] by night\.\s+│ Old men saw {\+Moscow\+} by night\.\s+│", beside)
    assert "came to [?Londra?] by train" in beside
    for mark in ("[-", "{+", "[?"):
        assert mark not in printed(file)


@pytest.mark.parametrize("show", [terminal, side_by_side])
def test_a_terminal_obeys_nothing_that_stands_beside_a_change(
    found: Found, show: Callable[..., RenderableType]
) -> None:
    file = found("A \x1b[31mred alert in Mosca \x1b]0;title\x07today.\n", [("Mosca", "Moscow", "exonym")])
    console = Console(file=io.StringIO(), width=150)
    console.print(show(file, colour=False))
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert ("\x1b" in printed, "␛[31mred alert in " in printed, "␛]0;title␇today" in printed) == (False, True, True)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Minister of the Interior", "interior minister", "[-Minister of the Interior-]{+interior minister+}"),
        ("the old men", "a old man", "[-the-]{+a+} old [-men-]{+man+}"),
        ("men old", "old men", "{+old +}men[- old-]"),
        ("ItalyFrance", "Italy France", "[-ItalyFrance-]{+Italy France+}"),
        ("a\nb", "a b", "a[-⏎-]{+·+}b"),
        ("a\x1b[31mb", "a\x1b[31mc", "a␛[[-31mb-]{+31mc+}"),
    ],
)
def test_words_in_marks(before: str, after: str, shown: str) -> None:
    assert words(before, after, colour=False).plain == shown


@pytest.mark.parametrize(
    ("environment", "is_terminal", "shown"),
    [
        ({"TERM": "xterm-256color"}, True, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "xterm-256color"}, False, False),
    ],
)
def test_colour_is_known(environment: dict[str, str], is_terminal: bool, shown: bool) -> None:
    console = Console(file=io.StringIO(), force_terminal=is_terminal, _environ=environment)
    assert has_colour(console) is shown


def test_side_by_side_shows_the_paragraphs_with_changes(found: Found) -> None:
    text = "Nothing here.\n" * 3 + TEXT
    shown = printed(found(text, SPOTS))
    assert "Nothing here" not in shown
    assert re.search(r"│\s+4 │ Old men saw Mosca by night\.\s+│ Old men saw Moscow by night\.\s+│", shown)
    assert "article Because of article." in shown
    assert "maybe-exonym “Londra” → “London”? Because of maybe-exonym." in shown
    assert "maybe-exonym" not in printed(found(text, SPOTS), applied_only=True)


def test_side_by_side_of_a_change_over_two_lines(found: Found) -> None:
    shown = printed(found("He went\nto Roma. Yes.\nNo.\n", [("went\nto Roma", "went to Rome", "join")]))
    assert "He went⏎to Roma. Yes." in shown
    assert "He went to Rome. Yes." in shown.replace("·", " ")
    assert "No." not in shown


def test_side_by_side_of_nothing(found: Found) -> None:
    assert "nothing to change" in printed(found("Fine.\n", []))
