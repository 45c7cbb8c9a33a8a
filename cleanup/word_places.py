"""Where the words of a text stand, so that patterns are tried only there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")


class WordPlaces:
    """The starts of a text's words, in code points, by the word in lower case, and the lines that they stand in."""

    def __init__(self, text: str) -> None:
        self._starts: dict[str, list[int]] = {}
        for match in _WORD.finditer(text):
            self._starts.setdefault(match.group().lower(), []).append(match.start())
        self._lines = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]

    def words(self) -> Iterable[str]:
        """The words that stand in the text."""
        return self._starts.keys()

    def lines_with(self, words: Sequence[str]) -> dict[int, int]:
        """The lines that hold one of the words, by number, in order; each with the last place of such a word."""
        places = sorted(start for word in words for start in self._starts.get(word, ()))
        return {self._line(start): start for start in places}

    def span(self, line: int) -> tuple[int, int]:
        """Where a line begins and ends, its line end included."""
        return self._lines[line], self._lines[line + 1]

    def openings(self, words: Sequence[str], reached: dict[int, int] | None) -> Iterator[int]:
        """The places of the words, from left to right; of those in lines with `reached` only what stands before it."""
        for start in sorted(start for word in words for start in self._starts.get(word, ())):
            if reached is None or start <= reached.get(self._line(start), -1):
                yield start

    def _line(self, offset: int) -> int:
        return bisect_right(self._lines, offset) - 1


@lru_cache(maxsize=8)
def word_places(text: str) -> WordPlaces:
    """The places of a text's words; the folders of a round read the same text."""
    return WordPlaces(text)
