"""One line a finding: path:line:column: rule, what it says, and what would stand there."""

from __future__ import annotations

from collections.abc import Iterable

from cleanup.edits import Applicability
from cleanup.findings import FileFindings, Finding

_SEVERITY = {Applicability.SAFE: "error", Applicability.UNSAFE: "warning", Applicability.DISPLAY: "note"}


def report(files: Iterable[FileFindings]) -> str:
    """The lines of all files, in order."""
    return "".join(f"{line(file.path, finding)}\n" for file in files for finding in file.findings)


def line(path: str, finding: Finding) -> str:
    """The one line of a finding."""
    change = finding.change
    place = f"{path}:{finding.place.line}:{finding.place.column}"
    head = f"{place}: {_SEVERITY[change.applicability]} {change.edits[0].rule}: {change.edits[0].message}"
    return f"{head} ({flat(change.original)!r} → {flat(change.text)!r})" if change.replacements else head


def flat(text: str) -> str:
    """The text on one line, for a message."""
    return text.replace("\r", "").replace("\n", "⏎")
