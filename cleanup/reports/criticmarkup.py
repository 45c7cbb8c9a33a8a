"""CriticMarkup: the article with every change marked in it, for editors of Markdown that show such marks.

Accepting all marks gives what `fix` writes, rejecting all gives the article as it arrived. A suggestion is highlighted,
with the proposal in its comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleanup.errors import UserError
from cleanup.findings import FileFindings, Finding, line_starts, place_of
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
    pieces: list[str] = []
    at = 0
    for finding in file.findings:
        pieces += [text[at : finding.start], *_marks(finding, text[finding.start : finding.end])]
        at = finding.end
    return "".join([*pieces, text[at:]])


def _marks(finding: Finding, before: str) -> Iterator[str]:
    change = finding.change
    reason = f"{message(finding)} ({', '.join(change.rules)})"
    if change.applied:
        yield from (f"{{--{part}--}}" for part in _parts(before, "--}"))
        yield from (f"{{++{part}++}}" for part in _parts(change.text, "++}"))
    else:
        yield from (f"{{=={part}==}}" for part in _parts(before, "==}"))
        proposals = " / ".join(flat(text) for text in change.replacements)
        reason = f"suggested: {proposals or 'nothing to propose'}; {reason}"
    yield f"{{>>{reason.replace('<<}', '<< }')}<<}}"


def _parts(text: str, end: str) -> list[str]:
    """The text cut inside every `end`, so that no part of it ends its mark too soon."""
    cut = end[:-1]
    return [part for part in text.replace(end, f"{cut}\0}}").split("\0") if part]
