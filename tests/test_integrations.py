"""The hook, the action and the template as their hosts would run them, in scratch repositories."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GARBLED = "In Romajust before the vote, the authorities Italian said that the France she had agreed.\n"
CLEAN = "The committee met on Tuesday and agreed on a budget for the coming year.\n"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder for PATH with the program as an installation would put it there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "cleanup"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cleanup "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path, program: Path) -> Path:
    """A repository whose hook runs what .pre-commit-hooks.yaml says on the staged files, as pre-commit does."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    folder = tmp_path / "newsroom"
    folder.mkdir()
    run("git", "init", "-q", cwd=folder)
    command = shlex.join([*shlex.split(hook["entry"]), *hook["args"]])
    script = f'#!/bin/sh\nPATH="{program}:$PATH"\ngit diff --cached --name-only -z | xargs -0 {command}\n'
    path = folder / ".git" / "hooks" / "pre-commit"
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)
    return folder


def commit(repository: Path, text: str) -> subprocess.CompletedProcess[str]:
    (repository / "article.txt").write_text(text, encoding="utf-8")
    run("git", "add", "article.txt", cwd=repository)
    identity = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    return run("git", *identity, "commit", "-q", "-m", "An article", cwd=repository)


def test_a_repository_with_the_hook_refuses_a_garbled_article_and_takes_a_clean_one(repository: Path) -> None:
    refused = commit(repository, GARBLED)
    assert refused.returncode != 0
    assert "article.txt:1:" in refused.stdout + refused.stderr
    assert (repository / "article.txt").read_text(encoding="utf-8") == GARBLED
    taken = commit(repository, CLEAN)
    assert taken.returncode == 0, taken.stderr
    assert run("git", "log", "--format=%s", cwd=repository).stdout == "An article\n"


def action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_the_action_checks_its_inputs(tmp_path: Path, program: Path) -> None:
    step = action()["runs"]["steps"][-1]
    articles = tmp_path / "two words"
    articles.mkdir()
    (articles / "article.txt").write_text(GARBLED, encoding="utf-8")
    inputs = {"INPUT_PATHS": "two words\n", "INPUT_ARGS": "--fail-on\nerror", "INPUT_LANGUAGETOOL": "false"}
    assert set(inputs) < set(step["env"])
    given = {**inputs, "CLEANUP": str(program / "cleanup"), "GITHUB_ACTION_PATH": str(ROOT)}
    done = run("bash", "-c", step["run"], cwd=tmp_path, **given)
    assert done.returncode == 1, done.stderr
    assert "::error file=two words/article.txt,line=1" in done.stdout
    (articles / "article.txt").write_text(CLEAN, encoding="utf-8")
    assert run("bash", "-c", step["run"], cwd=tmp_path, **given).returncode == 0


def test_no_input_of_the_action_becomes_part_of_a_script() -> None:
    for step in action()["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_every_option_of_hook_and_template_exists(repository: Path, program: Path) -> None:
    template = yaml.safe_load((ROOT / "integrations" / "gitlab.yml").read_text(encoding="utf-8"))
    script = template["cleanup"]["script"][-1]
    (repository / "article.txt").write_text(CLEAN, encoding="utf-8")
    done = run("sh", "-c", script, cwd=repository, PATH=f"{program}:{os.environ['PATH']}", **template["variables"])
    assert done.returncode == 0, done.stderr
    assert (repository / "gl-code-quality.json").read_text(encoding="utf-8").strip() == "[]"
