"""GitHub workflow commands, and a job summary in Markdown.

GitHub shows at most ten annotations of a kind from one step, so the summary, written to the file that
GITHUB_STEP_SUMMARY names, says how many there are in all.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from cleanup.errors import UserError
from cleanup.findings import Failed, FileFindings, Finding
from cleanup.reports.levels import UNREAD, flat, message, proposal, report_path, severity

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_SHOWN = 10
_ROWS = 200


def report(files: Sequence[FileFindings], failed: Sequence[Failed] = ()) -> str:
    """An annotation for each finding, and before them one for each file that could not be done.

    The job summary is appended to its file where the variable names one.
    """
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        _append(Path(summary), job_summary(files, failed))
    findings = (_command(file, finding) for file in files for finding in file.findings)
    return "".join(f"{line}\n" for line in (*map(_failure, failed), *findings))


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise UserError(f"{path}: GITHUB_STEP_SUMMARY cannot be written: {error.strerror}; unset it") from None


def _command(file: FileFindings, finding: Finding) -> str:
    start, end = finding.place, finding.end_place
    values = {"file": report_path(file), "line": start.line, "endLine": end.line, "title": finding.change.edits[0].rule}
    if start.line == end.line:
        values |= {"col": start.column, "endColumn": max(start.column, end.column - 1)}
    text = f"{message(finding)} {proposal(finding)}".strip()
    return _annotation(_COMMANDS[severity(finding)], values, text)


def _failure(failed: Failed) -> str:
    values = {"file": report_path(failed), "line": failed.line, "title": UNREAD}
    return _annotation("error", values, failed.message)


def _annotation(command: str, values: Mapping[str, object], text: str) -> str:
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    return f"::{command} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def job_summary(files: Sequence[FileFindings], failed: Sequence[Failed] = ()) -> str:
    """The summary as Markdown: numbers by severity, what is not shown beside the lines, what failed, all findings."""
    pairs = [(file, finding) for file in files for finding in file.findings]
    counts = Counter(severity(finding) for _, finding in pairs)
    lines = ["## cleanup", "", ", ".join(f"{counts[name]} {name}s" for name in _COMMANDS), ""]
    annotated = counts + Counter({"error": len(failed)})
    hidden = [f"{annotated[name] - _SHOWN} more {name}s" for name in _COMMANDS if annotated[name] > _SHOWN]
    if hidden:
        lines += [f"GitHub shows {_SHOWN} of each kind beside the lines; not shown there: {', '.join(hidden)}.", ""]
    if failed:
        lines += ["Not read:", "", *(f"- {_escaped(f'{report_path(each)}: {each.message}')}" for each in failed), ""]
    if pairs:
        lines += ["| place | rule | change |", "|---|---|---|"]
        lines += [_row(file, finding) for file, finding in pairs[:_ROWS]]
    if len(pairs) > _ROWS:
        lines += ["", f"… and {len(pairs) - _ROWS} more."]
    return "\n".join(lines) + "\n"


def _row(file: FileFindings, finding: Finding) -> str:
    cells = (
        f"{report_path(file)}:{finding.place.line}",
        finding.change.edits[0].rule,
        proposal(finding) or message(finding),
    )
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    return re.sub(r"([\\|*_`\[\]])", r"\\\1", flat(text)).replace("<", "&lt;")
