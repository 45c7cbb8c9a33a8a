"""The direction of imports, as docs/architecture.md says: passes know neither each other nor a front end."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "cleanup"
# Room → what it must not import.
FORBIDDEN = {
    "passes": (
        "cleanup.cli",
        "cleanup.reports",
        "cleanup.review",
        "cleanup.formats",
        "cleanup.batch",
        "cleanup.cleaner",
    ),
    "lexicon": ("cleanup.passes", "cleanup.cli", "cleanup.reports", "cleanup.article", "cleanup.resources"),
    "grammar": ("cleanup.passes", "cleanup.cli", "cleanup.reports", "cleanup.review"),
    "rewriting": ("cleanup.passes", "cleanup.cli", "cleanup.reports", "cleanup.review"),
    "neural": ("cleanup.passes", "cleanup.cli", "cleanup.reports", "cleanup.review"),
    "formats": ("cleanup.passes", "cleanup.cli", "cleanup.reports", "cleanup.review", "cleanup.cleaner"),
    "reports": ("cleanup.passes", "cleanup.cli", "cleanup.cleaner"),
    "review": ("cleanup.passes", "cleanup.cli"),
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("room", sorted(FORBIDDEN))
def test_rooms_import_in_one_direction(room: str) -> None:
    wrong = [
        f"{path.name} imports {name}"
        for path in (ROOT / room).rglob("*.py")
        for name in imports(path)
        if name.startswith(FORBIDDEN[room])
    ]
    assert wrong == []


def test_passes_do_not_know_each_other() -> None:
    modules = {path.stem: path for path in (ROOT / "passes").glob("*.py") if path.stem != "__init__"}
    wrong = [
        f"{stem} imports {name}"
        for stem, path in modules.items()
        for name in imports(path)
        if name.startswith("cleanup.passes.")
        and not name.removeprefix("cleanup.passes.").startswith(stem.split("_")[0])
    ]
    assert wrong == []
