"""reviewdog's diagnostic format, with suggestions; its columns count UTF-8 bytes from 1."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cleanup.findings import Failed, FileFindings, Finding, Place, line_starts
from cleanup.reports.levels import UNREAD, message, report_path, severity

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def report(files: Iterable[FileFindings], failed: Iterable[Failed] = ()) -> str:
    """The diagnostic result of all files, those that could not be done first."""
    diagnostics = [*map(_failure, failed), *(row for file in files for row in _rows(file))]
    source = {"name": "cleanup"}
    return json.dumps({"source": source, "diagnostics": diagnostics}, ensure_ascii=False, indent=1) + "\n"


def _failure(failed: Failed) -> dict[str, Any]:
    return {
        "message": failed.message,
        "location": {"path": report_path(failed), "range": {"start": {"line": failed.line}}},
        "severity": "ERROR",
        "code": {"value": UNREAD},
    }


def _rows(file: FileFindings) -> list[dict[str, Any]]:
    starts = line_starts(file.document.text)
    return [_row(file, finding, starts) for finding in file.findings]


def _row(file: FileFindings, finding: Finding, starts: list[int]) -> dict[str, Any]:
    text = file.document.text
    places = {"start": _place(text, starts, finding.place), "end": _place(text, starts, finding.end_place)}
    row: dict[str, Any] = {
        "message": message(finding),
        "location": {"path": report_path(file), "range": places},
        "severity": _SEVERITY[severity(finding)],
        "code": {"value": finding.change.edits[0].rule},
    }
    if finding.change.replacements:
        row["suggestions"] = [{"range": places, "text": new} for new in finding.change.replacements]
    return row


def _place(text: str, starts: list[int], place: Place) -> dict[str, int]:
    start = starts[place.line - 1]
    return {"line": place.line, "column": len(text[start : start + place.column - 1].encode("utf-8")) + 1}
