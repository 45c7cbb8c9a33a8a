"""Single words of the source language among English ones: a noun, an adjective, an adverb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleanup.article import Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.residue.reading import MOST_SEEN, Reading
from cleanup.passes.residue.tables import Entry
from cleanup.reading import Part

_LONG: Final = 5


class LoneWords(Part[Reading]):
    """The single words of one article."""

    def edit(self, index: int, entry: Entry, language: str) -> Edit | None:
        """A foreign noun, adjective or adverb among English words."""
        left, right = self._places.before(index), self._places.after(index)
        token = self._tokens[index]
        if (
            left is None
            or not self._words.is_word(left.text)
            or language != self._language
            or self._reading.is_name(index - 1)
        ):
            return None
        before_name = entry.part == "adj" or self._words.is_person_noun(entry.english)
        if right is not None and not (before_name if right.is_capitalised else self._words.is_word(right.text)):
            return None
        start, end, english = token.start, token.end, entry.english
        if entry.part == "adj" and self._words.likely_tag(left.text) & ANY_NOUN and not self._noun_follows(right):
            noun = left.text if self._reading.is_name(index - 1) else left.text[0].lower() + left.text[1:]
            start, english = left.start, f"{entry.english} {noun}"
        # Nothing but the nation can be meant, whatever a foreign noun beside English ones may be.
        certain = self._names.is_demonym(entry.english) or self._is_plain_noun(index, entry)
        certainty = Applicability.SAFE if certain else None
        return self._rules["residue-word"].edit(self._text, start, end, [english], applicability=certainty)

    def _is_plain_noun(self, index: int, entry: Entry) -> bool:
        """Whether a noun that English text never uses stands after an English determiner, and before English."""
        form, left, right = self._tokens[index].text, self._places.before(index), self._places.after(index)
        if entry.part != "noun" or len(form) < _LONG or self._words.unigram(form) > MOST_SEEN or left is None:
            return False
        determined = self._words.likely_tag(left.text.lower()) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER)
        return bool(determined) and (right is None or self._reading.is_plain_english(right.text))

    def german_noun(self, index: int) -> Iterator[Edit]:
        """A German noun, which has a capital, after an English determiner or adjective: `the Regierung has`."""
        token = self._tokens[index]
        entry = self._reading.tables.words["de"].get(token.text.lower()) if self._language == "de" else None
        left, right = self._places.before(index), self._places.after(index)
        if entry is None or entry.part != "noun" or left is None or self._reading.is_english(token.text):
            return
        if token.text.isupper() or (right is not None and not self._reading.is_plain_english(right.text)):
            return
        if self._reading.is_plain_english(left.text.lower() if self._places.opens_sentence(index - 1) else left.text):
            certainty = Applicability.SAFE if self._is_plain_noun(index, entry) else None
            rule = self._rules["residue-word"]
            yield rule.edit(self._text, token.start, token.end, [entry.english], applicability=certainty)

    def _noun_follows(self, right: Token | None) -> bool:
        return right is not None and bool(self._words.likely_tag(right.text) & ANY_NOUN)
