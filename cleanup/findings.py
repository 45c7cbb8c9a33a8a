"""What the program found in one file: the changes of each segment, placed in the file, with their fingerprints."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from cleanup.edits import Change
from cleanup.formats.base import Document, ReviewDocument, Segment
from cleanup.selection import Selection, Severity

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"[\r\n]")


class Place(NamedTuple):
    """Line and column in a file, both from 1; columns count code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A change at `start:end` of the file's text (code points, half-open).

    The fingerprint survives moved lines: it is made of the rules, the text before and after, and two words on each
    side; the same change met again in the same surroundings gets a number behind it.
    """

    change: Change
    segment: int
    start: int
    end: int
    place: Place
    end_place: Place
    fingerprint: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be done, and the line for people that says why; the line begins with the path."""

    path: str
    reason: str

    @property
    def line(self) -> int:
        """The line of the file where it went wrong; 1 where none is known."""
        place = re.match(r"(\d+): ", self._behind_path)
        return int(place[1]) if place else 1

    @property
    def message(self) -> str:
        """The reason without path and line."""
        return re.sub(r"^(\d+:)? ", "", self._behind_path)

    @property
    def _behind_path(self) -> str:
        return self.reason.removeprefix(f"{self.path}:")


@dataclass(frozen=True)
class FileFindings:
    """A file that was read, and what was found in it, in order.

    `selection` says how severe each finding is; `left_out` are fingerprints that a report is not to show.
    """

    path: str
    document: Document
    changes: tuple[tuple[Change, ...], ...]
    selection: Selection = field(default_factory=Selection)
    left_out: frozenset[str] = frozenset()

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All changes of all segments, placed in the file."""
        return tuple(finding for finding in self._findings() if finding.fingerprint not in self.left_out)

    def only(self, wanted: Callable[[Finding], bool]) -> FileFindings:
        """The same file with the findings that are wanted; its changes, and so `encode`, stay as they are."""
        unwanted = {finding.fingerprint for finding in self.findings if not wanted(finding)}
        return replace(self, left_out=self.left_out | unwanted)

    def _findings(self) -> Iterator[Finding]:
        lines = line_starts(self.document.text)
        met: Counter[str] = Counter()
        for index, (segment, changes) in enumerate(zip(self.document.segments, self.changes, strict=True)):
            for change in changes:
                start, end = segment.span_in_file(change.start, change.end)
                fingerprint = fingerprint_of(segment, change)
                met[fingerprint] += 1
                if met[fingerprint] > 1:
                    fingerprint = f"{fingerprint}-{met[fingerprint]}"
                places = place_of(lines, start), place_of(lines, end)
                severity = self.selection.severity(change.edits)
                yield Finding(change, index, start, end, *places, fingerprint, severity)

    @property
    def applied(self) -> list[list[Change]]:
        """The applied changes of each segment."""
        return [[change for change in changes if change.applied] for changes in self.changes]

    @property
    def corrected_text(self) -> str:
        """The file's text with the applied changes made."""
        from cleanup.formats import decode_again

        return decode_again(self.document, self.encode()).text

    def encode(self, accepted: Sequence[Sequence[Change]] | None = None) -> bytes:
        """The file's bytes with the applied changes made, or with those given (one sequence a segment)."""
        if accepted is not None:
            return self.document.encode(accepted)
        chosen = self.applied
        if isinstance(self.document, ReviewDocument):
            # What reviewers have decided (its source is "review") is no suggestion any more.
            open_ones = [
                [c for c in changes if not c.applied and any(edit.source != "review" for edit in c.edits)]
                for changes in self.changes
            ]
            return self.document.encode_for_review(chosen, open_ones)
        return self.document.encode(chosen)


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of a text begin; CR LF, LF and CR end one."""
    return [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]


def place_of(lines: Sequence[int], offset: int) -> Place:
    """Line and column of an offset, given the starts of the lines."""
    line = bisect_right(lines, offset)
    return Place(line, offset - lines[line - 1] + 1)


def fingerprint_of(segment: Segment, change: Change) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of rules, text before and after, and two words on each side.

    Only words of the same line count, so that a paragraph put in before or behind changes nothing.
    """
    left = _WORD.findall(_LINE_END.split(segment.text[max(0, change.start - 80) : change.start])[-1])[-2:]
    right = _WORD.findall(_LINE_END.split(segment.text[change.end : change.end + 80])[0])[:2]
    parts = (",".join(sorted(change.rules)), change.original, change.text, " ".join(left), " ".join(right))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
