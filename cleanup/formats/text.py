"""Plain text files: bytes in, text out, and back without a byte of difference outside the changes."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cleanup.edits import Change
from cleanup.formats.base import FormatError, Segment, Splice
from cleanup.formats.running import Edited, splice
from cleanup.formats.wrapped import unwrapped

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ENCODINGS = ("cp1252", "cp1250", "cp1254", "iso8859_1", "iso8859_2")  # the commonest first


@dataclass(frozen=True, slots=True)
class TextDocument:
    """A file's text without its byte order mark, which is kept apart and written back."""

    path: Path
    text: str
    mark: bytes = b""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The whole text; where a paragraph is broken into lines of one width, with spaces for the line ends."""
        running = unwrapped(self.text)
        return (running.segment if running else Segment(self.text),)

    def encode(self, changes: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with these changes made."""
        return self.mark + splice(self.text, self.splices(changes)).encode("utf-8")

    def splices(self, changes: Sequence[Sequence[Change]]) -> list[Splice]:
        """The changes in offsets of the file."""
        running = unwrapped(self.text) if changes[0] else None
        if running is not None:
            return Edited(running, changes[0]).splices(lambda text, _: text)
        return sorted((change.start, change.end, change.text) for change in changes[0])


def read_text(path: Path) -> TextDocument:
    """The document in a UTF-8 file, line ends untouched. Raises FormatError, OSError."""
    return decode(path, path.read_bytes())


def decode(path: Path, data: bytes) -> TextDocument:
    """The document in the bytes of a file. Raises FormatError for what is empty, binary or not UTF-8."""
    mark = next((mark for mark, encoding in _MARKS if encoding == "utf-8" and data.startswith(mark)), b"")
    other = next((encoding for sign, encoding in _MARKS[1:] if data.startswith(sign)), None)
    if other:
        raise FormatError(f"{path}:1: the file is {other.upper()}; convert it to UTF-8 (iconv -f {other} -t utf-8)")
    body = data[len(mark) :]
    if not body.strip():
        raise FormatError(f"{path}:1: the file is empty; remove it, or put an article in it")
    if b"\0" in body:
        raise FormatError(f"{path}:1: the file is binary; give text, Markdown, HTML, .docx, JSONL or CSV")
    try:
        return TextDocument(path, body.decode("utf-8"), mark)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        looks = _likely_encoding(body)
        hint = f"it looks like {looks}; convert it (iconv -f {looks} -t utf-8)" if looks else "convert it to UTF-8"
        raise FormatError(f"{path}:{line}: byte {error.start} is not UTF-8; {hint}") from None


def _likely_encoding(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to load, and only needed for this message

    found = from_bytes(data[:200_000], cp_isolation=[*_ENCODINGS])
    best = max(found, key=lambda match: (match.coherence, -match.chaos), default=None)
    if best is None:
        return None
    # Western encodings agree on most letters: of those that give the same text, the commonest is named.
    return next((name for name in _ENCODINGS if name in best.could_be_from_charset), best.encoding).replace("_", "-")
