"""The quotation marks of a paragraph: which ones they are, what each does there, and the article's own style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cleanup.article import Span

STYLES: Final = {"curly": "“”", "straight": '""', "guillemets": "«»", "german": "„“"}
ENGLISH: Final = ("curly", "straight")
MARK: Final = re.compile(r"[“”„«»\"]")
_GERMAN_PAIR: Final = re.compile(r"„[^“”„«»\"\n]+“")
_CLOSING_LOW: Final = re.compile(r"(?<=[\w.,!?…])“(?=[\s.,;:!?)]|\Z)")
"""Where “ stands it closes, as in German."""
_ANGLED_PAIR: Final = re.compile(r"«[^“”„«»\"\n]+»")
_FOREIGN_STYLE: Final = 4  # times as many marks of another language as of English: the article's own
_CLOSES: Final = frozenset(" \t\u00a0\u202f.,;:!?…)]}–—-’'")
_OPENS: Final = frozenset(" \t\u00a0\u202f([{–—-‘'/")
SPACES: Final = frozenset(" \t\u00a0\u202f")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark and what it does there."""

    at: int
    text: str
    role: Literal["open", "close"]
    is_certain: bool


def main_style(text: str) -> str:
    """Which marks the article uses most, as a key of `STYLES`; those of English unless others are far more."""
    counts = Counter(text)
    # A foreign mark that an English one closes is damage and no style.
    paired = len(_GERMAN_PAIR.findall(text)) if counts["„"] else 0
    closing = len(_CLOSING_LOW.findall(text)) if counts["“"] else 0
    curly = counts["“"] + counts["”"] - max(paired, closing)
    angled = 2 * len(_ANGLED_PAIR.findall(text)) if counts["«"] else 0
    found = {"curly": curly, "straight": counts['"'], "guillemets": angled, "german": 2 * paired}
    if curly + counts['"'] and max(angled, 2 * paired) < _FOREIGN_STYLE * (curly + counts['"']):
        found["guillemets"] = found["german"] = 0
    return max(found, key=lambda style: (found[style], style == "curly", style == "straight"))


def read_marks(text: str, paragraph: Span) -> list[Mark]:
    """The quotation marks of a paragraph, each with what its neighbours say that it does."""
    marks: list[Mark] = []
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        is_open = bool(marks) and marks[-1].role == "open"
        if match.group() == '"' and before.isdigit() and not is_open:
            continue  # inches
        role, is_certain = _role(match.group(), before, after, is_open)
        marks.append(Mark(at, match.group(), role, is_certain))
    return marks


def _role(mark: str, before: str, after: str, is_open: bool) -> tuple[Literal["open", "close"], bool]:
    """What a mark does, and whether its neighbours alone say so."""
    opens = before in _OPENS and after not in _CLOSES
    closes = before not in SPACES and before not in "([{" and (after in _CLOSES or before in ".,!?…")
    if opens != closes:
        return ("open" if opens else "close"), True
    if mark in "«„“" and not is_open:
        return "open", False
    if mark in "»”" and is_open:
        return "close", False
    return ("close" if is_open else "open"), False


def alternate(marks: Sequence[Mark]) -> bool:
    """Whether opening and closing marks take turns: in nested or broken quotations nothing is certain."""
    roles = [mark.role for mark in marks]
    return all(role == ("open", "close")[number % 2] for number, role in enumerate(roles))
