"""YAML files read into typed values; what cannot be used is told with the file, the line and the mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar

import msgspec

from cleanup.errors import UserError

if TYPE_CHECKING:
    import yaml

T = TypeVar("T")
_PLAIN = {
    "Object contains unknown field": "unknown key",
    "Object missing required field": "missing:",
    "`array`": "a list",
    "`object`": "a table",
    "`str`": "a string",
    "`str | null`": "a string",
    "`int`": "a number",
    "`float`": "a number",
    "`bool`": "true or false",
}


class Read(NamedTuple):
    """The value of a file as plain types, and where its parts stand."""

    value: Any
    node: Any


def read_yaml(path: Path, error: Callable[[str], UserError]) -> Read | None:
    """A YAML file; None for one without a document. Raises what `error` makes of file, line and reason."""
    import yaml  # slow to load

    loader = _loader()
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=loader)
        return None if node is None else Read(loader("").construct_document(node), node)
    except OSError as problem:
        raise error(f"{path}: cannot be read: {problem.strerror}; check the path") from None
    except (yaml.YAMLError, ValueError) as problem:
        mark = getattr(problem, "problem_mark", None)
        reason = getattr(problem, "problem", None) or str(problem).splitlines()[0]
        raise error(f"{path}:{mark.line + 1 if mark else 1}: not readable as YAML: {reason}") from None


def convert(path: Path, read: Read, kind: type[T], error: Callable[[str], UserError]) -> T:
    """The value as a `kind`. Raises what `error` makes of file, line and reason."""
    try:
        return msgspec.convert(read.value, kind, strict=True)
    except msgspec.ValidationError as problem:
        reason, _, place = str(problem).partition(" - at `$")
        fail(path, read, place.rstrip("`"), plain_reason(reason), error)


def plain_reason(reason: str) -> str:
    """What msgspec says is wrong with a value, in words that need no knowledge of Python."""
    for name, plain in _PLAIN.items():
        reason = reason.replace(name, plain)
    return reason if reason[:2].isupper() else f"{reason[:1].lower()}{reason[1:]}"


def fail(path: Path, read: Read, place: str, reason: str, error: Callable[[str], UserError]) -> NoReturn:
    """Raise for a part of the file, named as msgspec names it: `.entries[3].match`."""
    raise error(f"{path}:{_line_of(read.node, place)}: {reason}")


def _line_of(node: Any, place: str) -> int:
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", place):
        if name and isinstance(node.value, list):
            node = next((value for key, value in node.value if key.value == name), node)
        elif index and isinstance(node.value, list) and int(index) < len(node.value):
            node = node.value[int(index)]
    return int(node.start_mark.line) + 1


def _loader() -> type[yaml.SafeLoader]:
    """The safe loader, in C where there is one; what looks like a date stays text."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, pattern) for tag, pattern in known if not tag.endswith(":timestamp")]
        for first, known in base.yaml_implicit_resolvers.items()
    }
    made: type[yaml.SafeLoader] = type("_Loader", (base,), {"yaml_implicit_resolvers": resolvers})
    return made
