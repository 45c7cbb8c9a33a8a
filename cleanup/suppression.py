"""Comments in Markdown and HTML that keep a rule from a place, and what to say of those that do nothing.

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

from cleanup.edits import Applicability, Change, Edit
from cleanup.formats.base import BREAK, Document, Segment
from cleanup.rulepack import Rule
from cleanup.selection import UNUSED, Selection, nearest

_IN_VAIN = "ignores “{name}”, which finds nothing there; remove it"
RULE = Rule(
    id=UNUSED,
    category="suppression",
    message=f"The comment on line {{line}} {_IN_VAIN}.",
    why=(
        "A comment that keeps nothing away hides what comes to stand there later. It is told only where every rule "
        "that the comment may mean was asked. A comment that is misspelt, or names no rule, does nothing at all."
    ),
    applicability=Applicability.DISPLAY,
    confidence=1.0,
    code="suppression",
    folder="suppression",
)
_SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".xhtml"})
_COMMENT = re.compile(r"<!--\s*cleanup:(?P<said>.*?)-->", re.DOTALL)
_ORDER = re.compile(r"\s*ignore(?P<kind>-start|-end|-file)?(?P<names>(?:[\s,]+[\w/-]+)*)[\s,]*")
_ORDERS = ("ignore", "ignore-start", "ignore-end", "ignore-file")
_NAME = re.compile(r"[\w/-]+")


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
    document: Document,
    changes: Sequence[Sequence[Change]],
    ran: Callable[[str], bool] = lambda _: True,
    wanted: Callable[[Edit], bool] | None = None,
) -> tuple[tuple[Change, ...], ...]:
    """The changes that no comment of the file keeps away, and a note for each comment that keeps nothing away.

    `ran` says of a name in a comment whether its rules were asked at all; if not, nothing is said of the comment.
    `wanted` says of the edit of a note on a comment that cannot be understood whether it is told; None: always.
    """
    if document.path.suffix.lower() not in _SUFFIXES or "cleanup:" not in document.text:
        return tuple(tuple(each) for each in changes)
    segment, found = document.segments[0], changes[0]
    comments = list(_suppressions(document.text, segment))
    kept = [change for change in found if not any(comment.fits(change) for comment in comments)]
    vain = [c for c in comments if ran(c.name) and not any(c.fits(change) for change in found)]
    notes = [_note(comment.start, comment.line, _IN_VAIN.format(name=comment.name)) for comment in vain]
    notes += [note for note in _faults(document.text, segment) if wanted is None or all(map(wanted, note.edits))]
    return (tuple(sorted([*kept, *notes], key=lambda change: (change.start, change.end))),)


def _suppressions(text: str, segment: Segment) -> Iterator[Suppression]:
    """What the comments of a file suppress."""
    size = len(segment.text)
    open_ones: dict[str, tuple[int, int]] = {}
    for comment in _COMMENT.finditer(text):
        order = _ORDER.fullmatch(comment["said"])
        line = _line(text, comment)
        at = _index(segment, comment.end())
        if order is None:  # said in a note of its own
            continue
        for name in _NAME.findall(order["names"]):
            if order["kind"] == "-file":
                yield Suppression(name, 0, size, line)
            elif order["kind"] == "-start":
                open_ones.setdefault(name, (at, line))
            elif order["kind"] == "-end":
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


def _line(text: str, comment: re.Match[str]) -> int:
    return text.count("\n", 0, comment.start()) + 1


def _faults(text: str, segment: Segment) -> Iterator[Change]:
    """A note for each comment that does nothing because of how it is written."""
    begun: set[str] = set()
    for comment in _COMMENT.finditer(text):
        reason = _fault(comment["said"], begun)
        if reason:
            yield _note(_index(segment, comment.end()), _line(text, comment), reason)


def _fault(said: str, begun: set[str]) -> str | None:
    """What is wrong with the words of a comment; `begun` are the names that ignore-start named, kept up to date."""
    order = _ORDER.fullmatch(said)
    if order is None:
        return _misspelt(said)
    names = _NAME.findall(order["names"])
    if not names:
        return f"names no rule; name those that it is to ignore, or write “{said.strip(', ')} all”"
    if order["kind"] == "-start":
        begun.update(names)
    if order["kind"] == "-end":
        strange = next((name for name in names if name not in begun), None)
        begun.difference_update(names)
        if strange is not None:
            return f"ends “{strange}”, which no ignore-start before it names; remove it"
    return None


def _misspelt(said: str) -> str:
    word, _, rest = said.strip().partition(" ")
    if word in _ORDERS:
        return f"says “{' '.join(rest.split())}” behind “{word}”; write names of rules, with commas between them"
    near = nearest(word.lower(), _ORDERS)
    hint = f"did you mean “{near}”?" if near else f"known are {', '.join(_ORDERS)}"
    return f"says “{word}”, which cleanup does not know; {hint}"


def _note(at: int, line: int, reason: str) -> Change:
    edit = RULE.edit("", 0, 0, ())
    message = f"The comment on line {line} {reason}".removesuffix(".")
    edit = replace(edit, start=at, end=at, message=message if message.endswith("?") else f"{message}.")
    return Change(at, at, "", (), False, (edit,))
