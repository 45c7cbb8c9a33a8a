"""Plain text whose paragraphs are broken into lines of one width: to a reader such a line end is a space.

A block of lines counts as wrapped where every line ends only because the next word had no room on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleanup.formats.running import Builder, Running

_BLOCK = re.compile(r"^(?:[^\S\r\n]*\S[^\r\n]*(?:\r?\n|\Z)){2,}", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"[^\S\r\n]*\r?\n[^\S\r\n]*(?=\S)")
_ITEM = re.compile(r"\s*(?:[-–—•*·>|]|\d{1,3}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\s*\Z")
_NARROWEST = 40
_WIDEST = 120
_WIDE = 60  # a block of two lines is wrapped only if it is at least as wide as this


def unwrapped(text: str) -> Running | None:
    """The text with a space for each line end inside a wrapped paragraph; None where there is none."""
    ends = [*_soft_ends(text)]
    if not ends:
        return None
    builder = Builder()
    at = 0
    for start, end in ends:
        builder.run(text[at:start], at)
        builder.space(start, end)
        at = end
    builder.run(text[at:], at)
    return builder.finish()


def _soft_ends(text: str) -> Iterator[tuple[int, int]]:
    """The line ends of wrapped paragraphs, with the spaces around them."""
    for block in _BLOCK.finditer(text):
        if _is_wrapped(_LINE.findall(block.group())):
            last = block.end() - (len(block.group()) - len(block.group().rstrip()))
            yield from (match.span() for match in _LINE_END.finditer(text, block.start(), last))


def _is_wrapped(lines: Sequence[str]) -> bool:
    widths = [len(line.rstrip()) for line in lines]
    width = max(widths)
    if not _NARROWEST <= width <= _WIDEST or any(_ITEM.match(line) for line in lines):
        return False
    full = all(
        size + 1 + len(following.split(maxsplit=1)[0]) > width
        for size, (_, following) in zip(widths, pairwise(lines), strict=False)
    )
    open_lines = sum(not _SENTENCE_END.search(line) for line in lines[:-1])
    return full and open_lines * 2 > len(lines) - 1 and (len(lines) > 2 or width >= _WIDE)
