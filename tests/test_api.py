"""The public Python interface."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import cleanup


def test_clean_corrects_and_explains() -> None:
    text = "In Romajust before the vote, the authorities Italian spoke."
    result = cleanup.clean(text)
    assert "Italian authorities" in result.text
    assert all(change.edits[0].message for change in result.changes)
    applied = [change for change in result.changes if change.applied]
    assert cleanup.accept(text, applied) == result.text
    assert cleanup.accept(text, []) == text


def test_glossaries_are_used(tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.yaml"
    glossary.write_text("terms:\n  - {form: Zwingburg, target: Swinborough}\n", encoding="utf-8")
    text = "The mayor of Zwingburg said that the road stays closed."
    assert "Swinborough" in cleanup.clean(text, glossaries=[glossary]).text
    assert cleanup.clean(text).text == text


def test_what_a_caller_can_mend_is_a_user_error(tmp_path: Path) -> None:
    with pytest.raises(cleanup.UserError, match="'xx' is not known; give one of it, es"):
        cleanup.clean("A text.", source_language="xx")
    with pytest.raises(cleanup.UserError, match="no such file or folder"):
        cleanup.clean("A text.", rules=[tmp_path / "none"])


@pytest.mark.parametrize("name", cleanup.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(cleanup, name) is not None


def test_unknown_names_are_attribute_errors() -> None:
    with pytest.raises(AttributeError, match="no attribute 'cleen'"):
        cleanup.cleen  # noqa: B018


def test_importing_loads_nothing_else() -> None:
    code = "import cleanup, sys; print([m for m in sys.modules if m.startswith('cleanup.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
