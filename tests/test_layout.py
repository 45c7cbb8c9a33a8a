"""The direction of imports, as docs/architecture.md says: modules import from below only, passes not each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "cleanup"
# From the bottom to the top: a module imports from lower lines only, or from its own package.
# Imports for type checkers only are no dependence at run time and are not counted.
LAYERS = [
    "__init__ errors streams",
    "edits files compiled ignored word_places",
    "pattern_store yaml_files plugins lexicon",
    "article pattern anchors glossary",
    "rulepack syntax neural grammar protect formats",
    "selection resources",
    "suppression findings evidence spelling folder_patterns rewriting pipeline",
    "baseline changed_lines decisions coreference origin confidence composed damage witness",
    "reading",
    "reports verifier passes",
    "config cleaner rulecheck cache progress workers",
    "session inputs",
    "batch cli_options",
    "outputs news watch",
    "review editor api",
    "lsp",
    "cli",
    "__main__",
]
LEVEL = {room: level for level, layer in enumerate(LAYERS) for room in layer.split()}
MODULES = sorted(ROOT.rglob("*.py"))


def room_of(module: str) -> str:
    """The part of the program that a module belongs to: the first name behind `cleanup`."""
    return module.split(".")[1] if "." in module else "__init__"


def name_of(path: Path) -> str:
    return ".".join(("cleanup", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    """Modules of ours that a module imports at run time, at its head or where they are needed."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and ast.unparse(branch.test) == "TYPE_CHECKING"
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("cleanup"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cleanup"):
            inside = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if is_module(name) else str(node.module) for name in inside)


def is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split(".")[1:])
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def test_every_module_has_its_layer() -> None:
    assert {room_of(name_of(path)) for path in MODULES} == set(LEVEL)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_come_from_below(path: Path) -> None:
    room = room_of(name_of(path))
    others = {name for name in imports(path) if room_of(name) != room}
    assert {name for name in others if LEVEL[room_of(name)] >= LEVEL[room]} == set()


def test_passes_do_not_know_each_other() -> None:
    modules = {name_of(path): path for path in (ROOT / "passes").rglob("*.py")}
    wrong = [
        f"{module} imports {name}"
        for module, path in modules.items()
        for name in imports(path)
        if module != "cleanup.passes"
        and name.startswith("cleanup.passes.")
        and name.split(".")[2] != module.split(".")[2]
    ]
    assert wrong == []
