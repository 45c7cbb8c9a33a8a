"""How often each rule found something."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from cleanup.findings import FileFindings
from cleanup.reports.levels import severity


class _Row(NamedTuple):
    rule: str
    category: str
    severity: str


def _rows(files: Iterable[FileFindings]) -> list[tuple[_Row, int]]:
    counts = Counter(
        _Row(finding.change.edits[0].rule, finding.change.edits[0].category, severity(finding))
        for file in files
        for finding in file.findings
    )
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def table(files: Iterable[FileFindings]) -> str:
    """A line a rule and severity: how often, how severe, the rule and its category; most often first."""
    rows = _rows(files)
    width = max((len(str(count)) for _, count in rows), default=0)
    return "".join(f"{count:>{width}}  {row.severity:<7}  {row.rule} ({row.category})\n" for row, count in rows)


def as_json(files: Iterable[FileFindings]) -> str:
    """The same as a JSON list of objects."""
    return json.dumps([{**row._asdict(), "count": count} for row, count in _rows(files)], indent=1) + "\n"
