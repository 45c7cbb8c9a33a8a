"""Plugins as another distribution brings them: the example in tests/example_plugin, installed beside the program."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent / "example_plugin"


@pytest.fixture
def site(tmp_path: Path, own_cache: Path) -> Path:
    """A folder for PYTHONPATH with the example as pip would install it."""
    folder = tmp_path / "site"
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = folder / "cleanup_example_plugin-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: cleanup-example-plugin\nVersion: 1.0\n", "utf-8")
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in points.items())
        for group, points in project["entry-points"].items()
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    module = EXAMPLE / "cleanup_example.py"
    (folder / module.name).write_text(module.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.fixture
def dispatch(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "dispatch.wire"
    path.parent.mkdir()
    path.write_text("0017 colour\nA colour was chosen.\n", encoding="utf-8")
    return path


def cleanup(site: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "CLEANUP_CACHE_DIR": str(site.parent / "cache")}
    command = [sys.executable, "-m", "cleanup", *map(str, arguments), "--no-languagetool"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def test_pass_and_format(site: Path, dispatch: Path, tmp_path: Path) -> None:
    done = cleanup(site, "check", dispatch.parent)
    assert done.returncode == 1, done.stderr
    assert f"{dispatch}:2:3: error example-colour: " in done.stdout
    assert cleanup(site, "fix", dispatch, "-o", tmp_path / "out").returncode == 0
    assert (tmp_path / "out" / dispatch.name).read_text(encoding="utf-8") == "0017 colour\nA color was chosen.\n"


def test_report(site: Path, dispatch: Path) -> None:
    assert cleanup(site, "check", dispatch, "--output-format", "count").stdout == f"{dispatch}\t1\n"


def test_the_cache_knows_that_a_plugin_has_gone(site: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("A colour was chosen.\n", encoding="utf-8")
    assert cleanup(site, "check", article).returncode == 1
    assert cleanup(site, "check", article).returncode == 1
    (site / "cleanup_example_plugin-1.0.dist-info" / "entry_points.txt").unlink()
    (site / "cleanup_example_plugin-1.0.dist-info").rename(site / "gone")
    assert cleanup(site, "check", article).returncode == 0


def test_a_broken_plugin_is_one_line(site: Path, dispatch: Path) -> None:
    (site / "cleanup_example.py").write_text("import no_such_module\n", encoding="utf-8")
    done = cleanup(site, "check", dispatch)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "cleanup-example-plugin 1.0) cannot be loaded: ModuleNotFoundError" in line


def test_without_plugins_their_suffix_is_unknown(tmp_path: Path, dispatch: Path) -> None:
    done = cleanup(tmp_path, "check", dispatch)
    assert done.returncode == 2
    assert "no reader for .wire files" in done.stderr
