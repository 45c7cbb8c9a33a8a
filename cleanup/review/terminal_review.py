"""A review under way: where the reviewer stands, what is decided, what can be undone. It knows nothing of a screen.

Every decision is in the decisions file before the next key is read, so a killed process loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import msgspec

from cleanup.decisions import Decision, State, decide, load, open_batch, save
from cleanup.edits import Applicability
from cleanup.errors import UserError
from cleanup.findings import FileFindings, Finding


class Kind(StrEnum):
    """How sure the program is of a change, in a reviewer's words."""

    SAFE = "safe"
    SUGGESTED = "suggested"
    LOOK = "to look at"


KINDS = {
    Applicability.SAFE: Kind.SAFE,
    Applicability.UNSAFE: Kind.SUGGESTED,
    Applicability.DISPLAY: Kind.LOOK,
}


class Spot(NamedTuple):
    """A change: the number of its file, and its own in that file."""

    file: int
    number: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Which changes are visited; None stands for any."""

    rule: str | None = None
    kind: Kind | None = None

    def takes(self, decision: Decision) -> bool:
        """Whether a change is among them."""
        return (self.rule is None or self.rule in decision.rules) and (
            self.kind is None or self.kind is KINDS[decision.applicability]
        )

    def __str__(self) -> str:
        return ", ".join(part for part in (self.rule, self.kind) if part)


@dataclass(frozen=True, slots=True)
class _Step:
    """What a key changed, so that it can be taken back: where the reviewer stood, and the decisions as they were."""

    stood: int
    before: tuple[tuple[Spot, Decision], ...]


class Review:
    """The changes of some articles, and the reviewer's way through them. `current` is a number in `spots`."""

    def __init__(self, files: Sequence[FileFindings], decisions: Path, who: str | None = None) -> None:
        """Take up the decisions file where there is one. Raises UserError where it cannot be used or written."""
        earlier = load(decisions) if decisions.exists() else None
        self.files = tuple(file for file in files if file.findings)
        self.path = decisions
        self.who = who
        self.filter = Filter()
        self.batch = open_batch(self.files, earlier)
        self.spots = tuple(
            Spot(number, index) for number, file in enumerate(self.files) for index in range(len(file.findings))
        )
        self._steps: list[_Step] = []
        self.current = self._where_it_stopped()
        save(self.batch, decisions)
        self._written = _identity(decisions)

    def _where_it_stopped(self) -> int:
        """The first open change behind the latest decision, else the first open one, else the first."""
        dated = [(self.decision(spot).when or "", number) for number, spot in enumerate(self.spots)]
        when, number = max(dated, default=("", 0))
        return self._next_open(number if when else -1) or 0

    # ---- what there is

    @property
    def spot(self) -> Spot:
        """The current change."""
        return self.spots[self.current]

    @property
    def file(self) -> FileFindings:
        """The article of the current change."""
        return self.files[self.spot.file]

    @property
    def finding(self) -> Finding:
        """The current change as it was found."""
        return self.file.findings[self.spot.number]

    def decision(self, spot: Spot | None = None) -> Decision:
        """What is decided of a change; the current one where none is named."""
        spot = spot or self.spot
        return self.batch.files[spot.file].decisions[spot.number]

    def decisions_of(self, file: int) -> Sequence[Decision]:
        """The decisions of an article, in its order."""
        return self.batch.files[file].decisions

    @property
    def is_filtered_out(self) -> bool:
        """Whether no change passes the filter."""
        return not any(self._takes(number) for number in range(len(self.spots)))

    @property
    def decided(self) -> int:
        """How many changes are decided."""
        return sum(not self._is_open(number) for number in range(len(self.spots)))

    @property
    def lost(self) -> int:
        """How many earlier decisions have no place in these articles any more; they stay in the file."""
        return sum(len(file.lost) for file in self.batch.files[: len(self.files)])

    def rules(self) -> dict[str, int]:
        """The rules and how often each has something, most often first."""
        counts: dict[str, int] = {}
        for spot in self.spots:
            for rule in self.decision(spot).rules:
                counts[rule] = counts.get(rule, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def kinds(self) -> dict[Kind, int]:
        """How many changes are safe, suggested, and to look at; without those that there are none of."""
        found = [KINDS[self.decision(spot).applicability] for spot in self.spots]
        return {kind: found.count(kind) for kind in Kind if kind in found}

    # ---- to move

    def move(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) change that passes the filter; False where there is none."""
        numbers = range(self.current + step, len(self.spots) if step > 0 else -1, step)
        return self._go(next((n for n in numbers if self._takes(n)), None))

    def next_open(self) -> bool:
        """Go to the next change that is not decided, from the beginning again if need be."""
        return self._go(self._next_open(self.current))

    def move_file(self, step: int) -> bool:
        """Go to the first change of the next (1) or previous (-1) article that has one that passes the filter."""
        numbers = [n for n in range(len(self.spots)) if self._takes(n)]
        files = [spot.file for spot in self.spots]
        wanted = sorted({files[n] for n in numbers if (files[n] - self.spot.file) * step > 0}, reverse=step < 0)
        return bool(wanted) and self._go(next(n for n in numbers if files[n] == wanted[0]))

    def go_to(self, spot: Spot) -> None:
        """Go to this change."""
        self.current = self.spots.index(spot)

    def search(self, text: str) -> bool:
        """Go to the next change with this text in it, its rule, reason or comment; else beside it."""
        wanted = text.casefold()
        for searched in (_own_text, _surroundings):
            numbers = (
                n for n in self._around(self.current) if wanted in searched(self.decision(self.spots[n])).casefold()
            )
            if self._go(next(numbers, None)):
                return True
        return False

    def set_filter(self, chosen: Filter) -> None:
        """Visit only these changes from now on; goes to the next of them where the current one is not among them."""
        self.filter = chosen
        if not self._takes(self.current):
            self._go(next((n for n in self._around(self.current) if self._takes(n)), None))

    def _go(self, number: int | None) -> bool:
        if number is not None:
            self.current = number
        return number is not None

    def _around(self, number: int) -> Iterable[int]:
        """All changes, from the one behind this to this one."""
        return (*range(number + 1, len(self.spots)), *range(number + 1))

    def _next_open(self, number: int) -> int | None:
        return next((n for n in self._around(number) if self._takes(n) and self._is_open(n)), None)

    def _takes(self, number: int) -> bool:
        return self.filter.takes(self.decision(self.spots[number]))

    def _is_open(self, number: int) -> bool:
        return self.decision(self.spots[number]).state is State.OPEN

    # ---- to decide; each of these raises UserError, and decides nothing, where the file cannot be written

    def accept(self, choice: int = 0) -> bool:
        """Accept the current change with that proposal; False where there is none of that number."""
        proposals = self.decision().replacements
        if choice >= len(proposals):
            return False
        self._set([self._as(self.spot, State.ACCEPTED, proposals[choice] if choice else None)])
        self.next_open()
        return True

    def reject(self) -> None:
        """Leave the original as it is."""
        self._set([self._as(self.spot, State.REJECTED)])
        self.next_open()

    def edit(self, text: str) -> None:
        """Put in the reviewer's own text."""
        self._set([self._as(self.spot, State.EDITED, text)])
        self.next_open()

    def comment(self, text: str) -> None:
        """Keep a comment on the current change; an empty one takes it away."""
        d = self.decision()
        signed = decide(d, d.state, text=d.text, who=self.who)
        self._set([(self.spot, msgspec.structs.replace(signed, comment=text or None))])

    def accept_rule(self) -> int:
        """Accept what is open of the current change's rules in its article; how many changes that were."""
        rules = self.decision().rules
        return self._decide_open(lambda d: d.rules == rules and bool(d.replacements), State.ACCEPTED)

    def accept_rest(self) -> int:
        """Accept what is open in the article and has a proposal; how many changes that were."""
        return self._decide_open(lambda d: bool(d.replacements), State.ACCEPTED)

    def reject_rest(self) -> int:
        """Reject what is open in the article; how many changes that were."""
        return self._decide_open(lambda d: True, State.REJECTED)

    def undo(self) -> bool:
        """Take back the last decision of this sitting, and go back to where it was made; False where there is none."""
        if not self._steps:
            return False
        step = self._steps[-1]
        self._save(step.before)
        self._steps.pop()
        self.current = step.stood
        return True

    def _decide_open(self, wanted: Callable[[Decision], bool], state: State) -> int:
        spots = [spot for spot in self.spots if spot.file == self.spot.file]
        taken = [
            spot
            for spot in spots
            if (d := self.decision(spot)).state is State.OPEN and self.filter.takes(d) and wanted(d)
        ]
        if taken:
            self._set([self._as(spot, state) for spot in taken])
            self.next_open()
        return len(taken)

    def _as(self, spot: Spot, state: State, text: str | None = None) -> tuple[Spot, Decision]:
        return spot, decide(self.decision(spot), state, text=text, who=self.who)

    def _set(self, made: Sequence[tuple[Spot, Decision]]) -> None:
        before = tuple((spot, self.decision(spot)) for spot, _ in made)
        self._save(made)
        self._steps.append(_Step(self.current, before))

    def _save(self, made: Iterable[tuple[Spot, Decision]]) -> None:
        lists: dict[int, list[Decision]] = {}
        for spot, decision in made:
            lists.setdefault(spot.file, list(self.decisions_of(spot.file)))[spot.number] = decision
        files = list(self.batch.files)
        for number, decisions in lists.items():
            files[number] = msgspec.structs.replace(files[number], decisions=decisions)
        batch = msgspec.structs.replace(self.batch, files=files)
        if _identity(self.path) not in (None, self._written):
            raise UserError(f"{self.path}: another program has written it; leave with q, and review again to go on")
        save(batch, self.path)
        self._written = _identity(self.path)
        self.batch = batch


def _identity(path: Path) -> tuple[int, int, int] | None:
    """Something that another program's writing changes; None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _own_text(d: Decision) -> str:
    return "\n".join((d.original, *d.replacements, d.text or "", *d.rules, d.message, d.comment or ""))


def _surroundings(d: Decision) -> str:
    return f"{d.left}{d.original}{d.right}"
