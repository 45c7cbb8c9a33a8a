"""CriticMarkup: the article with every change marked in it, for editors of Markdown that show such marks.

Accepting all marks gives what `fix` writes, rejecting all gives the article as it arrived. A suggestion is highlighted,
with the proposal in its comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleanup.errors import UserError
from cleanup.findings import FileFindings, Finding, line_starts, place_of
from cleanup.formats.base import Splice, SplicedDocument
from cleanup.formats.running import splice
from cleanup.reports.levels import flat, message

_MARK = re.compile(r"\{(?:\+\+|--|~~|==|>>)")


def marked(file: FileFindings) -> str:
    """The file's text with its changes as CriticMarkup.

    Raises UserError where the article contains CriticMarkup already, which has no way to quote its own marks.
    """
    text = file.document.text
    present = _MARK.search(text)
    if present:
        line = place_of(line_starts(text), present.start()).line
        raise UserError(
            f"{file.path}:{line}: the article contains CriticMarkup already; settle its marks first, or use --unified"
        )
    splices = _splices(file)
    marks = [_Mark(start, end, _replaced(text[start:end], new)) for start, end, new in splices]
    for finding, following in pairwise((*file.findings, None)):
        assert finding is not None
        if not finding.change.applied and not any(s < finding.end and finding.start < e for s, e, _ in splices):
            shown = "".join(f"{{=={part}==}}" for part in _parts(text[finding.start : finding.end], "==}"))
            marks.append(_Mark(finding.start, finding.end, shown))
        at = _end(file, finding, following, splices)
        marks.append(_Mark(at, at, _comment(finding), is_comment=True))
    return splice(text, [(mark.start, mark.end, mark.text) for mark in sorted(marks, key=_Mark.order)])


class _Mark(NamedTuple):
    """What stands in the place of `start:end` of the file's text."""

    start: int
    end: int
    text: str
    is_comment: bool = False

    def order(self) -> tuple[int, bool, bool]:
        """Of marks at one place: what is put in there, comments, and what goes on behind the place."""
        return self.start, self.is_comment or self.start < self.end, not self.is_comment


def _splices(file: FileFindings) -> list[Splice]:
    """The replacements in the file's text that `fix` makes, those joined that touch."""
    document = file.document
    if isinstance(document, SplicedDocument):
        made = document.splices(file.applied)
    else:
        made = [
            (segment.to_file(change.start), segment.to_file(change.end), change.text)
            for segment, changes in zip(document.segments, file.applied, strict=True)
            for change in changes
        ]
    joined: list[Splice] = []
    for start, end, new in made:
        if joined and joined[-1][1] == start:
            start, new = joined[-1][0], joined.pop()[2] + new
        joined.append((start, end, new))
    return joined


def _end(file: FileFindings, finding: Finding, following: Finding | None, splices: Sequence[Splice]) -> int:
    """Where a finding is commented on: behind all that it replaces, which marks of the file may part."""
    own = [end for start, end, _ in splices if start < finding.end and finding.start < end]
    if not finding.change.applied:
        return max([finding.end, *own])
    first, last = _gaps(file, finding)
    stop = following.start if following is not None else len(file.document.text)
    if stop > finding.end:
        last = min(last, stop - 1)
    beside = [(start, end) for start, end, _ in splices if end <= stop]
    own += [end for start, end in beside if finding.end <= start <= last]
    if finding.start == finding.end and not own:
        # New text before a mark: the finding is where it ends.
        return max([end for _, end in beside if first <= end <= finding.start] or [finding.end])
    return max([finding.end, *own])


def _gaps(file: FileFindings, finding: Finding) -> tuple[int, int]:
    """Where the code point before a finding ends in the file, and where the one behind it begins."""
    segment, change = file.document.segments[finding.segment], finding.change
    before, behind = segment.text[: change.start].rstrip("\r\n"), segment.text[change.end :]
    line_ends = len(behind) - len(behind.lstrip("\r\n"))
    return segment.span_in_file(0, len(before))[1], segment.to_file(change.end + line_ends)


def _replaced(before: str, after: str) -> str:
    removed = "".join(f"{{--{part}--}}" for part in _parts(before, "--}"))
    return removed + "".join(f"{{++{part}++}}" for part in _parts(after, "++}"))


def _comment(finding: Finding) -> str:
    reason = f"{message(finding)} ({', '.join(finding.change.rules)})"
    if not finding.change.applied:
        proposals = " / ".join(flat(text) for text in finding.change.replacements)
        reason = f"suggested: {proposals or 'nothing to propose'}; {reason}"
    return f"{{>>{reason.replace('<<}', '<< }')}<<}}"


def _parts(text: str, end: str) -> list[str]:
    """The text cut inside every `end`, so that no part of it ends its mark too soon."""
    cut = end[:-1]
    return [part for part in text.replace(end, f"{cut}\0}}").split("\0") if part]
