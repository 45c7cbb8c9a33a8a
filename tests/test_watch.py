"""`check --watch` in a process of its own, while an article changes under it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

pytest.importorskip("watchfiles")

GARBLED = "The authorities Italian met on Tuesday in the town hall.\n"
CLEAN = "The committee met on Tuesday and agreed on a budget for the coming year.\n"


class Watching:
    """The running program, and the lines that it prints."""

    def __init__(self, folder: Path, cache: Path) -> None:
        command = [sys.executable, "-m", "cleanup", "check", str(folder), "--watch", "--no-languagetool"]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "CLEANUP_CACHE_DIR": str(cache), "PYTHONUNBUFFERED": "1"},
        )
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def line_with(self, words: str) -> str:
        """The next line that holds these words; queue.Empty where none comes in time."""
        while words not in (line := self._lines.get(timeout=60)):
            pass
        return line


@pytest.fixture
def watching(request: pytest.FixtureRequest, tmp_path: Path, own_cache: Path) -> Iterator[Watching]:
    """The folder with an article in it is watched, or what the test names as parameter."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "article.txt").write_text(GARBLED, encoding="utf-8")
    watching = Watching(tmp_path / getattr(request, "param", "in"), own_cache)
    yield watching
    watching.process.kill()
    watching.process.wait()


@pytest.mark.parametrize("watching", ["in/article.txt"], indirect=True)
def test_a_file_is_watched_on_when_an_editor_puts_a_new_one_in_its_place(watching: Watching, tmp_path: Path) -> None:
    watching.line_with("article.txt:1:5: ")
    time.sleep(1)  # until it is being watched
    for line in (2, 3):
        (tmp_path / "in" / "other.txt").write_text("A line.\n" * (line - 1) + GARBLED, encoding="utf-8")
        (tmp_path / "in" / "other.txt").replace(tmp_path / "in" / "article.txt")
        assert watching.line_with("changed: ").endswith("changed: article.txt\n")
        watching.line_with(f"article.txt:{line}:5: ")


def test_watch_checks_again_and_ends_on_interrupt(watching: Watching, tmp_path: Path) -> None:
    watching.line_with("article.txt:1:5: ")
    time.sleep(1)  # until the folder is being watched
    (tmp_path / "in" / "article.txt").write_text("A line.\n" + GARBLED, encoding="utf-8")
    assert "article.txt" in watching.line_with("changed: ")
    watching.line_with("article.txt:2:5: ")
    (tmp_path / "in" / "new.txt").write_bytes(b"\xff\xff broken")
    assert "not UTF-8" in watching.line_with("new.txt:1: ")
    (tmp_path / "in" / "new.txt").write_text(CLEAN + GARBLED, encoding="utf-8")
    watching.line_with("new.txt:2:5: ")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(20) in (0, 130)


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("-", "standard input cannot be watched; give files or folders"),
        ("none", "no such file or folder; check the path"),
    ],
)
def test_what_cannot_be_watched(path: str, problem: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cleanup", "check", path, "--watch", "--no-languagetool"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, input=CLEAN, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, f"cleanup: {path}: {problem}\n")
