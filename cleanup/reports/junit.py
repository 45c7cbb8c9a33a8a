"""JUnit XML: a test suite a file, a failed test a finding, and a passed one for a file without findings.

A file that could not be done is a test with an error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from cleanup.findings import Failed, FileFindings, Finding
from cleanup.reports.levels import UNREAD, message, proposal, severity

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(files: Sequence[FileFindings], failed: Sequence[Failed] = ()) -> str:
    """The report as XML text. Notes are no failures: they pass, and say what they say on standard output."""
    root = ElementTree.Element("testsuites", {"name": "cleanup"})
    for each in failed:
        _add_failed(root, each)
    for file in files:
        suite = ElementTree.SubElement(root, "testsuite", {"name": _text(file.path)})
        failures = sum(_case(suite, file, finding) for finding in file.findings)
        if not file.findings:
            ElementTree.SubElement(suite, "testcase", {"name": "clean", "classname": _text(file.path)})
        suite.attrib |= {"tests": str(max(1, len(file.findings))), "failures": str(failures), "errors": "0"}
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add_failed(root: ElementTree.Element, failed: Failed) -> None:
    """Add the suite of a file that could not be done."""
    path, counts = _text(failed.path), {"tests": "1", "failures": "0", "errors": "1"}
    suite = ElementTree.SubElement(root, "testsuite", {"name": path, **counts})
    case = ElementTree.SubElement(suite, "testcase", {"name": UNREAD, "classname": path})
    error = ElementTree.SubElement(case, "error", {"message": _text(failed.message), "type": UNREAD})
    error.text = _text(failed.reason)


def _case(suite: ElementTree.Element, file: FileFindings, finding: Finding) -> bool:
    """Add a test case; True where it failed."""
    name = f"{finding.change.edits[0].rule} at {finding.place.line}:{finding.place.column}"
    case = ElementTree.SubElement(suite, "testcase", {"name": _text(name), "classname": _text(file.path)})
    text = _text(f"{message(finding)} {proposal(finding)}".strip())
    if severity(finding) == "note":
        ElementTree.SubElement(case, "system-out").text = text
        return False
    failure = ElementTree.SubElement(case, "failure", {"message": text, "type": severity(finding)})
    failure.text = _text(f"{file.path}:{finding.place.line}:{finding.place.column}: {text}")
    return True


def _text(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return _NOT_XML.sub("�", text)
