"""Diffs: unified, for `patch` and `git apply`, and by words, for people at a terminal."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from cleanup.edits import Applicability
from cleanup.findings import FileFindings, Finding

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
_CONTEXT = 60  # code points on each side of a change
_MARKS = {Applicability.SAFE: "safe", Applicability.UNSAFE: "suggested", Applicability.DISPLAY: "look"}


def unified(path: str, before: str, after: str) -> str:
    """A unified diff that `patch -p1` and `git apply` take; empty where nothing changed."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines with their ends; only LF ends a line for `patch`."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def words(before: str, after: str) -> Text:
    """The two texts in one, removed words struck through in red, added ones in green (by difflib, word by word)."""
    left, right = _PIECE.findall(before), _PIECE.findall(after)
    shown = Text()
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            shown.append("".join(left[i1:i2]))
            continue
        shown.append(_visible("".join(left[i1:i2])), "red strike")
        shown.append(_visible("".join(right[j1:j2])), "bold green")
    return shown


def _visible(text: str) -> str:
    """Line ends and lone spaces made visible, since they are what changed."""
    text = text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎")
    return text.replace(" ", "·") if text and not text.strip() else text


def terminal(file: FileFindings, *, applied_only: bool = False) -> RenderableType:
    """Every change of a file with its surroundings, its rule and its reason, for rich to print."""
    shown = [f for f in file.findings if f.change.applied or not applied_only]
    return Group(Text(f"{file.path}: {len(shown)} changes", "bold"), *(part for f in shown for part in _block(file, f)))


def _block(file: FileFindings, finding: Finding) -> Iterator[RenderableType]:
    change = finding.change
    text = file.document.segments[finding.segment].text
    mark = "applied" if change.applied else _MARKS[change.applicability]
    heading = Text(f"{file.path}:{finding.place.line}:{finding.place.column} ", "cyan")
    heading.append(f"{', '.join(change.rules)} ", "magenta")
    heading.append(f"[{mark}, {change.confidence:.2f}]", "dim")
    yield heading
    line = Text("  …")
    line.append(_flat(text[max(0, change.start - _CONTEXT) : change.start]))
    line.append_text(words(change.original, change.text) if change.replacements else Text(change.original, "yellow"))
    line.append(_flat(text[change.end : change.end + _CONTEXT]))
    yield line.append("…")
    for reason in dict.fromkeys(edit.message for edit in change.edits):
        yield Text(f"  {reason}", "dim italic")
    others = change.replacements[1:4]
    if others:
        yield Text(f"  or: {' / '.join(_flat(other) for other in others)}", "dim")


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
