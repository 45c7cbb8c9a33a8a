"""Word files: tracked changes and comments in, everything else unharmed."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import groupby
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.text.hyperlink import Hyperlink
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cleanup.edits import Change, accept
from cleanup.formats import FormatError
from cleanup.formats.docx import decode
from tests.formats.helpers import change, changes, replaced, words

PATH = Path("a.docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def bytes_of(document: WordDocument) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def sample() -> bytes:
    document = docx.Document()
    document.add_heading("The Mosca talks", 1)
    paragraph = document.add_paragraph("In ")
    paragraph.add_run("Mosca").bold = True
    paragraph.add_run("just before\tthe vote, the ")
    paragraph.add_run("authorities Italian").italic = True
    paragraph.add_run(" said so.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "the cell"
    table.cell(0, 1).text = "Roma"
    document.sections[0].header.paragraphs[0].text = "The header of Roma"
    return bytes_of(document)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def reviewed(data: bytes, *, accepted: bool) -> bytes:
    """The file after an editor accepted, or rejected, every tracked change, and deleted the comments."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts(data).items():
            if re.fullmatch(r"word/(document|header\d*|footnotes)\.xml", name):
                root = etree.fromstring(part)
                gone, kept = ("del", "ins") if accepted else ("ins", "del")
                for element in list(root.iter(W + gone)):
                    parent = element.getparent()
                    assert parent is not None
                    parent.remove(element)
                etree.strip_tags(root, W + kept)
                for element in list(root.iter(W + "delText")):
                    element.tag = W + "t"
                part = etree.tostring(root)
            package.writestr(name, part)
    return out.getvalue()


SAMPLE = sample()
DOCUMENT = decode(PATH, SAMPLE)


def test_reads_body_tables_and_headers() -> None:
    assert DOCUMENT.text.split("\n\n") == [
        "The Mosca talks",
        "In Moscajust before\tthe vote, the authorities Italian said so.",
        "the cell",
        "Roma",
        "The header of Roma",
    ]


def test_no_change_is_no_byte() -> None:
    assert DOCUMENT.encode([[]]) == SAMPLE


@settings(max_examples=60, deadline=None)
@given(changes(DOCUMENT.segments[0]), st.booleans())
def test_accepted_and_rejected(chosen: list[Change], suggest: bool) -> None:
    made, suggested = (chosen[::2], chosen[1::2]) if suggest else (chosen, [])
    data = DOCUMENT.encode_for_review([made], [suggested])
    wanted = words(accept(DOCUMENT.text, made))
    assert words(decode(PATH, data).text) == wanted
    assert words(decode(PATH, reviewed(data, accepted=True)).text) == wanted
    assert decode(PATH, reviewed(data, accepted=False)).text == DOCUMENT.text
    before, after = parts(SAMPLE), parts(data)
    changed = {name for name in after if before.get(name) != after[name]}
    own = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert changed <= own | {name for name in after if name.startswith("word/header")}


def test_change_over_runs_keeps_their_formatting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    data = DOCUMENT.encode([[replaced(DOCUMENT.segments[0], "Moscajust", "Moscow, just")]])
    root = etree.fromstring(parts(data)["word/document.xml"])
    deletion, insertion = next(root.iter(W + "del")), next(root.iter(W + "ins"))
    assert ["".join(e.itertext()) for e in (deletion, insertion)] == ["Mosca", "Moscow"]
    assert insertion.get(W + "author") == "cleanup"
    assert insertion.get(W + "date") == "1970-01-01T00:00:00Z"
    assert insertion.find(f"{W}r/{W}rPr/{W}b") is not None
    accepted = docx.Document(BytesIO(reviewed(data, accepted=True))).paragraphs[1]
    assert [(run.text, run.bold) for run in accepted.runs if run.bold] == [("Moscow", True), (", ", True)]
    comments = docx.Document(BytesIO(data)).comments
    assert [comment.text for comment in comments] == ["Because. (some-rule)"]


@pytest.mark.parametrize(
    ("runs", "wanted"),
    [
        (["the ", "*men old", " so"], ["the ", "*old men", " so"]),
        (["*the ", "men old", " so"], ["*the ", "old men so"]),
        (["the ", "*men ", "*old", " so"], ["the ", "*old men", " so"]),
        (["men ", "*old", " so"], ["*old ", "men so"]),
        (["*men", " old so"], ["old ", "*men", " so"]),
        (["*men old"], ["*old men"]),
    ],
)
def test_words_that_change_places_keep_their_formatting(runs: list[str], wanted: list[str]) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run.removeprefix("*")).italic = True if run.startswith("*") else None
    found = decode(PATH, bytes_of(document))
    data = found.encode([[replaced(found.segments[0], "men old", "old men")]])
    written = docx.Document(BytesIO(reviewed(data, accepted=True))).paragraphs[0].runs
    grouped = groupby((run for run in written if run.text), key=lambda run: run.italic)
    assert ["*" * bool(italic) + "".join(run.text for run in same) for italic, same in grouped] == wanted
    assert decode(PATH, reviewed(data, accepted=False)).text == found.text


@pytest.mark.parametrize(
    ("before", "link", "behind", "wanted"),
    [
        ("the ", "men old", " so", "the [old men] so"),
        ("", "men old", "", "[old men]"),
        ("the men ", "old", " so", "the [old] men so"),
        ("the ", "men", " old so", "the old [men] so"),
        ("the ", "men old men", " so", "the [old men men] so"),
    ],
)
def test_words_that_change_places_stay_in_their_link(before: str, link: str, behind: str, wanted: str) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph(before)
    element = OxmlElement("w:hyperlink")
    element.append(paragraph.add_run(link)._r)
    paragraph._p.append(element)  # type: ignore[arg-type]
    paragraph.add_run(behind)
    found = decode(PATH, bytes_of(document))
    data = found.encode([[replaced(found.segments[0], "men old", "old men")]])
    written = docx.Document(BytesIO(reviewed(data, accepted=True))).paragraphs[0]
    shown = [f"[{part.text}]" if isinstance(part, Hyperlink) else part.text for part in written.iter_inner_content()]
    assert " ".join("".join(shown).split()) == wanted


def test_a_suggestion_is_a_comment_alone() -> None:
    suggestion = replaced(DOCUMENT.segments[0], "vote", "poll")
    data = DOCUMENT.encode_for_review([[]], [[suggestion]])
    assert decode(PATH, data).text == DOCUMENT.text
    assert b"<w:ins " not in parts(data)["word/document.xml"]
    assert [c.text for c in docx.Document(BytesIO(data)).comments] == [
        "Suggestion: “poll” for “vote”. Because. (some-rule)"
    ]


def test_tracked_changes_of_others_stay() -> None:
    once = DOCUMENT.encode([[replaced(DOCUMENT.segments[0], "vote", "poll")]])
    found = decode(PATH, once)
    start = found.text.index("poll")
    assert any(span.start <= start < span.end for span in found.segments[0].protected)
    twice = found.encode([[replaced(found.segments[0], "so.", "it.")]])
    assert decode(PATH, twice).text == DOCUMENT.text.replace("vote", "poll").replace("so.", "it.")
    assert [comment.comment_id for comment in docx.Document(BytesIO(twice)).comments] == [0, 1]
    numbers = [e.get(W + "id") for e in etree.fromstring(parts(twice)["word/document.xml"]).iter(W + "ins", W + "del")]
    assert len(numbers) == len(set(numbers)) == 4


def test_insertions_at_both_ends() -> None:
    size = len(DOCUMENT.text)
    made = [change(DOCUMENT.segments[0], 0, 0, "So "), change(DOCUMENT.segments[0], size, size, " here")]
    assert decode(PATH, DOCUMENT.encode([made])).text == f"So {DOCUMENT.text} here"


def package(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts(SAMPLE).items():
            made.writestr(name, content if name == "word/document.xml" else part)
    return out.getvalue()


BOMB = package(b"<w:document/>" + b" " * (201 * 1024 * 1024))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a Word file"),
        (b"PK\x03\x04 and no more", "not a Word file"),
        (package(b"<w:p"), "broken XML"),
        (package(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "document type"),
        (BOMB, "unpacks to more than 200 MB"),
        (SAMPLE[:-200], "not a Word file"),
    ],
    ids=["empty", "cut", "xml", "doctype", "bomb", "no directory"],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=rf"^a\.docx:?.*{message}"):
        decode(PATH, data)
