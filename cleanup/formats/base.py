"""What every format reads into: segments of plain text that know where they lie in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from cleanup.article import Span
from cleanup.edits import Change
from cleanup.errors import UserError

BREAK = "\n\n"  # between the paragraphs of a text that was read from marked-up ones
Splice = tuple[int, int, str]  # `start:end` of a file's text, and what stands there instead
UTF8 = "utf-8"
TEXT_FIELD = "text"  # which field of a row holds the article, where the user says nothing


class FormatError(UserError):
    """A file that cannot be read as an article; the message names the file, the place and the mend."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One article's text in a file (a whole text file, a row of a table).

    `protected` spans are in offsets of `text`. `offsets`, where the text is not simply a slice of the file, gives the
    file's offset for every code point of `text` and for its end, and `ends` where each of them ends; else the text
    begins at `start` of the file.
    `label` names the place for people where a line number does not (a row's identifier, say).
    """

    text: str
    start: int = 0
    protected: tuple[Span, ...] = ()
    offsets: tuple[int, ...] | None = None
    label: str = ""
    ends: tuple[int, ...] | None = None

    def to_file(self, offset: int) -> int:
        """The offset in the file's text, in code points, of an offset in this segment's text."""
        return self.start + offset if self.offsets is None else self.offsets[offset]

    def span_in_file(self, start: int, end: int) -> tuple[int, int]:
        """Where `start:end` of this segment's text begins and ends in the file's text, without marks around it."""
        if start == end or self.ends is None:
            return self.to_file(start), self.to_file(end)
        return self.to_file(start), self.ends[end - 1]


class Document(Protocol):
    """A file that was read, and can be written back with changes."""

    @property
    def path(self) -> Path:
        """Where it was read."""
        ...

    @property
    def text(self) -> str:
        """The file's text, in which reported offsets count."""
        ...

    @property
    def segments(self) -> Sequence[Segment]:
        """The articles in it, in order."""
        ...

    def encode(self, changes: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with these changes made, a sequence for each segment."""
        ...


@runtime_checkable
class SplicedDocument(Document, Protocol):
    """A file that is written back by replacing parts of its text."""

    def splices(self, changes: Sequence[Sequence[Change]]) -> list[Splice]:
        """The replacements that make these changes, a sequence for each segment: in order, and none overlaps."""
        ...


@runtime_checkable
class ReviewDocument(Document, Protocol):
    """A file of a format in which a reviewer sees changes as changes, and suggestions beside them."""

    def encode_for_review(self, changes: Sequence[Sequence[Change]], suggestions: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with these changes and suggestions shown, a sequence for each segment."""
        ...
