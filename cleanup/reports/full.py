"""Each finding with its line, a mark under the place, what would stand there, and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleanup.findings import FileFindings, Finding
from cleanup.reports.levels import message, proposal, severity, source_line

_BEFORE = 50  # code points of the line shown before the place
_WIDTH = 110


def report(files: Iterable[FileFindings]) -> str:
    """The findings of all files, an empty line after each."""
    return "".join(f"{line}\n" for file in files for finding in file.findings for line in _lines(file, finding))


def _lines(file: FileFindings, finding: Finding) -> Iterator[str]:
    place = f"{file.path}:{finding.place.line}:{finding.place.column}"
    yield f"{severity(finding)}[{finding.change.edits[0].rule}]: {message(finding)}"
    yield f"  --> {place}"
    line, column = _window(source_line(file, finding), finding.place.column - 1)
    length = finding.end - finding.start
    if finding.end_place.line != finding.place.line:
        length = len(line) - column
    number = str(finding.place.line)
    yield f"{number} | {line}"
    yield f"{' ' * len(number)} | {' ' * column}{'^' * max(1, min(length, len(line) - column))}"
    if proposal(finding):
        yield f"{' ' * len(number)} = {proposal(finding)}"
    yield ""


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column (from 0), and the column in it."""
    start = max(0, column - _BEFORE)
    lead = "…" if start else ""
    part = line[start : start + _WIDTH]
    tail = "…" if start + _WIDTH < len(line) else ""
    return f"{lead}{part}{tail}".replace("\t", " "), column - start + len(lead)
