"""What reviewers decided: one file a batch, which survives running `fix` again on a slightly changed article.

A decision belongs to a change by its fingerprint (`cleanup.findings`), never by its offset. Where the fingerprint is
gone because a word beside the change moved, the same text before and after in the same file still identifies it, if
only one open change there is like that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from cleanup.edits import Change
from cleanup.errors import UserError
from cleanup.files import write_file
from cleanup.findings import FileFindings, Finding

VERSION = 1


class DecisionError(UserError):
    """A decisions file that cannot be used; the message names the file, the place and the mend."""


class State(StrEnum):
    """What a reviewer said of a change."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"  # accepted with the reviewer's own text


class Decision(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One change and what was decided. `start` and `end` are offsets in the file as it arrived, for people and tools;
    `text` is the chosen replacement, or the reviewer's own; `when` is ISO 8601 in UTC.
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
    def outcome(self) -> str | None:
        """The text to put in, or None to leave the original: an open change stays as `fix` left it."""
        if self.state is State.EDITED:
            return self.text if self.text is not None else self.original
        if self.state is State.ACCEPTED or (self.state is State.OPEN and self.applied):
            return self.text if self.text is not None else (self.replacements or [self.original])[0]
        return None


class FileDecisions(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The decisions of one file, in its order. `sha256` is that of the file's bytes as they arrived.

    `lost` are decisions whose change is no longer found: kept and listed, never dropped.
    """

    path: str
    sha256: str
    decisions: list[Decision]
    lost: list[Decision] = []


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
    """A batch for these findings, all open, or as decided in an earlier batch where its changes are met again."""
    made = []
    for file in files:
        before = earlier.file(file.path) if earlier else None
        made.append(_carry(_open_file(file), before) if before else _open_file(file))
    return Batch(VERSION, made)


def _open_file(file: FileFindings) -> FileDecisions:
    decisions = [_open_decision(finding) for finding in file.findings]
    return FileDecisions(file.path, sha256_of(file), decisions)


def _open_decision(finding: Finding) -> Decision:
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
        message="; ".join(dict.fromkeys(edit.message for edit in change.edits)),
    )


def sha256_of(file: FileFindings) -> str:
    """The SHA-256, in hexadecimal digits, of a file's bytes as they arrived."""
    return hashlib.sha256(file.document.encode([() for _ in file.document.segments])).hexdigest()


def _carry(new: FileDecisions, before: FileDecisions) -> FileDecisions:
    """The new file's decisions with what was decided before; what finds no place is kept as lost."""
    decided = [d for d in (*before.decisions, *before.lost) if d.state is not State.OPEN or d.comment]
    by_fingerprint = {d.fingerprint: d for d in decided}
    used: set[str] = set()
    carried: list[Decision] = []
    for decision in new.decisions:
        old = by_fingerprint.get(decision.fingerprint)
        if old is not None:
            used.add(old.fingerprint)
        carried.append(decision if old is None else _decided_as(decision, old))
    left = [d for d in decided if d.fingerprint not in used]
    for index, decision in enumerate(carried):
        alike = [d for d in left if d.key == decision.key]
        rivals = [d for d in carried if d.key == decision.key and d.state is State.OPEN]
        if decision.state is State.OPEN and len(alike) == 1 and len(rivals) == 1:
            carried[index] = _decided_as(decision, alike[0])
            left.remove(alike[0])
    return FileDecisions(new.path, new.sha256, carried, left)


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
        batch = msgspec.json.decode(path.read_bytes(), type=Batch)
    except OSError as error:
        raise DecisionError(f"{path}: cannot be read: {error.strerror}; check the path") from None
    except msgspec.MsgspecError as error:
        raise DecisionError(
            f"{path}: not a decisions file: {error}; `cleanup review` and review.html write them"
        ) from None
    if batch.version != VERSION:
        raise DecisionError(f"{path}: version {batch.version}, this program reads {VERSION}; use the matching release")
    return batch


def schema() -> bytes:
    """The JSON schema of a decisions file."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Batch)), indent=1) + b"\n"


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
    others = {decision.fingerprint: decision for decision in (*right.decisions, *right.lost)}
    decisions = []
    for decision in left.decisions:
        other = others.pop(decision.fingerprint, None)
        if other is not None and State.OPEN not in (decision.state, other.state) and decision.outcome != other.outcome:
            conflicts.append(Conflict(left.path, decision, other))
        decisions.append(_decided_as(decision, other) if other and decision.state is State.OPEN else decision)
    known = {d.fingerprint for d in left.lost}
    strays = [d for d in others.values() if d.state is not State.OPEN and d.fingerprint not in known]
    return FileDecisions(left.path, left.sha256, decisions, [*left.lost, *strays])


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
