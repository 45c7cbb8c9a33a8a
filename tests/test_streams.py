"""Standard input, output and error in every state that a shell, a pipe or an editor hands them over in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "In Romajust before the vote, the authorities Italian said that the France she had signed the treaty.\n"
CHECK = "check article.txt --no-languagetool --no-model"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def shell(arguments: str, place: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program with what a shell does to its streams."""
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), **environment}
    command = f'"{sys.executable}" -m cleanup {arguments}'
    return subprocess.run(command, shell=True, cwd=place, env=surroundings, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("closed", "code"), [(">&-", 1), ("2>&-", 1), (">&- 2>&-", 1), ("<&-", 1), (">/dev/full", 2), ("2>/dev/full", 1)]
)
def test_streams_that_are_closed_or_full(place: Path, closed: str, code: int) -> None:
    done = shell(f"{CHECK} {closed}", place)
    assert (done.returncode, b"fault" in done.stderr, b"Exception" in done.stderr) == (code, False, False)
    assert (b"cleanup: No space left on device" in done.stderr) == (closed == ">/dev/full")


def test_standard_input_that_is_closed_is_an_empty_article(place: Path) -> None:
    done = shell("check - --no-languagetool --no-model <&-", place)
    assert (done.returncode, done.stderr) == (0, b"1 file, nothing found\n")


def test_a_reader_that_has_enough(place: Path) -> None:
    done = shell("rules list | head -n 1", place)
    assert done.stderr.decode().count("\n") <= 1
    assert b"Broken pipe" not in done.stderr


@pytest.mark.parametrize(
    "command", [CHECK, f"{CHECK} --output-format full", CHECK.replace("check", "diff"), "rules list"]
)
def test_a_letter_that_the_encoding_lacks(place: Path, command: str) -> None:
    done = shell(command, place, PYTHONIOENCODING="ascii")
    assert (done.returncode in (0, 1), b"cleanup: " in done.stderr) == (True, False)
    assert b"\\u" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no locales there")
def test_what_goes_into_a_pipe_is_utf8(place: Path) -> None:
    done = shell(CHECK, place, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "“authorities Italian” → “Italian authorities”" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
def test_a_terminal_that_draws_nothing_has_no_bar(place: Path) -> None:
    shown, its_end = os.openpty()
    command = [sys.executable, "-m", "cleanup", *CHECK.split()]
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "TERM": "dumb"}
    subprocess.run(command, cwd=place, env=surroundings, stdout=subprocess.DEVNULL, stderr=its_end, check=False)
    assert os.read(shown, 1000).startswith(b"4 errors in 1 file; ")
