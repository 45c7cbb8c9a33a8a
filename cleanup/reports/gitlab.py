"""GitLab's code quality report (a subset of Code Climate's)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cleanup.findings import Failed, FileFindings
from cleanup.reports.levels import UNREAD, message, proposal, report_path, severity

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def report(files: Iterable[FileFindings], failed: Iterable[Failed] = ()) -> str:
    """The findings as one JSON list, and before them the files that could not be done.

    Fingerprints are made unique to their file.
    """
    rows = [*map(_failure, failed)]
    rows += [
        {
            "description": f"{message(finding)} {proposal(finding)}".strip(),
            "check_name": finding.change.edits[0].rule,
            "fingerprint": f"{finding.fingerprint}-{report_path(file)}",
            "severity": _SEVERITY[severity(finding)],
            "location": {
                "path": report_path(file),
                "lines": {"begin": finding.place.line, "end": finding.end_place.line},
            },
        }
        for file in files
        for finding in file.findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _failure(failed: Failed) -> dict[str, Any]:
    path = report_path(failed)
    return {
        "description": failed.message,
        "check_name": UNREAD,
        "fingerprint": f"{UNREAD}-{path}",
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": failed.line, "end": failed.line}},
    }
