"""Diffs: of bytes, for `patch` and `git apply`, and by words, for people at a terminal."""

from __future__ import annotations

import difflib
import hashlib
import os
import re
import zlib
from base64 import b85encode
from collections.abc import Iterator, Sequence
from string import ascii_lowercase, ascii_uppercase

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cleanup.edits import Applicability, Change
from cleanup.findings import FileFindings, Finding
from cleanup.reports.counts import counted
from cleanup.reports.levels import LINE_END, plain
from cleanup.reports.words import FLAG, IN, OUT, kept, styled, word_parts, words

_SPECIAL = re.compile(r"[\x00-\x1f\x7f\"\\]")
_LETTERS = (ascii_uppercase + ascii_lowercase).encode()
_PACKED = len(_LETTERS)  # bytes in a line of a binary patch
_CONTEXT = 60  # code points on each side of a change
_MARKS = {Applicability.SAFE: "safe", Applicability.UNSAFE: "suggested", Applicability.DISPLAY: "look"}


def patch(path: str, file: FileFindings) -> bytes:
    """What `fix` changes in a file, for `git apply`, and for `patch -p1` where the file is of bytes that it takes.

    The diff is one of bytes, so that a byte order mark and any encoding stay what they are; files that hold null bytes
    (Word, UTF-16) get git's binary patch. Empty where nothing changes. Raises FormatError where the changes cannot be
    written.
    """
    before, after = file.document.encode([() for _ in file.document.segments]), file.encode()
    return _binary_patch(path, before, after) if b"\0" in before else unified(path, before, after)


def unified(path: str, before: bytes, after: bytes) -> bytes:
    """A unified diff that `patch -p1` and `git apply` take; empty where nothing changed."""
    old, new = (_in_header(f"{side}/{path}") for side in "ab")
    lines = difflib.diff_bytes(difflib.unified_diff, _lines(before), _lines(after), old, new)
    return b"".join(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes) -> list[bytes]:
    """Lines with their ends; only LF ends a line for `patch`."""
    return re.findall(rb"[^\n]*\n|[^\n]+", data)


def _in_header(name: str) -> bytes:
    """A path as git writes it in the head of a diff: a tab ends one with spaces, quotes go around what is special."""
    written = _quoted(name)
    return os.fsencode(f"{name}\t" if " " in name and written == name else written)


def _quoted(name: str) -> str:
    inside = _SPECIAL.sub(lambda m: f"\\{m[0]}" if m[0] in '\\"' else f"\\{ord(m[0]):03o}", name)
    return name if inside == name else f'"{inside}"'


def _binary_patch(path: str, before: bytes, after: bytes) -> bytes:
    """The patch of `git diff --binary`, both versions whole."""
    if before == after:
        return b""
    names = " ".join(_quoted(f"{side}/{path}") for side in "ab")
    head = f"diff --git {names}\nindex {_object_name(before)}..{_object_name(after)} 100644\nGIT binary patch\n"
    return os.fsencode(head) + _literal(after) + _literal(before)


def _object_name(data: bytes) -> str:
    """What git calls a file of these bytes."""
    return hashlib.sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()


def _literal(data: bytes) -> bytes:
    """A version of a file in a binary patch: lines of up to 52 bytes, packed, behind a letter for their number."""
    packed = zlib.compress(data)
    parts = (packed[at : at + _PACKED] for at in range(0, len(packed), _PACKED))
    lines = (_LETTERS[len(part) - 1 : len(part)] + b85encode(part, pad=True) + b"\n" for part in parts)
    return b"literal %d\n" % len(data) + b"".join(lines) + b"\n"


def terminal(file: FileFindings, *, colour: bool, applied_only: bool = False) -> RenderableType:
    """Every change of a file with its surroundings, its rule and its reason, for rich to print."""
    shown = [f for f in file.findings if f.change.applied or not applied_only]
    heading = Text(f"{file.path}: {counted(len(shown), 'change')}", "bold")
    return Group(heading, *(part for f in shown for part in _block(file, f, colour=colour)))


def _block(file: FileFindings, finding: Finding, *, colour: bool) -> Iterator[RenderableType]:
    change = finding.change
    text = file.document.segments[finding.segment].text
    mark = "applied" if change.applied else _MARKS[change.applicability]
    heading = Text(f"{file.path}:{finding.place.line}:{finding.place.column} ", "cyan")
    heading.append(f"{', '.join(change.rules)} ", "magenta")
    heading.append(f"[{mark}, {change.confidence:.2f}]", "dim")
    yield heading
    line = Text("  …")
    line.append(_flat(text[max(0, change.start - _CONTEXT) : change.start]))
    has_proposal = bool(change.replacements)
    line.append_text(
        words(change.original, change.text, colour=colour)
        if has_proposal
        else styled(change.original, FLAG, colour=colour)
    )
    line.append(_flat(text[change.end : change.end + _CONTEXT]))
    yield line.append("…")
    for reason in dict.fromkeys(edit.message for edit in change.edits):
        yield Text(f"  {_flat(reason)}", "dim italic")
    others = change.replacements[1:4]
    if others:
        yield Text(f"  or: {' / '.join(_flat(other) for other in others)}", "dim")


def side_by_side(file: FileFindings, *, colour: bool, applied_only: bool = False) -> RenderableType:
    """The paragraphs with changes, as they are and as they will be, with the reasons below; for rich to print."""
    table = Table(title=Text(file.path, "bold"), title_justify="left", expand=True, box=ROUNDED, show_lines=True)
    table.add_column("line", style="dim", justify="right", no_wrap=True)
    table.add_column("before", ratio=1)
    table.add_column("after", ratio=1)
    shown = [f for f in file.findings if f.change.applied or not applied_only]
    for text, start, findings in _paragraphs(file, shown):
        changes = [finding.change for finding in findings]
        left, right = (_column(text, start, changes, after=after, colour=colour) for after in (False, True))
        table.add_row(str(findings[0].place.line), left, Group(right, Text(), *map(_note, findings)))
    return table if shown else Text(f"{file.path}: nothing to change", "bold")


def _paragraphs(file: FileFindings, findings: Sequence[Finding]) -> Iterator[tuple[str, int, list[Finding]]]:
    """Each stretch of whole lines that holds changes: its text, its offset in its segment, and the changes in it."""
    group: list[Finding] = []
    last = (-1, 0)  # segment and end of the stretch
    start = 0
    for finding in findings:
        text = file.document.segments[finding.segment].text
        if (finding.segment, finding.change.start) > last:
            if group:
                yield file.document.segments[last[0]].text[start : last[1]], start, group
            group, start = [], text.rfind("\n", 0, finding.change.start) + 1
        group.append(finding)
        stop = text.find("\n", finding.change.end)
        last = (finding.segment, len(text) if stop < 0 else stop)
    if group:
        yield file.document.segments[last[0]].text[start : last[1]], start, group


def _column(text: str, start: int, changes: Sequence[Change], *, after: bool, colour: bool) -> Text:
    shown = Text()
    at = start
    shown_kind, style = ("+", IN) if after else ("-", OUT)
    for change in changes:
        shown.append(_lines_of(text[at - start : change.start - start]))
        if not change.applied:
            shown.append_text(styled(change.original, FLAG, colour=colour))
        else:
            for kind, piece in word_parts(change.original, change.text):
                if kind in ("=", shown_kind):
                    shown.append_text(kept(piece) if kind == "=" else styled(piece, style, colour=colour))
        at = change.end
    return shown.append(_lines_of(text[at - start :].rstrip("\r")))


def _note(finding: Finding) -> Text:
    change = finding.change
    reason = " ".join(dict.fromkeys(edit.message for edit in change.edits))
    note = Text().append(f"{', '.join(change.rules)} ", "magenta")
    if not change.applied and change.replacements:
        note.append(f"“{_flat(change.original)}” → “{_flat(change.text)}”? ", "yellow")
    return note.append(_flat(reason), "dim italic")


def _flat(text: str) -> str:
    return plain(re.sub(r"\s+", " ", text))


def _lines_of(text: str) -> str:
    """The text as it stands in several lines, with nothing else in it that a terminal obeys."""
    return "\n".join(map(plain, LINE_END.split(text)))
