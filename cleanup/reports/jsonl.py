"""One JSON object a line and finding: the entries of the JSON report, each with its path.

A file that could not be done has a line with an `error`, which no finding has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from cleanup.findings import Failed, FileFindings
from cleanup.reports.json_report import as_edit, as_failure


def report(files: Iterable[FileFindings], failed: Iterable[Failed] = ()) -> str:
    """The lines of all files, in order, those that failed first."""
    findings = ({"path": file.path, **as_edit(finding)} for file in files for finding in file.findings)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (*map(as_failure, failed), *findings))
