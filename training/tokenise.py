"""Marked sentences as word pieces with a label on every piece."""

from dataclasses import dataclass

from cleanup.neural.pieces import Encoded, PieceTable, encode
from cleanup.neural.units import cut
from training.marks import KEEP, TAG_INDEX, Mark, render

LONGEST = 96
"""Word pieces of a text in training at most; the rest of a longer one is cut off."""

IGNORED = -100
"""Label of pieces that no loss is computed for (the separator)."""


@dataclass(slots=True)
class Example:
    """One training example: piece numbers, token types and labels, all of one length."""

    ids: list[int]
    types: list[int]
    labels: list[int]


def labelled(marks: list[Mark], table: PieceTable) -> Example:
    """Encode damaged text and put every mark's tag on the word piece that holds the mark's first character.

    A fused word is one unit whose pieces need not begin where a mark does (`toka|##yev|##rei|…`); the split then sits
    on the piece that holds the boundary. Where two tags meet on one piece, the later one, the split, wins.
    """
    text = render(marks)
    encoded = encode(cut(text), table)
    labels = [TAG_INDEX[KEEP]] * len(encoded.ids)
    labels[-1] = IGNORED
    for start, tag in _tag_places(marks):
        labels[_piece_at(encoded, start)] = TAG_INDEX[tag]
    return Example(encoded.ids, encoded.types, labels)


def _tag_places(marks: list[Mark]) -> list[tuple[int, str]]:
    """Return the tags other than keep with their places in code points of the damaged text; -1 for the start mark."""
    places: list[tuple[int, str]] = []
    position = 0
    for mark in marks:
        position += int(mark.space)
        if mark.tag != KEEP:
            places.append((-1 if mark.part == "START" else position, mark.tag))
        position += len(mark.text)
    return places


def _piece_at(encoded: Encoded, start: int) -> int:
    """Return the position in `ids` of the piece that holds the character at `start`."""
    low, high = 0, len(encoded.offsets)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if encoded.offsets[middle] <= start else (low, middle)
    # `low` counts the pieces that begin at or before the character; the start piece is position 0.
    return low
