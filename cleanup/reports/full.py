"""Each finding with its line, a mark under the place, what would stand there, and the reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from cleanup.findings import FileFindings, Finding
from cleanup.reports.levels import flat, message, plain, proposal, severity, source_line

_BEFORE = 50  # code points of the line shown before the place
_WIDTH = 110
_WIDE = {"W": 2, "F": 2}


def report(files: Iterable[FileFindings]) -> str:
    """The findings of all files, an empty line after each."""
    return "".join(f"{line}\n" for file in files for finding in file.findings for line in _lines(file, finding))


def _lines(file: FileFindings, finding: Finding) -> Iterator[str]:
    place = f"{file.path}:{finding.place.line}:{finding.place.column}"
    yield f"{severity(finding)}[{finding.change.edits[0].rule}]: {message(finding)}"
    yield f"  --> {place}"
    line, column = _window(source_line(file, finding), finding.place.column - 1)
    length = finding.end - finding.start if finding.end_place.line == finding.place.line else len(line)
    number = str(finding.place.line)
    margin = " " * len(number)
    yield f"{number} | {line}"
    yield f"{margin} | {' ' * _cells(line[:column])}{'^' * max(1, _cells(line[column : column + length]))}"
    if proposal(finding):
        yield f"{margin} = {proposal(finding)}"
    others = finding.change.replacements[1:4]
    if others:
        yield f"{margin} = or {', '.join(f'“{flat(other)}”' for other in others)}"
    yield ""


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_WIDE.get(unicodedata.east_asian_width(each), 1) for each in text if not unicodedata.combining(each))


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column (from 0), and the column in it."""
    start = max(0, column - _BEFORE)
    lead = "…" if start else ""
    part = line[start : start + _WIDTH]
    tail = "…" if start + _WIDTH < len(line) else ""
    return plain(f"{lead}{part}{tail}".replace("\t", " ")), column - start + len(lead)
