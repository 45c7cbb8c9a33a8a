"""One writer a format, all from findings; none parses another's output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from cleanup.edits import Applicability
from cleanup.findings import FileFindings

LEVELS = {"error": Applicability.SAFE, "warning": Applicability.UNSAFE, "note": Applicability.DISPLAY}
# Output format → module of this package with `report(files) -> str`.
WRITERS = {
    "concise": "concise",
    "full": "full",
    "json": "json_report",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
}


def level_reached(files: Sequence[FileFindings], level: str) -> bool:
    """Whether a finding is at `level` (error, warning, note) or above; never for any other word."""
    if level not in LEVELS:
        return False
    limit = LEVELS[level].rank
    return any(f.change.applicability.rank <= limit for file in files for f in file.findings)


def write_report(output_format: str, files: Sequence[FileFindings]) -> None:
    """Print the findings to standard output in one of the formats."""
    sys.stdout.write(import_module(f"cleanup.reports.{WRITERS[output_format]}").report(files))


def summary(files: Sequence[FileFindings], where: str) -> str:
    """One line on what `fix` did, for people."""
    changes = [f.change for file in files for f in file.findings]
    applied = sum(change.applied for change in changes)
    return f"{len(files)} articles: {applied} changes applied, {len(changes) - applied} suggested; written to {where}"


def print_diffs(files: Sequence[FileFindings], *, unified: bool, applied_only: bool) -> None:
    """Print what would change to standard output: by words for people, or as a unified diff."""
    from rich.console import Console

    from cleanup.reports import diff

    for file in files:
        if unified:
            sys.stdout.write(diff.unified(file.path, file.document.text, file.corrected_text))
        else:
            Console().print(diff.terminal(file, applied_only=applied_only))
