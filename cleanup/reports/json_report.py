"""The JSON report: `report.json` of `fix`, and `check --output-format json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from cleanup.findings import Failed, FileFindings, Finding

VERSION = 1


def report(files: Iterable[FileFindings], failed: Iterable[Failed] = ()) -> str:
    """The report as JSON text, indented; offsets are code points of the files as they arrived."""
    return as_text([as_file(file) for file in files], failed)


def as_text(
    files: Sequence[dict[str, Any]], failed: Iterable[Failed], *, final: bool = False, earlier: Sequence[str] = ()
) -> str:
    """The report of entries for `files`; the files that could not be done stand under `failed`, where there are any.

    `final` says that reviewers have decided what the files hold; `earlier` are the articles in the same folder that
    other runs wrote, or one that did not come to its end.
    """
    value: dict[str, Any] = {"version": VERSION, **({"final": True} if final else {}), "files": files}
    others = {"failed": [as_failure(each) for each in failed], "earlier": list(earlier)}
    value |= {key: entries for key, entries in others.items() if entries}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_failure(failed: Failed) -> dict[str, Any]:
    """One entry of `failed`."""
    return {"path": failed.path, "line": failed.line, "error": failed.message}


def as_file(file: FileFindings) -> dict[str, Any]:
    """One entry of `files`."""
    return {"path": file.path, "edits": [as_edit(finding) for finding in file.findings]}


def as_edit(finding: Finding) -> dict[str, Any]:
    """One change, with the keys of the contract first, then what else helps a reader."""
    change = finding.change
    first = change.edits[0]
    return {
        "start": finding.start,
        "end": finding.end,
        "original": change.original,
        "replacements": list(change.replacements),
        "rule": first.rule,
        "category": first.category,
        "applicability": change.applicability.value,
        "confidence": round(change.confidence, 3),
        "message": first.message,
        "source": first.source,
        "rules": list(change.rules),
        "reasons": list(dict.fromkeys(edit.message for edit in change.edits)),
        "applied": change.applied,
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": finding.severity.value,
        "fingerprint": finding.fingerprint,
    }
