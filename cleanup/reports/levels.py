"""How severe a finding is, and what stands around it: shared by the writers."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePath

from cleanup.findings import Failed, FileFindings, Finding

LINE_END = re.compile(r"\r\n|\n|\r|\u2028|\u2029")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
UNREAD = "unreadable-file"  # stands for a rule, where a file could not be done


def severity(finding: Finding) -> str:
    """`error`, `warning` or `note`."""
    return finding.severity.value


def message(finding: Finding) -> str:
    """All reasons of a finding in one line, each once."""
    return " ".join(dict.fromkeys(flat(edit.message) for edit in finding.change.edits))


def proposal(finding: Finding) -> str:
    """What would change, in one line; empty where there is no proposal."""
    change = finding.change
    return f"“{flat(change.original)}” → “{flat(change.text)}”" if change.replacements else ""


def flat(text: str) -> str:
    """The text on one line, line ends made visible, and with nothing in it that a terminal obeys."""
    return plain(LINE_END.sub("⏎", text))


def plain(text: str) -> str:
    """The text with nothing in it that a terminal obeys: control characters and marks of direction as pictures."""
    return "".join(_picture(char) for char in text)


def _picture(char: str) -> str:
    if char == "\t":
        return "    "
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\ufffd" if char in _BIDI or unicodedata.category(char) == "Cc" else char


def source_line(file: FileFindings, finding: Finding) -> str:
    """The line of the file on which a finding begins, without its end."""
    text = file.document.text
    start = finding.start - (finding.place.column - 1)
    ends = [at for at in (text.find("\n", finding.start), text.find("\r", finding.start)) if at >= 0]
    return text[start : min(ends, default=len(text))]


def report_path(file: FileFindings | Failed) -> str:
    """The path as services want it: with slashes, and relative where it lies below the current folder."""
    path = Path(file.path)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return PurePath(path).as_posix()
