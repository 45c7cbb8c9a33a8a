"""What `fix` makes of each sample, as it lies in output/: every change of behaviour shows as a diff.

After a wanted change: `cleanup fix input -o output`, read the diff, and commit it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cleanup.cleaner import Cleaner

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path.name for path in (ROOT / "input").glob("*.txt"))


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the main command writes: rules, LanguageTool and model."""
    folder = tmp_path_factory.mktemp("samples") / "output"
    command = [sys.executable, "-m", "cleanup", "fix", "input", "-o", str(folder), "--no-cache", "--quiet"]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder


@pytest.mark.languagetool
@pytest.mark.parametrize("name", SAMPLES)
def test_fix_makes_of_a_sample_what_lies_in_output(fixed: Path, name: str) -> None:
    for file in (name, f"{name}.diff"):
        assert (fixed / file).read_text(encoding="utf-8") == (ROOT / "output" / file).read_text(encoding="utf-8")


@pytest.mark.languagetool
def test_the_report_has_the_same_changes(fixed: Path) -> None:
    keys = ("start", "end", "original", "replacements", "rule", "applicability", "applied")
    made, kept = (
        [[{key: edit[key] for key in keys} for edit in file["edits"]] for file in json.loads(path.read_text())["files"]]
        for path in (fixed / "report.json", ROOT / "output" / "report.json")
    )
    assert made == kept


@pytest.mark.parametrize("name", SAMPLES)
def test_corrected_samples_are_left_alone(cleaner: Cleaner, name: str) -> None:
    text = (ROOT / "output" / name).read_text(encoding="utf-8")
    assert cleaner.clean(text).text == text


def test_there_are_samples_of_four_languages_and_of_some_length() -> None:
    assert {name[:2] for name in SAMPLES} >= {"it", "es", "fr", "de"}
    for name in SAMPLES:
        assert len((ROOT / "input" / name).read_text(encoding="utf-8").split()) >= 250
