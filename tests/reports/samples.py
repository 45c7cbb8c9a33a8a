"""Findings made by hand, with everything in them that a format must escape or count."""

from __future__ import annotations

from pathlib import Path

from cleanup.edits import Applicability, Change, Edit
from cleanup.findings import Failed, FileFindings
from cleanup.formats.text import TextDocument

# An emoji beyond the basic plane, two CJK signs, a tab, CR LF, and marks that Markdown, XML and workflow commands use.
TEXT = "First | line: <b> & 100%, *not* wrong.\r\n😀 In Mosca, 漢字\tthe authorities Italian,\r\nwaited\r\nhere.\n"


FAILED = (
    Failed(
        "news/art|cle, 2.txt", "news/art|cle, 2.txt:3: byte 9 is not UTF-8; convert 100% of it,\nor give <text>.\x07"
    ),
    Failed("gone.txt", "gone.txt: cannot be read: Permission denied; check the file and its permissions"),
    Failed("it/a", "it/a.txt: cannot be read: Is a directory; check the file and its permissions"),  # its source
)


def change(
    original: str,
    *replacements: str,
    rule: str = "exonym-name",
    applicability: Applicability = Applicability.SAFE,
    message: str = "English has another name: 50% [sic],\nhere.",
    text: str = TEXT,
) -> Change:
    """A change of the first place where `original` stands."""
    start = text.index(original)
    span = (start, start + len(original), original, replacements)
    edit = Edit(*span, rule, "exonym", applicability, 0.9, message, "exonyms")
    return Change(*span, applicability is Applicability.SAFE, (edit,))


CHANGES = (
    change("Mosca", "Moscow", "Muscovy"),
    change("authorities Italian", "Italian authorities", rule="nationality-after-noun", message="Order.\x07"),
    change("waited\r\nhere", "waited here", rule="own-rule", applicability=Applicability.UNSAFE),
    change("wrong", rule="languagetool/MORFOLOGIK", applicability=Applicability.DISPLAY),
)


def make(changes: tuple[Change, ...] = CHANGES, text: str = TEXT, path: str = "news/art|cle, 1.txt") -> FileFindings:
    """The findings of a file from changes of its text."""
    ordered = tuple(sorted(changes, key=lambda c: c.start))
    return FileFindings(path, TextDocument(Path(path), text), (ordered,))
