"""The tokens that the counts of the lexicon are made of."""

from __future__ import annotations

import re
from typing import Final

TOKEN: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]|_")
"""Letters, a number, or one mark: the tokens of articles and of the counts."""

SENTENCE_START: Final = "<s>"
"""Stands before the first token of a sentence in the counts."""

NUMBER: Final = "<n>"
"""Stands for every number in the counts."""

_MARKS: Final = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "—": "–", "‑": "-", "‐": "-",
}  # fmt: skip


def fold(token: str) -> str:
    """Fold a token as the counts do: every number to one symbol, typographic marks to plain ones."""
    first = token[:1]
    if first.isalpha():
        return token
    if first.isdigit():
        return NUMBER
    return _MARKS.get(token, token)


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is a list."""
    return frozenset(text.split())
