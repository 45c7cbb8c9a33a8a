"""Changes at random places of a segment, for the property tests of the formats."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import strategies as st

from cleanup.edits import Applicability, Change, Edit, accept
from cleanup.formats import Document, Segment, decode

_NEW = ["Moscow", "Moscow,", "the", "of Rome", "Tom & Anna", "x < y", "it’s", "“so”", "É", "1. one", "# two", ""]
WORDS = st.sampled_from(_NEW)
# Two words that change places, words, the space before one, and the points where a word begins or ends.
_SPOT = re.compile(r"\w+ \w+|\w+| (?=\w)|\b")


def change(segment: Segment, start: int, end: int, text: str, *, applied: bool = True) -> Change:
    """A change of one edit."""
    original = segment.text[start:end]
    edit = Edit(start, end, original, (text,), "some-rule", "name", Applicability.SAFE, 0.9, "Because.", "some")
    return Change(start, end, original, (text,), applied, (edit,))


def replaced(segment: Segment, old: str, new: str) -> Change:
    """The change of the first `old` in a segment to `new`."""
    start = segment.text.index(old)
    return change(segment, start, start + len(old), new)


@st.composite
def changes(draw: st.DrawFn, segment: Segment) -> list[Change]:
    """Changes of some words and spaces that are not protected; they do not overlap."""
    made: list[Change] = []
    at = -1
    for spot in _SPOT.finditer(segment.text):
        free = not any(span.start < spot.end() + 1 and spot.start() - 1 < span.end for span in segment.protected)
        if spot.start() <= at or not free or draw(st.integers(0, 3)) != 0:
            continue
        new = draw(WORDS)
        if " " in spot.group().strip():
            new = " ".join(reversed(spot.group().split()))
        elif spot.group().isspace() or spot.start() == spot.end():
            new = f" {new} " if new else ""
        if new != spot.group():
            made.append(change(segment, spot.start(), spot.end(), new))
            at = spot.end()
    return made


def words(text: str) -> list[str]:
    """The words of a text: formats need not keep the white space between paragraphs."""
    return text.split()


def check_round_trip(document: Document, path: Path, chosen: list[list[Change]]) -> bytes:
    """Assert that encoding and decoding gives the changed words; the bytes are returned."""
    data = document.encode(chosen)
    for segment, made, after in zip(document.segments, chosen, decode(path, data).segments, strict=True):
        assert words(after.text) == words(accept(segment.text, made))
    return data
