"""One line a finding: path:line:column: severity rule: what it says, and what would stand there."""

from __future__ import annotations

from collections.abc import Iterable

from cleanup.findings import FileFindings, Finding
from cleanup.reports.levels import message, proposal, severity


def report(files: Iterable[FileFindings]) -> str:
    """The lines of all files, in order."""
    return "".join(f"{line(file.path, finding)}\n" for file in files for finding in file.findings)


def line(path: str, finding: Finding) -> str:
    """The one line of a finding."""
    place = f"{path}:{finding.place.line}:{finding.place.column}"
    text = f"{place}: {severity(finding)} {finding.change.edits[0].rule}: {message(finding)}"
    return f"{text} ({proposal(finding)})" if proposal(finding) else text
