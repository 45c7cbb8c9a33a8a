"""Which rules a file is held to, and how severe their findings are: what `select`, `ignore` and `severity` say."""

from __future__ import annotations

import difflib
import fnmatch
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from cleanup.edits import Applicability, Edit

if TYPE_CHECKING:
    from cleanup.rulepack import RuleBook

ALL = "all"
LANGUAGETOOL = "languagetool"
MODEL_RULES = "model"
UNUSED = "unused-suppression"
"""Found by no rule of the packs: a comment that keeps nothing away."""
_LANGUAGETOOL_RULE = re.compile(LANGUAGETOOL + r"/[A-Z0-9_]+")


class Severity(StrEnum):
    """How severe a finding is, most severe first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for note."""
        return list(Severity).index(self)


_USUAL = {
    Applicability.SAFE: Severity.ERROR,
    Applicability.UNSAFE: Severity.WARNING,
    Applicability.DISPLAY: Severity.NOTE,
}


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that are on, by name: a rule's id, its category, the beginning of its id up to a hyphen, or `all`.

    The closer name decides, as in ruff: `ignore = ["fused"]` with `select = ["fused-name-word"]` keeps that one rule;
    where both are as close, the rule is ignored. Patterns of `per_file` are for paths below `root`, or for a file's
    name alone.
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    root: Path = Path()

    def filter_for(self, path: Path) -> Wanted | None:
        """What says whether an edit in the file at `path` is wanted; None where every edit is."""
        ignored = {name for pattern, names in self.per_file if matches(path, pattern, self.root) for name in names}
        if self.select == (ALL,) and not self.ignore and not ignored:
            return None
        return Wanted(self.select, self.ignore, tuple(sorted(ignored)))

    def severity(self, edits: Iterable[Edit]) -> Severity:
        """The severity of a change made of these edits: that of the most severe one."""
        return min((self._severity(edit) for edit in edits), key=lambda severity: severity.rank)

    def _severity(self, edit: Edit) -> Severity:
        chosen = max(self.severities, key=lambda pair: _closeness([pair[0]], edit), default=None)
        if chosen is None or _closeness([chosen[0]], edit) < 0:
            return _USUAL[edit.applicability]
        return chosen[1]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Says of an edit whether its rule is on in one file; equal ones say the same, so the cache can tell them apart."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    ignored_here: tuple[str, ...]

    def __call__(self, edit: Edit) -> bool:
        """Whether the edit is wanted."""
        is_on = _closeness(self.select, edit) > _closeness(self.ignore, edit)
        return is_on and _closeness(self.ignored_here, edit) < 0


def _closeness(names: Iterable[str], edit: Edit) -> int:
    """How close the closest of the names is to the edit's rule; below 0 where none fits."""
    return max((_fit(name, edit) for name in names), default=-1)


def _fit(name: str, edit: Edit) -> int:
    if name == edit.rule:
        return 1000
    if edit.rule.startswith((f"{name}-", f"{name}/")):
        return 2 + len(name)
    if name == edit.category:
        return 1
    return 0 if name == ALL else -1


def matches(path: Path, pattern: str, root: Path) -> bool:
    """Whether a pattern fits a file: its name, its path below `root`, or a folder on the way there."""
    inside = _below(path, root)
    pattern = pattern.removeprefix("./").rstrip("/")
    candidates = [path.name, str(inside), *map(str, inside.parents), *inside.parent.parts]
    return any(fnmatch.fnmatchcase(candidate, pattern) for candidate in candidates if candidate != ".")


def _below(path: Path, root: Path) -> PurePath:
    try:
        return PurePath(path.resolve().relative_to(root.resolve()).as_posix())
    except ValueError:
        return PurePath(path.resolve().as_posix())


def unknown_name(name: str, book: RuleBook) -> str | None:
    """What is wrong with a name that fits no rule, with the nearest that does; None where one fits."""
    rules = book.rules.values()
    groups = {rule.category for rule in rules} | {ALL, LANGUAGETOOL, UNUSED}
    if name in groups or name in book.rules or _LANGUAGETOOL_RULE.fullmatch(name):
        return None
    parts = [rule.split("-") for rule in book.rules]
    beginnings = {"-".join(words[:end]) for words in parts for end in range(1, len(words))}
    if name in beginnings:
        return None
    near = nearest(name, [*book.rules, *groups, *beginnings])
    return f"unknown rule {name!r}; " + (f"did you mean {near!r}?" if near else "`cleanup rules list` prints them all")


def nearest(name: str, known: Sequence[str]) -> str | None:
    """The known name that is most like this one, where one is like it at all."""
    return next(iter(difflib.get_close_matches(name, known, 1, 0.6)), None)
