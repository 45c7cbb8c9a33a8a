"""JSONL: an object a line, the article in one of its fields; every other byte of the line stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from cleanup.formats.base import TEXT_FIELD, FormatError
from cleanup.formats.fields import FieldsDocument
from cleanup.formats.running import Builder, Running
from cleanup.formats.text import decode as decode_text

# A code point of a JSON string: a pair of surrogates, another escape, or itself.
_CODE_POINT = re.compile(r"\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|\\u\w{4}|\\.|.", re.DOTALL)
_SPACE = re.compile(r"[ \t]*")
_ESCAPED = re.compile(r"\\u(?!00[01])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def decode(path: Path, data: bytes, text_field: str = TEXT_FIELD, encoding: str | None = None) -> FieldsDocument:
    """The document in the bytes of a JSONL file; its segments are the strings called `text_field`.

    Lines that are empty, and those whose field is null, have no segment. Raises FormatError for what is not in its
    encoding or not JSON, and for an object without that field.
    """
    plain = decode_text(path, data, encoding)
    rows: list[Running] = []
    start = 0
    for number, line in enumerate(plain.text.split("\n"), 1):
        if line.strip():
            span = _field(path, number, line.rstrip("\r"), text_field)
            if span is not None:
                rows.append(_running(line, *span, start))
        start += len(line) + 1
    # New text is written as the file's other text is: as it reads, or with escapes.
    escapes = bool(_ESCAPED.search(plain.text)) and not _NOT_ASCII.search(plain.text)

    def write(text: str, _index: int) -> str:
        return json.dumps(text, ensure_ascii=escapes)[1:-1]

    return FieldsDocument(plain, text_field, tuple(rows), lambda edited: edited.splices(write))


def _field(path: Path, number: int, line: str, name: str) -> tuple[int, int] | None:
    """Where the string called `name` begins and ends, within its quotes; None where it is null."""
    place = f"{path}:{number}"
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        reason = f"{error.msg[:1].lower()}{error.msg[1:]} (column {error.colno})"
        raise FormatError(f"{place}: not JSON: {reason}; mend the line or remove it") from None
    except (ValueError, RecursionError) as error:  # a number or a depth beyond all measure
        raise FormatError(f"{place}: not JSON: {error}; mend the line or remove it") from None
    if not isinstance(row, dict):
        raise FormatError(f"{place}: a line must hold an object, with the article in its field {name!r}")
    if name not in row:
        known = ", ".join(map(repr, row)) or "none"
        raise FormatError(f"{place}: no field {name!r}; name another with --text-field (this line has: {known})")
    if row[name] is None:
        return None
    if not isinstance(row[name], str):
        raise FormatError(f"{place}: the field {name!r} holds no text; name another with --text-field")
    # Of several fields of one name, JSON takes the last.
    return [(start, end) for key, start, end in _members(line) if key == name][-1]


def _members(line: str) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of each value of the object in a line of JSON; quotes are left out."""
    parse = json.JSONDecoder()
    at = line.index("{") + 1
    while (at := _after_space(line, at)) < len(line) and line[at] != "}":
        if line[at] == ",":
            at = _after_space(line, at + 1)
        name, at = parse.raw_decode(line, at)
        at = _after_space(line, _after_space(line, at) + 1)
        _, end = parse.raw_decode(line, at)
        yield (name, at + 1, end - 1) if line[at] == '"' else (name, at, end)
        at = end


def _after_space(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return match.end() if match else at


def _running(line: str, start: int, end: int, offset: int) -> Running:
    """The string at `start:end` of a line, which begins at `offset` of the file."""
    builder = Builder()
    for match in _CODE_POINT.finditer(line, start, end):
        text = match.group() if len(match.group()) == 1 else json.loads(f'"{match.group()}"')
        # Half a surrogate pair is no character, and no pass could read it.
        text = "\ufffd" if "\ud800" <= text <= "\udfff" else text
        builder.character(text, offset + match.start(), offset + match.end())
    return builder.finish()
