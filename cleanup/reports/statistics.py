"""How often each rule found something."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cleanup.findings import FileFindings
from cleanup.selection import Severity


class _Row(NamedTuple):
    rule: str
    category: str
    severity: str  # of the most severe finding
    times: int


def _rows(files: Iterable[FileFindings]) -> list[_Row]:
    by_rule: defaultdict[tuple[str, str], list[Severity]] = defaultdict(list)
    for file in files:
        for finding in file.findings:
            first = finding.change.edits[0]
            by_rule[first.rule, first.category].append(finding.severity)
    rows = [
        _Row(*names, min(found, key=lambda severity: severity.rank).value, len(found))
        for names, found in by_rule.items()
    ]
    return sorted(rows, key=lambda row: (-row.times, row.rule))


def table(files: Iterable[FileFindings]) -> str:
    """A line a rule: how often, how severe at worst, the rule and its category; most often first."""
    rows = _rows(files)
    width = max((len(str(row.times)) for row in rows), default=0)
    return "".join(f"{row.times:>{width}}  {row.severity:<7}  {row.rule} ({row.category})\n" for row in rows)


def as_json(files: Iterable[FileFindings]) -> str:
    """The same as a JSON list of objects."""
    return (
        json.dumps(
            [
                {"rule": row.rule, "category": row.category, "severity": row.severity, "count": row.times}
                for row in _rows(files)
            ],
            indent=1,
        )
        + "\n"
    )
