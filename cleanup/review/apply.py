"""The final text of each article from a decisions file: the originals are read again, the changes placed, and made.

Where an article is not the one that was reviewed (its SHA-256 differs), a change is looked for by its text and the
words around it. What is not found is listed and not made.
"""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import NamedTuple

import msgspec

from cleanup.decisions import (
    CONTEXT,
    Batch,
    Conflict,
    Decision,
    DecisionError,
    FileDecisions,
    Merged,
    State,
    agreement,
    load,
    merge,
    save,
)
from cleanup.edits import Change, Edit, overlaps
from cleanup.findings import FileFindings
from cleanup.formats import Document, Segment, decode
from cleanup.inputs import Input
from cleanup.outputs import Writer
from cleanup.reports.levels import flat

MERGED = "merged-decisions.json"
_ENOUGH = 2  # words around a change that must be the same in an article that is not the reviewed one


class _Where(NamedTuple):
    """A span in a segment of a document."""

    segment: int
    start: int
    end: int


@dataclass(frozen=True)
class Applied:
    """An article with its decisions made; `lost` are those that have no place in it."""

    file: FileFindings
    changed: bool  # the article is not the one that was reviewed
    lost: tuple[Decision, ...]


def load_merged(paths: Sequence[Path]) -> Merged:
    """Several reviewers' files in one, and where they disagree. Raises DecisionError."""
    first, *rest = [load(path) for path in paths]
    conflicts: list[Conflict] = []

    def join(left: Batch, right: Batch) -> Batch:
        merged = merge(left, right)
        conflicts.extend(merged.conflicts)
        return merged.batch

    return Merged(reduce(join, rest, first), conflicts)


def apply_decisions(paths: Sequence[Path], folder: Path, base: Path | None = None) -> list[str]:
    """Write the final text of every article of the decisions files into `folder`; the lines that a person must read.

    The articles are read where the decisions say, or below `base`. With several decisions files the merged one is
    written too. Raises UserError, before anything is written, for what cannot be read or would be overwritten.
    """
    merged = load_merged(paths)
    items = inputs(merged.batch, base)
    target = folder / MERGED
    if len(paths) > 1 and target.resolve() in [path.resolve() for path in paths]:
        raise DecisionError(f"{target}: the merged decisions would overwrite it; choose another folder")
    writer = Writer(items, folder, in_place=False, final=True)
    done = [apply_file(item.path, file) for item, file in zip(items, merged.batch.files, strict=True)]
    for item, applied in zip(items, done, strict=True):
        writer.write(item, applied.file)
    writer.write_report([applied.file for applied in done])
    if len(paths) > 1:
        save(merged.batch, target)
    return [*_conflict_lines(merged), *(line for applied in done for line in _lost_lines(applied))]


def inputs(batch: Batch, base: Path | None = None) -> list[Input]:
    """The articles of a batch: where to read each, and its path below the folder that holds them all."""
    absolute = [os.path.abspath(file.path) for file in batch.files]
    common = os.path.commonpath([os.path.dirname(path) for path in absolute]) if absolute else ""
    names = [Path(os.path.relpath(path, common)) for path in absolute]
    return [
        Input(Path(file.path) if base is None else base / name, name)
        for file, name in zip(batch.files, names, strict=True)
    ]


def apply_file(path: Path, file: FileDecisions) -> Applied:
    """One article with its decisions made. Raises DecisionError, FormatError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DecisionError(
            f"{path}: cannot be read: {error.strerror}; name the folder of the articles with --base"
        ) from None
    document = decode(path, data, file.text_field, file.encoding)
    changed = hashlib.sha256(data).hexdigest() != file.sha256
    made: list[list[Change]] = [[] for _ in document.segments]
    lost = list(file.lost)
    moved = 0  # how far the changes met so far have moved
    for decision in file.decisions:
        where = _near(document, decision, moved, made) if changed else _exact(document, decision)
        if where is None or not _is_free(where, made):
            lost.append(decision)
            continue
        moved = document.segments[where.segment].to_file(where.start) - decision.start
        made[where.segment].append(_change(decision, where))
    findings = FileFindings(str(path), document, tuple(tuple(sorted(c, key=lambda c: c.start)) for c in made))
    return Applied(findings, changed, tuple(d for d in lost if d.is_decided or d.applied))


def _exact(document: Document, decision: Decision) -> _Where | None:
    """The place that the decision names, if its text stands there."""
    for index, segment in enumerate(document.segments):
        start = _offset(segment, decision.start)
        if start is not None and segment.text.startswith(decision.original, start):
            return _Where(index, start, start + len(decision.original))
    return None


def _offset(segment: Segment, offset: int) -> int | None:
    """The offset in the segment's text of one in the file."""
    if segment.offsets is None:
        inside = offset - segment.start
        return inside if 0 <= inside <= len(segment.text) else None
    found = bisect_left(segment.offsets, offset)
    return found if found < len(segment.offsets) and segment.offsets[found] == offset else None


def _is_free(where: _Where, made: Sequence[Sequence[Change]]) -> bool:
    return not any(overlaps(where.start, where.end, other.start, other.end) for other in made[where.segment])


def _near(document: Document, decision: Decision, moved: int, made: Sequence[Sequence[Change]]) -> _Where | None:
    """The place of the same text in the same surroundings; of several, the nearest to where it is expected."""
    found = []
    for where in _occurrences(document, decision.original):
        segment = document.segments[where.segment]
        left, right = segment.text[max(0, where.start - CONTEXT) : where.start], segment.text[where.end :][:CONTEXT]
        same = agreement(decision, msgspec.structs.replace(decision, left=left, right=right))
        if same >= _ENOUGH and _is_free(where, made):
            found.append((same, -abs(segment.to_file(where.start) - decision.start - moved), where))
    return max(found)[2] if found else None


def _occurrences(document: Document, text: str) -> Iterator[_Where]:
    for index, segment in enumerate(document.segments):
        at = segment.text.find(text)
        while at >= 0:
            yield _Where(index, at, at + len(text))
            at = segment.text.find(text, at + 1)


def _change(decision: Decision, where: _Where) -> Change:
    """The change that a decision makes there; one that is not made keeps its proposals."""
    text = decision.outcome
    replacements = tuple(decision.replacements)
    if text is not None:
        replacements = (text, *(other for other in replacements if other != text))
    edits = tuple(
        Edit(
            *(where.start, where.end, decision.original, replacements, rule, decision.category),
            *(decision.applicability, decision.confidence, decision.message, "review"),
        )
        for rule in decision.rules
    )
    is_made = text is not None and text != decision.original
    return Change(where.start, where.end, decision.original, replacements, is_made, edits)


def _conflict_lines(merged: Merged) -> Iterator[str]:
    for path, left, right in ((c.path, c.left, c.right) for c in merged.conflicts):
        yield f"{path}:{left.line}: {_said(left)}, but {_said(right)}; the first holds"


def _said(decision: Decision) -> str:
    text = f" as “{flat(decision.outcome or '')}”" if decision.state is State.EDITED else ""
    return f"{decision.who or 'one reviewer'} {decision.state.value} {_what(decision)}{text}"


def _lost_lines(applied: Applied) -> Iterator[str]:
    for decision in applied.lost:
        yield (
            f"{applied.file.path}:{decision.line}: not made: {decision.state.value} {_what(decision)}: "
            "its text is not there any more"
        )


def _what(decision: Decision) -> str:
    after = decision.text if decision.text is not None else (decision.replacements or [""])[0]
    return f"“{flat(decision.original)}” → “{flat(after)}”"
