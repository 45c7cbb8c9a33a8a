"""Only what is new: baselines, and lines changed since a revision."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cleanup.baseline import Baseline, read_baseline
from cleanup.changed_lines import changed_since
from cleanup.edits import Applicability, Change, Edit
from cleanup.errors import UserError
from cleanup.findings import FileFindings
from cleanup.formats.text import TextDocument
from tests.program import program, write_pack


def found(path: Path, text: str, *words: str) -> FileFindings:
    """The file with a finding at every place of these words."""
    changes = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            span = (start, start + len(word), word, ("better",))
            edit = Edit(*span, f"rule-{word}", "lexis", Applicability.SAFE, 0.9, "A message.", "test")
            changes.append(Change(*span, True, (edit,)))
            start = text.find(word, start + 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return FileFindings(str(path), TextDocument(path, text), (tuple(sorted(changes, key=lambda c: c.start)),))


TEXT = "One blarg stood here.\n\nTwo blarg stood there, and a flurb.\n"


def test_what_is_known_is_not_new(tmp_path: Path) -> None:
    file = found(tmp_path / "a.txt", TEXT, "blarg", "flurb")
    baseline = Baseline(tmp_path / "base.txt").updated([file])
    baseline.write()
    again = read_baseline(tmp_path / "base.txt")
    assert again.entries == baseline.entries
    assert len(file.findings) == len(again.entries) == 3
    assert again.new(file).findings == ()
    assert again.gone([file]) == frozenset()


@pytest.mark.parametrize(
    "name", ["#draft.txt", '"quoted".txt', "two\nlines.txt", "a\ttab.txt", "page\x0c2.txt", " a.txt"]
)
def test_names_that_a_line_could_not_hold(tmp_path: Path, name: str) -> None:
    file = found(tmp_path / name, TEXT, "blarg")
    baseline = Baseline(tmp_path / "base.txt").updated([file])
    baseline.write()
    assert read_baseline(tmp_path / "base.txt").entries == baseline.entries
    assert baseline.new(file).findings == ()


def test_a_baseline_as_windows_saves_it(tmp_path: Path) -> None:
    baseline = Baseline(tmp_path / "base.txt").updated([found(tmp_path / "a.txt", TEXT, "blarg")])
    baseline.write()
    text = (tmp_path / "base.txt").read_text(encoding="utf-8")
    (tmp_path / "base.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_baseline(tmp_path / "base.txt").entries == baseline.entries


def test_a_paragraph_at_the_top_makes_nothing_new(tmp_path: Path) -> None:
    baseline = Baseline(tmp_path / "base.txt").updated([found(tmp_path / "a.txt", TEXT, "blarg", "flurb")])
    longer = found(tmp_path / "a.txt", "A new paragraph with a snarf.\n\n" + TEXT, "blarg", "flurb", "snarf")
    assert [f.change.original for f in baseline.new(longer).findings] == ["snarf"]
    assert baseline.gone([longer]) == frozenset()


def test_the_same_again_in_the_same_words_is_new(tmp_path: Path) -> None:
    once = found(tmp_path / "a.txt", "See the blarg now, sir.\n", "blarg")
    baseline = Baseline(tmp_path / "base.txt").updated([once])
    twice = found(tmp_path / "a.txt", "See the blarg now, sir.\nSee the blarg now, sir.\n", "blarg")
    assert len(baseline.new(twice).findings) == 1


def test_update_and_prune_touch_only_files_examined_or_gone(tmp_path: Path) -> None:
    files = [found(tmp_path / name, TEXT, "blarg") for name in ("a.txt", "b.txt", "c.txt")]
    baseline = Baseline(tmp_path / "base.txt").updated(files)
    (tmp_path / "c.txt").unlink()
    mended = found(tmp_path / "a.txt", TEXT.replace("One blarg", "One table"), "blarg", "flurb")
    assert {e.path for e in baseline.gone([mended])} == {"a.txt", "c.txt"}
    assert sorted((e.path, e.rule) for e in baseline.pruned([mended]).entries) == [
        ("a.txt", "rule-blarg"),
        ("b.txt", "rule-blarg"),
        ("b.txt", "rule-blarg"),
    ]
    assert ("a.txt", "rule-flurb") in {(e.path, e.rule) for e in baseline.updated([mended]).entries}


def test_the_file_is_sorted_and_its_paths_are_relative_to_it(tmp_path: Path) -> None:
    files = [found(tmp_path / "news" / name, TEXT, "flurb", "blarg") for name in ("b.txt", "a.txt")]
    Baseline(tmp_path / "lists" / "base.txt").updated(files).write()
    head, *lines = (tmp_path / "lists" / "base.txt").read_text(encoding="utf-8").splitlines()
    assert head.startswith("#")
    assert lines == sorted(lines)
    assert [line.split("\t")[:2] for line in lines][::3] == [
        ["../news/a.txt", "rule-blarg"],
        ["../news/b.txt", "rule-blarg"],
    ]


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "a.txt\trule\tnothex", "a.txt\trule"])
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "base.txt").write_text(f"# head\n{line}\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"base\.txt:2: not path, rule and fingerprint"):
        read_baseline(tmp_path / "base.txt")


def test_commands(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    text = "The blarg stood in the hall all day.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    settings = (
        f'languagetool = false\nmodel = false\nrules = ["{pack.name}"]\nbaseline = "base.txt"\nfail-on = "note"\n'
    )
    (tmp_path / "cleanup.toml").write_text(settings, encoding="utf-8")
    missing = program("check", "a.txt", cwd=tmp_path)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "no such baseline; write it with `cleanup baseline" in missing.stderr
    assert program("baseline", "a.txt", cwd=tmp_path).returncode == 0
    assert "a.txt\ttest-table\t" in (tmp_path / "base.txt").read_text(encoding="utf-8")
    assert program("check", "a.txt", cwd=tmp_path).returncode == 0
    (tmp_path / "a.txt").write_text("A flurb came at the top.\n\n" + text, encoding="utf-8")
    new = program("check", "a.txt", cwd=tmp_path)
    assert new.returncode == 1
    assert [line.split(" ")[2] for line in new.stdout.splitlines()] == ["test-chair:"]
    (tmp_path / "a.txt").write_text("Nothing is left of it.\n", encoding="utf-8")
    assert "1 finding gone; `cleanup baseline --prune` drops them" in program("check", "a.txt", cwd=tmp_path).stderr
    assert "0 findings, 0 added, 1 dropped" in program("baseline", "--prune", "a.txt", cwd=tmp_path).stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two committed articles."""
    (tmp_path / "news").mkdir()
    for name in ("old name.txt", "same.txt"):
        (tmp_path / "news" / name).write_text("".join(f"{name} line {i}.\n" for i in range(9)), encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "first")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_changed_lines_renames_and_new_files(repository: Path) -> None:
    news = repository / "news"
    git(repository, "mv", "news/old name.txt", 'news/new "näme".txt')
    lines = (news / 'new "näme".txt').read_text(encoding="utf-8").splitlines()
    lines[2] = "Changed here."
    (news / 'new "näme".txt').write_text("\n".join([*lines, "Added."]) + "\n", encoding="utf-8")
    (news / "untracked ü.txt").write_text("New.\n", encoding="utf-8")
    (news / "ignored.txt").write_text("New.\n", encoding="utf-8")
    (repository / ".gitignore").write_text("ignored.txt\n", encoding="utf-8")
    root, changed = changed_since("HEAD", news)
    assert root == repository.resolve()
    assert changed.files == {
        news.resolve() / 'new "näme".txt': frozenset({3, 10}),
        news.resolve() / "untracked ü.txt": None,
        repository.resolve() / ".gitignore": None,
    }
    assert not changed.has(news / "same.txt")


def test_a_renamed_binary_file_is_changed_as_a_whole(repository: Path) -> None:
    (repository / "a.docx").write_bytes(bytes(range(256)) * 40)
    git(repository, "add", "-A")
    git(repository, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "second")
    git(repository, "mv", "a.docx", "b.docx")
    (repository / "b.docx").write_bytes(bytes(range(256)) * 40 + b"\0more")
    assert changed_since("HEAD", repository)[1].files == {repository.resolve() / "b.docx": None}


def test_only_findings_on_changed_lines(repository: Path) -> None:
    path = repository / "news" / "same.txt"
    text = path.read_text(encoding="utf-8").replace("line 4", "line four")
    file = found(path, text, "line")
    _, changed = changed_since("HEAD", repository)
    assert [finding.place.line for finding in changed.only(file).findings] == [5]


@pytest.mark.parametrize("revision", ["no-such-revision", "--output=x", ""])
def test_unknown_revision(repository: Path, revision: str) -> None:
    with pytest.raises(UserError, match="git knows no such revision"):
        changed_since(revision, repository)


def test_changed_since_as_typed(repository: Path) -> None:
    write_pack(repository / "pack")
    options = ("--no-languagetool", "--no-model", "--rules", "pack", "--changed-since", "HEAD")
    unchanged = program("check", "news", *options, cwd=repository)
    assert (unchanged.returncode, unchanged.stdout) == (0, "")
    path = repository / "news" / "same.txt"
    path.write_text(path.read_text(encoding="utf-8") + "One blarg more.\n", encoding="utf-8")
    assert program("check", "news", *options, cwd=repository).stdout.startswith("news/same.txt:10:5: ")
    outside = program("check", "-", *options, cwd=repository, stdin="One blarg.\n")
    assert (outside.returncode, "has no history" in outside.stderr) == (2, True)


def test_changed_since_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UserError, match="not a git repository"):
        changed_since("HEAD", tmp_path)
