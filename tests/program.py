"""The program as a process of its own, for tests of what a user types."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# A rule pack of the tests' own, so that they do not depend on what the bundled rules repair.
PACK = """\
id: {id}
category: {category}
message: “{word}” is no word.
why: The tests say so.
applicability: {applicability}
match: '\\b{word}\\b'
replace: '{better}'
examples:
  - {{bad: A {word} here., good: A {better} here.}}
  - {{bad: The {word}., good: The {better}.}}
  - {{good: Nothing here.}}
  - {{good: Nothing there.}}
"""


def write_pack(folder: Path) -> Path:
    """Three rules: blarg → table (safe), flurb → chair (safe), snarf → lamp (a suggestion)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, category, word, better, applicability in (
        ("test-table", "lexis", "blarg", "table", "safe"),
        ("test-chair", "lexis", "flurb", "chair", "safe"),
        ("own-lamp", "spelling", "snarf", "lamp", "unsafe"),
    ):
        text = PACK.format(id=name, category=category, word=word, better=better, applicability=applicability)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def program(*arguments: object, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run `cleanup` in a folder."""
    command = [sys.executable, "-m", "cleanup", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    return subprocess.run(
        command, cwd=cwd, env=environment, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False
    )
