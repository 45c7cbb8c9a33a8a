"""Compiled patterns, kept from run to run in the user's cache folder.

Compiling a pattern takes `regex` a hundred times longer than making it from the code it was compiled to, which is what
a pattern pickles to. A run keeps what it had to compile; the code of another version of `regex` is not looked at.
"""

from __future__ import annotations

import copyreg
import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec
import regex

from cleanup.compiled import SHIPPED, cache_folder, keep

_LARGEST = 16 * 1024 * 1024  # bytes; the packs' patterns take two million, edited ones leave their old code behind
_reduced = copyreg.dispatch_table[regex.Pattern]  # how a pattern is pickled: what makes it, and of what
_make: Any = _reduced(regex.compile(""))[0]
# Pattern, flags, code, groups by name and number, named lists by name and number, and the text that must be there.
_Parts = tuple[
    str,
    int,
    bytes | list[int],
    dict[str, int],
    dict[int, str],
    dict[str, frozenset[str]],
    list[frozenset[str]],
    int,
    tuple[int, ...],
    int,
    int,
]


class PatternStore:
    """The patterns of one file, by a key, and of the one that is `shipped`; `save` writes those that were added."""

    def __init__(self, path: Path, shipped: Path | None = None) -> None:
        self._path = path
        self._shipped = shipped
        self._added: dict[str, msgspec.Raw] = {}

    def get(self, key: str) -> regex.Pattern[str] | None:
        """The pattern kept under a key; None where there is none, or none that can be used."""
        raw = self._known.get(key)
        if raw is None:
            return None
        with suppress(msgspec.MsgspecError, ValueError, TypeError, RuntimeError):
            pattern: regex.Pattern[str] = _make(*msgspec.msgpack.decode(raw, type=_Parts))
            return pattern
        return None

    def put(self, key: str, pattern: regex.Pattern[str]) -> None:
        """Keep a pattern under a key."""
        with suppress(msgspec.MsgspecError, TypeError):
            self._added[key] = msgspec.Raw(msgspec.msgpack.encode(_reduced(pattern)[1]))

    def save(self) -> None:
        """Write what was added, beside what other runs have written meanwhile."""
        if not self._added:
            return
        known = _read(self._path)
        if sum(map(len, known.values())) > _LARGEST:
            known = {}
        keep(self._path, "patterns", msgspec.msgpack.encode(known | self._added))
        self._added = {}

    @cached_property
    def _known(self) -> Mapping[str, msgspec.Raw]:
        return (_read(self._shipped) if self._shipped else {}) | _read(self._path)


def _read(path: Path) -> dict[str, msgspec.Raw]:
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
    return {}


@cache
def pattern_store() -> PatternStore:
    """The user's patterns, for the version of `regex` that runs."""
    name = f"patterns-{regex.__version__}.msgpack"
    return PatternStore(cache_folder() / name, SHIPPED / name)


def key_of(text: str, flags: int, named: Mapping[str, Iterable[str]]) -> str:
    """The key of a pattern: its text, its flags and the words of its named lists."""
    digest = hashlib.sha256(f"{int(flags)}\0{text}".encode())
    for name in sorted(named):
        digest.update("\0".join(["", name, *sorted(named[name])]).encode())
    return digest.hexdigest()[:24]
