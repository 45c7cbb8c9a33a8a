"""What reviewers decided: one file a batch, which survives running `fix` again on a slightly changed article.

A decision belongs to a change by its fingerprint (`cleanup.findings`), never by its offset. Where the fingerprint is
gone because a word beside the change is another one now, the same text before and after identifies it if at least two
of the words around it are the same.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import takewhile
from pathlib import Path

import msgspec

from cleanup.edits import Applicability, Change, overlaps
from cleanup.errors import UserError
from cleanup.files import write_file
from cleanup.findings import FileFindings, Finding
from cleanup.formats.base import TEXT_FIELD, UTF8
from cleanup.yaml_files import plain_reason

VERSION = 1
CONTEXT = 48  # code points kept on each side of a change, to find it again
_WORD = re.compile(r"\S+")
_ENOUGH = 2  # words around a change that must be the same, where its fingerprint is gone


class DecisionError(UserError):
    """A decisions file that cannot be used; the message names the file, the place and the mend."""


class State(StrEnum):
    """What a reviewer said of a change."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"  # accepted with the reviewer's own text


class Decision(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One change and what was decided.

    `start` and `end` are offsets in the file as it arrived (code points), a hint where to look; `left` and `right` are
    the text on both sides of the change. `text` is the chosen replacement, or the reviewer's own; `when` is ISO 8601
    in UTC.
    """

    fingerprint: str
    rules: list[str]
    original: str
    replacements: list[str]
    applied: bool
    start: int
    end: int
    line: int
    message: str
    category: str
    applicability: Applicability
    confidence: float
    left: str
    right: str
    state: State = State.OPEN
    text: str | None = None
    who: str | None = None
    when: str | None = None
    comment: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the change where its fingerprint is gone: text before, first text after."""
        return self.original, self.replacements[0] if self.replacements else ""

    @property
    def is_decided(self) -> bool:
        """Whether a reviewer said something of it."""
        return self.state is not State.OPEN or self.comment is not None

    @property
    def outcome(self) -> str | None:
        """The text to put in, or None to leave the original: an open change stays as `fix` left it."""
        if self.state is State.EDITED:
            return self.text if self.text is not None else self.original
        if self.state is State.ACCEPTED or (self.state is State.OPEN and self.applied):
            return self.text if self.text is not None else (self.replacements or [self.original])[0]
        return None


class FileDecisions(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The decisions of one file, in its order. `sha256` is that of the file's bytes as they arrived; `text_field` is
    the field that holds the article in a file of rows, `encoding` that of a text file.

    `lost` are decisions whose change is no longer found: kept and listed, never dropped.
    """

    path: str
    sha256: str
    decisions: list[Decision]
    lost: list[Decision] = []
    text_field: str = TEXT_FIELD
    encoding: str = UTF8


class Batch(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A decisions file: `version` is that of its schema (docs/decisions.schema.json)."""

    version: int
    files: list[FileDecisions]

    def file(self, path: str) -> FileDecisions | None:
        """The decisions of that file, if there are any."""
        return next((file for file in self.files if file.path == path), None)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two reviewers said different things of one change."""

    path: str
    left: Decision
    right: Decision


@dataclass(frozen=True)
class Merged:
    """Two batches in one, and where they disagree; there the first one's decision stands."""

    batch: Batch
    conflicts: list[Conflict] = field(default_factory=list)


def open_batch(files: Iterable[FileFindings], earlier: Batch | None = None) -> Batch:
    """A batch for these findings, all open, or as decided in an earlier batch where its changes are met again.

    A file that moved is known by its bytes. Files of the earlier batch that are not among these stay as they were.
    """
    made = [_open_file(file) for file in files]
    if earlier is None:
        return Batch(VERSION, made)
    paths = {file.path for file in made}
    left = {file.path: file for file in earlier.files}
    moved = {file.sha256: file for file in earlier.files if file.path not in paths}
    for index, file in enumerate(made):
        before = left.get(file.path) or moved.pop(file.sha256, None)
        if before is not None:
            left.pop(before.path, None)
            made[index] = _carry(file, before)
    return Batch(VERSION, [*made, *left.values()])


def _open_file(file: FileFindings) -> FileDecisions:
    segments = file.document.segments
    decisions = [_open_decision(finding, segments[finding.segment].text) for finding in file.findings]
    text_field = getattr(file.document, "text_field", TEXT_FIELD)
    encoding = getattr(file.document, "encoding", UTF8)
    return FileDecisions(file.path, sha256_of(file), decisions, text_field=text_field, encoding=encoding)


def _open_decision(finding: Finding, text: str) -> Decision:
    change = finding.change
    return Decision(
        fingerprint=finding.fingerprint,
        rules=list(change.rules),
        original=change.original,
        replacements=list(change.replacements),
        applied=change.applied,
        start=finding.start,
        end=finding.end,
        line=finding.place.line,
        message=" ".join(dict.fromkeys(edit.message for edit in change.edits)),
        category=change.edits[0].category,
        applicability=change.applicability,
        confidence=round(change.confidence, 3),
        left=text[max(0, change.start - CONTEXT) : change.start],
        right=text[change.end : change.end + CONTEXT],
    )


def sha256_of(file: FileFindings) -> str:
    """The SHA-256, in hexadecimal digits, of a file's bytes as they arrived."""
    return hashlib.sha256(file.document.encode([() for _ in file.document.segments])).hexdigest()


def _carry(new: FileDecisions, before: FileDecisions) -> FileDecisions:
    """The new file's decisions with what was decided before; what finds no place is kept as lost."""
    decided = {d.fingerprint: d for d in (*before.lost, *before.decisions) if d.is_decided}
    carried = list(new.decisions)
    waiting = []
    for index, decision in enumerate(carried):
        old = decided.pop(decision.fingerprint, None)
        if old is None:
            waiting.append(index)
        else:
            carried[index] = _decided_as(decision, old)
    pairs = ((agreement(carried[i], old), i, old) for i in waiting for old in decided.values())
    likely = sorted((p for p in pairs if p[0] >= _ENOUGH and carried[p[1]].key == p[2].key), key=lambda p: -p[0])
    for _, index, old in likely:
        if index in waiting and old.fingerprint in decided:
            del decided[old.fingerprint]
            carried[index] = _decided_as(carried[index], old)
            waiting.remove(index)
    return msgspec.structs.replace(new, decisions=carried, lost=list(decided.values()))


def agreement(one: Decision, other: Decision) -> int:
    """How many words around two changes are the same, counted outwards on both sides until one differs."""
    sides = (
        (_WORD.findall(one.left)[::-1], _WORD.findall(other.left)[::-1]),
        (_WORD.findall(one.right), _WORD.findall(other.right)),
    )
    same = (takewhile(lambda pair: pair[0] == pair[1], zip(*side, strict=False)) for side in sides)
    return sum(len(list(words)) for words in same)


def _decided_as(decision: Decision, old: Decision) -> Decision:
    return msgspec.structs.replace(
        decision, state=old.state, text=old.text, who=old.who, when=old.when, comment=old.comment
    )


def decide(
    decision: Decision, state: State, *, text: str | None = None, who: str | None = None, comment: str | None = None
) -> Decision:
    """The decision with a new state, signed and dated now; `comment` None keeps the one there is."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    kept = decision.comment if comment is None else comment
    return msgspec.structs.replace(decision, state=state, text=text, who=who, when=now, comment=kept)


def replace_decision(batch: Batch, path: str, index: int, decision: Decision) -> Batch:
    """The batch with the decision at `index` of that file replaced."""
    files = [
        msgspec.structs.replace(f, decisions=[*f.decisions[:index], decision, *f.decisions[index + 1 :]])
        if f.path == path
        else f
        for f in batch.files
    ]
    return msgspec.structs.replace(batch, files=files)


def save(batch: Batch, path: Path) -> None:
    """Write a decisions file, whole or not at all. Raises UserError where that cannot be done."""
    write_file(path, msgspec.json.format(msgspec.json.encode(batch), indent=1) + b"\n")


def load(path: Path) -> Batch:
    """Read a decisions file. Raises DecisionError."""
    try:
        batch = msgspec.json.decode(path.read_bytes().removeprefix(codecs.BOM_UTF8), type=Batch)
    except OSError as error:
        raise DecisionError(f"{path}: cannot be read: {error.strerror}; check the path") from None
    except msgspec.MsgspecError as error:
        raise DecisionError(
            f"{path}: not a decisions file: {plain_reason(str(error))}; `cleanup review` and review.html write them"
        ) from None
    if batch.version != VERSION:
        raise DecisionError(f"{path}: version {batch.version}, this program reads {VERSION}; use the matching release")
    return batch


def schema() -> bytes:
    """The JSON schema of a decisions file, as in docs/decisions.schema.json."""
    known = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Decisions of a cleanup review"}
    return msgspec.json.format(msgspec.json.encode(known | msgspec.json.schema(Batch)), indent=1) + b"\n"


def merge(left: Batch, right: Batch) -> Merged:
    """Two reviewers' batches in one: where only one decided, that holds; where both did, differently, a conflict."""
    merged = Merged(Batch(VERSION, []))
    paths = dict.fromkeys(file.path for file in (*left.files, *right.files))
    for path in paths:
        first, second = left.file(path), right.file(path)
        if first is None or second is None:
            merged.batch.files.append(first or second)  # type: ignore[arg-type]
            continue
        merged.batch.files.append(_merge_file(first, second, merged.conflicts))
    return merged


def _merge_file(left: FileDecisions, right: FileDecisions, conflicts: list[Conflict]) -> FileDecisions:
    others = {decision.fingerprint: decision for decision in (*right.lost, *right.decisions)}
    decisions = []
    for decision in left.decisions:
        other = others.pop(decision.fingerprint, None)
        if other is not None and State.OPEN not in (decision.state, other.state) and decision.outcome != other.outcome:
            conflicts.append(Conflict(left.path, decision, other))
        decisions.append(decision if other is None else _merge_decision(decision, other))
    lost = {d.fingerprint: d for d in left.lost}
    for stray in others.values():
        if not stray.is_decided:
            continue
        if left.sha256 == right.sha256 and stray in right.decisions and _is_free(stray, decisions):
            decisions.append(stray)
        else:
            lost.setdefault(stray.fingerprint, stray)
    decisions.sort(key=lambda d: (d.start, d.end))
    return msgspec.structs.replace(left, decisions=decisions, lost=list(lost.values()))


def _is_free(decision: Decision, others: Iterable[Decision]) -> bool:
    return not any(overlaps(decision.start, decision.end, other.start, other.end) for other in others)


def _merge_decision(decision: Decision, other: Decision) -> Decision:
    """The first one's decision, or the other's where the first one is open; both their comments."""
    comments = dict.fromkeys(comment for comment in (decision.comment, other.comment) if comment)
    taken = _decided_as(decision, other) if decision.state is State.OPEN else decision
    return msgspec.structs.replace(taken, comment="\n".join(comments) or None)


def chosen(file: FileFindings, decided: FileDecisions) -> list[list[Change]]:
    """The changes to make in a file, one list a segment, as its decisions say.

    Every finding of the file must have its decision, as `open_batch` gives it. An open change stays as `fix` left it.
    """
    by_fingerprint = {decision.fingerprint: decision for decision in decided.decisions}
    made: list[list[Change]] = [[] for _ in file.document.segments]
    for finding in file.findings:
        text = by_fingerprint[finding.fingerprint].outcome
        if text is not None and text != finding.change.original:
            made[finding.segment].append(_with_text(finding.change, text))
    return made


def _with_text(change: Change, text: str) -> Change:
    others: Sequence[str] = tuple(t for t in change.replacements if t != text)
    return Change(change.start, change.end, change.original, (text, *others), True, change.edits)
