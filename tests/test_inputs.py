"""Which files of a folder are articles: not what git ignores, what tools bring, and what the program itself wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cleanup.config import Configuration
from cleanup.errors import UserError
from cleanup.inputs import find_inputs
from tests.program import program

WITHOUT = ("--no-languagetool", "--no-model")
TEXT = "The committee met on Tuesday and agreed on a budget.\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(place: Path, *names: str) -> None:
    for name in names:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


def found(*paths: str, exclude: Sequence[str] = (), written: Sequence[Path] = ()) -> list[str]:
    items = find_inputs(list(map(Path, paths)), Configuration(), exclude=exclude, written=written)
    return sorted(item.path.as_posix() for item in items)


IGNORED = [
    ("*.txt", ["a/b.md"]),
    ("# a comment\n\n/a/\n", ["c.txt"]),
    ("a/*\n!a/keep.txt\n", ["a/keep.txt", "c.txt"]),
    ("a/\n!a/keep.txt\n", ["c.txt"]),  # what is below an ignored folder cannot be taken back
    ("c.txt/\nb.*\n", ["a/d/e.txt", "a/keep.txt", "c.txt"]),
    ("a/**/e.txt", ["a/b.md", "a/keep.txt", "c.txt"]),
    ("d\n", ["a/b.md", "a/keep.txt", "c.txt"]),
    ("!\n/\nc.txt\n", ["a/b.md", "a/d/e.txt", "a/keep.txt"]),  # patterns that mean nothing
]


@pytest.mark.parametrize(("patterns", "articles"), IGNORED)
def test_what_git_ignores_is_no_article(place: Path, patterns: str, articles: list[str]) -> None:
    write(place, "a/b.md", "a/d/e.txt", "a/keep.txt", "c.txt")
    (place / ".gitignore").write_text(patterns, encoding="utf-8")
    (place / ".git").mkdir()
    assert found(".") == articles


@pytest.mark.skipif(shutil.which("git") is None, reason="no git on the PATH")
@pytest.mark.parametrize("patterns", [patterns for patterns, _ in IGNORED])
def test_git_says_the_same(place: Path, patterns: str) -> None:
    write(place, "a/b.md", "a/d/e.txt", "a/keep.txt", "c.txt")
    (place / ".gitignore").write_text(patterns, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=place, check=True)
    command = ["git", "ls-files", "--others", "--exclude-standard", "*.txt", "*.md"]
    listed = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True).stdout.split()
    assert found(".") == sorted(listed)


def test_the_nearest_gitignore_decides_and_those_above_count(place: Path) -> None:
    write(place, "news/a.txt", "news/old/b.txt", "news/old/c.txt", "news/old/d.md")
    (place / ".git" / "info").mkdir(parents=True)
    (place / ".git" / "info" / "exclude").write_text("*.md\n", encoding="utf-8")
    (place / ".gitignore").write_text("b.txt\nc.txt\n", encoding="utf-8")
    (place / "news" / "old" / ".gitignore").write_text("!c.txt\n", encoding="utf-8")
    assert found("news") == ["news/a.txt", "news/old/c.txt"]


def test_another_repository_inside_has_its_own_rules(place: Path) -> None:
    write(place, "a.txt", "module/a.txt")
    (place / ".git").mkdir()
    (place / ".gitignore").write_text("a.txt\n", encoding="utf-8")
    (place / "module" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert found(".") == ["module/a.txt"]


def test_what_is_named_is_read(place: Path) -> None:
    write(place, "out/a.txt", "out/b.txt", "out/node_modules/c.txt", "requirements.txt")
    (place / ".git").mkdir()
    (place / ".gitignore").write_text("out/\n", encoding="utf-8")
    (place / "out" / ".gitignore").write_text("b.txt\n", encoding="utf-8")
    assert found("out/b.txt", "requirements.txt") == ["out/b.txt", "requirements.txt"]
    assert found("out") == ["out/a.txt"]
    assert found("out/node_modules", exclude=["*.md"]) == ["out/node_modules/c.txt"]
    with pytest.raises(UserError, match=r"^\.: no articles in this folder; .* git ignores"):
        found(".")


def test_what_tools_bring_is_no_article(place: Path) -> None:
    write(place, "a.txt", "requirements-dev.txt", "sub/requirements.txt", "constraints.txt", "CMakeLists.txt")
    write(
        place, "robots.txt", "node_modules/x/README.md", "lib/site-packages/x/LICENSE.txt", "env/x.txt", "cache/x.txt"
    )
    write(place, "env/pyvenv.cfg", "cache/CACHEDIR.TAG", "required/b.txt")
    assert found(".") == ["a.txt", "required/b.txt"]


@pytest.mark.parametrize(
    ("pattern", "articles"),
    [
        ("attic", ["news/a.txt", "news/b.md"]),
        ("news/attic/", ["news/a.txt", "news/b.md"]),
        ("*.md", ["news/a.txt", "news/attic/c.txt"]),
        ("news/*.txt", ["news/b.md"]),
        ("other", ["news/a.txt", "news/attic/c.txt", "news/b.md"]),
    ],
)
def test_exclude_as_typed(place: Path, pattern: str, articles: list[str]) -> None:
    write(place, "news/a.txt", "news/b.md", "news/attic/c.txt")
    assert found("news", exclude=[pattern]) == articles
    assert found("news/attic/c.txt", exclude=[pattern]) == ["news/attic/c.txt"]


def test_exclude_adds_to_the_files_setting(place: Path) -> None:
    write(place, "news/a.txt", "news/b.md", "news/attic/c.txt")
    (place / "cleanup.toml").write_text('exclude = ["attic"]\n', encoding="utf-8")
    assert found("news", exclude=["*.md"]) == ["news/a.txt"]
    done = program("check", "news", "--exclude", "*.md", "--exclude", "a.txt", "--show-settings", cwd=place)
    assert (done.returncode, "no articles in this folder" in done.stderr) == (2, True)


def test_the_output_folder_is_no_input(place: Path) -> None:
    write(place, "en/a.txt", "en/out/old.txt")
    assert found("en", written=[Path("en/out")]) == ["en/a.txt"]
    assert found("en/out", written=[Path("en")]) == ["en/out/old.txt"]


def test_fix_into_a_folder_below_twice(place: Path) -> None:
    write(place, "en/a.txt", "en/sub/b.md")
    (place / "en/sub/b.md").write_text("The authorities Italian met in Svizzeraand left.", encoding="utf-8")
    for _ in range(2):
        done = program("fix", "en", "-o", "en/out", *WITHOUT, cwd=place)
        assert (done.returncode, done.stderr[:11]) == (0, "2 articles:")
    assert sorted(p.name for p in (place / "en" / "out").rglob("*.*")) == sorted(
        ["a.txt", "b.md", "b.md.diff", "report.json", "review.html"]
    )
    assert found("en") == ["en/a.txt", "en/sub/b.md"]  # another command knows nothing of -o
    assert found("en/out") == ["en/out/a.txt", "en/out/sub/b.md"]  # the page is no article even there
    write(place, "en/out/mine.txt")
    assert "en/out/mine.txt" in found(".")
    program("fix", "en/a.txt", "-o", "en/out", *WITHOUT, cwd=place)
    assert "en/out/sub/b.md" not in found(".")  # of a run before the last


def test_the_reports_of_others_mean_nothing(place: Path) -> None:
    write(place, "tests/a.txt", "tests/review.html")
    for text in ("[]", "{}", '{"files": [{"path": "a.txt"}]}', "broken"):
        (place / "tests" / "report.json").write_text(text, encoding="utf-8")
        assert found(".") == ["tests/a.txt", "tests/review.html"]


def test_a_baseline_is_no_article(place: Path) -> None:
    write(place, "a.txt", "cleanup-baseline.txt", "lists/known.txt", "b.txt")
    (place / "cleanup.toml").write_text('baseline = "lists/known.txt"\n', encoding="utf-8")
    assert found(".", written=[Path("b.txt")]) == ["a.txt"]


def test_the_file_that_the_report_goes_to_is_no_article(place: Path) -> None:
    write(place, "a.txt")
    command = f'"{sys.executable}" -c "from tests.test_inputs import found; print(*found(chr(46)))" > report.txt'
    subprocess.run(command, shell=True, cwd=place, check=True, env={"PYTHONPATH": str(Path(__file__).parent.parent)})
    assert (place / "report.txt").read_text(encoding="utf-8") == "a.txt\n"


def test_what_is_no_file_in_a_folder_is_no_article(place: Path) -> None:
    write(place, "news/a.txt")
    os.mkfifo(place / "news" / "pipe.txt")
    (place / "news" / "folder.txt").mkdir()
    assert found("news") == ["news/a.txt"]


@pytest.mark.parametrize("target", ["nowhere.txt", "link.txt"])
def test_a_link_that_leads_nowhere_is_told(place: Path, target: str) -> None:
    write(place, "news/a.txt")
    (place / "news" / "link.txt").symlink_to(target)
    done = program("fix", "news", "-o", "out", *WITHOUT, cwd=place)
    first, last = done.stderr.splitlines()
    assert (done.returncode, first[:11]) == (2, "1 article: ")
    assert last.startswith("cleanup: news/link.txt: cannot be read: ")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf8_is_told_and_the_others_are_done(place: Path) -> None:
    write(place, "news/a.txt")
    Path(os.fsdecode(b"news/caf\xe9.txt")).write_text(TEXT, encoding="utf-8")
    done = program("fix", "news", "-o", "out", *WITHOUT, cwd=place)
    assert done.returncode == 2
    assert r"cleanup: news/caf\xe9.txt: the name of the file is not UTF-8; rename the file" in done.stderr
    assert sorted(os.listdir("out")) == ["a.txt", "report.json", "review.html"]
