"""Each format, by its published schema or by a consumer that knows nothing of this program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest
from lxml import etree

from cleanup.edits import accept
from cleanup.findings import FileFindings
from cleanup.reports import WRITERS, concise, full, github, gitlab, json_report, jsonl, junit, outcome, rdjson, sarif
from cleanup.rulepack import RuleBook, load_rules
from tests.reports.samples import CHANGES, FAILED, TEXT, change, make

SCHEMAS = Path(__file__).parent.parent / "schemas"
CORRECTED = accept(TEXT, [c for c in CHANGES if c.replacements])


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return load_rules()


@pytest.fixture
def log(book: RuleBook) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(sarif.report([make()], book))
    return value


def test_concise_is_one_line_a_finding() -> None:
    lines = concise.report([make()]).splitlines()
    assert [line.split(": ")[1].split(" ")[0] for line in lines] == ["note", "error", "error", "warning"]
    assert lines[1].startswith("news/art|cle, 1.txt:2:6: error exonym-name: ")
    assert "“waited⏎here” → “waited here”" in lines[3]


def test_full_points_at_the_place() -> None:
    lines = full.report([make()]).splitlines()
    at = max(i for i, line in enumerate(lines) if line.startswith("2 |"))
    # An emoji and two CJK signs each take two columns of a terminal, and one code point.
    assert lines[at].index("authorities Italian") + 3 == lines[at + 1].index("^")
    assert lines[at + 1].count("^") == len("authorities Italian")
    assert "  = or “Muscovy”" in lines


@pytest.mark.parametrize("report", [concise.report, full.report])
def test_a_terminal_obeys_nothing_that_an_article_says(report: Callable[[list[FileFindings]], str]) -> None:
    text = "A \x1b[31mred\x07 Mos\x9bca \u202eagain.\n"
    shown = report([make((change("Mos\x9bca", "Mos\x1b[2Jcow", text=text, message="No \x1b[0m."),), text)])
    assert not re.search("[\x00-\x09\x0b-\x1f\x80-\x9f\u202e]", shown)
    assert "“Mos\ufffdca” → “Mos␛[2Jcow”" in shown


def test_full_shows_the_part_of_a_long_line_around_the_place() -> None:
    text = "word " * 100 + "Mosca" + " word" * 100
    lines = full.report([make((change("Mosca", "Moscow", text=text),), text)]).splitlines()
    assert len(lines[2]) < 130
    assert lines[2][lines[3].index("^") :].startswith("Mosca")


def test_jsonl_has_the_entries_of_json() -> None:
    file = make()
    rows = [json.loads(line) for line in jsonl.report([file]).splitlines()]
    (entry,) = json.loads(json_report.report([file]))["files"]
    assert [{k: v for k, v in row.items() if k != "path"} for row in rows] == entry["edits"]
    assert {row["path"] for row in rows} == {entry["path"]}
    assert rows[1]["severity"] == "error"


def test_sarif_fits_its_schema(log: dict[str, Any]) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    errors = [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(log)]
    assert errors == []


def test_sarif_of_no_findings_fits_its_schema(book: RuleBook) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    empty = json.loads(sarif.report([make(())], book))
    assert list(jsonschema.Draft7Validator(schema).iter_errors(empty)) == []
    assert empty["runs"][0]["results"] == []


def test_sarif_places_and_fixes_are_true(log: dict[str, Any]) -> None:
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    lines = TEXT.replace("\r\n", "\n").split("\n")
    replaced = []
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        assert lines[region["startLine"] - 1][region["startColumn"] - 1] == TEXT[start]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert len(result["partialFingerprints"]["cleanupFingerprint/v1"]) >= 16
        for fix in result.get("fixes", [])[:1]:
            (replacement,) = fix["artifactChanges"][0]["replacements"]
            replaced.append((start, end, replacement["insertedContent"]["text"]))
    text = TEXT
    for start, end, new in sorted(replaced, reverse=True):
        text = text[:start] + new + text[end:]
    assert text == CORRECTED


def test_sarif_explains_rules(log: dict[str, Any]) -> None:
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert "becomes" in rules["nationality-after-noun"]["help"]["text"]
    assert rules["nationality-after-noun"]["help"]["markdown"].count("\n| ") >= 3
    assert rules["languagetool/MORFOLOGIK"]["helpUri"].endswith("/MORFOLOGIK?lang=en")


def test_sarif_paths_are_uris(log: dict[str, Any], book: RuleBook) -> None:
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "news/art%7Ccle%2C%201.txt"}
    below = json.loads(sarif.report([make(path=str(Path.cwd() / "a b.txt"))], book))
    elsewhere = json.loads(sarif.report([make(path="/no-such-folder/a b.txt")], book))
    uris = [
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for log in (below, elsewhere)
    ]
    assert uris == ["a%20b.txt", "file:///no-such-folder/a%20b.txt"]


def test_junit_fits_its_schema_and_is_read(tmp_path: Path) -> None:
    text = junit.report([make(), make((), path="clean.txt")])
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(text.encode("utf-8")))
    (tmp_path / "junit.xml").write_text(text, encoding="utf-8")
    read = junitparser.JUnitXml.fromfile(str(tmp_path / "junit.xml"))
    assert (read.tests, read.failures, read.errors) == (5, 3, 0)
    (passed,) = [case for suite in read for case in suite if suite.name == "clean.txt"]
    assert passed.is_passed


def test_github_commands_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    lines = github.report([make()]).splitlines()
    assert len(lines) == len(CHANGES)
    assert [line.split(" ")[0] for line in lines] == ["::notice", "::error", "::error", "::warning"]
    properties, _, text = lines[1].removeprefix("::error ").partition("::")
    assert properties == "file=news/art|cle%2C 1.txt,line=2,endLine=2,title=exonym-name,col=6,endColumn=10"
    assert "50%25 [sic]" in text
    assert ",col=" not in lines[3]  # columns are for places on one line


def test_github_summary_says_what_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    github.report([make()] * 6)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## cleanup\n\n12 errors, 6 warnings, 6 notes\n")
    assert "not shown there: 2 more errors." in text
    assert "| news/art\\|cle, 1.txt:2 | exonym-name | “Mosca” → “Moscow” |" in text


def test_gitlab_has_what_the_service_requires() -> None:
    rows = json.loads(gitlab.report([make(), make(path="other.txt")]))
    for row in rows:
        assert {type(row[key]) for key in ("description", "check_name", "fingerprint", "severity")} == {str}
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert row["location"]["lines"]["begin"] >= 1
        assert not row["location"]["path"].startswith(("./", "/"))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 2 * len(CHANGES)


def test_rdjson_suggestions_are_true_in_bytes() -> None:
    report = json.loads(rdjson.report([make()]))
    lines = TEXT.encode("utf-8").splitlines(keepends=True)
    starts = [sum(map(len, lines[:index])) for index in range(len(lines) + 1)]
    data = TEXT.encode("utf-8")
    spans = []
    for row in report["diagnostics"]:
        assert row["severity"] in ("ERROR", "WARNING", "INFO")
        assert row["location"]["path"] == "news/art|cle, 1.txt"
        for suggestion in row.get("suggestions", [])[:1]:
            at = [starts[p["line"] - 1] + p["column"] - 1 for p in suggestion["range"].values()]
            spans.append((*at, suggestion["text"].encode("utf-8")))
    for start, end, new in sorted(spans, reverse=True):
        data = data[:start] + new + data[end:]
    assert data.decode("utf-8") == CORRECTED


def test_a_failed_file_says_where_and_why() -> None:
    said = [(each.line, each.message.partition(";")[0]) for each in FAILED]
    assert said == [
        (3, "byte 9 is not UTF-8"),
        (1, "cannot be read: Permission denied"),
        (1, "it/a.txt: cannot be read: Is a directory"),
    ]


def test_sarif_of_failed_files(book: RuleBook) -> None:
    log = json.loads(sarif.report([make()], book, FAILED))
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert list(jsonschema.Draft7Validator(schema).iter_errors(log)) == []
    (run,) = log["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [each["level"] for each in told] == ["error"] * 3
    place = told[0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "news/art%7Ccle%2C%202.txt"}, "region": {"startLine": 3}}
    known = run["tool"]["driver"]["notifications"]
    assert {known[each["descriptor"]["index"]]["id"] for each in told} == {told[0]["descriptor"]["id"]}
    assert len(run["results"]) == len(CHANGES)


def test_junit_of_failed_files(tmp_path: Path) -> None:
    text = junit.report([make()], FAILED)
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(etree.fromstring(text.encode("utf-8")))
    (tmp_path / "junit.xml").write_text(text, encoding="utf-8")
    read = junitparser.JUnitXml.fromfile(str(tmp_path / "junit.xml"))
    assert (read.tests, read.failures, read.errors) == (7, 3, 3)
    case = next(iter(next(iter(read))))
    assert isinstance(case.result[0], junitparser.Error)
    assert case.result[0].message.startswith("byte 9 is not UTF-8")


def test_github_tells_of_failed_files_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    lines = github.report([make()], FAILED).splitlines()
    assert len(lines) == len(FAILED) + len(CHANGES)
    properties, _, text = lines[0].removeprefix("::error ").partition("::")
    assert properties == "file=news/art|cle%2C 2.txt,line=3,title=unreadable-file"
    assert text.startswith("byte 9 is not UTF-8; convert 100%25 of it,%0A")
    assert "- gone.txt: cannot be read: Permission denied" in summary.read_text(encoding="utf-8")


def test_gitlab_rdjson_json_and_jsonl_of_failed_files() -> None:
    rows = json.loads(gitlab.report([make()], FAILED))
    assert [row["severity"] for row in rows[:4]] == ["blocker"] * 3 + ["info"]
    assert rows[0]["location"] == {"path": "news/art|cle, 2.txt", "lines": {"begin": 3, "end": 3}}
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    diagnostic = json.loads(rdjson.report([], FAILED))["diagnostics"][0]
    assert diagnostic["location"] == {"path": "news/art|cle, 2.txt", "range": {"start": {"line": 3}}}
    assert diagnostic["severity"] == "ERROR"
    report = json.loads(json_report.report([make()], FAILED))
    assert [(each["path"], each["line"]) for each in report["failed"]] == [(each.path, each.line) for each in FAILED]
    assert report["version"] == 1
    lines = [json.loads(line) for line in jsonl.report([make()], FAILED).splitlines()]
    assert lines[:3] == report["failed"]
    assert [line["path"] for line in lines if "error" not in line] == [make().path] * len(CHANGES)


def test_the_closing_line() -> None:
    found, clean = make(), make(())
    assert outcome([found, clean, found], []) == (
        "4 errors, 2 warnings, 2 notes in 2 of 3 files; `cleanup fix` repairs 4"
    )
    assert outcome([make(CHANGES[2:3])], []) == "1 warning in 1 file"
    assert outcome([clean] * 12, []) == "12 files, nothing found"
    assert outcome([clean], []) == "1 file, nothing found"
    assert outcome([clean, make(CHANGES[:1])], FAILED[:1]) == (
        "1 error in 1 of 2 files; 1 not read; `cleanup fix` repairs 1"
    )
    assert outcome([clean], FAILED) == "1 file, nothing found; 3 not read"


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "sarif"])
def test_no_findings_and_no_files(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import import_module

    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    writer = import_module(f"cleanup.reports.{WRITERS[name]}")
    for files in ([], [make(())]):
        text = writer.report(files)
        if name in ("json", "gitlab", "rdjson"):
            json.loads(text)
        elif name == "junit":
            etree.fromstring(text.encode("utf-8"))
        else:
            assert text == ""
