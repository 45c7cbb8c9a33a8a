"""Plain text files: bytes in, text out, and back without a byte of difference outside the changes."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cleanup.edits import Change
from cleanup.formats.base import UTF8, FormatError, Segment, Splice
from cleanup.formats.running import Edited, Running, splice
from cleanup.formats.wrapped import unwrapped

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# Those of UTF-32 first: one begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = ("cp1252", "cp1250", "cp1254", "iso8859_1", "iso8859_2")  # the commonest first


@dataclass(frozen=True)
class TextDocument:
    """A file's text without its byte order mark, which is kept apart and written back."""

    path: Path
    text: str
    mark: bytes = b""
    encoding: str = UTF8

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The whole text; where a paragraph is broken into lines of one width, with spaces for the line ends."""
        return (self._running.segment if self._running else Segment(self.text),)

    @cached_property
    def _running(self) -> Running | None:
        return unwrapped(self.text)

    def encode(self, changes: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with these changes made. Raises FormatError where its encoding lacks a character."""
        return self.mark + encode_text(self.path, splice(self.text, self.splices(changes)), self.encoding)

    def splices(self, changes: Sequence[Sequence[Change]]) -> list[Splice]:
        """The changes in offsets of the file."""
        if changes[0] and self._running is not None:
            return Edited(self._running, changes[0]).splices(lambda text, _: text)
        return sorted((change.start, change.end, change.text) for change in changes[0])


def encode_text(path: Path, text: str, encoding: str) -> bytes:
    """The bytes of a changed text. Raises FormatError where the encoding lacks a character."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise FormatError(
            f"{path}:{line}: {encoding} has no “{text[error.start]}”, which a repair needs; convert the file to UTF-8 "
            f"(iconv -f {encoding} -t utf-8)"
        ) from None


def decode(path: Path, data: bytes, encoding: str | None = None) -> TextDocument:
    """The document in the bytes of a file; a byte order mark is stronger than `encoding`, without both it is UTF-8.

    Raises FormatError for what is binary or not in its encoding.
    """
    mark, marked = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", None))
    used = marked or _known(path, encoding or UTF8)
    body = data[len(mark) :]
    try:
        text = body.decode(used)
    except UnicodeError as error:
        raise _unreadable(path, body, used, getattr(error, "start", 0)) from None
    if "\0" in text:
        raise _binary(path)
    if used != UTF8 and not _is_kept(text, body, used):
        raise FormatError(f"{path}:1: cannot be written back in {used} as it was; convert it to UTF-8")
    return TextDocument(path, text, mark, used)


def _known(path: Path, encoding: str) -> str:
    """The name by which Python knows an encoding. Raises FormatError for none."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise FormatError(f"{path}: unknown encoding {encoding!r}; give a known one, cp1252, say") from None
    return UTF8 if name == "utf-8-sig" else name  # the mark is looked for anyway


def _is_kept(text: str, body: bytes, encoding: str) -> bool:
    """Whether the text gives the same bytes again: of some encodings several stand for one character."""
    try:
        return text.encode(encoding) == body
    except UnicodeError:
        return False


def _binary(path: Path) -> FormatError:
    return FormatError(f"{path}:1: the file is binary; give text, Markdown, HTML, .docx, JSONL or CSV")


def _unreadable(path: Path, body: bytes, encoding: str, at: int) -> FormatError:
    """What is said of bytes that are not in their encoding."""
    line = body.count(b"\n", 0, at) + 1
    if encoding != UTF8:
        return FormatError(f"{path}:{line}: byte {at} is not {encoding}; give another --encoding, or convert the file")
    if b"\0" in body:
        return _binary(path)
    looks = _likely_encoding(body)
    hint = "give its --encoding, or convert it to UTF-8"
    if looks:
        hint = f"it looks like {looks}; give --encoding {looks}, or convert it (iconv -f {looks} -t utf-8)"
    return FormatError(f"{path}:{line}: byte {at} is not UTF-8; {hint}")


def _likely_encoding(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to load, and only needed for this message

    def likelihood(match: CharsetMatch) -> tuple[float, float, int]:
        return match.coherence, -match.chaos, -_place(match)

    best = max(from_bytes(data[:200_000], cp_isolation=[*_ENCODINGS]), key=likelihood, default=None)
    return None if best is None else [*_ENCODINGS, best.encoding][_place(best)].replace("_", "-")


def _place(match: CharsetMatch) -> int:
    """The place among the encodings of the commonest that gives this text: Western ones agree on most letters."""
    return next((at for at, name in enumerate(_ENCODINGS) if name in match.could_be_from_charset), len(_ENCODINGS))
