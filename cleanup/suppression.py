"""Comments in Markdown and HTML that keep a rule from a place, and what to say of those that keep nothing.

    <!-- cleanup: ignore RULE -->           the paragraph that follows
    <!-- cleanup: ignore-start RULE -->     from here …
    <!-- cleanup: ignore-end RULE -->       … to here, or to the end of the file
    <!-- cleanup: ignore-file RULE -->      the whole file

RULE is what `--ignore` takes: a rule's name, its category, the beginning of its name, `all`; several with commas.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cleanup.edits import Applicability, Change
from cleanup.formats.base import BREAK, Document, Segment
from cleanup.rulepack import Rule
from cleanup.selection import UNUSED, Selection

RULE = Rule(
    id=UNUSED,
    category="suppression",
    message="The comment on line {line} ignores “{name}”, which finds nothing there; remove it.",
    why=(
        "A comment that keeps nothing away hides what comes to stand there later. It is told only where every rule "
        "that the comment may mean was asked."
    ),
    applicability=Applicability.DISPLAY,
    confidence=1.0,
    code="suppression",
    folder="suppression",
)
_SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".xhtml"})
_COMMENT = re.compile(r"<!--\s*cleanup:\s*ignore(?P<kind>-start|-end|-file)?(?P<names>(?:[\s,]+[\w/-]+?)*)\s*-->")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One rule that a comment keeps from `start:end` of the article's text; `line` is the comment's, in the file."""

    name: str
    start: int
    end: int
    line: int

    def fits(self, change: Change) -> bool:
        """Whether the comment keeps this change away: it is in its reach, and an edit of the rule is part of it."""
        wanted = Selection(select=(self.name,)).filter_for(Path())
        reached = self.start <= change.start and change.end <= self.end
        return reached and any(wanted is None or wanted(edit) for edit in change.edits)


def suppress(
    document: Document, changes: Sequence[Sequence[Change]], ran: Callable[[str], bool] = lambda _: True
) -> tuple[tuple[Change, ...], ...]:
    """The changes that no comment of the file keeps away, and a note for each comment that keeps nothing away.

    `ran` says of a name in a comment whether its rules were asked at all; if not, nothing is said of the comment.
    """
    if document.path.suffix.lower() not in _SUFFIXES or "cleanup:" not in document.text:
        return tuple(tuple(each) for each in changes)
    segment, found = document.segments[0], changes[0]
    comments = list(_suppressions(document.text, segment))
    kept = [change for change in found if not any(comment.fits(change) for comment in comments)]
    vain = [c for c in comments if ran(c.name) and not any(c.fits(change) for change in found)]
    notes = [_note(comment) for comment in vain]
    return (tuple(sorted([*kept, *notes], key=lambda change: (change.start, change.end))),)


def _suppressions(text: str, segment: Segment) -> Iterator[Suppression]:
    """What the comments of a file suppress."""
    size = len(segment.text)
    open_ones: dict[str, tuple[int, int]] = {}
    for comment in _COMMENT.finditer(text):
        line = text.count("\n", 0, comment.start()) + 1
        at = _index(segment, comment.end())
        for name in re.findall(r"[\w/-]+", comment["names"]):
            if comment["kind"] == "-file":
                yield Suppression(name, 0, size, line)
            elif comment["kind"] == "-start":
                open_ones.setdefault(name, (at, line))
            elif comment["kind"] == "-end":
                if name in open_ones:
                    start, line = open_ones.pop(name)
                    yield Suppression(name, start, at, line)
            else:
                end = segment.text.find(BREAK, at)
                yield Suppression(name, at, size if end < 0 else end, line)
    yield from (Suppression(name, start, size, line) for name, (start, line) in open_ones.items())


def _index(segment: Segment, offset: int) -> int:
    """The first code point of the article that stands behind `offset` of the file."""
    at = bisect_left(segment.offsets or (), offset)
    while segment.text.startswith("\n", at):  # the end of the paragraph before has no place of its own
        at += 1
    return min(at, len(segment.text))


def _note(comment: Suppression) -> Change:
    edit = RULE.edit("", 0, 0, (), line=str(comment.line), name=comment.name)
    edit = replace(edit, start=comment.start, end=comment.start)
    return Change(comment.start, comment.start, "", (), False, (edit,))
