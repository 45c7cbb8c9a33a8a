"""Diffs and marks: taken by `patch` and `git apply`, read back as both texts, side by side for people."""

from __future__ import annotations

import codecs
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from cleanup.errors import UserError
from cleanup.findings import FileFindings
from cleanup.formats import decode
from cleanup.reports.criticmarkup import marked
from cleanup.reports.diff import patch, side_by_side
from tests.formats.helpers import replaced
from tests.program import write_pack
from tests.review.conftest import Found, Spot

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


def printed(file: FileFindings, *, applied_only: bool = False) -> str:
    console = Console(width=180, file=io.StringIO(), record=True)
    console.print(side_by_side(file, applied_only=applied_only))
    return console.export_text()


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
