"""The commands as a user types them: contracts, exit codes, and what bad input says."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cleanup.edits import Change, accept

Write = Callable[..., Path]
GARBLED = "In Romajust before the vote, the authorities Italian said that the France she had signed the treaty.\n"
CLEAN = "The committee met on Tuesday and agreed on a budget for the coming year.\n"


def cleanup(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, without LanguageTool."""
    command = [sys.executable, "-m", "cleanup", *map(str, arguments)]
    if arguments[0] in ("fix", "check", "diff"):
        command.append("--no-languagetool")
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)


def test_fix_writes_text_diff_and_report(article: Write, tmp_path: Path) -> None:
    path = article(GARBLED)
    done = cleanup("fix", path.parent, "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")
    corrected = (tmp_path / "out" / "article.txt").read_text(encoding="utf-8")
    assert "Italian authorities" in corrected
    assert "France had signed the treaty" in corrected
    diff = (tmp_path / "out" / "article.txt.diff").read_text(encoding="utf-8")
    assert diff.startswith("--- a/article.txt\n+++ b/article.txt\n")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    applied = [edit for edit in report["files"][0]["edits"] if edit["applied"]]
    changes = [Change(e["start"], e["end"], e["original"], tuple(e["replacements"]), True, ()) for e in applied]
    assert accept(GARBLED, changes) == corrected
    assert path.read_text(encoding="utf-8") == GARBLED


def test_fix_counts_what_it_did(article: Write, tmp_path: Path) -> None:
    path = article("Yesterday the authorities Italian said so.")
    done = cleanup("fix", path, "-o", tmp_path / "out")
    assert re.fullmatch(
        r"1 article: (1 change|(0|[2-9]) changes) applied, \d suggested; written to .*out\n", done.stderr
    )


def test_fix_of_what_cannot_be_read_writes_nothing(article: Write, tmp_path: Path) -> None:
    done = cleanup("fix", article(b"\xff"), "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "no article could be read; nothing written\n" in done.stderr
    assert not (tmp_path / "out").exists()


def test_only_articles_that_change_have_a_diff(article: Write, tmp_path: Path) -> None:
    path, out = article(GARBLED), tmp_path / "out"
    article("The town is old.", "clean.txt")
    cleanup("fix", path.parent, "-o", out)
    assert sorted(file.name for file in out.glob("*.diff")) == ["article.txt.diff"]
    article("The town is old.")
    cleanup("fix", path.parent, "-o", out)
    assert not [*out.glob("*.diff")]


def test_fix_twice_changes_nothing(article: Write, tmp_path: Path) -> None:
    article(GARBLED)
    cleanup("fix", tmp_path / "articles", "-o", tmp_path / "once")
    cleanup("fix", tmp_path / "once" / "article.txt", "-o", tmp_path / "twice")
    assert (tmp_path / "once" / "article.txt").read_bytes() == (tmp_path / "twice" / "article.txt").read_bytes()


def test_fix_refuses_to_overwrite_its_input(article: Write) -> None:
    path = article(GARBLED)
    done = cleanup("fix", path, "-o", path.parent)
    assert done.returncode == 2
    assert "would overwrite its input" in done.stderr
    assert path.read_text(encoding="utf-8") == GARBLED


def test_fix_refuses_to_overwrite_a_file_that_it_did_not_write(article: Write, tmp_path: Path) -> None:
    path = article(GARBLED)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "article.txt").write_text("mine", encoding="utf-8")
    done = cleanup("fix", path, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "no earlier run wrote it" in done.stderr
    assert (tmp_path / "out" / "article.txt").read_text(encoding="utf-8") == "mine"


def test_fix_may_overwrite_what_an_earlier_run_wrote(article: Write, tmp_path: Path) -> None:
    path = article(GARBLED)
    assert cleanup("fix", path, "-o", tmp_path / "out").returncode == 0
    assert cleanup("fix", path, "-o", tmp_path / "out").returncode == 0


def test_fix_may_overwrite_what_a_run_before_the_last_wrote(article: Write, tmp_path: Path) -> None:
    both, one = article(GARBLED, "a.txt").parent, article(GARBLED, "b.txt")
    for given in (both, one, both):
        assert cleanup("fix", given, "-o", tmp_path / "out").stderr[-4:] == "out\n"


def test_fix_may_be_repeated_where_it_was_interrupted(article: Write, tmp_path: Path) -> None:
    for number in range(40):
        folder = article(f"{GARBLED}{number}.\n", f"{number}.txt").parent
    command = f"{sys.executable} -m cleanup fix {folder} -o {tmp_path}/out --no-languagetool --no-cache"
    running = subprocess.Popen(command.split())
    while not list(tmp_path.glob("out/*.txt")):
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    assert running.wait() == 130
    assert len(list(tmp_path.glob("out/*.txt"))) < 40
    assert cleanup("fix", folder, "-o", tmp_path / "out").returncode == 0


def test_fix_in_place(article: Write) -> None:
    path = article(GARBLED)
    assert cleanup("fix", path, "--in-place").returncode == 0
    assert "Italian authorities" in path.read_text(encoding="utf-8")


def test_in_place_a_link_stays_one(article: Write, tmp_path: Path) -> None:
    path, link = article(GARBLED), tmp_path / "link.txt"
    link.symlink_to(path)
    assert cleanup("fix", link, "--in-place").returncode == 0
    assert link.is_symlink()
    assert "Italian authorities" in path.read_text(encoding="utf-8")


def test_the_output_cannot_be_a_file(article: Write, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    done = cleanup("fix", article(GARBLED), "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (2, f"cleanup: {tmp_path / 'out'}: is a file; give a folder with -o\n")


def test_bytes_outside_changes_stay(article: Write, tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + GARBLED.strip().encode() + b"  \r\n\r\nNothing here.\t\r\nlast line"
    article(raw)
    cleanup("fix", tmp_path / "articles", "-o", tmp_path / "out")
    data = (tmp_path / "out" / "article.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"  \r\n\r\nNothing here.\t\r\nlast line")


@pytest.mark.parametrize(
    ("text", "options", "code"), [(GARBLED, (), 1), (CLEAN, (), 0), (GARBLED, ("--exit-zero",), 0)]
)
def test_check_exit_codes(article: Write, text: str, options: tuple[str, ...], code: int) -> None:
    path = article(text)
    assert cleanup("check", path, *options).returncode == code
    assert path.read_text(encoding="utf-8") == text


def test_check_prints_path_line_and_column(article: Write) -> None:
    path = article("A first line.\n" + GARBLED)
    lines = cleanup("check", path).stdout.splitlines()
    assert any(line.startswith(f"{path}:2:4: error ") for line in lines)


def test_check_ends_with_a_line_for_people(article: Write, tmp_path: Path) -> None:
    article(GARBLED)
    article(CLEAN, "clean.txt")
    done = cleanup("check", tmp_path / "articles", "--no-model")
    (line,) = done.stderr.splitlines()
    assert line.endswith(f" in 1 of 2 files; `cleanup fix` repairs {done.stdout.count(': error ')}")
    assert line not in done.stdout
    assert cleanup("check", tmp_path / "articles" / "clean.txt").stderr == "1 file, nothing found\n"
    assert cleanup("check", tmp_path / "articles", "--quiet").stderr == ""
    for output_format in ("json", "sarif", "github"):
        assert cleanup("check", tmp_path / "articles", "--output-format", output_format).stderr == ""


def test_check_json_contract(article: Write) -> None:
    done = cleanup("check", article(GARBLED), "--output-format", "json")
    report = json.loads(done.stdout)
    assert report["version"] == 1
    keys = "start end original replacements rule category applicability confidence message source rules"
    for edit in report["files"][0]["edits"]:
        assert set(keys.split()) <= set(edit)
        assert GARBLED[edit["start"] : edit["end"]] == edit["original"]
        assert 0 <= edit["confidence"] <= 1


def test_stdin(article: Write) -> None:
    done = cleanup("check", "-", stdin=GARBLED)
    assert done.returncode == 1
    assert done.stdout.startswith("stdin:1:")


def test_diff_shows_words_rule_and_reason(article: Write) -> None:
    done = cleanup("diff", article(GARBLED))
    assert done.returncode == 0
    assert "article.txt:1:" in done.stdout
    assert "Romajust" in done.stdout


def test_unified_diff_is_taken_by_patch(article: Write, tmp_path: Path) -> None:
    path = article(GARBLED)
    cleanup("fix", path, "-o", tmp_path / "out")
    patch = (tmp_path / "out" / "article.txt.diff").read_text(encoding="utf-8")
    subprocess.run(["git", "apply", "-"], cwd=path.parent, input=patch, text=True, check=True, encoding="utf-8")
    assert path.read_bytes() == (tmp_path / "out" / "article.txt").read_bytes()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Città vecchia, perché è già così lontana la libertà.".encode("cp1252"), "is not UTF-8; it looks like cp1252"),
        ("Le président français est à Mosca. He went there before the war.".encode("cp1252"), "it looks like cp1252"),
        (b"abc\0def", "the file is binary"),
        (b"\xff\xfe\x00", "byte 0 is not utf-16-le"),
    ],
)
def test_bad_input_is_one_line_and_the_others_are_done(article: Write, tmp_path: Path, data: bytes, words: str) -> None:
    bad = article(data, "bad.txt")
    article(GARBLED, "good.txt")
    done = cleanup("fix", tmp_path / "articles", "-o", tmp_path / "out", "--quiet")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"cleanup: {bad}:1: ")
    assert words in line
    assert "Italian authorities" in (tmp_path / "out" / "good.txt").read_text(encoding="utf-8")
    assert not (tmp_path / "out" / "bad.txt").exists()


@pytest.mark.parametrize("output_format", ["json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"])
def test_a_file_that_cannot_be_read_is_in_the_report(article: Write, tmp_path: Path, output_format: str) -> None:
    article(b"abc\0def", "bad.txt")
    article(CLEAN, "good.txt")
    done = cleanup("check", tmp_path / "articles", "--output-format", output_format)
    assert (done.returncode, "bad.txt" in done.stdout, "the file is binary" in done.stdout) == (2, True, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(article: Write) -> None:
    path = article(GARBLED)
    path.chmod(0)
    done = cleanup("check", path)
    assert done.returncode == 2
    assert "cannot be read" in done.stderr


def test_folder_without_articles_and_missing_path(tmp_path: Path) -> None:
    for path, words in ((tmp_path, "no articles in this folder"), (tmp_path / "none", "no such file or folder")):
        done = cleanup("check", path)
        assert done.returncode == 2
        assert words in done.stderr
        assert "Traceback" not in done.stderr


def test_no_room_to_write(article: Write) -> None:
    done = cleanup("fix", article(GARBLED), "-o", "/dev/full/out")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_rule_is_one_line_in_a_pipe() -> None:
    heading, *lines = cleanup("rules", "list").stdout.splitlines()
    assert heading == "rule\tcategory\tapplicability\tmessage"
    assert {line.count("\t") for line in lines} == {3}


def test_rules_commands() -> None:
    listed = cleanup("rules", "list")
    assert listed.returncode == 0
    shown = cleanup("rules", "show", "no-such-rule")
    assert shown.returncode == 2
    assert "no rule 'no-such-rule'" in shown.stderr
