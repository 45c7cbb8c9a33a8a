"""Words taken out, put in, or pointed at, for people at a terminal: in colours, or in marks where there are none.

The marks are those of `git diff --word-diff`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from cleanup.reports.levels import flat

OUT, IN, FLAG = "red strike", "bold green", "bold yellow underline"
_MARKS = {OUT: ("[-", "-]"), IN: ("{+", "+}"), FLAG: ("[?", "?]")}
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")


def has_colour(console: Console) -> bool:
    """Whether a console shows colours: not in a pipe or a file, with NO_COLOR, or on a terminal that has none."""
    return console.color_system is not None and not console.no_color


def visible(text: str) -> str:
    """The text of a change in one line: line ends are made visible, and spaces where there is nothing else."""
    shown = flat(text)
    return shown.replace(" ", "·") if not shown.strip() else shown


def styled(text: str, style: str, *, colour: bool) -> Text:
    """Words taken out (OUT), put in (IN) or only pointed at (FLAG)."""
    left, right = ("", "") if colour or not text else _MARKS[style]
    return Text(f"{left}{visible(text)}{right}", style)


def words(before: str, after: str, *, colour: bool) -> Text:
    """The two texts in one, word by word (by difflib)."""
    shown = Text()
    for kind, piece in word_parts(before, after):
        text = kept(piece) if kind == "=" else styled(piece, OUT if kind == "-" else IN, colour=colour)
        shown.append_text(text)
    return shown


def kept(text: str) -> Text:
    """What a change leaves as it is, in one line."""
    return Text(flat(text))


def word_parts(before: str, after: str) -> Iterator[tuple[str, str]]:
    """What both texts have (`=`), what only the first has (`-`), and only the second (`+`).

    A space between words that are replaced is replaced with them.
    """
    left, right = _PIECE.findall(before), _PIECE.findall(after)
    codes = difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    removed = added = ""
    for number, (tag, i1, i2, j1, j2) in enumerate(codes):
        old, new = "".join(left[i1:i2]), "".join(right[j1:j2])
        beside = [code[0] for code in codes[max(0, number - 1) : number + 2]]
        if tag == "equal" and not (old.isspace() and beside == ["replace", "equal", "replace"]):
            yield from _changed(removed, added)
            yield "=", old
            removed = added = ""
        else:
            removed, added = removed + old, added + new
    yield from _changed(removed, added)


def _changed(removed: str, added: str) -> Iterator[tuple[str, str]]:
    yield from ((kind, text) for kind, text in (("-", removed), ("+", added)) if text)
