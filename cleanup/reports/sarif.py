"""SARIF 2.1.0 (OASIS), for code-scanning services; offsets and columns are Unicode code points."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cleanup import __version__
from cleanup.edits import Applicability
from cleanup.findings import Failed, FileFindings, Finding
from cleanup.reports.levels import UNREAD, flat, message, report_path, severity
from cleanup.rulepack import Rule, RuleBook
from cleanup.suppression import RULE

_EXAMPLES = 6  # of a rule, in its help
_LEVELS = {Applicability.SAFE: "error", Applicability.UNSAFE: "warning", Applicability.DISPLAY: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(files: Sequence[FileFindings], book: RuleBook, failed: Sequence[Failed] = ()) -> str:
    """The log of one run; `book` holds the rules, for their explanations.

    With files that could not be done the run counts as not successful, and has a notification for each of them.
    """
    ids = list(dict.fromkeys(f.change.edits[0].rule for file in files for f in file.findings))
    driver: dict[str, Any] = {
        "name": "cleanup",
        "semanticVersion": __version__,
        "rules": [_rule(rule, RULE if rule == RULE.id else book.rules.get(rule)) for rule in ids],
    }
    invocation: dict[str, Any] = {"executionSuccessful": not failed}
    if failed:
        driver["notifications"] = [{"id": UNREAD, "shortDescription": {"text": "A file that could not be examined."}}]
        invocation["toolExecutionNotifications"] = [_notification(each) for each in failed]
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": [_result(file, finding, ids) for file in files for finding in file.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:  # LanguageTool's
        source, _, own = name.partition("/")
        page = f"https://community.languagetool.org/rule/show/{quote(own)}?lang=en"
        return {"id": name, "shortDescription": {"text": f"The rule {own or source} of LanguageTool."}, "helpUri": page}
    pairs = [(e.bad, e.good) for e in rule.examples if e.bad] + [(e.bad, e.good) for e in rule.entries]
    doubt = f"\n\nNot safe, because {rule.unsafe_because}" if rule.unsafe_because else ""
    plain = "".join(f"\n\n“{bad}” becomes “{good}”" for bad, good in pairs[:_EXAMPLES])
    table = "".join(f"\n| {_cell(bad)} | {_cell(good)} |" for bad, good in pairs[:_EXAMPLES])
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.why}{doubt}{plain}",
            "markdown": f"{rule.why}{doubt}" + (f"\n\n| wrong | right |\n|---|---|{table}" if pairs else ""),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.applicability]},
        "properties": {"tags": [rule.category], "applicability": rule.applicability.value},
    }


def _cell(text: str) -> str:
    return flat(text).replace("|", "\\|")


def _notification(failed: Failed) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(failed)}, "region": {"startLine": failed.line}}
    return {
        "descriptor": {"id": UNREAD, "index": 0},
        "level": "error",
        "message": {"text": failed.message},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: FileFindings | Failed) -> str:
    path = report_path(file)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path)


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
    artifact = {"uri": _uri(file)}
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
