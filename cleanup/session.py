"""A run of the program: its options, the cleaner made from them, and LanguageTool started and stopped around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cleanup.clean import Cleaner
from cleanup.resources import Resources


@dataclass(frozen=True)
class Options:
    """What a user chose for a run."""

    rule_folders: Sequence[Path] = ()
    source_language: str | None = None
    unsafe: bool = False
    languagetool: bool = True
    languagetool_url: str | None = None


@contextmanager
def open_cleaner(options: Options) -> Iterator[Cleaner]:
    """A cleaner for these options; what it started is stopped at the end."""
    yield Cleaner(Resources(rule_folders=tuple(options.rule_folders)))
