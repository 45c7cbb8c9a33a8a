"""`fix`, `apply`, `learn` and `diff` as a user types them, with a rule of the user's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cleanup.decisions import Batch, State, decide, load, open_batch, replace_decision, save
from tests.review.conftest import Found, Spot

Write = Callable[..., Path]
RULE = """
id: foo-bar
category: spelling
message: "A zfoo should be bar."
why: A rule for a test.
applicability: safe
match: 'zfoo'
replace: 'zbar'
examples:
  - {bad: A zfoo here., good: A zbar here.}
  - {bad: Two zfoo there., good: Two zbar there.}
  - {good: None here.}
  - {good: None there.}
"""
ARTICLE = """---
title: zfoo
---

One `zfoo` and one zfoo, two [zfoo](https://example.org/zfoo).\r\n
Three zfoo.
"""
SPOTS: list[Spot] = [("Mosca", "Moscow", "exonym"), ("Roma", "Rome", "maybe-exonym")]


def cleanup(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, without LanguageTool."""
    command = [sys.executable, "-m", "cleanup", *map(str, arguments)]
    if arguments[0] in ("fix", "diff"):
        command.append("--no-languagetool")
    environment = {**os.environ, "COLUMNS": "200"}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
    )


def batch_in(page: Path) -> Batch:
    """The decisions as the page holds them."""
    text = page.read_text(encoding="utf-8").partition('id="batch">')[2].partition("</script>")[0]
    data = json.loads(text)
    files = [{k: file[k] for k in ("path", "sha256", "decisions") if k in file} for file in data["files"]]
    page.with_name("open.json").write_text(json.dumps({"version": data["version"], "files": files}), encoding="utf-8")
    return load(page.with_name("open.json"))


def test_fix_review_apply(article: Write, tmp_path: Path) -> None:
    path = article(ARTICLE, "one.md")
    rule = tmp_path / "rules" / "foo.yaml"
    rule.parent.mkdir()
    rule.write_text(RULE, encoding="utf-8")
    out = tmp_path / "out"
    assert cleanup("fix", path, "-o", out, "--rules", rule.parent).returncode == 0
    batch = batch_in(out / "review.html")
    assert [d.rules for d in batch.files[0].decisions] == [["foo-bar"]] * 3
    batch = replace_decision(batch, str(path), 0, decide(batch.files[0].decisions[0], State.REJECTED, who="ada"))
    save(batch, out / "decisions.json")
    done = cleanup("apply", out / "decisions.json", "-o", tmp_path / "final")
    assert (done.returncode, done.stderr) == (0, "")
    final = (tmp_path / "final" / "one.md").read_bytes().decode()
    assert final == ARTICLE.replace("[zfoo]", "[zbar]").replace("Three zfoo", "Three zbar")
    assert path.read_bytes().decode() == ARTICLE
    again = cleanup("fix", path, "-o", out, "--rules", rule.parent)
    assert again.returncode == 0
    assert batch_in(out / "review.html") == batch
    again = cleanup("fix", path, "-o", tmp_path / "final")
    assert again.returncode == 2
    assert again.stderr.startswith(f"cleanup: {tmp_path}/final: holds what reviewers decided; give another folder")
    assert (tmp_path / "final" / "one.md").read_bytes().decode() == final
    assert cleanup("apply", out / "decisions.json", "-o", tmp_path / "final").returncode == 0


def test_apply_exits_with_1_when_reviewers_disagree(found: Found, tmp_path: Path) -> None:
    file = found("Saw Mosca and Roma.\n", SPOTS)
    batch = open_batch([file])
    for name, state in (("ada", State.ACCEPTED), ("bob", State.REJECTED)):
        decision = decide(batch.files[0].decisions[1], state, who=name)
        save(replace_decision(batch, file.path, 1, decision), tmp_path / f"{name}.json")
    done = cleanup("apply", tmp_path / "ada.json", tmp_path / "bob.json", "-o", tmp_path / "final")
    assert done.returncode == 1
    assert done.stderr.startswith(f"cleanup: {file.path}:1: ada accepted “Roma” → “Rome”, but bob rejected")
    assert (tmp_path / "final" / "one.txt").read_text(encoding="utf-8") == "Saw Moscow and Rome.\n"


def test_apply_of_no_decisions_file_is_one_line(tmp_path: Path) -> None:
    done = cleanup("apply", tmp_path / "none.json", "-o", tmp_path / "final")
    assert done.returncode == 2
    assert done.stderr == f"cleanup: {tmp_path}/none.json: cannot be read: No such file or directory; check the path\n"
    assert not (tmp_path / "final").exists()


def test_learn_only_writes_where_nobody_can_be_asked(found: Found, tmp_path: Path) -> None:
    file = found("Saw Mosca. " * 3, SPOTS[:1] * 3)
    batch = open_batch([file])
    for index, decision in enumerate(batch.files[0].decisions):
        batch = replace_decision(batch, file.path, index, decide(decision, State.ACCEPTED))
    save(batch, tmp_path / "d.json")
    done = cleanup("learn", tmp_path / "d.json", "-g", tmp_path / "glossary.yaml")
    assert done.returncode == 0
    assert "form: Mosca\n  target: Moscow\n  agreed: 3\n" in done.stdout
    assert not (tmp_path / "glossary.yaml").exists()


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--side-by-side", "Three zbar."),
        ("--criticmarkup", "Three {--zfoo--}{++zbar++}"),
        ("--unified", "+Three zbar."),
    ],
)
def test_diff_styles(article: Write, tmp_path: Path, option: str, words: str) -> None:
    rule = tmp_path / "foo.yaml"
    rule.write_text(RULE, encoding="utf-8")
    done = cleanup("diff", article(ARTICLE, "one.md"), "--rules", rule, option)
    assert done.returncode == 0
    assert words in done.stdout
