"""Articles with changes made by hand, so that no test depends on what a rule finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cleanup.edits import Applicability, Change, Edit
from cleanup.findings import FileFindings
from cleanup.formats.text import TextDocument

Spot = tuple[str, str, str]  # text before, text after, rule
Found = Callable[..., FileFindings]


def change_at(text: str, spot: Spot, start: int) -> Change:
    """The change of a spot at that offset; rules that begin with `maybe` only suggest, with `look` have no proposal."""
    before, after, rule = spot
    applicability = {"maybe": Applicability.UNSAFE, "look": Applicability.DISPLAY}.get(
        rule.partition("-")[0], Applicability.SAFE
    )
    replacements = () if applicability is Applicability.DISPLAY else (after,)
    edit = Edit(
        *(start, start + len(before), before, replacements, rule, "test"),
        *(applicability, 0.9, f"Because of {rule}.", "test"),
    )
    safe = applicability is Applicability.SAFE
    return Change(edit.start, edit.end, before, replacements, safe, (edit,))


def changes_in(text: str, spots: list[Spot]) -> tuple[Change, ...]:
    """A change for each spot, looked for from left to right."""
    at, made = 0, []
    for spot in spots:
        start = text.index(spot[0], at)
        made.append(change_at(text, spot, start))
        at = start + len(spot[0])
    return tuple(made)


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """Writes an article and gives what was found in it."""

    def write(text: str, spots: list[Spot], name: str = "one.txt") -> FileFindings:
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return FileFindings(str(path), TextDocument(path, text), (changes_in(text, spots),))

    return write
