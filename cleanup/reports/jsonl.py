"""One JSON object a line and finding: the entries of the JSON report, each with its path."""

from __future__ import annotations

import json
from collections.abc import Iterable

from cleanup.findings import FileFindings
from cleanup.reports.json_report import as_edit


def report(files: Iterable[FileFindings]) -> str:
    """The lines of all files, in order."""
    return "".join(
        json.dumps({"path": file.path, **as_edit(finding)}, ensure_ascii=False) + "\n"
        for file in files
        for finding in file.findings
    )
