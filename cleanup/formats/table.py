"""CSV and TSV: the article in the column of a given name; every other byte stays, and each field keeps its quotes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cleanup.formats.base import TEXT_FIELD, FormatError, Splice
from cleanup.formats.fields import FieldsDocument
from cleanup.formats.running import Builder, Edited, Running, splice
from cleanup.formats.text import decode as decode_text

_DELIMITERS = ",;\t|"


class _Field(NamedTuple):
    """A field at `start:end` of the file, its quotes among it."""

    start: int
    end: int
    line: int
    quoted: bool


def decode(path: Path, data: bytes, text_field: str = TEXT_FIELD, encoding: str | None = None) -> FieldsDocument:
    """The document in the bytes of a CSV file whose first row names the columns; its segments are those fields.

    The delimiter is the one with which the first row has a column called `text_field`. Raises FormatError for what is
    not in its encoding, has no such column, or has a row without it.
    """
    plain = decode_text(path, data, encoding)
    if not plain.text.strip():
        return FieldsDocument(plain, text_field, (), lambda _: [])
    delimiter = _delimiter(path, plain.text, text_field)
    rows = list(_rows(plain.text, delimiter))
    _check(path, plain.text, delimiter, rows)
    names = [_value(plain.text, field) for field in rows[0]]
    column = names.index(text_field)
    fields: list[_Field] = []
    for row in rows[1:]:
        if len(row) <= column:
            if len(row) == 1 and row[0].start == row[0].end:
                continue  # an empty line
            raise FormatError(
                f"{path}:{row[0].line}: {len(row)} of {len(rows[0])} columns, without {text_field!r}; mend the row"
            )
        fields.append(row[column])
    quoted = {field.start: field for field in fields}

    def write(edited: Edited) -> list[Splice]:
        return _write(edited, plain.text, quoted, delimiter)

    running = tuple(_running(plain.text, field) for field in fields)
    return FieldsDocument(plain, text_field, running, write)


def _delimiter(path: Path, text: str, name: str) -> str:
    for delimiter in _DELIMITERS:
        first = next(_rows(text, delimiter))
        if name in (_value(text, field) for field in first):
            return delimiter
    header = re.split(r"[\r\n]", text, maxsplit=1)[0][:120]
    raise FormatError(f"{path}:1: no column {name!r}; name another with --text-field (the first line is: {header})")


def _rows(text: str, delimiter: str) -> Iterator[list[_Field]]:
    """The fields of each row."""
    pattern = re.compile(
        rf'(?:"(?P<quoted>[^"]*(?:""[^"]*)*)"|(?P<plain>[^{re.escape(delimiter)}\r\n]*))'
        rf"(?P<end>{re.escape(delimiter)}|\r\n|\r|\n|\Z)"
    )
    row: list[_Field] = []
    at, line = 0, 1
    while at < len(text) or row:
        match = pattern.match(text, at)
        if match is None:  # a quoted field that is not closed, or goes on behind its quotes
            row.append(_Field(at, len(text), line, quoted=True))
            break
        quoted = match["quoted"] is not None
        row.append(_Field(at, match.end("quoted") + 1 if quoted else match.end("plain"), line, quoted))
        line += len(re.findall(r"\r\n|\r|\n", match.group()))
        at = match.end()
        if match["end"] != delimiter:
            yield row
            row = []
    if row:
        yield row


def _value(text: str, field: _Field) -> str:
    raw = text[field.start : field.end]
    return raw[1:-1].replace('""', '"') if field.quoted else raw


def _check(path: Path, text: str, delimiter: str, rows: list[list[_Field]]) -> None:
    """Raise FormatError where Python's own reader reads the file another way: then its quotes are broken."""
    limit = csv.field_size_limit(max(len(text), 131_072))
    theirs = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = rows[0]
    try:
        for row in rows:
            if next(theirs) != [_value(text, field) for field in row] and (row[0].start, len(row)) != (row[-1].end, 1):
                raise FormatError(f"{path}:{row[0].line}: the quotes of this row are broken; mend the row")
    except (csv.Error, StopIteration):
        raise FormatError(f"{path}:{row[0].line}: the quotes of this row are broken; mend the row") from None
    finally:
        csv.field_size_limit(limit)


def _running(text: str, field: _Field) -> Running:
    builder = Builder()
    if not field.quoted:
        builder.run(text[field.start : field.end], field.start)
        return builder.finish()
    for match in re.compile(r'""|.', re.DOTALL).finditer(text, field.start + 1, field.end - 1):
        builder.character(match.group()[:1], match.start(), match.end())
    return builder.finish()


def _write(edited: Edited, text: str, fields: dict[int, _Field], delimiter: str) -> list[Splice]:
    """The changes of one field; it gets quotes where the new text needs them."""
    first = edited.running.places[0].start
    field = fields.get(first) or fields[first - 1]
    if field.quoted:
        return edited.splices(lambda new, _: new.replace('"', '""'))
    plain = edited.splices(lambda new, _: new)
    if not any(mark in new for _, _, new in plain for mark in (delimiter, '"', "\r", "\n")):
        return plain
    whole = splice(text[: field.end], plain)[field.start :]
    return [(field.start, field.end, '"' + whole.replace('"', '""') + '"')]
