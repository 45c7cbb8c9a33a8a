"""Runs of foreign words that no table translates: flagged, so that somebody reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleanup.edits import Edit
from cleanup.lexicon.words import FOREIGN_LANGUAGES
from cleanup.passes.residue.reading import KNOWN, Reading
from cleanup.reading import Part

_LEAST_RUN: Final = 4  # words of a foreign run that is flagged without other evidence of a translation


def run_edits(reading: Reading) -> Iterator[Edit]:
    """Edits without a replacement."""
    yield from _Runs(reading).edits()


class _Runs(Part[Reading]):
    """The runs of one article."""

    def edits(self) -> Iterator[Edit]:
        index = 0
        while index < len(self._tokens):
            last = index
            while (
                last < len(self._tokens)
                and self._is_foreign_word(last)
                and (last == index or self._places.before(last))
            ):
                last += 1
            if last - index >= 2 and self._worth_flagging(index, last):
                start, end = self._tokens[index].start, self._tokens[last - 1].end
                yield self._rules["residue-unknown"].edit(self._text, start, end, [])
            index = max(last, index + 1)

    def _is_foreign_word(self, index: int) -> bool:
        token = self._tokens[index]
        if not token.is_word or token.is_capitalised or (len(token.text) == 1 and token.text not in "eyàè"):
            return False
        return not self._words.is_word(token.text) and bool(self._words.foreign_languages(token.text))

    def _worth_flagging(self, index: int, last: int) -> bool:
        """Whether a run reads as one language, and stands in no title and not between marks of quotation."""
        left = self._places.before(index)
        if left is not None and left.is_capitalised:
            return False
        if self._tokens[last - 1].end < len(self._text) and self._text[self._tokens[last - 1].end] in "”’»\"'":
            return False
        forms = [token.text for token in self._tokens[index:last]]
        best = max(
            FOREIGN_LANGUAGES, key=lambda code: sum(self._words.foreign_zipf(form, code) >= KNOWN for form in forms)
        )
        known = sum(self._words.foreign_zipf(form, best) >= KNOWN for form in forms)
        functions = sum(form in self._reading.tables.words[best] for form in forms)
        if known < len(forms) or functions == len(forms):
            return False
        if self._language is None:
            return len(forms) >= _LEAST_RUN and functions >= 1
        return len(forms) >= 3 or functions >= 1
