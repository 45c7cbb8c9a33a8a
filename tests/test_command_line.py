"""What every command shares: help, version, completion, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from cleanup import __version__
from cleanup.cli import app
from tests.program import program

COMMANDS = sorted(getattr(get_command(app), "commands"))  # noqa: B009  typer's groups are not typed


def test_version(tmp_path: Path) -> None:
    done = program("--version", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"cleanup {__version__}\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_shown_for(shell: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cleanup", "--show-completion", shell]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "_CLEANUP_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("cleanup ba", "baseline"),
        ("cleanup explain adjective-a", "adjective-after-noun"),
        ("cleanup check --sele", "--select"),
        ("cleanup check --output-format sa", "sarif"),
    ],
)
def test_completion_knows(typed: str, known: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "_CLEANUP_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(typed.count(" ")),
    }
    command = [sys.executable, "-m", "cleanup"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert known in done.stdout.split()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_refuses_what_it_does_not_know(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "-h"], prog_name="cleanup")
    assert shown.exit_code == 0
    assert f"Usage: cleanup {command}" in shown.stdout
    wrong = CliRunner().invoke(app, [command, "--no-such-option"], prog_name="cleanup")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "--no-such-option" in wrong.stderr


def test_the_help_of_check_tells_of_comments() -> None:
    shown = CliRunner().invoke(app, ["check", "-h"], prog_name="cleanup").stdout
    assert "<!-- cleanup: ignore RULE -->" in shown
    assert "--exclude" in shown


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("check",), ("missing argument", "PATHS", "(cleanup check -h)")),
        (("chek", "a.txt"), ("no such command", "chek", "did you mean", "check", "(cleanup -h)")),
        (("rules", "lst"), ("no such command", "lst", "did you mean", "list", "(cleanup rules -h)")),
        (("check", "--slect", "all", "."), ("no such option", "did you mean", "--select", "(cleanup check -h)")),
        (("check", "--fail-on", "warn", "."), ("--fail-on", "warn", "warning", "(cleanup check -h)")),
    ],
)
def test_what_is_typed_wrong_is_told_in_one_line(
    typed: tuple[str, ...], words: tuple[str, ...], tmp_path: Path
) -> None:
    done = program(*typed, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("cleanup: ")
    assert line.lower().count("did you mean") <= 1
    assert [word for word in words if word not in line] == []


def test_without_a_command_there_is_help(tmp_path: Path) -> None:
    done = program(cwd=tmp_path)
    assert done.returncode == 2
    assert "Exit codes:" in done.stdout + done.stderr
