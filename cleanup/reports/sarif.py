"""SARIF 2.1.0 (OASIS), for code-scanning services; offsets and columns are Unicode code points."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cleanup import __version__
from cleanup.findings import FileFindings, Finding
from cleanup.reports.levels import message, severity
from cleanup.rulepack import Rule, load_rules

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(files: Sequence[FileFindings]) -> str:
    """The log of one run."""
    ids = list(dict.fromkeys(f.change.edits[0].rule for file in files for f in file.findings))
    known = load_rules().rules
    driver = {
        "name": "cleanup",
        "semanticVersion": __version__,
        "rules": [_rule(rule, known.get(rule)) for rule in ids],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(file, finding, ids) for file in files for finding in file.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:  # LanguageTool's, or a user's
        return {"id": name, "name": name}
    examples = "".join(f"\n\n“{e.bad}” becomes “{e.good}”" for e in rule.examples if e.bad)
    return {
        "id": name,
        "name": name,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}{examples}"},
        "properties": {"category": rule.category, "applicability": rule.applicability.value},
    }


def _result(file: FileFindings, finding: Finding, ids: Sequence[str]) -> dict[str, Any]:
    change = finding.change
    region = {
        "startLine": finding.place.line,
        "startColumn": finding.place.column,
        "endLine": finding.end_place.line,
        "endColumn": finding.end_place.column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }
    artifact = {"uri": quote(PurePath(file.path).as_posix())}
    result: dict[str, Any] = {
        "ruleId": change.edits[0].rule,
        "ruleIndex": ids.index(change.edits[0].rule),
        "level": severity(finding),
        "message": {"text": message(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"cleanupFingerprint/v1": finding.fingerprint},
        "rank": round(100 * change.confidence, 1),
    }
    if change.replacements:
        result["fixes"] = [_fix(artifact, region, text) for text in change.replacements]
    return result


def _fix(artifact: dict[str, str], region: dict[str, int], text: str) -> dict[str, Any]:
    replacement = {"deletedRegion": region, "insertedContent": {"text": text}}
    return {
        "description": {"text": f"Replace with “{text}”" if text else "Delete"},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }
