"""Diffs: unified, for `patch` and `git apply`, and by words, for people at a terminal."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cleanup.edits import Applicability, Change
from cleanup.findings import FileFindings, Finding
from cleanup.reports.counts import counted
from cleanup.reports.words import FLAG, IN, OUT, kept, styled, word_parts, words

_CONTEXT = 60  # code points on each side of a change
_MARKS = {Applicability.SAFE: "safe", Applicability.UNSAFE: "suggested", Applicability.DISPLAY: "look"}


def unified(path: str, before: str, after: str) -> str:
    """A unified diff that `patch -p1` and `git apply` take; empty where nothing changed."""
    name = f"{path}\t" if " " in path else path  # as git does it, for `patch`
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines with their ends; only LF ends a line for `patch`."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


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
        yield Text(f"  {reason}", "dim italic")
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
        shown.append(text[at - start : change.start - start])
        if not change.applied:
            shown.append_text(styled(change.original, FLAG, colour=colour))
        else:
            for kind, piece in word_parts(change.original, change.text):
                if kind in ("=", shown_kind):
                    shown.append_text(kept(piece) if kind == "=" else styled(piece, style, colour=colour))
        at = change.end
    return shown.append(text[at - start :].rstrip("\r"))


def _note(finding: Finding) -> Text:
    change = finding.change
    reason = " ".join(dict.fromkeys(edit.message for edit in change.edits))
    note = Text().append(f"{', '.join(change.rules)} ", "magenta")
    if not change.applied and change.replacements:
        note.append(f"“{_flat(change.original)}” → “{_flat(change.text)}”? ", "yellow")
    return note.append(reason, "dim italic")


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
