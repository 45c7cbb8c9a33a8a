"""Files of rows, each with an article in one of its fields: what JSONL and CSV have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cleanup.edits import Change
from cleanup.formats.base import Segment, Splice
from cleanup.formats.running import Edited, Running, splice
from cleanup.formats.text import TextDocument, encode_text


@dataclass(frozen=True)
class FieldsDocument:
    """A file of rows; each segment is the field called `text_field` of one row.

    `plain` is the file as text, `rows` are the fields as they read, with their places in the file; `write` gives the
    replacements in the file that put changes into one of them.
    """

    plain: TextDocument
    text_field: str
    rows: tuple[Running, ...]
    write: Callable[[Edited], list[Splice]]

    @property
    def path(self) -> Path:
        """Where it was read."""
        return self.plain.path

    @property
    def text(self) -> str:
        """The file's text, in which reported offsets count."""
        return self.plain.text

    @property
    def encoding(self) -> str:
        """The file's encoding."""
        return self.plain.encoding

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The article of each row, in order."""
        return tuple(row.segment for row in self.rows)

    def encode(self, changes: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with these changes made; nothing but the changed words is written anew.

        Raises FormatError where the encoding lacks a character.
        """
        return self.plain.mark + encode_text(self.path, splice(self.text, self.splices(changes)), self.encoding)

    def splices(self, changes: Sequence[Sequence[Change]]) -> list[Splice]:
        """The replacements in the file's text that make these changes."""
        splices: list[Splice] = []
        for row, chosen in zip(self.rows, changes, strict=True):
            if chosen:
                splices += self.write(Edited(row, chosen))
        return splices
