"""JSONL and CSV: one segment a row, and every byte outside the changed words stays."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleanup.edits import accept
from cleanup.formats import Document, FormatError, decode
from tests.formats.helpers import change, changes, check_round_trip, replaced

TEXT = st.text(st.sampled_from("the Mosca, just \";'\\/\n\té😀\u2028|"), max_size=30)


def jsonl(text: str, field: str = "text") -> Document:
    return decode(Path("a.jsonl"), text.encode(), field)


def table(text: str, field: str = "text", name: str = "a.csv") -> Document:
    return decode(Path(name), text.encode(), field)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.booleans(), st.sampled_from(["\n", "\r\n"]), st.data())
def test_jsonl(texts: list[str], ascii_only: bool, end: str, data: st.DataObject) -> None:
    rows = [{"id": 1, "text": text, "more": [text, {"text": 1.50}]} for text in texts]
    raw = end.join(json.dumps(row, ensure_ascii=ascii_only) for row in rows)
    found = jsonl(raw)
    assert [segment.text for segment in found.segments] == texts
    assert found.encode([[] for _ in texts]) == raw.encode()
    chosen = [data.draw(changes(segment)) if segment.text else [] for segment in found.segments]
    written = check_round_trip(found, Path("a.jsonl"), chosen)
    expected = [{**row, "text": accept(text, made)} for row, text, made in zip(rows, texts, chosen, strict=True)]
    assert [json.loads(line) for line in written.decode().split("\n")] == expected


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.sampled_from(",;\t"), st.booleans(), st.data())
def test_csv(texts: list[str], delimiter: str, quote_all: bool, data: st.DataObject) -> None:
    raw = io.StringIO()
    writer = csv.writer(raw, delimiter=delimiter, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL)
    writer.writerows([["id", "text", "note"], *([str(i), text, 'a "note"'] for i, text in enumerate(texts))])
    found = table(raw.getvalue())
    assert [segment.text for segment in found.segments] == texts
    assert found.encode([[] for _ in texts]) == raw.getvalue().encode()
    chosen = [data.draw(changes(segment)) if segment.text else [] for segment in found.segments]
    written = check_round_trip(found, Path("a.csv"), chosen)
    rows = list(csv.reader(io.StringIO(written.decode(), newline=""), delimiter=delimiter))[1:]
    assert [row[1] for row in rows] == [accept(text, made) for text, made in zip(texts, chosen, strict=True)]
    assert {row[2] for row in rows} == {'a "note"'}


def test_jsonl_keeps_the_bytes_of_the_row() -> None:
    raw = (
        '{"n": 1.50e3,  "b":"\\u00e9\\/" ,"text":"the \\u201cMosca\\u201d\\n", "text2": "Mosca"}\r\n\r\n{"text":null}\n'
    )
    found = jsonl(raw)
    assert len(found.segments) == 1
    written = found.encode([[replaced(found.segments[0], "Mosca", "Móscow")]])
    assert written.decode() == raw.replace("Mosca", "M\\u00f3scow", 1)


def test_jsonl_writes_as_its_file_does() -> None:
    found = jsonl('{"text": "é Mosca"}')
    assert found.encode([[replaced(found.segments[0], "Mosca", "Ó\n")]]).decode() == '{"text": "é Ó\\n"}'


def test_of_two_fields_of_one_name_the_last_counts() -> None:
    assert jsonl('{"text": "first", "text": "last"}').segments[0].text == "last"


def test_half_a_surrogate_pair() -> None:
    raw = '{"text": "a \\ud83d Mosca \\ud83d\\ude00"}'
    found = jsonl(raw)
    assert found.segments[0].text == "a \ufffd Mosca 😀"
    assert found.encode([[replaced(found.segments[0], "Mosca", "M")]]).decode() == raw.replace("Mosca", "M")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ('{"text": "a"}\n{"text": "b"', r"^a\.jsonl:2: not JSON: expecting ',' delimiter \(column 13\)"),
        ('{"text": "a"}\n["b"]', r"^a\.jsonl:2: a line must hold an object"),
        ('{"body": "a", "n": 1}', r"^a\.jsonl:1: no field 'text'; name another with --text-field \(.*'body', 'n'\)"),
        ('{"text": 5}', r"^a\.jsonl:1: the field 'text' holds no text"),
        ("[" * 100_000, r"^a\.jsonl:1: not JSON: "),
    ],
)
def test_broken_jsonl(raw: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        jsonl(raw)


def test_a_field_gets_quotes_where_it_needs_them() -> None:
    raw = 'id,text\r\n1,Mosca said 5" so\r\n2,"so, ""Mosca"""\r\n'
    found = table(raw)
    first, second = found.segments
    written = found.encode([[replaced(first, "Mosca", "Moscow,")], [replaced(second, "Mosca", '"M"')]]).decode()
    assert written == 'id,text\r\n1,"Moscow, said 5"" so"\r\n2,"so, """"M"""""\r\n'


def test_insertion_at_the_end_of_a_field() -> None:
    found = table("text;n\nMosca;1\n")
    written = found.encode([[change(found.segments[0], 5, 5, "; so")]]).decode()
    assert written == 'text;n\n"Mosca; so";1\n'


def test_columns_by_another_name_and_tabs() -> None:
    assert table("id\tbody\n1\tso, it is\n", "body", "a.tsv").segments[0].text == "so, it is"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("id,body\n1,a\n", r"^a\.csv:1: no column 'text'; name another with --text-field \(.*id,body\)"),
        ("id,text\n1,a\n2\n", r"^a\.csv:3: 1 of 2 columns, without 'text'; mend"),
        ('id,text\n1,"a\nb"\n2,"never closed\n', r"^a\.csv:4: the quotes of this row are broken"),
        ('id,text\n1,"a"b\n', r"^a\.csv:2: the quotes of this row are broken"),
    ],
)
def test_broken_csv(raw: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        table(raw)


def test_csv_in_another_encoding() -> None:
    with pytest.raises(FormatError, match=r"^a\.csv:2: byte 9 is not UTF-8; .*convert it"):
        decode(Path("a.csv"), "text\ncittà perché così\n".encode("cp1252"))
