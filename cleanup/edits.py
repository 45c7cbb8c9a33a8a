"""Edits on the current text of an article, and the changes a reviewer sees in the original.

Offsets are Unicode code points and spans are half-open, everywhere.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
MODEL = "model"
"""The pass, and `source` of the edits, that are the model's own word: of them it is no second witness."""


class Applicability(StrEnum):
    """What may be done with an edit (the terms are ruff's)."""

    SAFE = "safe"  # a careful editor would always make it; `fix` applies it
    UNSAFE = "unsafe"  # likely, needs a look; suggested
    DISPLAY = "display"  # something is wrong here, and the program cannot say what is right

    @property
    def rank(self) -> int:
        """0 for safe, 1 for unsafe, 2 for display: lower wins where edits overlap."""
        return list(Applicability).index(self)


@dataclass(frozen=True, slots=True)
class Edit:
    """One proposal of a pass for `start:end` of the article's current text.

    `replacements` are best first, and empty only for display edits without a candidate. `confidence` is between 0 and
    1; once judged, it is made of `record` (the rule's own) and `delta` (the model's opinion, in nats, where it was
    asked). `protect` asks that no later pass touches what was put in (a name of several words, say). `hearsay` says
    that nothing in the program found it, only a model that rewrites: it is heard where no pass has a candidate, and no
    witness makes it safe.
    """

    start: int
    end: int
    original: str
    replacements: tuple[str, ...]
    rule: str
    category: str
    applicability: Applicability
    confidence: float
    message: str
    source: str
    protect: bool = False
    record: float | None = None
    delta: float | None = None
    hearsay: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.original):
            raise ValueError(f"bad span {self.start}:{self.end} for {self.original!r} ({self.rule})")
        if not self.replacements and self.applicability is not Applicability.DISPLAY:
            raise ValueError(f"only a display edit has no replacement ({self.rule})")


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def minimise(edit: Edit) -> Edit:
    """The same edit without the words, spaces and marks that the original and all replacements share at the ends."""
    texts = [_PIECE.findall(text) for text in (edit.original, *edit.replacements)]
    if len(texts) == 1:
        return edit
    before = min(_common(texts[0], other) for other in texts[1:])
    texts = [pieces[before:] for pieces in texts]
    after = min(_common(texts[0][::-1], other[::-1]) for other in texts[1:])
    kept = [pieces[: len(pieces) - after] for pieces in texts]
    lead = len(edit.original) - len("".join(texts[0]))
    original = "".join(kept[0])
    return replace(
        edit,
        start=edit.start + lead,
        end=edit.start + lead + len(original),
        original=original,
        replacements=tuple("".join(pieces) for pieces in kept[1:]),
    )


def resolve(edits: Iterable[Edit]) -> list[Edit]:
    """Edits that do not overlap, by start: the more certain one wins, then the longer, then the earlier.

    Two edits that insert at the same point overlap; edits that only touch do not.
    """
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.applicability.rank, -e.confidence, e.start - e.end, e.start)):
        if not any(overlaps(edit.start, edit.end, other.start, other.end) for other in kept):
            kept.append(edit)
    return sorted(kept, key=lambda e: (e.start, e.end))


def overlaps(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two half-open spans share a character, or are insertions at or strictly inside each other."""
    if start == end or other_start == other_end:
        return (start, end) == (other_start, other_end) or other_start < start < other_end or start < other_start < end
    return start < other_end and other_start < end


@dataclass(frozen=True, slots=True)
class Change:
    """What a reviewer sees: `start:end` of the original, the text before and after, and the edits that made it.

    `replacements` are best first; an applied change has put in the first. Changes of one article never overlap, so any
    subset of them can be rejected.
    """

    start: int
    end: int
    original: str
    replacements: tuple[str, ...]
    applied: bool
    edits: tuple[Edit, ...]

    @property
    def text(self) -> str:
        """The first replacement, or the original where there is none."""
        return self.replacements[0] if self.replacements else self.original

    @property
    def applicability(self) -> Applicability:
        """Safe where applied unasked, else that of its edits."""
        return min((edit.applicability for edit in self.edits), key=lambda a: a.rank)

    @property
    def confidence(self) -> float:
        """That of the least confident edit among those of its applicability."""
        return min(edit.confidence for edit in self.edits if edit.applicability is self.applicability)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of its edits, in order, each once."""
        return tuple(dict.fromkeys(edit.rule for edit in self.edits))


def accept(original: str, changes: Iterable[Change]) -> str:
    """The original with the given changes made.

    Raises ValueError where two of them overlap, or one does not fit the text.
    """
    pieces: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda c: (c.start, c.end)):
        if change.start < at or original[change.start : change.end] != change.original:
            raise ValueError(f"change at {change.start}:{change.end} does not fit the text")
        pieces += [original[at : change.start], change.text]
        at = change.end
    return "".join([*pieces, original[at:]])
