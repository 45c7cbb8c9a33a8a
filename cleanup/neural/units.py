"""Cutting text into the units that the tagger labels, shared by training and use.

A unit is a run of letters, a run of digits or one other character. A run of letters also ends where a lower-case letter
meets a capital, so that `theCentral` becomes two units without a space between them: the place where a fused word
splits is then a place that the model can point at.
"""

from dataclasses import dataclass

import regex

UNIT = regex.compile(r"\p{Lu}+(?:[^\P{L}\p{Lu}]|\p{M})*|(?:[^\P{L}\p{Lu}]|\p{M})+|\p{N}+|[^\s\p{L}\p{N}]")

LOWER, CAPITALISED, ALL_CAPITALS, MIXED = range(4)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a text: half-open span in code points, and whether white space (or nothing) stands before it."""

    start: int
    end: int
    text: str
    space_before: bool


def cut(text: str) -> list[Unit]:
    """Cut a text into units, in order, without overlap; white space belongs to no unit."""
    units: list[Unit] = []
    previous_end = -1
    for match in UNIT.finditer(text):
        start, end = match.span()
        units.append(Unit(start, end, match.group(), start != previous_end))
        previous_end = end
    return units


def case_shape(text: str) -> int:
    """Say how a word piece is written: 0 without capitals, 1 capitalised, 2 all capitals, 3 mixed."""
    if text == text.lower():
        return LOWER
    if text[0].isupper() and text[1:] == text[1:].lower():
        return CAPITALISED
    return ALL_CAPITALS if text == text.upper() else MIXED


def type_id(text: str, space_before: bool) -> int:
    """Return the token type (0 to 7) of a word piece: its case shape and whether a space stands before it."""
    return 2 * case_shape(text) + int(space_before)
