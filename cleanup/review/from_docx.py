"""Decisions from a Word file: which tracked changes an editor accepted, rejected or left, and what was written instead.

Word leaves no trace of a change that was accepted or rejected but the text, so the text says it: between the changes it
is that of the original, and where a change was, one of its texts stands, or the editor's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import regex

from cleanup.decisions import Batch, Decision, FileDecisions, State, open_batch
from cleanup.edits import Change
from cleanup.findings import FileFindings
from cleanup.formats.base import BREAK, FormatError
from cleanup.formats.docx import decode, reject_own

_LONGEST_OWN = 300  # code points of an editor's own text in place of a change
_PATIENCE = 1.0  # seconds to look for a paragraph


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of the original at `start` of its text, with the numbers of the changes in it."""

    start: int
    text: str
    numbers: tuple[int, ...]


def decisions_from_docx(original: FileFindings, reviewed: bytes) -> FileDecisions:
    """The decisions on what was found in a Word file, from the same file as an editor sent it back.

    A change that is still tracked, a suggestion that was not taken, and what stands in a paragraph that the editor
    rewrote are open. Raises FormatError where `reviewed` is no Word file.
    """
    document = decode(original.document.path, reviewed)
    changes = original.changes[0]
    taken = _outcomes(original.document.segments[0].text, changes, document.text)
    left = _outcomes(original.document.segments[0].text, changes, reject_own(document).text)
    opened: FileDecisions = open_batch([original]).files[0]
    by_place = {(change.start, change.end): number for number, change in enumerate(changes)}
    decided = []
    for decision in opened.decisions:
        number = by_place[decision.start, decision.end]
        decided.append(_decide(decision, taken.get(number), left.get(number)))
    return msgspec.structs.replace(opened, decisions=decided)


def batch_from_docx(original: FileFindings, reviewed: bytes) -> Batch:
    """The same as a batch, to be saved or merged with other reviewers' ones."""
    made = open_batch([original])
    return msgspec.structs.replace(made, files=[decisions_from_docx(original, reviewed)])


def _decide(decision: Decision, taken: str | None, left: str | None) -> Decision:
    """The decision, given what stands in the change's place with open changes made, and with them left out."""
    if taken is None or taken != left:
        return decision
    if taken == decision.original:
        return msgspec.structs.replace(decision, state=State.REJECTED) if decision.applied else decision
    if taken in decision.replacements:
        text = taken if taken != decision.replacements[0] else None
        return msgspec.structs.replace(decision, state=State.ACCEPTED, text=text)
    return msgspec.structs.replace(decision, state=State.EDITED, text=taken)


def _outcomes(original: str, changes: Sequence[Change], reviewed: str) -> dict[int, str]:
    """What stands in the reviewed text in the place of each change, by the change's number."""
    theirs = reviewed.split(BREAK)
    found: dict[int, str] = {}
    for index, paragraph in enumerate(_paragraphs(original, changes)):
        if not paragraph.numbers:
            continue
        near = sorted(range(len(theirs)), key=lambda i, at=index: abs(i - at))  # type: ignore[misc]
        for own in (False, True):
            pattern = _pattern(paragraph, changes, own=own)
            match = next((m for i in near if (m := _fullmatch(pattern, theirs[i]))), None)
            if match is not None:
                found |= dict(zip(paragraph.numbers, match.groups(), strict=True))
                break
    return found


def _paragraphs(text: str, changes: Sequence[Change]) -> Iterator[_Paragraph]:
    start = 0
    for part in text.split(BREAK):
        end = start + len(part)
        numbers = (n for n, change in enumerate(changes) if start <= change.start and change.end <= end)
        yield _Paragraph(start, part, tuple(numbers))
        start = end + len(BREAK)


def _pattern(paragraph: _Paragraph, changes: Sequence[Change], *, own: bool) -> str:
    """A pattern for the paragraph with a group for each change; with `own`, an editor’s own text may stand in it."""
    pieces: list[str] = []
    at = paragraph.start
    for number in paragraph.numbers:
        change = changes[number]
        pieces.append(regex.escape(paragraph.text[at - paragraph.start : change.start - paragraph.start]))
        texts = [regex.escape(text) for text in (*change.replacements, change.original)]
        pieces.append(f"({'|'.join([*texts, *([f'.{{0,{_LONGEST_OWN}}}?'] if own else [])])})")
        at = change.end
    return "".join([*pieces, regex.escape(paragraph.text[at - paragraph.start :])])


def _fullmatch(pattern: str, text: str) -> regex.Match[str] | None:
    try:
        return regex.fullmatch(pattern, text, regex.DOTALL, timeout=_PATIENCE)
    except TimeoutError:
        return None


def read_reviewed(path: Path) -> bytes:
    """The bytes of the file that came back. Raises FormatError where it is no Word file, or cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FormatError(f"{path}: cannot be read: {error.strerror}; check the path") from None
    decode(path, data)
    return data
